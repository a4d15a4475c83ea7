/** Remembers the language that was chosen, for the next visit to `/`. */
const YEAR = 31536000;

class LanguageLink extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent() {
    const language = encodeURIComponent(this.getAttribute("language"));
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `django_language=${language}; path=/; max-age=${YEAR}; SameSite=Lax${secure}`;
  }
}

customElements.define("language-link", LanguageLink);
