"""Run inside Pyodide: a zip of Python's sources becomes one of byte code, which only the same Python can write and read.

In: `/in`, a zip of sources. Out: `/out`, a stored zip of the same files, each .py as .pyc; the same in, the same out.
The byte code is without docstrings and without the lines that it came from, a quarter of it: a traceback then names
functions only. Where those are wanted, the worker's other Python, Pyodide as it comes, has the sources.
"""

from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]  # as py_compile does
from types import CodeType
from zipfile import ZIP_STORED, ZipFile, ZipInfo

UNUSED_HASH = bytes(8)
EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(name: str, source: bytes) -> bytes:
    """A module's byte code as Python imports it, unchecked against its source."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    found: bytes = _code_to_hash_pyc(bare(code), UNUSED_HASH, checked=False)
    return found


def bare(code: CodeType) -> CodeType:
    """The code without its lines, and all code inside it."""
    constants = tuple(bare(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")


with ZipFile("/in") as sources, ZipFile("/out", "w", ZIP_STORED) as codes:
    for entry in sources.infolist():
        content = sources.read(entry)
        if entry.filename.endswith(".py"):
            codes.writestr(ZipInfo(entry.filename + "c", EPOCH), packed(entry.filename, content))
        else:
            codes.writestr(ZipInfo(entry.filename, EPOCH), content)
