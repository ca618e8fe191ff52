// Calls of checker.answer on Node, by the page's own host: node answers.mjs {web, module, calls, found, flags} as JSON.
// `found` is written: {texts, ran}, the answers (null where a call failed), and with `flags`, the address of the first, the places
// of the functions that have set theirs.

import { readFileSync, writeFileSync } from "node:fs";

const { web, module, calls, found, flags } = JSON.parse(process.argv[2]);
const { start } = await import(`${web}/python.mjs`);
const python = await start(await WebAssembly.compile(readFileSync(module)));
const texts = JSON.parse(readFileSync(calls, "utf8")).map(([name, ...given]) => {
  try {
    return python.call(name, given);
  } catch (error) {
    console.error(error.stack);
    return null;
  }
});
const ran = [];
if (flags) python.memory.bytes.subarray(flags).forEach((flag, place) => flag && ran.push(place));
writeFileSync(found, JSON.stringify({ texts, ran }));
process.exit(0);
