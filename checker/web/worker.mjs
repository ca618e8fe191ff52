// Runs the rules in Python, in a module worker: the page stays free meanwhile.
//
// In:  first {root, lean, whole, sums, again}, where below the site's address Python can be had: lean {module, bytes}, what the
//      checker needs of it, empty where the site has none; whole {python, rules, lock, bytes}, Pyodide as it comes, for all that lean
//      Python turns out to lack; SHA-256 of each file by its address; and whether what the browser has kept is not to be trusted.
//      Whoever sends that a second time hears how far it has come. Then {id, call, given}, as often as wanted: a function of
//      checker/answer.py and what it is given, texts.
// Out: {loaded, bytes}, how much has arrived of how much; {ready: true}; {id, found}, what the function gives; or a failure:
//      {id, failure: "answer"}, or {failure: "download" | "wasm" | "start"} where nothing can be answered at all.

const engine = fetch; // whole.mjs puts a watch in its place
let files;
let far; // what was last said of how much has arrived
let python; // a promise of {call(name, given), whole: whether it is Pyodide as it comes}

const failed = (failure, cause) => Object.assign(new Error(String(cause)), { failure });

/** A module of this folder, or of Pyodide. */
const part = address => import(address).catch(cause => { throw failed("download", cause); });

const WASM = "application/wasm";
const STEPS = 50; // in so many the page hears how much has arrived: it has more to do than to listen

/** What an address gives, counted as it arrives; the response itself stays the server's own, whose compiled code is kept. */
async function arriving(address, count) {
  const response = await engine(address, { cache: files.again ? "reload" : "default" }).catch(cause => { throw failed("download", cause); });
  if (!response.ok) throw failed("download", `${response.status} ${response.url}`);
  const sum = files.sums[response.url.slice(files.root.length)];
  sums.push(count(response.clone().body).then(async parts => !parts || !sum || sum === ((await summed(parts)) ?? sum)));
  const known = !response.url.endsWith(".wasm") || (response.headers.get("Content-Type") ?? "").startsWith(WASM);
  return known ? response : new Response(response.body, { headers: { "Content-Type": WASM } }); // not every server knows it
}

let sums = []; // promises of what has arrived: whether it is what was published

/** SHA-256 in hexadecimal; a browser offers it where the connection is safe, and else there is no sum to compare. */
async function summed(parts) {
  const found = await crypto.subtle?.digest("SHA-256", joined(parts));
  return found && Array.from(new Uint8Array(found), byte => byte.toString(16).padStart(2, "0")).join("");
}

function joined(parts) {
  const content = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (content.set(part, at), at + part.length), 0);
  return content;
}

/** Waits for what `start` gives; rejects with `failure` where a file was not the published one, whatever came of it. */
async function intact(failure, start) {
  sums = [];
  far = undefined;
  try {
    return await start();
  } catch (error) {
    if (error.failure === "download") sums = [];
    throw error;
  } finally {
    if ((await Promise.all(sums)).includes(false)) throw failed(failure, "A file is not what was published.");
  }
}

function counter(bytes) {
  let loaded = 0;
  return async stream => {
    const parts = [];
    try {
      for await (const part of pieces(stream)) {
        parts.push(part);
        loaded += part.length;
        if (loaded - (far?.loaded ?? 0) >= bytes / STEPS || loaded >= bytes) postMessage((far = { loaded, bytes }));
      }
      return parts;
    } catch {
      // who reads the response itself finds that out, too
    }
  };
}

async function* pieces(stream) {
  const reader = stream.getReader();
  for (let next; !(next = await reader.read()).done; ) yield next.value;
}

async function lean({ module, bytes }) {
  const compiled = arriving(files.root + module, counter(bytes)).then(WebAssembly.compileStreaming);
  const [{ start: goOn }, ready] = await Promise.all([part("./python.mjs"), compiled]);
  return { ...(await goOn(ready)), whole: false };
}

async function whole({ python, rules, lock, bytes }) {
  const { pyodide } = await part("./whole.mjs");
  const places = { python: files.root + python, rules: files.root + rules, lock };
  return { ...(await pyodide(places, arriving, counter(bytes))), whole: true };
}

/** Python as lean as it can be had: what is not to be had at all is no reason to ask for more. */
function started() {
  const all = () => intact("download", () => whole(files.whole));
  if (!files.lean.module) return all();
  return intact("damaged", () => lean(files.lean)).catch(error => {
    if (error.failure === "download") throw error;
    console.warn("Lean Python did not start:", error);
    return all();
  });
}

/** The answer of lean Python; where it lacks something, of Pyodide as it comes, from then on. */
async function answered(call, given) {
  const used = (python ??= started());
  try {
    return (await used).call(call, given);
  } catch (error) {
    console.warn("Python failed:", error);
    const { whole: all } = await used;
    if (python === used) python = all ? undefined : intact("download", () => whole(files.whole)); // or the next call starts anew
    if (all) throw error;
    const { call: answer } = await python;
    postMessage({ ready: true }); // what has arrived since said that there is something to wait for again
    return answer(call, given);
  }
}

async function start(places) {
  files = places;
  if (far) postMessage(far);
  python ??= started();
  try {
    await python;
    postMessage({ ready: true });
  } catch (error) {
    console.error(error);
    postMessage({ failure: error.failure ?? "start" });
  }
}

async function answer({ id, call, given }) {
  try {
    postMessage({ id, found: JSON.parse(await answered(call, given)) });
  } catch (error) {
    console.error(error);
    postMessage({ id, failure: "answer" });
  }
}

addEventListener("message", ({ data }) => (data.whole ? start(data) : answer(data)));
