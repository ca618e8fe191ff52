// Python at hand: starts the worker when it is wanted, hands orders to it and its answers back.

import { able, places, thread } from "./thread.mjs";

export class Failure extends Error {
  /** `code`: "download", "wasm", "start" or "answer". */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const SILENCE = 30; // seconds: so long the worker may compute or load without a word

/** Fetches what a worker imports in place of what the browser has kept of it. */
async function renewed(address) {
  await (await fetch(address, { cache: "reload", signal: AbortSignal.timeout(1000 * SILENCE) })).blob();
}

export class Runner {
  #worker;
  #fail;
  #started;
  #waiting = new Map();
  #next = 0;
  #report;
  #again = false; // whether a start has failed: what the browser has kept of it is not to be trusted
  #watch;

  /** How many bytes have arrived, of how many that are needed, and whether orders can be answered. */
  loaded = 0;
  bytes = 1;
  ready = false;

  /** `report` is called as the start goes on. */
  constructor(report) {
    this.#report = report;
  }

  /** Resolves when Python can answer; rejects with a Failure. Starts once; after a failed start, anew. */
  start() {
    return (this.#started ??= this.#launch().catch(failure => {
      this.#started = undefined;
      throw failure;
    }));
  }

  /** What a function of checker/answer.py gives, as soon as Python can; orders and the like are handed over as JSON text. */
  async call(name, ...given) {
    const started = this.start();
    started.catch(() => {}); // what is asked fails with it
    if (!this.#worker) await started;
    const id = this.#next++;
    const texts = given.map(value => (typeof value === "string" ? value : JSON.stringify(value)));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call: name, given: texts });
      this.#listen();
    });
  }

  async #launch() {
    this.loaded = 0;
    this.ready = false;
    if (this.#again) await Promise.allSettled(places.modules.map(module => renewed(places.root + module)));
    return new Promise((resolve, reject) => {
      const fail = code => {
        this.#again = true;
        clearInterval(this.#watch);
        this.#worker?.terminate();
        this.#worker = this.#started = undefined;
        const failure = new Failure(code);
        reject(failure);
        for (const asked of this.#waiting.values()) asked.reject(failure);
        this.#waiting.clear();
      };
      if (!able) return fail("wasm");
      try {
        this.#worker = thread(this.#again);
      } catch {
        return fail("start");
      }
      this.#fail = fail;
      // An error event without a message: the worker's own script could not be had.
      this.#worker.addEventListener("error", ({ message }) => fail(message ? "start" : "download"));
      this.#worker.addEventListener("message", ({ data }) => {
        if (data.id !== undefined) this.#settle(data);
        else if (data.failure) fail(data.failure);
        else this.#progress(data, resolve);
        this.#listen();
      });
      this.#worker.postMessage({ ...places, again: this.#again });
      this.#listen();
    });
  }

  #progress({ loaded = this.loaded, bytes = this.bytes, ready = false }, resolve) {
    Object.assign(this, { loaded, bytes, ready });
    this.#report();
    if (ready) resolve();
  }

  /** A worker that was killed, or waits for ever, says nothing, and nobody else does: after a while it counts as failed. What
   *  counts are seconds in which the page itself ran: not those when a phone slept, or another page stood in its place. */
  #listen() {
    clearInterval(this.#watch);
    if (!this.#worker || (this.ready && !this.#waiting.size)) return;
    const code = this.ready ? "answer" : this.loaded < this.bytes ? "download" : "start";
    let left = SILENCE;
    this.#watch = setInterval(() => --left || this.#fail(code), 1000);
  }

  #settle({ id, failure, found }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure) asked.reject(new Failure(failure));
    else asked.resolve(found);
  }
}
