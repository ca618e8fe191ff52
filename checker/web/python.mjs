// CPython as Pyodide builds it, started at build: the module's memory is what Python had made of it when all was imported
// (checker/publish/runtime/freeze.mjs). Of all that the module can ask of JavaScript, the host has only what the checker's Python
// does ask. Anything else throws, and so does each function that was left out of the module: see worker.mjs.

import { Files, host, unpacked } from "./host.mjs";
import { decoder, Memory, utf8 } from "./memory.mjs";
import { TRAMPOLINE } from "./trampoline.mjs";

const [ASKED, FOUND] = ["/asked", "/found"]; // as checker/exchange.py names them

/** Goes on with the module (compiled); `call` is what checker.answer gives. */
export async function start(compiled) {
  const note = name => WebAssembly.Module.customSections(compiled, name)[0];
  const files = new Files(unpacked(new Uint8Array(note("tables"))));
  const { exports, memory } = await instance(compiled, files);
  hop(exports, memory);
  const [exchange] = new Uint32Array(note("exchange"));
  const call = (name, given) => {
    files.set(ASKED, utf8.encode(JSON.stringify([name, ...given])));
    if (exports.PyObject_CallNoArgs(exchange)) return decoder.decode(files.get(FOUND));
    exports.PyErr_Print(); // to the console
    throw new Error(`Python failed at: ${name}`);
  };
  return { call, memory };
}

/** The module in a host that has `files` and `more`. */
export async function instance(compiled, files, more = () => ({})) {
  const memory = new Memory();
  const calls = { ...host(memory, files), ...more(memory) };
  const asked = new Proxy(calls, { get: (known, name) => known[name] ?? (() => { throw new Error(`${name} is not part of this host`); }) });
  const pointers = new Proxy({}, { get: () => new WebAssembly.Global({ value: "i32", mutable: true }, 0) }); // graphics: none here
  const { exports } = await WebAssembly.instantiate(compiled, { env: asked, wasi_snapshot_preview1: asked, "GOT.func": pointers });
  memory.of(exports);
  return { exports, memory };
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
