"""What ships: the wheel, installed without the sources in reach, answers like the sources."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker import check

ROOT = Path(__file__).parents[1]
CASES = json.loads((Path(__file__).parent / "cases" / "withdrawal.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that `pip` would build and install."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_wheel_answers_like_the_sources(wheel: Path, tmp_path: Path) -> None:
    """Run straight from the packed archive, in an empty folder, every case has the verdict of the sources."""
    orders = "\n".join(json.dumps(case["order"]) for case in CASES if "now" in case["order"])
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(wheel)!r}); import runpy; "
               "sys.argv = ['checker', '--lines']; runpy.run_module('checker', run_name='__main__')"]  # fmt: skip
    done = subprocess.run(command, input=orders, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "" == done.stderr
    expected = [check(case["order"]).as_json() for case in CASES if "now" in case["order"]]
    assert expected == [json.loads(line) for line in done.stdout.splitlines()]


def test_wheel_holds_what_it_needs_and_no_more(wheel: Path) -> None:
    """The rules with their tables and schemas and the words with their translations ship; build tools do not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "checker/rules/data/order.schema.json",
        "checker/rules/data/verdict.schema.json",
        "checker/rules/data/sources.json",
        "checker/rules/data/zoneinfo/Europe/Rome",
        "checker/words/locale/en/LC_MESSAGES/checker.mo",
    } <= names
    assert set() == {name for name in names if name.startswith(("checker/publish", "checker/web", "checker/dev"))}
