"""A copy of the project that a test may spoil."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def copied(project: Path) -> Path:
    """Copy to the folder `project` what a build and the writers' command need."""
    project.mkdir(parents=True)
    for file in ("mkdocs.yml", ".requirements.txt"):
        shutil.copy(ROOT / file, project)
    for folder in ("docs", "overrides", "checker"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    (project / "checker/web/node_modules").symlink_to(ROOT / "checker/web/node_modules")
    return project


def spoil(project: Path, file: str, old: str, new: str) -> None:
    """Replace words of a file."""
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), encoding="utf-8")


def translations(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the writers' command in the copy, with the copy's own code."""
    command = [sys.executable, "-m", "checker.publish.translations", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def warnings(log: str) -> list[str]:
    """The warnings and errors that a build printed."""
    return [line for line in log.splitlines() if line.startswith(("WARNING", "ERROR"))]
