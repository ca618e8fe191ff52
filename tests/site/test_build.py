"""The build: silent where all is well, stopped where something is wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built, build

FAQ = "docs/en/order-status.md"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    project = tmp_path / "project"
    project.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project)
    for folder in ("docs", "overrides", "checker"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    (project / "checker/web/node_modules").symlink_to(ROOT / "checker/web/node_modules")
    return project


def spoil(project: Path, file: str, old: str, new: str) -> None:
    """Replace some words of a file."""
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), encoding="utf-8")


def warnings(log: str) -> list[str]:
    """The warnings and errors that a build printed."""
    return [line for line in log.splitlines() if line.startswith(("WARNING", "ERROR"))]


def test_a_plain_build_warns_of_nothing(built: Built) -> None:
    """No warning in any language, which --strict would stop at only in the first."""
    assert [] == warnings(built.log)


def test_a_strict_build_passes(tmp_path: Path) -> None:
    """The last gate is open."""
    done = build(ROOT, tmp_path / "site", "--strict")
    assert (0, []) == (done.status, warnings(done.log)), done.log


def test_an_unknown_link_stops_the_build(copy: Path) -> None:
    """A /links/ key that the table lacks is named, with its page and its language."""
    spoil(copy, FAQ, "/links/manager", "/links/mangaer")
    done = build(copy, copy / "site")
    assert 0 != done.status
    assert "en/order-status.md: links: no address for “mangaer” in “en”" in done.log


def test_an_unknown_anchor_of_a_guide_stops_the_build(copy: Path) -> None:
    """An anchor on OVHcloud's page is only used where its spelling in the language is known."""
    spoil(copy, FAQ, "#esercita-il-diritto-di-recesso", "#apply-the-right-of-withdrawal")
    done = build(copy, copy / "site")
    assert 0 != done.status
    assert "fragments: no address for “apply-the-right-of-withdrawal” in “en”" in done.log


def test_a_heading_too_many_is_a_warning(copy: Path) -> None:
    """Ids are given by order, so a heading more would shift them all."""
    spoil(copy, FAQ, "## Go further", "### One more?\n\n## Go further")
    assert "WARNING -  en/order-status.md: 15 headings for 14 ids in checker/publish/anchors.toml" in warnings(
        build(copy, copy / "site").log
    )


def test_a_broken_link_is_a_warning(copy: Path) -> None:
    """MkDocs checks the links that hooks write too."""
    spoil(copy, "checker/publish/callouts.py", "(checker.md)", "(chekcer.md)")
    assert [
        f"WARNING -  Doc file '{language}/order-status.md' contains a link 'chekcer.md', but the target "
        f"'{language}/chekcer.md' is not found among documentation files."
        for language in ("it", "it", "en", "en")
    ] == warnings(build(copy, copy / "site").log)[:4]


def test_a_page_missing_in_a_language_is_a_warning(copy: Path) -> None:
    """An untranslated page does not go unnoticed."""
    (copy / "docs/en/withdrawal.md").unlink()
    assert any("withdrawal.md" in line for line in warnings(build(copy, copy / "site").log))


def test_serving_reads_the_modules_anew() -> None:
    """`mkdocs serve` reads the configuration again after each change, and must not keep the old modules."""
    script = """
import sys
from mkdocs.config import load_config
first = load_config("mkdocs.yml").plugins["checker/publish/hooks.py"]
first.on_config(None)
second = load_config("mkdocs.yml").plugins["checker/publish/hooks.py"]
sys.exit(first is second or first.links is second.links)
"""
    assert 0 == subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode
