// “Select all” above the list of languages that a translation goes to.

document.addEventListener('DOMContentLoaded', () => {
  const all = document.querySelector('[name="select_all"]');
  if (!all) return;
  all.addEventListener('change', () => {
    document.querySelectorAll('[name="locales"]').forEach((box) => {
      box.checked = all.checked;
    });
  });
});
