// Places of an inspector, drawn on its picture. They are kept by the number fields,
// which stay as they are; left is left in Arabic, too. Words come from the script's
// own attributes.

const WORDS = { ...document.currentScript.dataset };
const SIDES = ['x', 'y', 'width', 'height'];
// What a click marks, and what a drag must have at least, in per cent.
const [WIDE, HIGH, LEAST] = [16, 20, 3];

function make(name, className, fields = {}) {
  return Object.assign(document.createElement(name), { className, ...fields });
}

class SpotPicker {
  constructor(list) {
    this.list = list;
    this.chooser = list.parentElement.querySelector(':scope > [data-contentpath="picture"]');
    this.active = 0;
    this.build();
    list.addEventListener('input', () => this.draw());
    list.addEventListener('focusin', ({ target }) => this.follow(target));
    new MutationObserver(() => this.draw()).observe(list, {
      childList: true, subtree: true, attributeFilter: ['value', 'style', 'class'],
    });
    new MutationObserver(() => this.load()).observe(this.chooser, {
      subtree: true, attributeFilter: ['src', 'value'],
    });
    this.load();
  }

  build() {
    this.image = make('img', '', { alt: '', draggable: false });
    this.area = make('div', 'spot-picker__picture', { dir: 'ltr' });
    this.area.append(this.image);
    this.area.addEventListener('pointerdown', (event) => this.start(event));
    this.numbers = make('div', 'spot-picker__numbers');
    this.numbers.setAttribute('role', 'group');
    this.numbers.setAttribute('aria-label', WORDS.places);
    this.root = make('div', 'spot-picker', { hidden: true });
    this.root.append(make('p', 'help', { textContent: WORDS.hint }), this.numbers, this.area);
    this.list.prepend(this.root);
  }

  /** The number fields of each place that was not taken away. */
  get spots() {
    const items = this.list.querySelectorAll(
      ':scope > * > [data-streamfield-list-container] > [data-streamfield-child]',
    );
    return [...items]
      .filter((item) => item.querySelector('input[name$="-deleted"]')?.value !== '1')
      .map((item) => {
        const field = (side) => item.querySelector(`input[name$="-value-${side}"]`);
        return { item, ...Object.fromEntries(SIDES.map((side) => [side, field(side)])) };
      })
      .filter((spot) => spot.x);
  }

  /** Shows the picture chosen: small at once, whole when it is there. */
  async load() {
    const { src } = this.chooser.querySelector('[data-chooser-image]') ?? {};
    const { value } = this.chooser.querySelector('input[type=hidden]') ?? {};
    this.root.hidden = !value;
    if (!value || value === this.loaded) return;
    this.loaded = value;
    this.image.src = src;
    this.draw();
    const { chooserUrl } = this.chooser.querySelector('[data-chooser-url]').dataset;
    const address = chooserUrl.replace('images/chooser/', `api/main/images/${value}/`);
    try {
      const reply = await fetch(address, { credentials: 'same-origin' });
      const { meta } = await reply.json();
      if (reply.ok && value === this.loaded) this.image.src = meta.download_url;
    } catch {
      // Offline: the small picture stays.
    }
  }

  draw() {
    const spots = this.spots;
    const shown = JSON.stringify([this.active, spots.map((spot) => this.boxOf(spot))]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.active = Math.max(0, Math.min(this.active, spots.length - 1));
    this.area.replaceChildren(this.image, ...spots.map((spot, n) => this.box(spot, n)));
    const focused = [...this.numbers.children].indexOf(document.activeElement);
    this.numbers.replaceChildren(...spots.map((_spot, n) => this.button(n)));
    this.numbers.children[focused]?.focus();
  }

  boxOf(spot) {
    return SIDES.map((side) => Number(spot[side].value) || 0);
  }

  box(spot, number) {
    const is = number === this.active ? ' is-active' : '';
    const box = make('span', `spot-picker__box${is}`, { textContent: this.nameOf(number) });
    const [left, top, width, height] = this.boxOf(spot).map((one) => `${one}%`);
    Object.assign(box.style, { left, top, width, height });
    return box;
  }

  button(number) {
    const is = number === this.active;
    const look = is ? 'button button-small' : 'button button-small button-secondary';
    const button = make('button', look, { type: 'button', textContent: this.nameOf(number) });
    button.setAttribute('aria-pressed', is);
    button.addEventListener('click', () => this.choose(number));
    return button;
  }

  nameOf(number) {
    return new Intl.NumberFormat(WORDS.numbers).format(number + 1);
  }

  choose(number) {
    this.active = number;
    this.draw();
  }

  follow(target) {
    const number = this.spots.findIndex(({ item }) => item.contains(target));
    if (number >= 0) this.choose(number);
  }

  /** A drag marks what it goes over, a click an area around it. */
  start(event) {
    const spot = this.spots[this.active];
    if (!spot || event.button) return;
    event.preventDefault();
    const from = this.at(event);
    const drag = new AbortController();
    const on = (type, act) => this.area.addEventListener(type, act, { signal: drag.signal });
    const move = (later) => this.mark(spot, from, this.at(later));
    this.area.setPointerCapture(event.pointerId);
    on('pointermove', move);
    on('pointerup', move);
    on('pointerup', () => drag.abort());
    on('pointercancel', () => drag.abort());
  }

  /** Where in the picture, in per cent from its left and its top. */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.area.getBoundingClientRect();
    const within = (part) => Math.round(Math.min(1, Math.max(0, part)) * 100);
    return [within((clientX - left) / width), within((clientY - top) / height)];
  }

  mark(spot, [fromX, fromY], [toX, toY]) {
    let [x, y] = [Math.min(fromX, toX), Math.min(fromY, toY)];
    let [width, height] = [Math.abs(toX - fromX), Math.abs(toY - fromY)];
    if (width < LEAST && height < LEAST) {
      [width, height] = [WIDE, HIGH];
      x = Math.min(100 - width, Math.max(0, fromX - width / 2));
      y = Math.min(100 - height, Math.max(0, fromY - height / 2));
    }
    const values = { x, y, width: Math.max(1, width), height: Math.max(1, height) };
    for (const side of SIDES) {
      spot[side].value = Math.min(values[side], side === 'x' || side === 'y' ? 99 : 100);
      spot[side].dispatchEvent(new Event('input', { bubbles: true }));
      spot[side].dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

function dress(root) {
  for (const list of root.querySelectorAll('[data-contentpath="spots"]')) {
    if (list.querySelector('.spot-picker')) continue;
    if (list.parentElement.querySelector(':scope > [data-contentpath="picture"]')) {
      new SpotPicker(list);
    }
  }
}

// A format that is chosen later brings its fields then.
window.addEventListener('DOMContentLoaded', () => {
  dress(document);
  new MutationObserver(() => dress(document)).observe(document.body, {
    childList: true, subtree: true,
  });
});
