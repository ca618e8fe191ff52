"""The real site, built once for all tests that look at it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE_URL = "http://127.0.0.1:8000/"
DAY = date(2026, 11, 23)
"""The day that the site is built for, whenever the tests run."""


@dataclass(frozen=True, slots=True)
class Built:
    """What `mkdocs build` left: the site's folder, what it printed and its exit status."""

    site: Path
    log: str
    status: int


def build(project: Path, site: Path, *options: str, site_url: str = SITE_URL, day: date = DAY, **environment: str) -> Built:
    """Run `python -m mkdocs build` in a project folder, as a writer would; for the same day, whenever that is.

    Nothing is packed unless COMPRESS="yes" is asked for: it takes a minute where it was not done before.
    """
    told = ("CONTACT", "ONLY", "RUNTIME")
    plain = {name: value for name, value in os.environ.items() if name not in told} | {"COMPRESS": "no"} | environment
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *options],
        cwd=project,
        env={**plain, "SITE_URL": site_url, "SOURCE_DATE_EPOCH": str(epoch(day)), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Built(site, done.stdout, done.returncode)


def epoch(day: date) -> int:
    """The second at which a day begins in UTC, as SOURCE_DATE_EPOCH wants it."""
    return int(datetime.combine(day, time(), UTC).timestamp())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as `mkdocs build` makes it."""
    done = build(ROOT, tmp_path_factory.mktemp("built") / "site", COMPRESS="yes")
    assert done.status == 0, done.log
    return done


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """The folder of the built site."""
    return built.site
