"""Python as small as the checker needs it, and already started: all is imported, and in the module's memory.

Kept are the functions that run from then on, of the module as of the standard library. Which those are was found by running
them (`python -m tests.needed`) and lies in `needed.json`, with the hashes of the files they were found in. What is missed by
it is not lost: whoever comes to it starts Pyodide as it comes (`checker/web/worker.mjs`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from checker.publish.runtime import wasm
from checker.publish.runtime.archives import bundle, digest, unpacked
from checker.publish.runtime.programs import FOLDER, HERE, LIBRARY, MODULE, begun, byte_code

NEEDED = HERE / "needed.json"
EXPORTED = frozenset({
    "memory", "__indirect_function_table", "malloc", "PyObject_CallNoArgs", "PyErr_Print", "_PyRuntime",
    "_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
})  # fmt: skip
"""What `checker/web/python.mjs` takes from the module."""

Names = Mapping[str, list[str]]
"""Qualified names of functions by the file they are in, as code objects name it."""
Ranges = Iterable[tuple[int, int]]
"""Parts of a memory: where each begins, and where it ends."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What of Pyodide the checker needs."""

    functions: frozenset[int]
    """Places of functions in the module's code section."""
    names: Names
    """Functions of the standard library."""
    unread: list[tuple[int, int]]
    """Where tables in the module's memory begin and end that none of the functions can come to."""
    found_in: dict[str, str]
    """SHA-256 of the files that this was found in, by name."""

    @classmethod
    def read(cls) -> Needed:
        """As `needed.json` has it."""
        told: dict[str, Any] = json.loads(NEEDED.read_bytes())
        return cls(frozenset(spread(told["functions"])), told["names"], list(bounds(told["unread"])), told["found_in"])

    def write(self) -> None:
        """Write `needed.json`."""
        unread = " ".join(f"{start}-{end}" for start, end in self.unread)
        told = {"found_in": self.found_in, "names": self.names, "functions": ranges(sorted(self.functions)), "unread": unread}
        NEEDED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def lean(pyodide: Path, sources: bytes) -> bytes:
    """The module that `python.mjs` goes on from, for a zip of the checker's own sources.

    Raises PluginError where `needed.json` was found in another Pyodide than the one in the folder `pyodide`.
    """
    needed = Needed.read()
    if needed.found_in != found_in(pyodide):
        raise PluginError(f"{NEEDED.name} belongs to another Pyodide. Make it anew: .venv/bin/python -m tests.needed")
    return wasm.without(started(pyodide, sources, needed.names, needed.unread), needed.functions, EXPORTED)


def found_in(pyodide: Path) -> dict[str, str]:
    """The hashes of the files that what is needed hangs on."""
    return {name: digest((pyodide / name).read_bytes()) for name in (MODULE, LIBRARY)}


def started(pyodide: Path, sources: bytes, names: Names, unread: Ranges = ()) -> bytes:
    """Pyodide's module with the memory of a Python that has imported the checker, and of its library only the functions named.

    No names: all of them. What lies in the ranges `unread` of the memory is blank. Two sections are added: `exchange`, the
    address of the function that is called from then on, and `tables`, a bundle of what the checker reads and does not import.
    """
    files = byte_code(pyodide, sources) | {"/needed": json.dumps(names).encode()}
    left = begun(pyodide, files, HERE / "freeze.py", "out", "memory")
    tables = {FOLDER + name: content for name, content in unpacked(sources).items() if not name.endswith(".py")}
    memory = bytearray(left["memory"])
    for start, end in unread:
        memory[start:end] = bytes(end - start)
    notes = {"exchange": int(left["out"]).to_bytes(4, "little"), "tables": bundle(tables)}
    return wasm.started((pyodide / MODULE).read_bytes(), bytes(memory), notes)


def ranges(numbers: list[int]) -> str:
    """Ascending numbers as "3-7 9 12-13"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(f"{first}-{last}" if first < last else str(first) for first, last in found)


def spread(told: str) -> list[int]:
    """The numbers that `ranges` wrote."""
    return [number for first, last in bounds(told) for number in range(first, last + 1)]


def bounds(told: str) -> Iterator[tuple[int, int]]:
    """Both ends of each of some ranges."""
    for part in told.split():
        first, _, last = part.partition("-")
        yield int(first), int(last or first)
