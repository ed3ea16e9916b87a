/* Filters and order on the index pages. All rows stand in the page; this only hides and moves them. */
"use strict";

(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const content = form.closest(".md-typeset");
  const rows = [...content.querySelectorAll(".facets")].map((facets) => ({
    facets: facets.dataset,
    element: facets.closest("li, tr"),
    home: facets.closest("li, tr").parentElement,
  }));
  const count = form.querySelector("[role=status]");
  const fields = [...form.querySelectorAll("select, input")];

  const matches = ({ facets }, name, wanted) => {
    if (name === "from") return Boolean(facets.to) && facets.to.slice(0, wanted.length) >= wanted;
    if (name === "until") return Boolean(facets.from) && facets.from.slice(0, wanted.length) <= wanted;
    if (name === "words") return facets.words.includes(wanted.toLowerCase());
    return (facets[name] ?? "").split(" ").includes(wanted);
  };

  /* A heading goes with its last row; so does the frame around rows. */
  const tidy = () => {
    for (const frame of content.querySelectorAll(".facts, .table")) {
      const own = [...frame.querySelectorAll(".facets")];
      if (own.length) frame.hidden = own.every((facets) => facets.closest("li, tr").hidden);
    }
    let inside = [];
    const settle = (heading, frames) => {
      if (frames.length) heading.hidden = frames.every((frame) => frame.hidden);
    };
    for (const part of content.querySelectorAll(":scope > h2, :scope > h3, :scope > .facts, :scope > .table")) {
      if (part.matches("h2, h3")) {
        inside = inside.filter(({ heading }) => heading.tagName < part.tagName);
        inside.push({ heading: part, frames: [] });
      } else {
        inside.forEach(({ frames }) => frames.push(part));
      }
      inside.forEach(({ heading, frames }) => settle(heading, frames));
    }
  };

  const together = document.createElement("div");
  together.className = "facts together";
  const list = together.appendChild(document.createElement("ul"));

  const orders = {
    newest: (a, b) => (b.facets.from ?? "").localeCompare(a.facets.from ?? ""),
    sources: (a, b) => Number(b.facets.told) - Number(a.facets.told),
  };

  /* Any order but that of the page puts all rows into one list; the page's own puts each back where it was. */
  const order = (wanted) => {
    const by = orders[wanted];
    if (!by) {
      rows.forEach(({ element, home }) => home.append(element));
      together.remove();
    } else {
      [...rows].sort(by).forEach(({ element }) => list.append(element));
      form.after(together);
    }
  };

  const apply = () => {
    const asked = fields.filter(({ name, value }) => value.trim() && name !== "order");
    for (const row of rows) {
      row.element.hidden = !asked.every(({ name, value }) => matches(row, name, value.trim()));
    }
    const ordered = form.elements.order?.value ?? "";
    order(ordered);
    tidy();
    const left = rows.filter(({ element }) => !element.hidden).length;
    count.textContent = asked.length ? `${left} of ${rows.length}` : `${rows.length}`;
    form.querySelector("button").hidden = !asked.length && !ordered;
    const query = new URLSearchParams(fields.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value]));
    const address = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
    if (location.protocol !== "file:") history.replaceState(history.state, "", address);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  if (rows.length) apply();
  else form.hidden = true;
})();

(() => {
  /* A table's head puts its rows in order: once up, once down. */
  const value = (row, column) => {
    const cell = row.cells[column];
    const day = cell.querySelector("[data-day]")?.dataset.day;
    const words = cell.textContent.trim();
    if (day !== undefined) return day;
    return words !== "" && !Number.isNaN(Number(words)) ? Number(words) : words.toLowerCase();
  };
  for (const table of document.querySelectorAll(".md-typeset .sortable table")) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const words = head.textContent.trim();
      if (!words) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sorted = [...body.rows].sort((a, b) => {
          const [x, y] = [value(a, column), value(b, column)];
          if (typeof x === typeof y) return x < y ? -1 : x > y ? 1 : 0;
          return typeof x === "number" ? -1 : 1;
        });
        body.append(...(down ? sorted.reverse() : sorted));
      });
    });
  }
})();
