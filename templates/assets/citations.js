/* A citation tells its quote, source, date and grade in place: on hover, on focus, and on the first tap of a finger. */
"use strict";

(() => {
  const marks = [...document.querySelectorAll(".md-typeset a.cite[title]")];
  if (!marks.length) return;

  const card = document.createElement("div");
  card.className = "citation";
  card.id = "citation";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  const quote = card.appendChild(document.createElement("p"));
  quote.className = "quote";
  const source = card.appendChild(document.createElement("p"));
  source.className = "source";
  const way = card.appendChild(document.createElement("a"));
  way.textContent = "Open the passage";
  document.body.append(card);

  let shown = null;
  let waiting = 0;

  const place = (mark) => {
    const at = mark.getBoundingClientRect();
    const margin = 8;
    card.style.left = "0";
    card.style.top = "0";
    const { width, height } = card.getBoundingClientRect();
    const left = Math.max(margin, Math.min(at.left - 24, document.documentElement.clientWidth - width - margin));
    const above = at.top - height - 6;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(above > margin ? above : at.bottom + 6) + scrollY}px`;
  };

  const show = (mark, byTouch = false) => {
    clearTimeout(waiting);
    const words = mark.dataset.cited;
    const cut = words.lastIndexOf(" — ");
    quote.textContent = cut < 0 ? words : words.slice(0, cut);
    source.textContent = cut < 0 ? "" : words.slice(cut + 3);
    way.href = mark.href;
    way.hidden = !byTouch;
    card.hidden = false;
    place(mark);
    shown?.removeAttribute("aria-describedby");
    mark.setAttribute("aria-describedby", card.id);
    shown = mark;
  };

  const hide = () => {
    clearTimeout(waiting);
    card.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };

  const soon = (act, delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, delay);
  };

  for (const mark of marks) {
    mark.dataset.cited = mark.title;
    mark.removeAttribute("title"); // or the theme shows a second tip
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(() => show(mark), 90));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && soon(hide, 220));
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
    mark.addEventListener("blur", () => soon(hide, 120));
    let touched = false;
    mark.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
    mark.addEventListener("click", (event) => {
      if (!touched || (shown === mark && !card.hidden)) return;
      event.preventDefault();
      show(mark, true);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", () => soon(hide, 220));
  way.addEventListener("focus", () => clearTimeout(waiting));
  way.addEventListener("blur", () => soon(hide, 120));
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !event.target.closest?.(".cite")) hide();
  });
})();
