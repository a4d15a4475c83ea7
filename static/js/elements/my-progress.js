/**
 * Asks once what is mine and marks it in a page that is the same for everybody.
 * Every [data-lesson] gets is-done or is-now; a [data-state-text] inside gets the
 * words of <template data-state>; [data-start] leads to the next lesson. Then
 * "progress" is dispatched on the document.
 */
class MyProgress extends HTMLElement {
  async connectedCallback() {
    try {
      const reply = await fetch(this.getAttribute("url"), {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
      });
      if (!reply.ok || !reply.headers.has("X-Part")) return; // Not the site's own.
      this.progress = await reply.json();
    } catch {
      return; // Offline: the page is whole without it.
    }
    this.mark(this.progress.lessons ?? {});
    document.dispatchEvent(new CustomEvent("progress", { detail: this.progress }));
  }

  mark(lessons) {
    for (const place of document.querySelectorAll("[data-lesson]")) {
      if (lessons[place.dataset.lesson]?.done) this.setState(place, "done");
    }
    for (const list of document.querySelectorAll("[data-lessons]")) {
      const next = this.nextIn(list, lessons);
      if (!next) continue;
      this.setState(next, "now");
      if (list.querySelector(".is-done")) this.leadOn(next);
    }
  }

  /** The begun lesson nearest its end, else the first open one; sensitive ones last. */
  nextIn(list, lessons) {
    const rank = ({ dataset: { lesson, sensitive } }) =>
      2 * (lessons[lesson]?.steps_done ?? 0) + (sensitive === undefined);
    const open = [...list.querySelectorAll("[data-lesson]:not(.is-done)")];
    return open.sort((one, other) => rank(other) - rank(one))[0];
  }

  /** Lets the page's heavy button lead to the next lesson, once one is done. */
  leadOn(next) {
    const start = document.querySelector("[data-start]");
    const words = this.querySelector("template[data-onward]");
    if (!start || !words) return;
    start.href = next.querySelector("a").href;
    const onward = words.content.cloneNode(true);
    onward.querySelector("bdi").textContent = next.querySelector("[data-title]").textContent;
    start.querySelector("[data-start-text]").replaceChildren(onward);
  }

  setState(place, state) {
    place.classList.add(`is-${state}`);
    const words = this.querySelector(`template[data-state=${state}]`);
    const slot = place.querySelector("[data-state-text]");
    if (slot && words) slot.replaceChildren(words.content.cloneNode(true));
  }
}

customElements.define("my-progress", MyProgress);
