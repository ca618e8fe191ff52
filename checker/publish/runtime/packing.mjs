// Runs pyodide-build on Node, in the Python that it packs for: node packing.mjs {pyodide, packages, archive}, a JSON text.
// `archive` is a zip, in which each .py becomes a .pyc; the same in, the same out. Byte code can be written only by the Python that
// reads it, and pyodide-build's other commands want the network.

import { readFileSync, writeFileSync } from "node:fs";

const { pyodide, packages, archive } = JSON.parse(process.argv[2]);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const env = {
  HOME: "/",
  PYTHONHASHSEED: "0",
  PYTHONOPTIMIZE: "2", // no docstrings
  SOURCE_DATE_EPOCH: "315619200", // then py_compile notes no time of the sources; a zip knows no day before 1980, in any time zone
};
const python = await loadPyodide({ env });
python.mountNodeFS("/packages", packages);
python.FS.writeFile("/archive.zip", readFileSync(archive));
python.runPython(`
import sys
sys.path.append("/packages")
from pyodide_build.cli.py_compile import main
main(["/archive.zip", "--silent", "--compression-level", "0"], standalone_mode=False)
`);
writeFileSync(archive, python.FS.readFile("/archive.zip"));
process.exit(0);
