/* Search in a large brief: the theme's search box over an index that is read in pieces (Pagefind), so that no page waits
   for all of it. The build adds this script only where it made such an index. */
"use strict";

(() => {
  const bundle = new URL("../pagefind/", document.currentScript.src);
  const MOST = 20;
  const PAUSE = 150; // Milliseconds without a key before the index is asked.
  const SIGNS = {
    find: "M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9.5 16 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5",
    back: "M20 11v2H8l5.500 5.500-1.420 1.420L4.160 12l7.920-7.920L13.500 5.500 8 11z",
    clear: "M19 6.410 17.590 5 12 10.590 6.410 5 5 6.410 10.590 12 5 17.590 6.410 19 12 13.410 17.590 19 19 17.590 13.410 12z",
  };

  const made = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const sign = (name) => {
    const space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", SIGNS[name]);
    drawing.append(path);
    return drawing;
  };

  /* An excerpt is HTML with the words found in `mark`: everything else in it is taken as text alone. */
  const excerpt = (words) => {
    const shown = made("p");
    const read = new DOMParser().parseFromString(words, "text/html");
    for (const node of read.body.childNodes)
      shown.append(node.nodeName === "MARK" ? made("mark", {}, node.textContent) : node.textContent);
    return shown;
  };

  const box = () => {
    const input = made("input", {
      type: "text", class: "md-search__input", "aria-label": "Search", placeholder: "Search", autocapitalize: "off",
      autocorrect: "off", autocomplete: "off", spellcheck: "false", required: "", "aria-controls": "brief-found",
    });
    const icons = made("label", { class: "md-search__icon md-icon", for: "__search" }, sign("find"), sign("back"));
    const clear = made("button", {
      type: "reset", class: "md-search__icon md-icon", title: "Clear", "aria-label": "Clear", tabindex: "-1",
    }, sign("clear"));
    const form = made("form", { class: "md-search__form" }, input, icons,
      made("nav", { class: "md-search__options", "aria-label": "Search" }, clear));
    const meta = made("div", { class: "md-search-result__meta", role: "status" }, "Type to search");
    const list = made("ol", { class: "md-search-result__list", id: "brief-found" });
    const output = made("div", { class: "md-search__output" },
      made("div", { class: "md-search__scrollwrap" }, made("div", { class: "md-search-result" }, meta, list)));
    const whole = made("div", { class: "md-search", role: "dialog", "aria-label": "Search" },
      made("label", { class: "md-search__overlay", for: "__search" }),
      made("div", { class: "md-search__inner", role: "search" }, form, output));
    return { whole, form, input, meta, list };
  };

  const item = (found) => {
    const part = found.sub_results?.find((each) => each.url.includes("#")) ?? found;
    const article = made("article", { class: "md-search-result__article md-typeset" }, made("h1", {}, found.meta.title ?? found.url));
    article.append(excerpt(part.excerpt));
    const link = made("a", { class: "md-search-result__link", href: found.url }, article);
    return made("li", { class: "md-search-result__item" }, link);
  };

  addEventListener("DOMContentLoaded", () => {
    const header = document.querySelector(".md-header__inner");
    const toggle = document.getElementById("__search");
    if (!header || !toggle) return;
    const { whole, form, input, meta, list } = box();
    header.append(made("label", { class: "md-header__button md-icon", for: "__search" }, sign("find")), whole);

    let index;
    const load = () => (index ??= import(new URL("pagefind.js", bundle)).then(async (pagefind) => {
      await pagefind.options({ baseUrl: new URL("..", bundle).pathname });
      await pagefind.init();
      return pagefind;
    }));
    let asked = 0;
    const ask = async () => {
      const turn = ++asked;
      const words = input.value.trim();
      if (!words) {
        list.replaceChildren();
        meta.textContent = "Type to search";
        return;
      }
      await new Promise((done) => setTimeout(done, PAUSE));
      if (turn !== asked) return;
      const pagefind = await load();
      const { results } = await pagefind.search(words);
      const shown = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
      if (turn !== asked) return;
      list.replaceChildren(...shown.map(item));
      const number = results.length;
      meta.textContent = number === 0 ? "No page found" : number === 1 ? "1 page found" : `${number} pages found`;
      if (number > MOST) meta.textContent += `, the best ${MOST} shown`;
    };
    const open = () => {
      toggle.checked = true;
      input.focus();
      load();
    };
    const close = () => {
      toggle.checked = false;
      input.blur();
    };
    input.addEventListener("focus", open);
    input.addEventListener("input", ask);
    form.addEventListener("reset", () => setTimeout(() => { ask(); input.focus(); }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    toggle.addEventListener("change", () => { if (toggle.checked) input.focus(); });
    whole.addEventListener("keydown", (event) => {
      const stops = [input, ...list.querySelectorAll("a")];
      const here = stops.indexOf(document.activeElement);
      if (event.key === "Escape") close();
      else if (event.key === "Tab" && here === -1) close();
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        stops[(here + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
      }
    });
    whole.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !whole.contains(event.relatedTarget)) toggle.checked = false;
    });
    addEventListener("keydown", (event) => {
      const writing = event.target.closest?.("input, select, textarea, [contenteditable]");
      if (!writing && !event.metaKey && !event.ctrlKey && !event.altKey && ["/", "f", "s"].includes(event.key)) {
        event.preventDefault();
        open();
      }
    });
  });
})();
