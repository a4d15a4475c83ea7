// Tells the translation editor where its choosers are.

if (window.chooserUrls === undefined) {
  window.chooserUrls = { ...document.getElementById('chooser-urls').dataset };
}
