"""Finds out what of Pyodide the checker needs, by running all that the tests know of.

python -m tests.needed

To be run when the pinned Pyodide changes, or when a test says that Pyodide as it comes had to be started: writes
`checker/publish/runtime/needed.json`. Takes some minutes.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from checker.publish import runtime
from checker.publish.runtime import lean, programs, wasm
from tests import maps
from tests.calls import Call, calls
from tests.opcodes import initial
from tests.unread import tables

FLAGS = 600 << 20
"""Where in memory the functions' flags lie: far above all that Python takes."""
VISITS = 25
"""How many short visits there are; of long ones, half as many."""


def answers(asked: list[Call], *, module: bytes = b"", archive: bytes = b"", flags: int = 0) -> dict[str, Any]:
    """What `tests/answers.mjs` finds by a started module, or by Pyodide as it comes and an archive of the rules: {texts, ran}.

    Raises CalledProcessError.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = {"module": module, "archive": archive, "calls": json.dumps(asked).encode(), "found": b""}
        for file, content in files.items():
            (folder / file).write_bytes(content)
        places = {file: str(folder / file) for file in files if files[file] or file == "found"}
        given = {**places, "web": str(runtime.WEB), "pyodide": str(runtime.PYODIDE), "flags": flags}
        program = Path(__file__).with_name("answers.mjs")
        subprocess.run([str(programs.NODE), "--stack-size=4000", str(program), json.dumps(given)], check=True)
        found: dict[str, Any] = json.loads((folder / "found").read_bytes())
        return found


def ran(module: bytes, *visits: list[Call]) -> frozenset[int]:
    """The places of the functions that some visits run."""
    watched = wasm.watched(module, FLAGS)
    return frozenset().union(*(answers(visit, module=watched, flags=FLAGS)["ran"] for visit in visits))


def names(asked: list[Call]) -> lean.Names:
    """The library's functions that calls run, once all is imported."""
    files = programs.byte_code(runtime.PYODIDE, runtime.archive()) | {"/calls": json.dumps(asked).encode()}
    found: lean.Names = json.loads(programs.begun(runtime.PYODIDE, files, Path(__file__).with_name("profile.py"), "out")["out"])
    return found


def visits(asked: list[Call]) -> list[list[Call]]:
    """The calls in long visits and in many short ones: what runs, the collecting of garbage say, hangs on what ran before."""
    orders = [Random(number).sample(asked, len(asked)) for number in range(VISITS // 2)]
    return [asked, *orders, *(asked[start::VISITS] for start in range(VISITS))]


def main() -> None:
    """Run everything with the whole library, for its functions; then with those alone, for the module's functions that run."""
    asked = calls()
    library = names(asked)
    codecs = maps.found(runtime.PYODIDE, programs.byte_code(runtime.PYODIDE, runtime.archive()))
    started = lean.started(runtime.PYODIDE, runtime.archive(), library, codecs)
    functions = ran(started, *visits(asked))
    memory = initial(dict(wasm.sections(started))[wasm.DATA])
    unread = sorted([*codecs, *tables((runtime.PYODIDE / programs.MODULE).read_bytes(), functions, memory)])
    lean.Needed(functions, library, unread, lean.found_in(runtime.PYODIDE)).write()
    print(f"{len(functions)} functions of the module, {sum(map(len, library.values()))} of the library")
    print(f"{len(unread)} tables are never read: {sum(end - start for start, end in unread):,} bytes")


if __name__ == "__main__":
    main()
