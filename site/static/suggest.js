// Titles offered while one types: an ARIA 1.2 combobox with a list. Without scripts the form simply searches.
const PAUSE = 250;
const SHORTEST = 2;

const element = (name, properties, attributes = {}) => {
  const made = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const option = (id, text, kind, address) => {
  const made = element("li", { id, className: "suggest__option" }, { role: "option", "aria-selected": "false" });
  made.append(element("span", { className: "suggest__text", textContent: text }));
  made.append(element("span", { className: "suggest__kind", textContent: kind }));
  made.addEventListener("click", () => location.assign(address));
  return made;
};

const suggest = (form) => {
  const field = form.querySelector("[name=q]");
  const { suggest: source, suggestName, suggestCount, suggestNone } = form.dataset;
  const list = element("ul", { id: `${field.id}-list`, className: "suggest", hidden: true },
    { role: "listbox", "aria-label": suggestName });
  const status = element("p", { className: "visually-hidden" }, { role: "status" });
  let timer = 0;
  let request = null;
  let chosen = -1;

  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    const one = list.children[place];
    if (!one) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  };
  const stop = () => {
    clearTimeout(timer);
    request?.abort();
  };
  const show = ([, texts, kinds, addresses]) => {
    list.replaceChildren(...texts.map((text, at) => option(`${list.id}-${at}`, text, kinds[at], addresses[at])));
    open(texts.length > 0);
    status.textContent = texts.length ? `${suggestCount} ${texts.length}` : suggestNone;
  };
  const ask = async () => {
    const mine = new AbortController();
    request = mine;
    try {
      const address = `${source}?q=${encodeURIComponent(field.value.trim())}`;
      const answer = await fetch(address, { signal: mine.signal, credentials: "omit" });
      if (answer.ok) show(await answer.json());
    } catch {
      if (!mine.signal.aborted) open(false);
    }
  };
  const typed = (event) => {
    stop();
    if (event.isComposing) return;
    if (field.value.trim().length < SHORTEST) {
      status.textContent = "";
      open(false);
    } else timer = setTimeout(ask, PAUSE);
  };
  const step = (by) => {
    const count = list.children.length;
    if (list.hidden) open(count > 0);
    // One place more than options: the field itself stands between the last and the first.
    choose(((chosen + 1 + by + count + 1) % (count + 1)) - 1);
  };
  const pressed = (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && list.children.length) {
      step(moves[event.key]);
    } else if (event.key === "Escape" && !list.hidden) {
      open(false);
    } else if (event.key === "Enter" && chosen >= 0) {
      list.children[chosen].click();
    } else return;
    event.preventDefault();
  };

  const state = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [key, value] of Object.entries(state)) field.setAttribute(key, value);
  form.append(list, status);
  field.addEventListener("input", typed);
  field.addEventListener("compositionend", typed);
  field.addEventListener("keydown", pressed);
  field.addEventListener("blur", () => {
    stop();
    open(false);
  });
  form.addEventListener("submit", stop);
  // The field keeps the focus while an option is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
};

document.querySelectorAll("[data-suggest]").forEach(suggest);
