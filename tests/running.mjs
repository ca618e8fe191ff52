// Goes on with a started Python on Node, by a program of its own: node running.mjs {web, module, program, found} as JSON.
// What the program leaves in /out is written to `found`.

import { readFileSync, writeFileSync } from "node:fs";

const { web, module, program, found } = JSON.parse(process.argv[2]);
const { instance } = await import(`${web}/python.mjs`);
const { Files } = await import(`${web}/host.mjs`);
const files = new Files();
const { exports, memory } = await instance(await WebAssembly.compile(readFileSync(module)), files);
if (exports.PyRun_SimpleStringFlags(memory.text(readFileSync(program, "utf8")), 0)) process.exit(1);
writeFileSync(found, files.get("/out"));
process.exit(0);
