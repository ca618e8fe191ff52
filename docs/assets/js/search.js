// Stands between the page and Material's search worker: that worker, and the entries to be searched, which grow with the
// pages, are fetched at the first query and not on every page view.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // Material's kinds of message
const AGAIN = 1000; // milliseconds until entries that could not be fetched are asked for again
let settings;
let searching; // a promise of Material's worker, from the first query on
let last; // what was typed last

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

async function search(query) {
  try {
    (await (searching ??= begin())).postMessage(query);
  } catch {
    searching = undefined; // no connection, perhaps
    setTimeout(() => query === last && search(query), AGAIN);
  }
}

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) {
    settings = message.data;
    postMessage({ type: READY });
  } else if (message.type === QUERY) {
    last = message;
    if (searching || message.data.trim()) search(message);
    else postMessage({ type: RESULT, data: { items: [] } });
  }
});
