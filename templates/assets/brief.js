/* The search is a dialog that its theme leaves without a name. */
"use strict";

document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");

/* The way back: who follows a citation stands on the passage and finds a link to where the claim was made. */
addEventListener("DOMContentLoaded", () => {
  const offerTheWayBack = () => {
    document.querySelector(".md-typeset .back")?.remove();
    const passage = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const from = document.referrer && new URL(document.referrer);
    if (passage?.tagName !== "MARK" || !from || from.origin !== location.origin || from.pathname === location.pathname) return;
    const back = document.createElement("a");
    back.className = "back";
    back.href = from.href;
    back.textContent = "↩ back to the claim";
    back.addEventListener("click", (event) => {
      event.preventDefault();
      history.back();
    });
    passage.after(back);
  };
  offerTheWayBack();
  addEventListener("hashchange", offerTheWayBack);
});
