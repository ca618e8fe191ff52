// What Python asks of JavaScript, of all that it could ask: by the names and the numbers of WASI and of Emscripten's C library.

import { decoder, utf8 } from "./memory.mjs";

const [OK, BAD_FILE, NO_FILE] = [0, 8, 44];
const [DIRECTORY, FILE, TERMINAL] = [0o040755, 0o100644, 0o020666];
const [CREATE, STAT_BYTES, TIME_BYTES, PAGE] = [0o100, 96, 44, 65_536];
const [ENTRY_BYTES, IS_DIRECTORY, IS_FILE] = [280, 4, 8];

/** The calls by their names; `files` are what Python finds on disk. */
export const host = (memory, files) => ({ ...python(memory), ...clock(memory), ...filesystem(memory, files) });

/** Files by their paths; every directory above a file exists. */
export class Files extends Map {
  kind(path) {
    return this.has(path) ? FILE : path === "/" || [...this.keys()].some(file => file.startsWith(`${path}/`)) ? DIRECTORY : 0;
  }

  /** What lies in a directory: [name, whether it is a file]. */
  within(path) {
    const below = [...this.keys()].filter(file => file.startsWith(`${path}/`)).map(file => file.slice(path.length + 1).split("/"));
    return [...new Map(below.map(([name, ...rest]) => [name, !rest.length]))];
  }
}

/** The files in a bundle, each named with its size in the first line, as JSON. */
export function unpacked(bundle) {
  let at = bundle.indexOf(10);
  const sizes = JSON.parse(decoder.decode(bundle.subarray(0, at++)));
  return Object.entries(sizes).map(([path, size]) => [path, bundle.subarray(at, (at += size))]);
}

const python = memory => ({
  _PyEM_TrampolineCall_JS: (place, ...given) => memory.table.get(place)(...given),
  emscripten_resize_heap: bytes => {
    try {
      memory.object.grow(Math.ceil(((bytes >>> 0) - memory.bytes.length) / PAGE));
      return 1;
    } catch {
      return 0;
    }
  },
});

/** Time passes; no rule reads a clock, so the local one is UTC's at its epoch. */
const clock = memory => ({
  clock_time_get: (clock, _, at) => memory.putLong(at, Math.round((clock ? performance.now() : Date.now()) * 1e6)) ?? OK,
  _localtime_js: (_, at) => {
    memory.clear(at, TIME_BYTES);
    memory.put(at + 12, 1); // the first of the month
    memory.put(at + 20, 70); // years since 1900
  },
  _tzset_js: (seconds, summer, ...names) => {
    for (const at of [seconds, summer]) memory.put(at, 0);
    for (const at of names) memory.bytes.set(utf8.encode("UTC\0"), at);
  },
});

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
    __syscall_getdents64: (number, at, length) => {
      const directory = opened.get(number);
      directory.rest ??= files.within(directory.path);
      const part = directory.rest.splice(0, Math.floor(length / ENTRY_BYTES));
      for (const [place, [name, isFile]] of part.entries()) {
        const entry = at + place * ENTRY_BYTES;
        memory.clear(entry, ENTRY_BYTES);
        memory.putLong(entry, 1);
        memory.putLong(entry + 8, 1);
        memory.bytes.set([ENTRY_BYTES & 255, ENTRY_BYTES >> 8, isFile ? IS_FILE : IS_DIRECTORY], entry + 16);
        memory.bytes.set(utf8.encode(name), entry + 19);
      }
      return part.length * ENTRY_BYTES;
    },
  };
}
