"""Run inside Pyodide's Python before its memory is kept: all is imported, and what does not run again is left out.

In: `/needed`, {file: [qualified names of the functions that run]} of the standard library as JSON; where it is empty, none
is left out. Out: `/out`, the address of the function that is called from then on.
"""

import json
import posix
import sys
from collections.abc import Iterator, Set
from gc import collect, freeze, get_objects
from importlib.machinery import BuiltinImporter
from types import CodeType, FunctionType
from typing import Any

sys.modules["_hashlib"] = None  # type: ignore[assignment]  # OpenSSL's: Python's own SHA-256 is smaller

import gettext  # noqa: E402

import checker.reading.pasted  # noqa: E402, F401
from checker.exchange import exchange  # noqa: E402

OWN = ("checker/", "<string>")
"""Where the checker's own functions come from, and those that `dataclass` writes for it."""

OF_A_MODULE = {"__builtins__", "__name__"}
"""What Python itself asks a module for."""
OF_A_SOURCE = {"__annotate_func__", "__annotations_cache__", "__firstlineno__", "__static_attributes__"}
"""What a class keeps of how it was written."""


def missing(*_given: object, **_named: object) -> None:
    """What stands for a function that is left out: it ends Python, which no `except` survives."""
    end: Any = "abort"  # the function itself: the names around this code are another module's
    end()


MISSING = missing.__code__.replace(co_consts=tuple(posix.abort if it == "abort" else it for it in missing.__code__.co_consts))


def runs(code: CodeType) -> bool:
    """Whether a function has been seen running since all was imported."""
    return not needed or code.co_filename.startswith(OWN) or code.co_qualname in needed.get(code.co_filename, ())


def thinned(code: CodeType) -> CodeType:
    """The code without its lines, and what is inside it as well; or, where it does not run, `MISSING`."""
    if not runs(code):
        return MISSING.replace(co_freevars=code.co_freevars) if code.co_freevars else MISSING
    constants = tuple(thinned(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")


def asked(code: CodeType) -> Iterator[str]:
    """All that a function can ask for by name, where a text may be one for `getattr`; and the name by which C asks for it."""
    yield code.co_name
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from asked(constant)
        elif isinstance(constant, str):
            yield constant


def thin(function: FunctionType) -> None:
    """Leave of a function what runs."""
    function.__code__ = thinned(function.__code__)
    function.__doc__ = function.__annotations__ = None  # type: ignore[assignment]


def bare(made: type) -> None:
    """Take from a class what tells of its source; one that cannot be changed has nothing of the kind."""
    try:
        type.__setattr__(made, "__doc__", None)
    except TypeError:
        return
    for name in OF_A_SOURCE.intersection(vars(made)):
        type.__delattr__(made, name)


def forget(unless: Set[str]) -> None:
    """Forget what those modules of the library have that are not written in C, unless a function asks for it."""
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if spec and spec.loader is not BuiltinImporter and not name.startswith("checker"):
            for unasked in vars(module).keys() - OF_A_MODULE - unless:
                delattr(module, unasked)


with open("/needed", "rb") as given:  # noqa: PTH123, what pathlib needs would stay in memory
    needed = json.load(given)
with open("/out", "w") as out:  # noqa: PTH123
    out.write(str(id(exchange)))
gettext.c2py("n")  # compiles a pattern, which it keeps: nothing needs to be compiled from then on
sys.meta_path[:] = [BuiltinImporter]
sys.path_importer_cache.clear()
collect()
everything = get_objects()
for made in everything:
    if isinstance(made, type):
        bare(made)
functions = [made for made in everything if isinstance(made, FunctionType) and made.__module__ != __name__]
for function in functions:
    thin(function)
forget({name for function in functions for name in asked(function.__code__)})
sys._clear_internal_caches()  # type: ignore[attr-defined]
del everything, functions
collect()
freeze()
