/**
 * Answers in place. Forms and links marked data-part inside are fetched as parts and
 * put into [data-part-place]; without this script they are pages of their own. An
 * answer that cannot be sent waits for the network; a reply that is not the site's own
 * takes nothing's place. Says "answered" (detail: the activity's key) once an activity
 * is finished.
 */
const KINDS = ["submit", "click", "change"];
const SECONDS = 15;

class LiveFragment extends HTMLElement {
  connectedCallback() {
    this.place ??= this.querySelector("[data-part-place]");
    this.status ??= this.querySelector("[data-status]");
    if (this.hasAttribute("data-fresh")) this.first ??= this.place.cloneNode(true);
    for (const kind of KINDS) this.addEventListener(kind, this);
    window.addEventListener("online", this);
    this.wake();
  }

  disconnectedCallback() {
    for (const kind of KINDS) this.removeEventListener(kind, this);
    window.removeEventListener("online", this);
    this.wait();
  }

  handleEvent(event) {
    if (event.type === "submit") this.submit(event);
    else if (event.type === "click") this.follow(event);
    else if (event.type === "online") this.waiting?.();
    else this.wait();
  }

  submit(event) {
    event.preventDefault();
    const { target: form, submitter: button } = event;
    this.name(form);
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    const options = { method: "POST", body: new URLSearchParams(data) };
    this.load(form.getAttribute("action"), { options, button });
  }

  follow(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.hasAttribute("data-retry") && this.first) {
      event.preventDefault();
      const first = new DocumentFragment();
      first.append(...this.first.cloneNode(true).childNodes);
      this.show(first, "input:not([type=hidden]), select, button[name]");
    } else if (link.hasAttribute("data-part")) {
      event.preventDefault();
      this.load(link.href, { button: link });
    }
  }

  /** Gives an answer or check its own name, so that sending it twice counts once. */
  name(form) {
    const { subject, uuid } = form.elements;
    if (subject && !uuid) addField(form, "uuid", newUuid());
  }

  /** Puts the part in place, or says why there is none. */
  async load(url, { options = {}, button }) {
    if (this.busy) return;
    this.setBusy(true, button);
    this.wait();
    try {
      const headers = { "X-Part": this.getAttribute("level") || "2" };
      const reply = await fetch(url, { ...options, headers, credentials: "same-origin" });
      const text = await reply.text();
      if (!reply.headers.has("X-Part")) return this.say("foreign");
      const template = document.createElement("template");
      template.innerHTML = text;
      this.show(template.content, "[data-focus]");
      if (options.method && reply.ok) this.tell();
    } catch {
      if (options.method) this.wait(() => this.load(url, { options, button }));
      this.say(options.method ? "offline" : "foreign");
    } finally {
      this.setBusy(false, button);
    }
  }

  /** Sends again by itself, in a while or once online; without `again` no more. */
  wait(again) {
    clearTimeout(this.timer);
    this.status.replaceChildren();
    this.waiting = again;
    if (again) this.timer = setTimeout(again, SECONDS * 1000);
  }

  say(name) {
    const words = document.querySelector(`template[data-${name}]`);
    this.status.replaceChildren(words.content.cloneNode(true));
  }

  setBusy(busy, button) {
    this.busy = busy;
    this.place.setAttribute("aria-busy", busy);
    button?.setAttribute("aria-disabled", busy);
  }

  /** Only the newest result is called "result". */
  show(part, focused) {
    document.getElementById("result")?.removeAttribute("id");
    this.place.replaceChildren(part);
    this.place.querySelector(focused)?.focus();
    this.wake();
  }

  /** Loads what only some activities need. */
  wake() {
    if (this.querySelector("order-list")) import("./order-list.js");
    if (this.querySelector("trick-spotter")) import("./trick-spotter.js");
    if (this.querySelector("picture-inspector")) import("./picture-inspector.js");
  }

  tell() {
    const done = this.place.querySelector("[data-answered]");
    const options = { bubbles: true, detail: done?.dataset.activity };
    if (done) this.dispatchEvent(new CustomEvent("answered", options));
  }
}

function addField(form, name, value) {
  const input = document.createElement("input");
  form.append(Object.assign(input, { type: "hidden", name, value }));
}

/** 128 bits by chance; `crypto.randomUUID` is only there on https. */
function newUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

customElements.define("live-fragment", LiveFragment);
