// Run before a page's own scripts: notes when Python was ready, when the answer stood, and what held the page up.

window.watched = (() => {
  const at = { long: [] };
  new PerformanceObserver(list => at.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
  addEventListener("click", ({ timeStamp }) => (at.clicked ??= timeStamp), { capture: true });

  const readied = Promise.withResolvers();
  const answered = Promise.withResolvers();
  const look = () => {
    const checker = document.querySelector(".checker");
    const answer = document.querySelector(".checker-answer:not([hidden])");
    if (!at.ready && checker?.dataset.ready !== undefined) {
      at.ready = performance.now();
      readied.resolve();
    }
    if (!at.answered && answer?.textContent) {
      at.answered = performance.now();
      at.answer = answer.querySelector("h2").textContent;
      // The frame with the answer is painted after its animation callbacks: what is posted from there runs behind it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          at.painted = performance.now();
          answered.resolve();
        };
        port2.postMessage(null);
      });
    }
  };
  const attributeFilter = ["hidden", "data-ready"];
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });
  return { at, readied: readied.promise, answered: answered.promise };
})();
