/**
 * Leaves a sensitive page at once: by its link or by pressing Shift three times. The
 * page is emptied first, and its place in the history goes to the harmless one.
 */
const PRESSES = 3;
const WITHIN = 2000;
const HEARD = [[document, "click"], [document, "keyup"], [window, "pageshow"]];

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
    else if (this.querySelector("a").contains(event.target)) this.leave(event);
  }

  count({ key, timeStamp }) {
    const recent = this.presses.filter((time) => time > timeStamp - WITHIN);
    this.presses = key === "Shift" ? [...recent, timeStamp] : [];
    if (this.presses.length >= PRESSES) this.leave();
  }

  leave(event) {
    event?.preventDefault();
    document.body.hidden = true;
    location.replace(this.querySelector("a").href);
  }
}

customElements.define("quick-exit", QuickExit);
