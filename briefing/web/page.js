// Waits for the font, gives the keys to the dashboard, and offers to open it again when it was closed.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("again").addEventListener("click", () => window.location.reload());
  new MutationObserver((changes, observer) => {
    const keys = document.querySelector(".xterm-helper-textarea");
    if (keys && document.body.classList.contains("-first-byte")) {
      keys.focus();
      observer.disconnect();
    }
  }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});

// The terminal measures its cells once, when the page has loaded: with the font, or all lines are too long or too short.
const begin = () => Promise.allSettled(["", "bold ", "italic "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`)));
window.addEventListener("DOMContentLoaded", () => {
  const start = window.onload;
  window.onload = (event) => begin().then(() => start(event));
});
