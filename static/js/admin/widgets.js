// Starts Wagtail's date fields and choosers without a script inside the page.

const DATES = ['initDateChooser', 'initTimeChooser', 'initDateTimeChooser'];

// Scripts read 0-9 alone: a date picker takes ٢٠٢٧ for today, a number is none.
function readDigits({ target }) {
  if (!target.matches('[inputmode="numeric"], [data-digits]')) return;
  const plain = target.value.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
  if (plain !== target.value) target.value = plain;
}

document.addEventListener('input', readDigits, true);

function startDate(field, starts, options) {
  field.dataset.digits = '';
  window[starts](field.id, options);
}

function start(mark) {
  const { widget, starts, config } = mark.dataset;
  const options = JSON.parse(config);
  mark.remove();
  const field = document.getElementById(widget);
  if (!field) return;
  if (DATES.includes(starts)) startDate(field, starts, options);
  else if (starts.endsWith('Chooser')) new window[starts](widget, options);
}

function startAll(root) {
  root.querySelectorAll('template[data-widget]').forEach(start);
}

// Before Wagtail's own set-up, which takes the menus of choosers out of the page.
window.addEventListener('DOMContentLoaded', () => {
  startAll(document);
  // Windows and formsets bring fields later.
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE || !node.isConnected) continue;
        if (node.matches('template[data-widget]')) start(node);
        else startAll(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}, true);
