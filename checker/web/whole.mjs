// Python by way of Pyodide as it comes, with the checker's own sources.

/** Starts it from `python`, a folder, and `rules`, a zip; what it fetches goes through `arriving`, which counts it. */
export function pyodide({ python, rules, lock }, arriving, count) {
  return Promise.race([started(python, rules, lock), broken(arriving, count)]);
}

/** Pyodide waits for ever where its files cannot be had or compiled, so what it asks for is watched here. */
function broken(arriving, count) {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    const fail = cause => {
      reject(cause);
      throw cause;
    };
    globalThis.fetch = address => arriving(address, count).catch(fail);
    WebAssembly.instantiateStreaming = (...given) =>
      instantiateStreaming.apply(WebAssembly, given).catch(cause => fail(Object.assign(cause, { failure: cause.failure ?? "wasm" })));
  });
}

async function started(python, rules, lock) {
  const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map(name => import(python + name));
  const [{ loadPyodide }] = await Promise.all(scripts).catch(cause => {
    throw Object.assign(cause, { failure: "download" });
  });
  const [found, archive] = await Promise.all([
    loadPyodide({ indexURL: python, packageBaseUrl: python, lockFileContents: lock }),
    fetch(rules).then(response => response.arrayBuffer()),
  ]);
  found.FS.writeFile("/checker.zip", new Uint8Array(archive));
  found.runPython("import sys; sys.path.append('/checker.zip')");
  const answer = found.pyimport("checker.answer");
  return { call: (name, given) => answer[name](...given) };
}
