// Runs the rules in Python, in a module worker: the page stays free meanwhile.
//
// In:  first {python, rules, lock}, addresses and Pyodide's lock file; then {id, call, given}, as often as wanted: a
//      function of checker/answer.py and what it is given, texts.
// Out: {loaded}, bytes that have arrived; {ready: true}; {id, found}, what the function gives; or a failure:
//      {id, failure: "answer"}, or {failure: "download" | "wasm" | "start"} where nothing can be answered at all.

/** Pyodide waits for ever where its files cannot be had or compiled, so what it asks for is watched here. */
function watched() {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  let loaded = 0;
  return new Promise((_, reject) => {
    const fail = (failure, cause) => {
      reject(Object.assign(new Error(String(cause)), { failure }));
      throw cause;
    };
    const count = () => new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        postMessage({ loaded });
        controller.enqueue(chunk);
      },
    });
    globalThis.fetch = async (...asked) => {
      const response = await fetch(...asked).catch(cause => fail("download", cause));
      if (!response.ok) fail("download", new Error(`${response.status} ${response.url}`));
      return new Response(response.body.pipeThrough(count()), response);
    };
    WebAssembly.instantiateStreaming = (...asked) =>
      instantiateStreaming.apply(WebAssembly, asked).catch(cause => fail("wasm", cause));
  });
}

async function started({ python, rules, lock }) {
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map(name => import(python + name));
  const [{ loadPyodide }] = await Promise.all(scripts).catch(cause => {
    throw Object.assign(cause, { failure: "download" });
  });
  const [pyodide, archive] = await Promise.all([
    loadPyodide({ indexURL: python, packageBaseUrl: python, lockFileContents: lock }),
    fetch(rules).then(response => response.arrayBuffer()),
  ]);
  pyodide.FS.writeFile("/checker.zip", new Uint8Array(archive));
  pyodide.runPython("import sys; sys.path.append('/checker.zip')");
  return pyodide.pyimport("checker.answer");
}

let python;

async function start(files) {
  const broken = watched();
  python = Promise.race([started(files), broken]);
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
    postMessage({ id, found: JSON.parse((await python)[call](...given)) });
  } catch (error) {
    console.error(error);
    postMessage({ id, failure: "answer" });
  }
}

addEventListener("message", ({ data }) => (data.python ? start(data) : answer(data)));
