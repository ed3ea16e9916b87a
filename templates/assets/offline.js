/* Search without a server: browsers start no worker from a disk, so that the theme's worker runs in a hidden frame.
   `brief zip` adds this script; the site itself does not have it. */
"use strict";

if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    #inside;
    #waiting = [];

    constructor(address) {
      super();
      const whole = new URL(address, document.baseURI);
      const start = () => {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        frame.title = "Search";
        document.body.append(frame);
        const inside = frame.contentWindow;
        const script = (source, done) => {
          const element = frame.contentDocument.createElement("script");
          element.src = new URL(source, whole);
          element.addEventListener("load", done);
          frame.contentDocument.head.append(element);
        };
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        inside.importScripts = (...sources) =>
          sources.reduce((before, source) => before.then(() => new Promise((done) => script(source, done))), Promise.resolve());
        script(whole, () => {
          this.#inside = inside;
          this.#waiting.splice(0).forEach((data) => this.postMessage(data));
        });
      };
      if (document.body) start();
      else addEventListener("DOMContentLoaded", start);
    }

    postMessage(data) {
      if (this.#inside) this.#inside.dispatchEvent(new MessageEvent("message", { data }));
      else this.#waiting.push(data);
    }

    terminate() {}
  };
}
