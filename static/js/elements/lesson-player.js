/**
 * Shows one step of a lesson at a time. The page below holds all steps; this adds
 * back and next, the bricks, a place in the history for each step, and memory. A
 * "quiet" lesson leaves no trace of its steps and always opens at its beginning.
 */
const ASKING = ["predict", "practice", "check"];

class LessonPlayer extends HTMLElement {
  connectedCallback() {
    this.steps = [...this.querySelectorAll(".step")];
    if (!this.steps.length) return;
    this.bricks = this.querySelector("[data-bricks]");
    this.bar = this.querySelector("[data-bar]");
    this.back = this.querySelector("[data-back]");
    this.next = this.querySelector("[data-next]");
    this.bricks.hidden = this.bar.hidden = false;
    this.classList.add("is-stepping");
    this.addEventListener("click", this);
    this.addEventListener("answered", this);
    window.addEventListener("popstate", this);
    document.addEventListener("progress", this);
    this.start();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.removeEventListener("answered", this);
    window.removeEventListener("popstate", this);
    document.removeEventListener("progress", this);
  }

  handleEvent(event) {
    if (event.type === "progress") this.resume(event.detail);
    else if (event.type === "popstate") this.follow();
    else if (event.type === "answered") this.weigh();
    else if (this.next.contains(event.target)) this.go(this.current + 1);
    else if (this.back.contains(event.target)) this.go(this.current - 1);
  }

  start() {
    const asked = this.stepOf(location.hash.slice(1));
    const kept = this.stepOf(this.memory);
    this.mayResume = !this.isQuiet && asked < 0 && kept < 0;
    this.show(Math.max(asked, asked < 0 ? kept : 0, 0));
    if (asked < 0 && kept > 0) history.replaceState(null, "", `#${this.steps[kept].id}`);
    if (asked >= 0) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    const mine = document.querySelector("my-progress")?.progress;
    if (mine) this.resume(mine);
  }

  /** Continues where another phone stopped, unless the learner has moved already. */
  resume(progress) {
    const lesson = progress.lessons?.[this.getAttribute("lesson")];
    if (!this.mayResume || !lesson || lesson.done) return;
    const place = this.stepOf(lesson.step);
    if (place > 0) this.go(place, { replace: true });
  }

  /** Goes where the address says, after "back" or a link within the page. */
  follow() {
    const target = document.getElementById(location.hash.slice(1));
    const place = location.hash ? this.stepOf(location.hash.slice(1)) : 0;
    if (place < 0 || place === this.current) return;
    this.show(place);
    if (this.steps.includes(target) || !target) this.focusStep();
  }

  go(place, { replace = false } = {}) {
    if (place < 0 || place >= this.steps.length) return;
    const keep = replace ? "replaceState" : "pushState";
    if (!this.isQuiet) history[keep](null, "", `#${this.steps[place].id}`);
    this.show(place);
    this.focusStep();
  }

  show(place) {
    this.current = place;
    this.steps.forEach((step, index) => step.classList.toggle("is-now", index === place));
    [...this.bricks.children].forEach((brick, index) => {
      brick.className = index < place ? "is-done" : index === place ? "is-now" : "";
    });
    this.classList.toggle("is-later", place > 0);
    this.weigh();
    this.back.hidden = place === 0;
    this.next.hidden = place === this.steps.length - 1;
    this.memory = this.steps[place].dataset.step;
  }

  /** While a question waits, its own button is the heavy one. */
  weigh() {
    const step = this.steps[this.current];
    const isAnswered = step.querySelector("[data-answered], [data-finished]");
    const isAsking = ASKING.includes(step.dataset.kind) && !isAnswered;
    this.bar.classList.toggle("is-asking", isAsking);
  }

  focusStep() {
    this.mayResume = false;
    window.scrollTo(0, 0);
    this.steps[this.current].querySelector(".step__title")?.focus({ preventScroll: true });
  }

  /** The place of the step of this name, or the one that holds the element of this id. */
  stepOf(id) {
    const named = this.steps.findIndex((step) => id && step.dataset.step === id);
    const holder = id ? document.getElementById(id)?.closest(".step") : null;
    return named >= 0 ? named : this.steps.indexOf(holder);
  }

  get isQuiet() {
    return this.hasAttribute("quiet");
  }

  get memory() {
    if (this.isQuiet) return null;
    try {
      return localStorage.getItem(`step:${this.getAttribute("lesson")}`);
    } catch {
      return null; // Storage is switched off.
    }
  }

  /** The last step is the end: the next visit begins at the beginning. */
  set memory(id) {
    const name = `step:${this.getAttribute("lesson")}`;
    const isEnd = this.current === this.steps.length - 1;
    try {
      if (this.isQuiet || isEnd || this.current === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, id);
    } catch {
      // Storage is switched off.
    }
  }
}

customElements.define("lesson-player", LessonPlayer);
