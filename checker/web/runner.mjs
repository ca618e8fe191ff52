// Python at hand: starts the worker when it is wanted, hands orders to it and its answers back.

import { thread } from "./thread.mjs";

export class Failure extends Error {
  /** `code`: "download", "wasm", "start" or "answer". */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export class Runner {
  #root;
  #python;
  #worker;
  #started;
  #waiting = new Map();
  #next = 0;
  #report;

  /** How many bytes have arrived, of how many that are needed, and whether orders can be answered. */
  loaded = 0;
  bytes = 1;
  ready = false;

  /** `root` is the site's address, below it those in `python` (see worker.mjs). `report` is called as the start goes on. */
  constructor(root, python, report) {
    this.#root = root;
    this.#python = python;
    this.#report = report;
  }

  /** Resolves when Python can answer; rejects with a Failure. Starts once; after a failed start, anew. */
  start() {
    return (this.#started ??= this.#launch().catch(failure => {
      this.#started = undefined;
      throw failure;
    }));
  }

  /** What a function of checker/answer.py gives; orders and the like are handed over as JSON text. */
  async call(name, ...given) {
    await this.start();
    const id = this.#next++;
    const texts = given.map(value => (typeof value === "string" ? value : JSON.stringify(value)));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call: name, given: texts });
    });
  }

  #launch() {
    this.loaded = 0;
    this.ready = false;
    return new Promise((resolve, reject) => {
      const fail = code => {
        this.#worker?.terminate();
        this.#started = undefined;
        const failure = new Failure(code);
        reject(failure);
        for (const asked of this.#waiting.values()) asked.reject(failure);
        this.#waiting.clear();
      };
      if (!globalThis.WebAssembly?.instantiateStreaming) return fail("wasm");
      try {
        this.#worker = thread();
      } catch {
        return fail("start");
      }
      // An error event without a message: the worker's own script could not be had.
      this.#worker.addEventListener("error", ({ message }) => fail(message ? "start" : "download"));
      this.#worker.addEventListener("message", ({ data }) => {
        if (data.id !== undefined) return this.#settle(data);
        if (data.failure) return fail(data.failure);
        this.loaded = data.loaded ?? this.loaded;
        this.bytes = data.bytes ?? this.bytes;
        this.ready = data.ready ?? false;
        this.#report();
        if (this.ready) resolve();
      });
      this.#worker.postMessage({ root: this.#root, ...this.#python });
    });
  }

  #settle({ id, failure, found }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure) asked.reject(new Failure(failure));
    else asked.resolve(found);
  }
}
