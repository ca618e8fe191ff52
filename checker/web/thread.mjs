// The thread in which Python is to run. A browser takes a while to start one, so the page's head begins the first, ahead of the page.

const begun = () => new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });

let ahead;
try {
  ahead = begun();
  ahead.addEventListener("error", () => { ahead = undefined; }); // the next one will say why
} catch {
  // and so will this one
}

/** A worker.mjs that nobody has. Throws where the browser refuses it. */
export function thread() {
  const worker = ahead ?? begun();
  ahead = undefined;
  return worker;
}
