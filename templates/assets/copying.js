/* "Cite this": a button beside each fact that copies its sentence with its sources, their dates and the address. */
"use strict";

(() => {
  const spoken = document.createElement("p");
  spoken.className = "spoken";
  spoken.setAttribute("role", "status");

  /** The fact's sentence: what stands between the date and what is said beside it. */
  const sentence = (line) => {
    const copy = line.cloneNode(true);
    const left = ".date, .status, .cite, .more, .confidence, .contested, .aside, .indicators, .words, .copy, ul, ol";
    copy.querySelectorAll(left).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  /** What the line's citations name, each once: "The Courier, 3 May 2031". */
  const sources = (line) => {
    const told = [...line.querySelectorAll(":scope > .cite, :scope > p > .cite")].map((mark) => {
      const words = mark.dataset.cited ?? mark.title;
      return words.slice(words.lastIndexOf(" — ") + 3).replace(/, grade [A-F]$/, "");
    });
    return [...new Set(told)].join("; ");
  };

  const address = (date) => (date.id ? `${location.href.split("#")[0]}#${date.id}` : date.href);

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not given to pages that come from a folder or without encryption.
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "spoken";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };

  const dates = document.querySelectorAll(".md-typeset .facts li > .date, .md-typeset .facts li > p > .date");
  for (const date of dates) {
    const line = date.closest("li");
    if (!(date.id || date.href) || !line.querySelector(".cite")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "cite";
    button.setAttribute("aria-label", `Cite this: ${sentence(line)}`);
    button.addEventListener("click", async () => {
      const day = date.textContent.trim();
      await copied(`${sentence(line)} (${day}). ${sources(line)}. ${address(date)}`);
      button.textContent = "copied";
      spoken.textContent = "Copied with its sources and its address";
      setTimeout(() => (button.textContent = "cite"), 1600);
    });
    const inner = date.parentElement.querySelector(":scope > :is(ul, ol)"); // what answers a question
    date.parentElement.insertBefore(button, inner);
  }
  if (dates.length) document.body.append(spoken);
})();
