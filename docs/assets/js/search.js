// Stands between the page and Material's search worker: that worker, and the entries to be searched, which grow with the
// pages, are fetched at the first query and not on every page view.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // Material's kinds of message
let settings;
let searching; // a promise of Material's worker, from the first query on

const at = address => new URL(`../../${address}`, location.href);

async function begin() {
  const docs = await (await fetch(at(settings.config.entries))).json();
  const worker = new Worker(at(settings.config.worker));
  await new Promise((ready, failed) => {
    worker.onerror = failed;
    worker.onmessage = ready;
    worker.postMessage({ type: SETUP, data: { ...settings, docs } });
  });
  worker.onmessage = ({ data }) => postMessage(data);
  return worker;
}

addEventListener("message", async ({ data: message }) => {
  if (message.type === SETUP) {
    settings = message.data;
    postMessage({ type: READY });
  } else if (message.type === QUERY && !searching && !message.data.trim()) {
    postMessage({ type: RESULT, data: { items: [] } });
  } else {
    searching ??= begin();
    try {
      (await searching).postMessage(message);
    } catch {
      searching = undefined; // no connection, perhaps: the next letter tries again
    }
  }
});
