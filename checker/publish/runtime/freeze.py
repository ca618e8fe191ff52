"""Run inside Pyodide's Python before its memory is kept: all is imported, and what does not run again is left out.

In: `/needed`, {file: [qualified names of the functions that run]} of the standard library as JSON; where it is empty, none
is left out. Out: `/out`, the address of the function that is called from then on.
"""

import gc
import json
import sys
from collections.abc import Collection
from importlib.machinery import BuiltinImporter
from types import CodeType, FunctionType, ModuleType

sys.modules["_hashlib"] = None  # type: ignore[assignment]  # OpenSSL's: Python's own SHA-256 is smaller

import gettext  # noqa: E402

import checker.reading.pasted  # noqa: E402, F401
from checker.exchange import exchange  # noqa: E402

OWN = ("checker/", "<string>")
"""Where the checker's own functions come from, and those that `dataclass` writes for it."""

ONLY_AT_IMPORT = (
    "_ast", "_opcode", "_opcode_metadata", "_tokenize", "annotationlib", "ast", "dis", "inspect", "keyword", "linecache",
    "opcode", "token", "tokenize",
)  # fmt: skip
"""Modules that others use as they make their classes, and not again."""


def missing(*_given: object, **_named: object) -> None:
    """What stands for a function that is left out: it ends Python, which no `except` survives."""
    __import__("posix").abort()  # with nothing but what is built in: the names around it are another module's


def runs(code: CodeType) -> bool:
    """Whether a function has been seen running since all was imported."""
    return not needed or code.co_filename.startswith(OWN) or code.co_qualname in needed.get(code.co_filename, ())


def thinned(code: CodeType) -> CodeType:
    """The code without its lines, and what is inside it as well; or, where it does not run, the body of `missing`."""
    if not runs(code):
        return missing.__code__.replace(co_freevars=code.co_freevars) if code.co_freevars else missing.__code__
    constants = tuple(thinned(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")


def drop(names: Collection[str]) -> None:
    """Forget modules, wherever they are known by name."""
    dropped = {sys.modules.pop(name) for name in names}
    for module in [*sys.modules.values(), *dropped]:
        for name, value in list(vars(module).items()) if module else ():
            if isinstance(value, ModuleType) and value in dropped:
                delattr(module, name)


with open("/needed", "rb") as given:  # noqa: PTH123, what pathlib needs would stay in memory
    needed = json.load(given)
with open("/out", "w") as out:  # noqa: PTH123
    out.write(str(id(exchange)))
gettext.c2py("n")  # compiles a pattern, which it keeps: nothing needs to be compiled from then on
sys.meta_path[:] = [BuiltinImporter]
sys.path_importer_cache.clear()
drop(ONLY_AT_IMPORT)
gc.collect()
for module in filter(None, sys.modules.values()):
    module.__doc__ = None
for function in gc.get_objects():
    if isinstance(function, FunctionType) and function.__module__ != __name__:
        function.__code__ = thinned(function.__code__)
        function.__doc__ = None
gc.freeze()
