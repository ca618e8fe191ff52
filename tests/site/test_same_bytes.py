"""The same sources and the same day give the same site, byte for byte, wherever, whenever and by whom it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checker.publish.serving import manifest
from tests.conftest import DAY, SITE_URL, epoch
from tests.site.scratch import copied

BUILDERS = {
    "first": {"HOME": "/nonexistent", "USER": "ada", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "another/folder of mine": {"USER": "bob", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
}


def built(folder: Path, umask: int, own: dict[str, str]) -> str:
    """The manifest of the site that somebody builds from a copy of the project of their own."""
    project = copied(folder / "project")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    told = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": str(epoch(DAY)), "NO_MKDOCS_2_WARNING": "1", "COMPRESS": "no"}
    plain = {name: value for name, value in os.environ.items() if name not in {"ONLY", "CONTACT", "RUNTIME"}}
    subprocess.run(command, cwd=project, env=plain | told | own, umask=umask, check=True)
    return (folder / "site" / manifest.FILE).read_text(encoding="utf-8")


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    """In other folders, at other times, with another umask, time zone, locale and seed: not one file differs."""
    with ThreadPoolExecutor() as both:
        one, other = both.map(built, [tmp_path / name for name in BUILDERS], (0o022, 0o077), BUILDERS.values())
    assert one.count("\n") > 800
    assert one == other
