// What the module asks of JavaScript, of all that it could ask: by the names and the numbers of WASI and of Emscripten's C library.

const ENVIRONMENT = { PYTHONHOME: "/", PYTHONHASHSEED: "0", PYTHONUTF8: "1", PYTHONTZPATH: "" }; // time zones: the checker's own

const [OK, BAD_FILE, NO_FILE, NO_LINK] = [0, 8, 44, 28];
const [DIRECTORY, FILE, TERMINAL] = [0o040755, 0o100644, 0o020666];
const [CREATE, STAT_BYTES, TIME_BYTES] = [0o100, 96, 44];

const utf8 = new TextEncoder();
const decoder = new TextDecoder();

/** The calls by their names; `files` are what Python finds on disk. */
export const host = (memory, files) => ({ ...python(memory), ...clock(memory), ...filesystem(memory, files) });

/** Files by their paths; every directory above a file exists. */
export class Files extends Map {
  #directories = new Set(["/", "/lib/python3.14", "/lib/python3.14/lib-dynload"]);

  kind(path) {
    return this.has(path) ? FILE : this.#directories.has(path) || [...this.keys()].some(file => file.startsWith(`${path}/`)) ? DIRECTORY : 0;
  }
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
