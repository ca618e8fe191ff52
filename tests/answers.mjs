// Calls of checker.answer on Node: node answers.mjs {web, module, pyodide, archive, calls, found, flags} as JSON.
// They are answered by a module in the page's own host; or where there is an archive of the rules, by Pyodide as it comes.
// `found` is written: {texts, ran}, the answers (null where a call failed), and with `flags`, the address of the first, the places
// of the functions that have set theirs.

import { readFileSync, writeFileSync } from "node:fs";

const { web, module, pyodide, archive, calls, found, flags } = JSON.parse(process.argv[2]);
const python = archive ? await whole() : await lean();
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

async function lean() {
  const { start } = await import(`${web}/python.mjs`);
  return start(await WebAssembly.compile(readFileSync(module)));
}

async function whole() {
  const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
  const started = await loadPyodide();
  started.FS.writeFile("/rules.zip", readFileSync(archive));
  started.runPython("import sys; sys.path.append('/rules.zip')");
  const answer = started.pyimport("checker.answer");
  return { call: (name, given) => answer[name](...given) };
}
