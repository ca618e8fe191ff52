"""Other Pythons say the same: CPython 3.11 to 3.14 on the command line, and Pyodide as it comes, on Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from checker import answer
from checker.publish import runtime, words
from checker.words import LANGUAGES
from tests.conftest import ROOT
from tests.judged import CASES
from tests.needed import answers

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
ORDERS = [case["order"] for case in CASES if "now" in case["order"]]
PROGRAM = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('checker', run_name='__main__', alter_sys=True)"
)
"""`python -m checker` from a folder, with nothing else that a user of that Python may have installed or set."""


def interpreters(version: str) -> Iterator[str]:
    """The Pythons of a version on this machine: those on the path that run, then pyenv's."""
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [*os.get_exec_path(), *(str(place / "bin") for place in sorted(home.glob(f"versions/{version}.*")))]
    for folder in folders:
        python = shutil.which(f"python{version}", path=folder)
        if python and not subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
            yield python


@cache
def said(python: str, *options: str) -> tuple[int, str, str]:
    """What the command line says of every case: its exit status, its output and what it complains of."""
    lines = "\n".join(map(json.dumps, ORDERS))
    command = [python, "-I", "-B", "-c", PROGRAM, str(ROOT), "--lines", *options]
    done = subprocess.run(command, input=lines.encode(), capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("version", VERSIONS)
def test_every_case_is_answered_alike(version: str) -> None:
    """All worked cases, as JSON, in sentences, as calendars and as letters: what this Python says, to the letter."""
    python = next(interpreters(version), None)
    if not python:
        pytest.skip(f"There is no CPython {version} here: neither python{version} on the path nor one of pyenv's.")
    words.compile_all()
    for options in ([], ["--lang", "pl"], ["--lang", "it", "--format", "calendar"], ["--lang", "de", "--format", "letter"]):
        assert said(sys.executable, *options) == said(python, *options)


def test_pyodide_answers_every_case_alike() -> None:
    """On Node, from the archive that is published: verdict, sentences and all, in each language in turn."""
    asked = [["answer", json.dumps(order), language] for order, language in zip(ORDERS, cycle(LANGUAGES), strict=False)]
    found = answers(asked, archive=runtime.archive())
    assert [answer.answer(order, language) for _, order, language in asked] == found["texts"]
