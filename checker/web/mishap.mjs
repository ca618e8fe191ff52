// Where the page's script, or a module that it imports, cannot be had or read, says so: this one waits for it and imports nothing else.

const MODULE = /rel="modulepreload" href="([^"]+)" integrity="([^"]+)"/g; // as a page names what its script imports
const [form, failure, handed, late] = ["form", "failure", "handed", "late"].map(name => document.querySelector(`.checker-${name}`));

import("./page.mjs").catch(cause => {
  form.querySelector("[type=submit]").disabled = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    failure.focus();
  });
  failure.querySelector("p").textContent = JSON.parse(handed.textContent).say.failed_start;
  failure.querySelector("button").addEventListener("click", retry);
  late.remove();
  fail(cause);
});

function fail(cause) {
  console.error(cause);
  failure.hidden = false;
}

/** Opens the page anew, with the answers as a link carries them, once that is of use: few browsers try a module twice. */
async function retry() {
  failure.hidden = true;
  try {
    const page = await (await fetch(location.href, { cache: "no-cache" })).text(); // perhaps of another version
    await Promise.all(Array.from(page.matchAll(MODULE), ([, address, integrity]) => renewed(address, integrity)));
  } catch (cause) {
    fail(cause);
    return failure.focus();
  }
  history.replaceState(null, "", `#answers?${new URLSearchParams(new FormData(form))}`);
  location.reload();
}

/** Fetches a module in place of what the browser has kept of it. Rejects where it is not what was published. */
async function renewed(address, integrity) {
  const response = await fetch(new URL(address, document.baseURI), { cache: "reload", integrity });
  if (!response.headers.get("Content-Type")?.includes("javascript")) throw new Error(`No script: ${response.url}`);
}
