"""The page for other programs: what it shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS / language / "programs.md" for language in ("it", "en")]
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return [block["text"] for block in BLOCK.finditer(page.read_text(encoding="utf-8")) if block["kind"] == kind]


def runs(page: Path) -> list[tuple[str, str]]:
    """Each command of the page with the output that stands below it."""
    lines = "".join(blocks(page, "console"))
    found = re.split(r"^\$ (.*)\n", lines, flags=re.MULTILINE)
    return list(zip(found[1::2], found[2::2], strict=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Each command, run as it stands, prints what stands below it; "..." stands for the rest."""
    (order,) = blocks(page, "json")
    (tmp_path / "order.json").write_text(order, encoding="utf-8")
    path = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    assert len(runs(page)) >= 5
    for command, shown in runs(page):
        done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=os.environ | path, capture_output=True, check=False)
        printed = done.stdout.decode().replace("\r\n", "\n")
        start, more, _ = shown.partition("...\n")
        assert (start, b"") == ((printed[: len(start)] if more else printed), done.stderr), command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_python_runs(page: Path) -> None:
    """The Python of the page runs, and its assertions hold."""
    (code,) = blocks(page, "python")
    subprocess.run([sys.executable, "-c", code], check=True)


def test_both_languages_show_the_same() -> None:
    """The commands are the same but for the language that they ask for, and so are order and Python."""
    italian, english = PAGES
    assert [command.replace("--lang it", "--lang en") for command, _ in runs(italian)] == [
        command for command, _ in runs(english)
    ]
    for kind in ("json", "python"):
        assert blocks(italian, kind) == blocks(english, kind)
