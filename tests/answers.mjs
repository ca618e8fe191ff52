// Calls of checker.answer on Node, by the page's own host: node answers.mjs {host, module, archive, calls, found, flags} as JSON.
// `found` is written: {texts, modules, ran}, the answers (null where a call failed), what Python has imported from the archive, and with
// `flags`, the address of the first, the places of the functions that have set theirs.

import { readFileSync, writeFileSync } from "node:fs";

const { host, module, archive, calls, found, flags } = JSON.parse(process.argv[2]);
const { start } = await import(host);
const python = await start(await WebAssembly.compile(readFileSync(module)), new Uint8Array(readFileSync(archive)));
const texts = JSON.parse(readFileSync(calls, "utf8")).map(([name, ...given]) => {
  try {
    return python.call(name, given);
  } catch (error) {
    console.error(error.stack);
    return null;
  }
});
python.run("import json, sys; origins = {name: str(module.__spec__ and module.__spec__.origin) for name, module in sys.modules.items() if module}");
python.run("open('/found', 'w').write(json.dumps(sorted(name for name, origin in origins.items() if '.zip' in origin)))");
const modules = JSON.parse(new TextDecoder().decode(python.files.get("/found")));
const ran = [];
if (flags) python.memory.bytes.subarray(flags).forEach((flag, place) => flag && ran.push(place));
writeFileSync(found, JSON.stringify({ texts, modules, ran }));
process.exit(0);
