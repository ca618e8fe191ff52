// The thread in which Python runs, and where it finds it. The page's head begins the first, ahead of the page: it takes a while.

const { root, ...told } = JSON.parse(document.querySelector("#python").textContent);

/** What worker.mjs is told. */
export const places = { root: new URL(root, document.baseURI).href, ...told };

function begun(again) {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
  worker.postMessage({ ...places, again });
  return worker;
}

/** Whether the browser can run Python at all. */
export const able = Boolean(globalThis.WebAssembly?.compileStreaming);

let ahead;
try {
  if (able) ahead = begun(false);
  ahead?.addEventListener("error", () => { ahead = undefined; }); // the next one will say why
} catch {
  // and so will this one
}

/** A worker.mjs that nobody has, begun `again` where what the browser has kept is not to be trusted. Throws where it is refused. */
export function thread(again) {
  const worker = ahead ?? begun(again);
  ahead = undefined;
  return worker;
}
