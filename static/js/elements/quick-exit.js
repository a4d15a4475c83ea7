/**
 * Leaves a sensitive page at once: by its link or by pressing Shift three times. The
 * page is emptied first, and its place in the history goes to the harmless one. It has
 * one place only: links within it and forms that ask take no other.
 */
const PRESSES = 3;
const WITHIN = 2000;
const HEARD = [
  [document, "click"], [document, "submit"], [document, "keyup"], [window, "pageshow"],
];

class QuickExit extends HTMLElement {
  connectedCallback() {
    this.presses = [];
    this.querySelector("[data-shift]").hidden = false;
    for (const [place, type] of HEARD) place.addEventListener(type, this);
  }

  disconnectedCallback() {
    for (const [place, type] of HEARD) place.removeEventListener(type, this);
  }

  handleEvent(event) {
    if (event.type === "pageshow") document.body.hidden = false;
    else if (event.type === "keyup") this.count(event);
    else if (event.type === "submit") this.ask(event);
    else if (this.querySelector("a").contains(event.target)) this.leave(event);
    else this.follow(event);
  }

  /** With another key held, Shift changes the language of the keyboard. */
  count({ key, timeStamp, altKey, ctrlKey, metaKey }) {
    const recent = this.presses.filter((time) => time > timeStamp - WITHIN);
    const isPress = key === "Shift" && !altKey && !ctrlKey && !metaKey;
    this.presses = isPress ? [...recent, timeStamp] : [];
    if (this.presses.length >= PRESSES) this.leave();
  }

  ask(event) {
    const { method, action } = event.target;
    if (method !== "get") return;
    const address = new URL(action);
    address.search = new URLSearchParams(new FormData(event.target));
    this.replace(address, event);
  }

  follow(event) {
    const link = event.target.closest("a[href^='#']");
    if (link) this.replace(link.hash, event);
  }

  leave(event) {
    document.body.hidden = true;
    this.replace(this.querySelector("a").href, event);
  }

  replace(address, event) {
    event?.preventDefault();
    location.replace(address);
  }
}

customElements.define("quick-exit", QuickExit);
