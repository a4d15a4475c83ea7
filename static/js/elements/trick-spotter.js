/**
 * Asks for the kind of trick as soon as a piece is marked, by chips in the place of
 * selects; "no manipulation" takes the marks back. All words come from the page.
 */
class TrickSpotter extends HTMLElement {
  connectedCallback() {
    this.names = this.querySelector("[data-names]");
    this.status = this.querySelector("[role=status]");
    this.nothing = this.querySelector("[name=nothing]");
    this.marks = [...this.querySelectorAll("[name=marks]")];
    if (this.names && !this.fields) this.dress();
    this.addEventListener("change", this);
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
  }

  handleEvent({ target }) {
    const isMark = this.marks.includes(target);
    if (!isMark && target !== this.nothing) return;
    if (target.checked) this.status.replaceChildren(...this.settle(target, isMark));
    if (this.names) this.show();
  }

  /** Takes back what the tick speaks against, and returns what there is to say. */
  settle(target, isMark) {
    const others = isMark ? [this.nothing] : this.marks;
    const taken = others.filter((other) => other.checked);
    for (const other of taken) other.checked = false;
    const said = taken.length ? [isMark ? this.dataset.free : this.dataset.clear, " "] : [];
    return isMark && this.names ? [...said, ...this.say(this.dataset.ask, target)] : said;
  }

  /** Makes chips for every piece; what the selects hold is kept. */
  dress() {
    const { content } = this.querySelector("template[data-chips]");
    this.fields = new Map();
    for (const mark of this.marks) {
      const name = `name-${mark.value}`;
      const select = this.querySelector(`select[name="${name}"]`);
      const field = content.firstElementChild.cloneNode(true);
      const legend = field.querySelector("legend");
      legend.replaceChildren(...this.say(legend.textContent, mark));
      for (const chip of field.querySelectorAll("input")) {
        chip.name = name;
        chip.checked = chip.value === select?.value;
      }
      if (select) this.takeOver(select, field);
      this.fields.set(mark, field);
    }
    this.heading = this.names.firstElementChild;
    this.querySelector("[name=naming]").disabled = false;
    this.show();
  }

  /** The link to what must be mended leads to the first chip instead. */
  takeOver(select, field) {
    field.querySelector("input").id = select.id;
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    }
  }

  show() {
    const marked = this.marks.filter((mark) => mark.checked);
    this.names.replaceChildren(this.heading, ...marked.map((mark) => this.fields.get(mark)));
    this.names.hidden = !marked.length;
  }

  /** Returns the words with the piece in them as it is written in the text. */
  say(words, mark) {
    const [before, after] = words.split("{piece}");
    return [before, ...mark.nextElementSibling.cloneNode(true).childNodes, after];
  }
}

customElements.define("trick-spotter", TrickSpotter);
