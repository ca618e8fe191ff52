"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import os
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RULES = sorted((ROOT / "checker" / "rules").rglob("*.py"))
WORDS = sorted((ROOT / "checker" / "words").rglob("*.py"))
READING = sorted((ROOT / "checker" / "reading").rglob("*.py"))
HOSTS = ("registry." + "npmjs", "py" + "pi.org", "python" + "hosted", "deb." + "debian")
MACHINE = ("/" + "work/", ".." + "/shared")


def imported(file: Path) -> set[str]:
    """Give the modules that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("file", RULES, ids=[file.stem for file in RULES])
def test_rules_know_the_standard_library_only(file: Path) -> None:
    """The rule module imports nothing but the standard library and itself."""
    roots = {name.split(".")[0] for name in imported(file) if not name.startswith("checker.rules")}
    assert roots <= sys.stdlib_module_names


@pytest.mark.parametrize("file", WORDS, ids=[file.stem for file in WORDS])
def test_words_know_rules_but_not_the_site(file: Path) -> None:
    """The words import the standard library, the rules and themselves."""
    other = {name for name in imported(file) if not name.startswith(("checker.rules", "checker.words"))}
    assert {name.split(".")[0] for name in other} <= sys.stdlib_module_names


@pytest.mark.parametrize("file", READING, ids=[file.stem for file in READING])
def test_reading_knows_words_and_rules_but_not_the_site(file: Path) -> None:
    """The reading imports the standard library, the rules, the words and itself."""
    known = ("checker.rules", "checker.words", "checker.reading")
    other = {name for name in imported(file) if not name.startswith(known)}
    assert {name.split(".")[0] for name in other} <= sys.stdlib_module_names


@pytest.mark.parametrize("file", RULES + READING, ids=[f"{file.parent.name}-{file.stem}" for file in RULES + READING])
def test_no_clock_is_read(file: Path) -> None:
    """No rule and no reading asks the machine for the time: `now` is an argument."""
    called = re.findall(r"\.(now|today|utcnow|time|monotonic)\(", file.read_text(encoding="utf-8"))
    assert [] == called


def test_nothing_names_a_registry_or_this_machine() -> None:
    """No file in the repository names a package registry's host or a path outside the project."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    anywhere = {line.strip("/") for line in lines if not line.startswith("/")} | {".git"}
    at_the_top = {line.strip("/") for line in lines if line.startswith("/")}
    found, seen = [], set()
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in (anywhere | at_the_top if Path(folder) == ROOT else anywhere)]
        for file in (Path(folder, name) for name in files if name != ".git" and not name.endswith(".mo")):
            seen.add(file.relative_to(ROOT).parts[0])
            content = file.read_bytes().decode("utf-8", "ignore")
            found += [(file.name, word) for word in (*HOSTS, *MACHINE) if word in content]
    assert [] == found
    assert {"checker", "docs", "overrides", "tests"} <= seen


def test_modules_fit_on_two_screens() -> None:
    """No module of the package is longer than 220 lines; tables of sentences excepted."""
    tables = {"words/sentences.py", "words/steps.py", "publish/form.py"}
    package = ROOT / "checker"
    files = [file for file in package.rglob("*.py") if "node_modules" not in file.parts]
    lengths = {file.relative_to(package).as_posix(): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {} == {name: length for name, length in lengths.items() if length > 220 and name not in tables}
