/**
 * Shares in the phone's own way; where there is none, links and a copy button stay.
 * What is only to be copied has no address and no [data-share].
 */
class ShareButton extends HTMLElement {
  connectedCallback() {
    this.share = this.querySelector("[data-share]");
    this.copy = this.querySelector("[data-copy]");
    if (this.share) this.share.hidden = !navigator.share;
    this.copy.hidden = !navigator.clipboard;
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    if (this.share?.contains(event.target)) this.open();
    if (this.copy.contains(event.target)) this.write();
  }

  get message() {
    return { text: this.getAttribute("text"), url: this.getAttribute("url") ?? "" };
  }

  async open() {
    try {
      await navigator.share(this.message);
    } catch {
      // Closed without sharing: nothing to say.
    }
  }

  async write() {
    const { text, url } = this.message;
    const words = this.querySelector("template[data-copied]");
    try {
      await navigator.clipboard.writeText(`${text}\n${url}`.trim());
      this.querySelector("[data-status]").replaceChildren(words.content.cloneNode(true));
    } catch {
      this.copy.hidden = true;
    }
  }
}

customElements.define("share-button", ShareButton);
