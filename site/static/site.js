// Small helps on top of pages that work without them.
const root = document.documentElement;
const all = (selector) => document.querySelectorAll(selector);

const keep = (name, value) => {
  root.dataset[name] = value;
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
};

const readerTools = () => {
  for (const box of all("[data-reader]")) box.hidden = false;
  for (const button of all("[data-size]:not(html)")) {
    button.addEventListener("click", () => {
      const step = Number(button.dataset.size);
      keep("size", step === 0 ? "0" : String(Math.max(-1, Math.min(3, Number(root.dataset.size || 0) + step))));
    });
  }
  for (const button of all("[data-contrast]:not(html)")) {
    button.setAttribute("aria-pressed", String(root.dataset.contrast === "high"));
    button.addEventListener("click", () => {
      keep("contrast", root.dataset.contrast === "high" ? "" : "high");
      button.setAttribute("aria-pressed", String(root.dataset.contrast === "high"));
    });
  }
};

const readAloud = (button) => {
  if (!("speechSynthesis" in window)) return;
  const word = button.querySelector("span");
  const start = word.textContent;
  const stop = () => {
    speechSynthesis.cancel();
    word.textContent = start;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) return stop();
    const text = (document.querySelector("[data-readable]") || document.querySelector("main")).innerText;
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = root.lang;
    speech.onend = () => (word.textContent = start);
    word.textContent = button.dataset.stop;
    speechSynthesis.speak(speech);
  });
  addEventListener("pagehide", stop);
};

const pageTools = (tools) => {
  const say = (text) => (tools.querySelector("[data-tools-status]").textContent = text);
  tools.querySelector("[data-tools-hint]").hidden = true;
  tools.querySelector(".tools__buttons").hidden = false;
  tools.querySelector("[data-print]").addEventListener("click", () => print());
  const copy = tools.querySelector("[data-copy]");
  if (!navigator.clipboard) copy.hidden = true;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    copy.querySelector("span").textContent = copy.dataset.done;
    say(copy.dataset.done);
  });
  for (const button of tools.querySelectorAll("[data-speak]")) readAloud(button);
};

// The masthead scrolls away; a slim form of it returns when one scrolls up.
const slimBar = () => {
  const bar = document.querySelector(".masthead");
  if (!bar) return;
  let last = scrollY;
  let waiting = false;
  const show = (slim) => {
    if (slim) root.style.setProperty("--masthead-height", `${bar.offsetHeight}px`);
    document.body.classList.toggle("slim", slim);
  };
  const settle = () => {
    waiting = false;
    const slim = document.body.classList.contains("slim");
    const moved = scrollY - last;
    if (slim && (moved > 4 || scrollY < 200)) show(false);
    else if (!slim && moved < -4 && scrollY > 600) show(true);
    last = scrollY;
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(settle);
    waiting = true;
  }, { passive: true });
};

readerTools();
all("[data-tools]").forEach(pageTools);
slimBar();
