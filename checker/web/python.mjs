// CPython as Pyodide builds it, in a host of its own: of all that the module can ask of JavaScript, only what the checker's
// Python does ask. Anything else throws, and so does each function that was left out of the module: see worker.mjs.

import { Files, host } from "./host.mjs";
import { Memory } from "./memory.mjs";
import { TRAMPOLINE } from "./trampoline.mjs";

const ARCHIVE = "/lib/python314.zip";
const [ASKED, FOUND] = ["/asked", "/found"]; // as checker/exchange.py names them
const ARGUMENTS = ["python", "-S"];

const utf8 = new TextEncoder();
const decoder = new TextDecoder();

/** Starts the module (compiled) with the standard library and the checker in one zip; `call` is what checker.answer gives. */
export async function start(compiled, archive) {
  const files = new Files([[ARCHIVE, archive]]);
  const memory = new Memory();
  const calls = host(memory, files);
  const asked = new Proxy(calls, { get: (known, name) => known[name] ?? (() => { throw new Error(`${name} is not part of this host`); }) });
  const pointers = new Proxy({}, { get: () => new WebAssembly.Global({ value: "i32", mutable: true }, 0) }); // graphics: none here
  const { exports } = await WebAssembly.instantiate(compiled, { env: asked, wasi_snapshot_preview1: asked, "GOT.func": pointers });
  memory.of(exports);
  hop(exports, memory);
  exports.__wasm_call_ctors();
  const list = ARGUMENTS.map(word => memory.text(word));
  exports.__main_argc_argv(list.length, memory.words([...list, 0]));
  const run = code => {
    const text = memory.text(code);
    const failed = exports.PyRun_SimpleStringFlags(text, 0);
    exports.free(text);
    if (failed) throw new Error(`Python failed: ${code}`); // what and where, Python itself has written to the console
  };
  run("import sys; sys.modules['_hashlib'] = None"); // OpenSSL's: Python's own SHA-256 starts sooner
  run("from checker.exchange import exchange");
  const call = (name, given) => {
    files.set(ASKED, utf8.encode(JSON.stringify([name, ...given])));
    run("exchange()");
    return decoder.decode(files.get(FOUND));
  };
  return { call, run, files, memory };
}

/** CPython calls C functions with more arguments than they take, which WebAssembly allows by way of this module only. */
function hop(exports, memory) {
  const { table } = memory;
  let hopping;
  try {
    hopping = new WebAssembly.Instance(new WebAssembly.Module(TRAMPOLINE), { env: { __indirect_function_table: table, memory: memory.object } });
  } catch {
    return; // an older engine: CPython then asks for _PyEM_TrampolineCall_JS
  }
  const place = table.grow(1);
  table.set(place, hopping.exports.trampoline_call);
  memory.put(exports._PyRuntime.value + memory.word(exports._PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET.value), place);
}
