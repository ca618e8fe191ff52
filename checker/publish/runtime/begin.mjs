// Runs a program on Node, in Python from Pyodide's module and with the checker's own host:
// node begin.mjs {web, module, files, program, out, memory}, a JSON text. `files` is a bundle of what Python finds on disk; what the
// program leaves in /out is written to `out`, the memory as it is then to `memory`, where that is wanted.

import { readFileSync, writeFileSync } from "node:fs";

const given = JSON.parse(process.argv[2]);
const { instance } = await import(`${given.web}/python.mjs`);
const { Files, unpacked } = await import(`${given.web}/host.mjs`);

const ENVIRONMENT = {
  PYTHONHOME: "/",
  PYTHONPATH: "/python",
  PYTHONHASHSEED: "0",
  PYTHONUTF8: "1",
  PYTHONTZPATH: "", // time zones: the checker's own
};
const ARGUMENTS = ["python", "-S"];
const [OK, NO_LINK, FROZEN_BYTES] = [0, 28, 16];
const SIGNED = "\n--\n\n"; // between a function's arguments and its description

const files = new Files(unpacked(readFileSync(given.files)));
const { exports, memory } = await instance(await WebAssembly.compile(readFileSync(given.module)), files, starting);
exports.__wasm_call_ctors();
const words = ARGUMENTS.map(word => memory.text(word));
exports.__main_argc_argv(words.length, memory.words([...words, 0]));
if (exports.PyRun_SimpleStringFlags(memory.text(readFileSync(given.program, "utf8")), 0)) process.exit(1);
writeFileSync(given.out, files.get("/out"));
if (given.memory) {
  forget(exports.emscripten_stack_get_end());
  wipe(exports.PyObject_Malloc, exports.PyObject_Free, 512);
  wipe(exports.malloc, exports.free, 1 << 20);
  memory.bytes.fill(0, exports.emscripten_stack_get_end(), exports.emscripten_stack_get_current()); // what calls have left there
  writeFileSync(given.memory, memory.bytes);
}
process.exit(0);

/** Blanks what nothing asks for when all is imported: the modules that lie in the module itself, and what its functions are for. */
function forget(end) {
  for (const list of ["_PyImport_FrozenBootstrap", "_PyImport_FrozenStdlib", "_PyImport_FrozenTest"]) {
    for (let at = memory.word(exports[list].value); memory.word(at); at += FROZEN_BYTES) {
      const [code, size] = [memory.word(at + 4), memory.word(at + 8)];
      memory.clear(code, size);
    }
  }
  const told = Buffer.from(memory.bytes.buffer, 0, end);
  for (let at = 0; (at = told.indexOf(SIGNED, at)) >= 0; ) {
    at += SIGNED.length;
    memory.clear(at, told.indexOf(0, at) - at);
  }
}

/** Fills with zeros what was freed: it is allocated from the largest piece to the smallest, until what comes was never in use. */
function wipe(allocate, release, largest) {
  const before = memory.bytes.slice();
  const held = [];
  for (let size = largest; size >= 8; size -= Math.max(8, size >> 3 & ~7)) {
    for (let used = true; used; ) {
      const at = allocate(size);
      held.push(at);
      used = before.subarray(at & -4096, at + size).some(Boolean);
      if (used) memory.bytes.fill(0, at, at + size);
    }
  }
  held.forEach(at => release(at));
}

/** What Python asks as it starts, and not again. */
function starting(memory) {
  const variables = Object.entries(ENVIRONMENT).map(([name, value]) => new TextEncoder().encode(`${name}=${value}\0`));
  return {
    _Py_emscripten_runtime: () => 0,
    __hiwire_deduplicate_new: () => null,
    emscripten_runtime_keepalive_push: () => {},
    _emscripten_get_progname: at => memory.clear(at, 1),
    environ_sizes_get: (count, size) => {
      memory.put(count, variables.length);
      memory.put(size, variables.reduce((sum, one) => sum + one.length, 0));
      return OK;
    },
    environ_get: (list, at) => {
      for (const [place, one] of variables.entries()) {
        memory.put(list + 4 * place, at);
        memory.bytes.set(one, at);
        at += one.length;
      }
      return OK;
    },
    // The same start on any day: time stands still.
    clock_time_get: (clock, _, at) => memory.putLong(at, 0) ?? OK,
    emscripten_date_now: () => 0,
    __syscall_getcwd: at => memory.bytes.set([47, 0], at) ?? 2,
    __syscall_readlinkat: () => -NO_LINK,
  };
}
