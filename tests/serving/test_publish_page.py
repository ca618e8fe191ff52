"""The page on publishing: its commands, run as they stand, put a site where it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import boto3  # type: ignore[import-untyped]
import pytest

from checker.publish.serving.upload import UNUSED
from tests.conftest import ROOT
from tests.serving.conftest import Nginx, free_port
from tests.serving.test_nginx import ask
from tests.serving.test_upload import KEYS
from tests.site.scratch import copied
from tests.test_programs import runs

PAGES = [ROOT / "docs" / language / "publish.md" for language in ("it", "en")]
SERVER = "/var/www/orders"
STORE = "https://s3.gra.io.cloud.ovh.net"


def test_both_languages_show_the_same_commands() -> None:
    """And at least one for each place where a site can be put."""
    italian, english = (runs(page) for page in PAGES)
    assert italian == english
    for expected in ("mkdocs build", "serving.nginx", "rsync", "serving.upload"):
        assert any(expected in command for command, _ in italian)


def test_every_option_that_the_page_names_is_there() -> None:
    """What stands in the prose is what the commands take."""
    helps = ""
    for module in ("nginx", "upload"):
        command = [sys.executable, "-m", f"checker.publish.serving.{module}", "--help"]
        helps += subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    named = {option for page in PAGES for option in re.findall(r"`(--[a-z-]+)", page.read_text(encoding="utf-8"))}
    assert {"--no-brotli", "--under", "--everything", "--unpacked", "--website", "--private"} <= named
    assert [] == [option for option in named if option not in helps]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the environment that the commands want, and what was packed at earlier builds."""
    project = copied(tmp_path / "project")
    (project / ".venv").symlink_to(sys.prefix)
    (ROOT / ".cache").mkdir(exist_ok=True)
    (project / ".cache").symlink_to(ROOT / ".cache")
    return project


def test_the_commands_do_what_the_page_says(project: Path, tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in its turn; then nginx serves the copy with the file that was made for it, and the bucket holds the site.

    Another folder and a local object store stand in for those of the page; one language is enough to publish.
    """
    port, server = free_port(), tmp_path / "www"
    for key, value in KEYS.items():
        monkeypatch.setenv(key, value)
    client = boto3.client("s3", endpoint_url=store)
    client.create_bucket(Bucket="orders")
    environment = os.environ | {"ONLY": "en", "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("COMPRESS", None)
    former = server / "assets" / "former.0123456789abcdef.css"
    removed = server / "removed" / "index.html"
    for command, shown in runs(PAGES[1]):
        local = command.replace(SERVER, str(server)).replace(STORE, store)
        before = former.exists(), removed.exists()
        done = subprocess.run(["bash", "-c", local], cwd=project, env=environment, capture_output=True, text=True, check=False)
        assert (0, "") == (done.returncode, done.stderr), command
        assert done.stdout.startswith(shown.removesuffix("...\n"))
        if command.endswith(f"site/assets {SERVER}/"):
            former.write_text("")
            removed.parent.mkdir()
            removed.write_text("")
        elif "--exclude" in command:
            assert ((True, True), (True, False)) == (before, (former.exists(), removed.exists()))
        elif command.startswith("rsync"):
            assert not former.exists()
    built = {path.relative_to(project / "site") for path in (project / "site").rglob("*")}
    assert built == {path.relative_to(server) for path in server.rglob("*")}
    configuration = (project / "orders.conf").read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    with Nginx.of(tmp_path, configuration, port).running():
        page = ask(port, "/order-status/", Host="example.org", Accept_Encoding="br")
    assert (200, "br") == (page.status, page.headers["content-encoding"])
    parts = client.get_paginator("list_objects_v2").paginate(Bucket="orders")
    keys = {found["Key"] for part in parts for found in part["Contents"]}
    files = {path.as_posix() for path in built if (project / "site" / path).is_file() and path.suffix not in {".br", ".gz"}}
    assert files - {"_headers"} == keys - {UNUSED}
