"""The build: silent where all is well, stopped where something is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built, build
from tests.site.built import LANGUAGES
from tests.site.scratch import copied, spoil, warnings

FAQ = "docs/en/order-status.md"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copied(tmp_path / "project")


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


@pytest.mark.parametrize(
    ("old", "new"),
    [("## Go further", "### One more?\n\n## Go further"), ("## Go further", "Go further")],
    ids=["more", "fewer"],
)
def test_a_heading_too_many_or_too_few_is_a_warning(copy: Path, old: str, new: str) -> None:
    """Ids are given by order, so that it would shift them all; the other pages, which name the ids, are built all the same."""
    spoil(copy, FAQ, old, new)
    done = build(copy, copy / "site")
    assert 0 == done.status, done.log
    assert "WARNING -  en/order-status.md: its headings do not fit those of the original; `lint` says which" in warnings(
        done.log
    )


def test_a_broken_link_is_a_warning(copy: Path) -> None:
    """MkDocs checks the links that hooks write too."""
    spoil(copy, "checker/publish/callouts.py", "(updates.md)", "(updatez.md)")
    assert [
        f"WARNING -  Doc file '{language}/order-status.md' contains a link 'updatez.md', but the target "
        f"'{language}/updatez.md' is not found among documentation files."
        for language in LANGUAGES
    ] == warnings(build(copy, copy / "site").log)


def test_serving_reads_the_modules_anew() -> None:
    """`mkdocs serve` reads the configuration again after each change, and must not keep the old modules."""
    script = """
import sys
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
first = config.plugins["checker/publish/hooks.py"]
first.on_config(config)
second = load_config("mkdocs.yml").plugins["checker/publish/hooks.py"]
sys.exit(first is second or first.links is second.links)
"""
    assert 0 == subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode
