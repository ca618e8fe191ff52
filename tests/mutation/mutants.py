"""The mutants: what mutmut's operators make of `checker/rules`, and how one is put in the place of the code.

mutmut's own runner leaves out what is decorated and what stands outside of functions: `_deadline`, and every table. Here
both are changed, too.
"""

from __future__ import annotations

import difflib
import gc
import importlib.machinery
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType, NoneType
from typing import Any

import libcst  # type: ignore[import-not-found]  # it and mutmut stand beside the environment: tests/README.md
from mutmut.mutation.file_mutation import MutationVisitor  # type: ignore[import-not-found]
from mutmut.mutation.mutators import mutation_operators  # type: ignore[import-not-found]
from mutmut.mutation.pragma_handling import IgnoredCode  # type: ignore[import-not-found]

ROOT = Path(__file__).parents[2]
RULES = ROOT / "checker" / "rules"
TESTS = str(ROOT / "tests")
NAMELESS = (NoneType, bool, int, str)
"""Kinds of value that are the same one wherever they stand: whether a test has it from the rules cannot be told."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file's code with it, the changed lines before and after, and whether it is inside a function."""

    file: Path
    code: str
    before: str
    after: str
    inside: bool

    @property
    def module(self) -> str:
        """The module's name."""
        return ".".join(self.file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    @property
    def name(self) -> tuple[str, str, str]:
        """What the change is called among the explained ones."""
        return self.file.relative_to(RULES).as_posix(), self.before, self.after


class Everywhere(MutationVisitor):  # type: ignore[misc]  # mutmut is not there for mypy
    """mutmut's visitor, in decorated functions too."""

    def _skip_node_and_children(self, node: Any) -> bool:
        decorated = isinstance(node, libcst.FunctionDef) and node.decorators
        return not decorated and bool(super()._skip_node_and_children(node))


def mutants(file: Path) -> Iterator[Mutant]:
    """Every mutant of a file."""
    visitor = Everywhere(mutation_operators, IgnoredCode(set(), set(), set()))
    module = libcst.MetadataWrapper(libcst.parse_module(file.read_text(encoding="utf-8"))).visit(visitor)
    parts = [module.code_for_node(part) for part in (*module.header, *module.body, *module.footer)]
    place = {id(node): number for number, part in enumerate(module.body) for node in _nodes(part)}
    for found in visitor.mutations:
        number = place[id(found.original_node)]
        whole = module.body[number].deep_replace(found.original_node, found.mutated_node)
        mutated = parts.copy()
        mutated[len(module.header) + number] = module.code_for_node(whole)
        lines = zip(parts, mutated, strict=True)
        before, after = next(_changed(*pair) for pair in lines if pair[0] != pair[1])
        inside = isinstance(found.contained_by_top_level_function, libcst.FunctionDef)
        yield Mutant(file, "".join(mutated), before, after, inside)


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _changed(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, each side in one line."""
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "-+"]
    removed, added = (" ".join(line[2:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return removed, added


def live() -> list[Any]:
    """The functions and memories of the rules that are imported."""
    kinds = (FunctionType, _lru_cache_wrapper)
    found = [thing for thing in gc.get_objects() if isinstance(thing, kinds)]
    return [thing for thing in found if str(thing.__module__).startswith("checker.rules")]


def replaced(mutant: Mutant, live: list[Any]) -> bool:
    """Put a mutant in place of the function that it changes; False where it can only be imported anew."""
    before = dict(_functions(compile(mutant.file.read_text(encoding="utf-8"), str(mutant.file), "exec")))
    after = dict(_functions(compile(mutant.code, str(mutant.file), "exec")))
    changed = {name: code for name, code in after.items() if code != before.get(name)}
    here = [thing for thing in live if isinstance(thing, FunctionType) and thing.__module__ == mutant.module]
    found = [function for function in here if function.__qualname__ in changed]
    if not mutant.inside or not found:
        return False
    for function in found:
        function.__code__ = changed[function.__qualname__]
    for memory in [thing for thing in live if isinstance(thing, _lru_cache_wrapper)]:
        if memory.__qualname__ != "table" or "data" in mutant.module:
            memory.cache_clear()
    return True


def _functions(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """The functions in a module's code, by name: its own and its classes'."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType) and "<locals>" not in inner.co_qualname:
            yield inner.co_qualname, inner
            yield from _functions(inner)


def imported(mutant: Mutant) -> None:
    """Import the project anew with a mutant in it, and give it to the tests that are imported already."""
    get_code = importlib.machinery.SourceFileLoader.get_code

    def mutated(self: Any, name: str) -> CodeType | None:
        return compile(mutant.code, self.path, "exec") if self.path == str(mutant.file) else get_code(self, name)

    importlib.machinery.SourceFileLoader.get_code = mutated  # type: ignore[method-assign, assignment]
    ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "checker"}
    known = {id(value): (name, key) for name, module in ours.items() for key, value in vars(module).items()}
    for name in ours:
        del sys.modules[name]
    for name in ours:
        importlib.import_module(name)
    for module in list(sys.modules.values()):
        if str(getattr(module, "__file__", None)).startswith(TESTS):
            for key, value in list(vars(module).items()):
                if id(value) in known and not isinstance(value, NAMELESS):
                    name, there = known[id(value)]
                    setattr(module, key, getattr(sys.modules[name], there))
