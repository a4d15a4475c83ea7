// Starts Wagtail's date and time fields without a script inside the page.

const STARTS = ['initDateChooser', 'initTimeChooser', 'initDateTimeChooser'];

function start(mark) {
  const { dateField, starts, config } = mark.dataset;
  mark.remove();
  // In the template of a form that is not there yet the field has no number.
  if (STARTS.includes(starts) && document.getElementById(dateField)) {
    window[starts](dateField, JSON.parse(config));
  }
}

function startAll(root) {
  root.querySelectorAll('template[data-date-field]').forEach(start);
}

document.addEventListener('DOMContentLoaded', () => {
  startAll(document);
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) {
          startAll(node.parentElement || node);
        }
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
});
