// A WebAssembly module's memory, read and written by its own layout: 32 bits, little-endian.

export const utf8 = new TextEncoder();
export const decoder = new TextDecoder();

export class Memory {
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
