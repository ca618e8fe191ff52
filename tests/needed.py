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
from checker.publish.runtime import lean, wasm
from tests.calls import Call, calls

HOST = runtime.WEB / "python.mjs"
FLAGS = 600 << 20
"""Where in memory the functions' flags lie: far above all that Python takes."""

VISITS = 25
"""How many short visits there are; of long ones, half as many."""


def answers(module: bytes, archive: bytes, asked: list[Call], *, flags: int = 0, host: Path = HOST) -> dict[str, Any]:
    """What `tests/answers.mjs` finds: {texts, modules, ran}. Raises CalledProcessError where Python does not start."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = {"module": module, "archive": archive, "calls": json.dumps(asked).encode(), "found": b""}
        for file, content in files.items():
            (folder / file).write_bytes(content)
        given = {file: str(folder / file) for file in files} | {"host": str(host), "flags": flags}
        program = Path(__file__).with_name("answers.mjs")
        subprocess.run([str(lean.NODE), "--stack-size=4000", str(program), json.dumps(given)], check=True)
        found: dict[str, Any] = json.loads((folder / "found").read_bytes())
        return found


def visits(asked: list[Call]) -> list[list[Call]]:
    """The calls in long visits and in many short ones: what runs, the collecting of garbage say, hangs on what ran before."""
    orders = [Random(number).sample(asked, len(asked)) for number in range(VISITS // 2)]
    return [asked, *orders, *(asked[start::VISITS] for start in range(VISITS))]


def main() -> None:
    """Run everything with the whole library, for its modules; then with those alone, for the functions that run."""
    asked = calls()
    module, library = ((runtime.PYODIDE / name).read_bytes() for name in (lean.MODULE, lean.LIBRARY))
    own = lean.unpacked(runtime.archive())
    everything = {name: content for name, content in lean.unpacked(library).items() if name.endswith(".py")}
    whole = lean.byte_code(runtime.PYODIDE, lean.archive(everything | own))
    modules = frozenset(answers(module, whole, asked)["modules"])
    few = lean.byte_code(runtime.PYODIDE, lean.archive(lean.chosen(library, modules) | own))
    watched = wasm.watched(module, FLAGS)
    ran: frozenset[int] = frozenset().union(*(answers(watched, few, visit, flags=FLAGS)["ran"] for visit in visits(asked)))
    standard = {name for name in modules if lean.chosen(library, [name])}
    found_in = {lean.MODULE: lean.digest(module), lean.LIBRARY: lean.digest(library)}
    lean.Needed(ran, frozenset(standard), found_in).write()
    print(f"{len(ran)} functions, {len(standard)} modules")


if __name__ == "__main__":
    main()
