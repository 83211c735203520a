// A reader's choices, kept in this browser only; set before the first paint.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    root.dataset.size = localStorage.getItem("size") || "0";
    root.dataset.contrast = localStorage.getItem("contrast") || "";
  } catch {
    // Storage may be forbidden; the page then looks as it does for everyone.
  }
})();
