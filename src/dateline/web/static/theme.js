"use strict";
// Before the page shows, so that it does not flash in the other colours.
(() => {
  const chosen = (() => { try { return localStorage.getItem("theme"); } catch { return null; } })();
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
