/**
 * Puts "earlier" and "later" buttons in the place of the numbers of an order. The
 * selects stay in the form and hold the places; all words come from the page.
 */
class OrderList extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.status = this.querySelector("[role=status]");
    this.querySelector("[data-plain]").hidden = true;
    this.querySelector("[data-moving]").hidden = false;
    this.digits = [...this.querySelector("select").options].map((one) => one.textContent);
    if (!this.querySelector("[data-move]")) this.dress();
    this.addEventListener("click", this);
    this.number();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    const button = event.target.closest("[data-move]");
    if (button) this.move(button);
  }

  get items() {
    return [...this.list.children];
  }

  /** Adds the buttons, in the order of the places entered before, if there are any. */
  dress() {
    const buttons = this.querySelector("template[data-buttons]");
    const placed = this.items.map((item, index) => [this.placeOf(item) || index + 1, item]);
    placed.sort(([one], [other]) => one - other);
    for (const [, item] of placed) {
      const select = item.querySelector("select");
      select.hidden = true;
      item.prepend(Object.assign(document.createElement("span"), { className: "order__n" }));
      item.append(buttons.content.cloneNode(true));
      this.list.append(item);
      this.nameButtons(item, select);
    }
  }

  /** The link to what must be mended leads to the first button instead. */
  nameButtons(item, select) {
    const step = this.textOf(item);
    for (const button of item.querySelectorAll("[data-move]")) {
      const words = this.dataset[button.dataset.move];
      button.setAttribute("aria-label", words.replace("{step}", step));
    }
    if (!select.id) return;
    const { id } = select;
    select.removeAttribute("id");
    item.querySelector("[data-move=later]").id = id;
  }

  move(button) {
    const item = button.closest("li");
    const isEarlier = button.dataset.move === "earlier";
    const other = isEarlier ? item.previousElementSibling : item.nextElementSibling;
    if (other && isEarlier) other.before(item);
    else if (other) other.after(item);
    this.number();
    button.focus();
    this.say(item);
  }

  number() {
    this.items.forEach((item, index) => {
      item.querySelector("select").value = String(index + 1);
      item.querySelector(".order__n").textContent = this.digits[index + 1];
      const [earlier, later] = item.querySelectorAll("[data-move]");
      earlier.setAttribute("aria-disabled", index === 0);
      later.setAttribute("aria-disabled", index === this.items.length - 1);
    });
  }

  say(item) {
    const values = {
      "{step}": this.textOf(item),
      "{place}": this.digits[this.placeOf(item)],
      "{total}": this.digits[this.items.length],
    };
    const words = this.dataset.moved;
    this.status.textContent = words.replace(/\{\w+\}/g, (name) => values[name]);
  }

  placeOf(item) {
    return Number(item.querySelector("select").value);
  }

  textOf(item) {
    return item.querySelector(".order__text").textContent.trim();
  }
}

customElements.define("order-list", OrderList);
