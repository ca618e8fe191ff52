// CPython as Pyodide builds it, in a host of its own: of all that the module can ask of JavaScript, only what the checker's
// Python does ask. Anything else throws, and so does each function that was left out of the module: see worker.mjs.

import { TRAMPOLINE } from "./trampoline.mjs";

const ARCHIVE = "/lib/python314.zip";
const [ASKED, FOUND] = ["/asked", "/found"]; // as checker/exchange.py names them
const ENVIRONMENT = { PYTHONHOME: "/", PYTHONHASHSEED: "0", PYTHONUTF8: "1", PYTHONTZPATH: "" }; // time zones: the checker's own
const ARGUMENTS = ["python", "-S"];

// Of WASI and of Emscripten's C library.
const [OK, BAD_FILE, NO_FILE, NO_LINK] = [0, 8, 44, 28];
const [DIRECTORY, FILE, TERMINAL] = [0o040755, 0o100644, 0o020666];
const [CREATE, STAT_BYTES, TIME_BYTES] = [0o100, 96, 44];

const utf8 = new TextEncoder();
const decoder = new TextDecoder();

/** Starts the module (compiled) with the standard library and the checker in one zip; `call` is what checker.answer gives. */
export async function start(compiled, archive) {
  const files = new Files([[ARCHIVE, archive]]);
  const memory = new Memory();
  const calls = { ...python(memory), ...clock(memory), ...filesystem(memory, files) };
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

/** The module's memory, read and written by its own layout: 32 bits, little-endian. */
class Memory {
  #exports;
  #bytes = new Uint8Array();
  #view;

  of(exports) {
    this.#exports = exports;
  }

  get table() {
    return this.#exports.__indirect_function_table;
  }

  get object() {
    return this.#exports.memory;
  }

  /** All of it as bytes: anew when it has grown. */
  get bytes() {
    const { buffer } = this.object;
    if (this.#bytes.buffer !== buffer) [this.#bytes, this.#view] = [new Uint8Array(buffer), new DataView(buffer)];
    return this.#bytes;
  }

  get view() {
    return this.bytes && this.#view;
  }

  word = at => this.view.getUint32(at, true);
  put = (at, word) => this.view.setUint32(at, word, true);
  putLong = (at, long) => this.view.setBigUint64(at, BigInt(long), true);
  clear = (at, length) => this.bytes.fill(0, at, at + length);
  string = at => decoder.decode(this.bytes.slice(at, this.bytes.indexOf(0, at)));

  /** A string in memory, where it stays until it is freed. */
  text(string) {
    const bytes = utf8.encode(`${string}\0`);
    const at = this.#exports.malloc(bytes.length);
    this.bytes.set(bytes, at);
    return at;
  }

  words(list) {
    const at = this.#exports.malloc(4 * list.length);
    list.forEach((word, place) => this.put(at + 4 * place, word));
    return at;
  }
}

/** Files by their paths; every directory above a file exists. */
class Files extends Map {
  #directories = new Set(["/", "/lib/python3.14", "/lib/python3.14/lib-dynload"]);

  kind(path) {
    return this.has(path) ? FILE : this.#directories.has(path) || [...this.keys()].some(file => file.startsWith(`${path}/`)) ? DIRECTORY : 0;
  }
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

/** What CPython and Pyodide ask as they start. */
function python(memory) {
  const variables = Object.entries(ENVIRONMENT).map(([name, value]) => utf8.encode(`${name}=${value}\0`));
  return {
    _PyEM_TrampolineCall_JS: (place, ...given) => memory.table.get(place)(...given),
    _Py_emscripten_runtime: () => 0,
    __hiwire_deduplicate_new: () => null,
    emscripten_runtime_keepalive_push: () => {},
    emscripten_resize_heap: bytes => {
      try {
        memory.object.grow(Math.ceil(((bytes >>> 0) - memory.bytes.length) / 65_536));
        return 1;
      } catch {
        return 0;
      }
    },
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
  };
}

/** Time passes; no rule reads a clock, so the local one is UTC's at its epoch. */
function clock(memory) {
  return {
    emscripten_date_now: () => Date.now(),
    clock_time_get: (clock, _, at) => {
      memory.putLong(at, Math.round((clock ? performance.now() : Date.now()) * 1e6));
      return OK;
    },
    _localtime_js: (_, at) => {
      memory.clear(at, TIME_BYTES);
      memory.put(at + 12, 1); // the first of the month
      memory.put(at + 20, 70); // years since 1900
    },
    _tzset_js: (seconds, summer, ...names) => {
      for (const at of [seconds, summer]) memory.put(at, 0);
      for (const at of names) memory.bytes.set(utf8.encode("UTC\0"), at);
    },
  };
}

function joined(one, other) {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}

/** Files are read from start to end, or written anew; what goes to the terminal goes to the console. */
function filesystem(memory, files) {
  const opened = new Map([0, 1, 2].map(number => [number, { path: null, at: 0 }]));
  const absolute = path => new URL(path, "file:///").pathname.replace(/(?<=.)\/$/, "");
  const describe = (kind, size, at) => {
    if (!kind) return -NO_FILE;
    memory.clear(at, STAT_BYTES);
    memory.put(at + 4, kind);
    memory.put(at + 8, 1);
    memory.putLong(at + 24, size);
    return OK;
  };
  const stat = (path, at) => describe(files.kind(path), files.get(path)?.length ?? 0, at);
  const named = (path, at) => stat(absolute(memory.string(path)), at);
  /** Goes through a list of parts of the memory; gives how many bytes `each` has moved. */
  const through = (list, count, moved, each) => {
    let sum = 0;
    for (let part = 0; part < count; part++) sum += each(memory.word(list + 8 * part), memory.word(list + 8 * part + 4));
    memory.put(moved, sum);
    return OK;
  };
  return {
    __syscall_stat64: named,
    __syscall_lstat64: named,
    __syscall_fstat64: (number, at) => {
      const { path } = opened.get(number) ?? {};
      return path === undefined ? -BAD_FILE : path === null ? describe(TERMINAL, 0, at) : stat(path, at);
    },
    __syscall_fcntl64: () => OK,
    _try_fcntl64: () => 0,
    __syscall_getcwd: at => memory.bytes.set([47, 0], at) ?? 2,
    __syscall_readlinkat: () => -NO_LINK,
    __syscall_getdents64: () => 0,
    __syscall_openat: (_, name, flags) => {
      const path = absolute(memory.string(name));
      if (flags & CREATE) files.set(path, new Uint8Array());
      if (!files.kind(path)) return -NO_FILE;
      let number = 3;
      while (opened.has(number)) number++;
      opened.set(number, { path, at: 0 });
      return number;
    },
    fd_close: number => (opened.delete(number) ? OK : BAD_FILE),
    fd_fdstat_get: (number, at) => {
      if (!opened.has(number)) return BAD_FILE;
      memory.clear(at, 24);
      memory.bytes[at] = number < 3 ? 2 : 4; // a terminal, a file
      return OK;
    },
    fd_seek: (number, offset, whence, at) => {
      const file = opened.get(number);
      file.at = Number(offset) + [0, file.at, files.get(file.path)?.length ?? 0][whence];
      memory.putLong(at, file.at);
      return OK;
    },
    fd_read: (number, list, count, moved) => {
      const file = opened.get(number);
      return through(list, count, moved, (at, length) => {
        const part = files.get(file.path)?.subarray(file.at, file.at + length) ?? [];
        memory.bytes.set(part, at);
        file.at += part.length;
        return part.length;
      });
    },
    fd_write: (number, list, count, moved) => {
      const { path } = opened.get(number);
      return through(list, count, moved, (at, length) => {
        const part = memory.bytes.slice(at, at + length);
        if (path === null) console.error(decoder.decode(part));
        else files.set(path, joined(files.get(path), part));
        return length;
      });
    },
  };
}
