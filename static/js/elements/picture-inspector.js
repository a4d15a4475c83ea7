/** Shows in the picture, too, which places of the list are marked. */
class PictureInspector extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this);
  }

  handleEvent() {
    for (const area of this.querySelectorAll("label.hot")) {
      area.classList.toggle("is-on", area.control.checked);
    }
  }
}

customElements.define("picture-inspector", PictureInspector);
