// Tells the portal, without saying who, that a result of this question was followed: once for each page of results.
const address = document.currentScript.dataset.opened;
const words = new URLSearchParams(location.search).get("q");
let told = false;

const tell = (event) => {
  const link = event.target.closest("[data-entry] a[href]");
  if (told || !link || !navigator.sendBeacon) return;
  told = true;
  const entry = link.closest("[data-entry]").dataset.entry;
  navigator.sendBeacon(address, new URLSearchParams({ q: words, entry }));
};

document.addEventListener("click", tell);
document.addEventListener("auxclick", tell);
