"""Run inside Pyodide's Python: sources become byte code, which only the same Python can write and read.

In: the folder `/sources`. Out: `/out`, a bundle of the same files below `/python`, each .py as .pyc; the same in, the same out.
The byte code is without docstrings and without the lines that it came from: a traceback then names functions only. Where
those are wanted, the worker's other Python, Pyodide as it comes, has the sources.
"""

import json
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]  # as py_compile does
from pathlib import Path
from types import CodeType

UNUSED_HASH = bytes(8)


def packed(name: str, source: bytes) -> bytes:
    """A module's byte code as Python imports it, unchecked against its source."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    found: bytes = _code_to_hash_pyc(bare(code), UNUSED_HASH, checked=False)
    return found


def bare(code: CodeType) -> CodeType:
    """The code without its lines, and all code inside it."""
    constants = tuple(bare(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")


SOURCES, PYTHON = Path("/sources"), Path("/python")
contents = {}
for source in sorted(path for path in SOURCES.rglob("*") if path.is_file()):
    name = source.relative_to(SOURCES)
    place, content = PYTHON / name, source.read_bytes()
    if name.suffix == ".py":
        place, content = place.with_suffix(".pyc"), packed(str(name), content)
    contents[str(place)] = content
sizes = {place: len(content) for place, content in contents.items()}
Path("/out").write_bytes(b"\n".join([json.dumps(sizes).encode(), b"".join(contents.values())]))
