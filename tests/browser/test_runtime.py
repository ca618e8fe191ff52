"""What the checker page loads is what the project holds."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import PluginError

from checker.publish import runtime
from checker.publish.runtime import archives

if TYPE_CHECKING:
    from pathlib import Path


def test_very_files() -> None:
    """The archive holds the files of the rules and the words, byte for byte, and nothing of their age or order on disk."""
    with zipfile.ZipFile(io.BytesIO(runtime.archive())) as archive:
        held = archive.infolist()
        assert sorted(entry.filename for entry in held) == [entry.filename for entry in held]
        assert {archives.EPOCH} == {entry.date_time for entry in held}
        for entry in held:
            assert (runtime.PACKAGE.parent / entry.filename).read_bytes() == archive.read(entry)
    names = {entry.filename for entry in held}
    assert {f"checker/rules/{path.name}" for path in (runtime.PACKAGE / "rules").glob("*.py")} <= names
    assert {
        "checker/__init__.py",
        "checker/answer.py",
        "checker/reading/pasted.py",
        "checker/words/locale/en/LC_MESSAGES/checker.mo",
    } <= names
    assert not [name for name in names if "publish" in name or "web" in name.split("/")]


def test_published(site: Path) -> None:
    """The built site holds the same bytes as the sources give now, with the licences of what is not ours."""
    files = [path for path in (site / "assets/checker").rglob("*.*") if path.suffix not in {".br", ".gz"}]
    held = {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
    assert dict(runtime.files().contents) == held
    for licence in ("MPL-2.0.txt", "PSF-2.0.txt"):
        assert [name for name in held if name.endswith(f"/{licence}")]


def test_names_follow_content(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A changed page script gets a new address, and leaves those of Python as they are."""
    before = runtime.files()
    for path in runtime.WEB.glob("*.[mc]*s"):
        (tmp_path / path.name).write_bytes(path.read_bytes() + b"\n")
    for name in ("licences", "package-lock.json"):
        (tmp_path / name).symlink_to(runtime.WEB / name)
    monkeypatch.setattr(runtime, "WEB", tmp_path)
    after = runtime.files.__wrapped__()
    assert {"page", "mishap", "style", "thread"} == {
        role for role in before.addresses if before.addresses[role] != after.addresses[role]
    }
    assert ["modules"] == [name for name in before.python if before.python[name] != after.python[name]]


def test_pinned() -> None:
    """Each package of the lock file has its integrity hash, and no address of the registry that it came from."""
    lock = json.loads((runtime.WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages["node_modules/pyodide"]["version"] == lock["packages"][""]["dependencies"]["pyodide"]
    for package in packages.values():
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_pyodide_is_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where Pyodide is not installed, the build stops with a sentence that names the command to run."""
    monkeypatch.setattr(runtime, "PYODIDE", tmp_path)
    with pytest.raises(PluginError, match="npm ci --prefix checker/web"):
        runtime.files.__wrapped__()
