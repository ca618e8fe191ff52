// Runs a Python program in Pyodide as it comes, on Node: node bytecode.mjs PYODIDE PROGRAM IN OUT. The program finds the file IN
// as /in; what it leaves in /out is written to OUT.

import { readFileSync, writeFileSync } from "node:fs";

const [pyodide, program, given, wanted] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const { info } = JSON.parse(readFileSync(`${pyodide}/pyodide-lock.json`, "utf8"));
const python = await loadPyodide({
  indexURL: pyodide,
  packageBaseUrl: pyodide,
  lockFileContents: JSON.stringify({ info, packages: {} }),
  env: { PYTHONHASHSEED: "0" },
});
python.FS.writeFile("/in", readFileSync(given));
python.runPython(readFileSync(program, "utf8"));
writeFileSync(wanted, python.FS.readFile("/out"));
process.exit(0);
