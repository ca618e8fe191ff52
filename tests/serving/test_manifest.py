"""What is published can be compared with what was built, and is known by its parts."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from checker.publish import bill
from checker.publish.serving import manifest

MADE = datetime(2026, 11, 23, tzinfo=UTC)


def test_the_manifest_names_every_file_with_its_sum(site: Path) -> None:
    """`sha256sum` finds each file of the list as it says, and no file is missing from it."""
    checked = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest.FILE], cwd=site, check=False)
    assert checked.returncode == 0
    listed = re.findall(r"^[0-9a-f]{64}  (.+)$", (site / manifest.FILE).read_text(encoding="utf-8"), re.MULTILINE)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert sorted(files - {manifest.FILE}) == listed


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    """A single letter is enough."""
    (tmp_path / "page.html").write_text("the last day is Monday", encoding="utf-8")
    manifest.publish(tmp_path)
    (tmp_path / "page.html").write_text("the last day is Sunday", encoding="utf-8")
    checked = subprocess.run(["sha256sum", "--check", manifest.FILE], cwd=tmp_path, capture_output=True, check=False)
    assert checked.returncode == 1


def test_the_bill_is_cyclonedx(site: Path) -> None:
    """The validator of the format's own project has nothing to say against it."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str((site / bill.FILE).read_text(encoding="utf-8")) is None


def test_the_bill_names_every_locked_package(site: Path) -> None:
    """Each of all lock files, by its version; what is installed here is of that version."""
    named = {part["purl"]: part for part in json.loads((site / bill.FILE).read_text(encoding="utf-8"))["components"]}
    locked = "\n".join(lock.read_text(encoding="utf-8") for lock in bill.PYTHON_LOCKS)
    python = re.findall(r"^([\w.-]+)==([^\s;\\]+)", locked, re.MULTILINE)
    assert {f"pkg:pypi/{name}@{version}" for name, version in python} == {purl for purl in named if purl.startswith("pkg:pypi")}
    assert {"pkg:npm/pyodide@314.0.7", "pkg:pypi/pyodide-build@0.39.2"} <= named.keys()
    installed = {(one.metadata["Name"].lower(), one.version) for one in metadata.distributions()}
    assert {("mkdocs", "1.6.1"), ("mkdocs-material", "9.8.1")} <= installed & {
        (part["name"], part["version"]) for part in named.values()
    }


@pytest.mark.parametrize("name", sorted(bill.SHIPPED))
def test_what_is_in_the_site_has_a_licence(name: str) -> None:
    """The bill knows it for everything that the site carries a part of."""
    (part,) = [part for part in bill.bill(MADE)["components"] if part["name"] == name]
    assert part["licenses"]
    assert "required" == part["scope"]


def test_the_bill_says_when_the_site_was_made() -> None:
    """And hangs on nothing else that changes."""
    assert bill.bill(MADE) == bill.bill(MADE)
    assert "2026-11-23T00:00:00Z" == bill.bill(MADE)["metadata"]["timestamp"]
