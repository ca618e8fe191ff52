"""Packed copies: beside every file that gains, the same bytes each time, and nothing packed twice."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from checker.publish.serving import compressed
from tests.conftest import ROOT
from tests.serving.conftest import free_port, waited

TEXT = b"The last day moves to the next working day. " * 50
UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of three files: one that gains, one of a kind that is packed already, one that cannot gain."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "page.html").write_bytes(TEXT)
    (site / "picture.png").write_bytes(TEXT)
    (site / "random.bin").write_bytes(os.urandom(2000))
    return site


@pytest.mark.parametrize("ending", UNPACK)
def test_packed_copies_hold_the_file(site: Path, ending: str) -> None:
    """Each unpacks to what it stands beside, and is smaller."""
    copies = sorted(site.rglob(f"*{ending}"))
    assert len(copies) > 600
    for copy in copies:
        content = copy.with_suffix("").read_bytes()
        assert content == UNPACK[ending](copy.read_bytes()), copy
        assert copy.stat().st_size < len(content)


def test_text_and_wasm_are_packed(site: Path) -> None:
    """No page, style, script, table or WebAssembly goes without; what is packed already does."""
    texts = {".css", ".html", ".js", ".json", ".map", ".md", ".mjs", ".svg", ".txt", ".wasm", ".xml"}
    files = [path for path in site.rglob("*") if path.suffix in texts]
    assert texts == {path.suffix for path in files}
    assert [] == [path for path in files for ending in UNPACK if not Path(f"{path}{ending}").is_file()]
    assert [] == [*site.rglob("*.png.*"), *site.rglob("*.br.*"), *site.rglob("*.gz.*")]


def test_brotli_is_the_smaller(site: Path) -> None:
    """What both pack takes a sixth less by Brotli."""
    both = [path.with_suffix("") for path in site.rglob("*.gz") if path.with_suffix(".br").is_file()]
    sizes = {ending: sum(Path(f"{path}{ending}").stat().st_size for path in both) for ending in UNPACK}
    assert sizes[".br"] < 0.84 * sizes[".gz"]


def test_the_same_files_give_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """With and without what is left from an earlier build; no time and no name is packed with the content."""
    compressed.publish(small, tmp_path / "cache")
    first = {path.name: path.read_bytes() for path in small.iterdir()}
    assert {"page.html.br", "page.html.gz"} == first.keys() - {"page.html", "picture.png", "random.bin"}
    assert b"\0\0\0\0" == first["page.html.gz"][4:8]
    assert 0 == first["page.html.gz"][3]
    for cache in ("cache", "another"):
        for name in ("page.html.br", "page.html.gz"):
            (small / name).unlink()
        compressed.publish(small, tmp_path / cache)
        assert first == {path.name: path.read_bytes() for path in small.iterdir()}


def test_what_was_packed_once_is_not_packed_again(small: Path, tmp_path: Path) -> None:
    """The copy comes from the cache: what lies there under the content's hash is what is written."""
    compressed.publish(small, tmp_path / "cache")
    for kept in tmp_path.glob("cache/*/*.br"):
        kept.write_bytes(b"from the cache")
    compressed.publish(small, tmp_path / "cache")
    assert b"from the cache" == (small / "page.html.br").read_bytes()


def test_what_no_build_asks_for_is_dropped(small: Path, tmp_path: Path) -> None:
    """A file of the cache that was last used three weeks ago goes; one that this build uses stays, however old."""
    compressed.publish(small, tmp_path / "cache")
    used = sorted(tmp_path.glob("cache/*/*"))
    stale = used[0].with_name("0" * 64 + ".br")
    stale.write_bytes(b"stale")
    for path in (*used, stale):
        os.utime(path, (0, path.stat().st_mtime - 21 * 24 * 3600))
    compressed.publish(small, tmp_path / "cache")
    assert used == sorted(tmp_path.glob("cache/*/*"))


def test_a_preview_is_not_packed(tmp_path: Path) -> None:
    """`mkdocs serve` shows pages whose assets are there, and takes no time to pack them."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"]
    env = os.environ | {"ONLY": "pl", "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as serving:
        try:
            waited(port, serving)
            (site,) = tmp_path.glob("mkdocs_*")
            (style,) = site.glob("assets/css/site.*.css")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{style.relative_to(site)}") as answer:
                assert style.read_bytes() == answer.read()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/order-status/") as answer:
                assert style.name in answer.read().decode()
            assert [] == list(site.rglob("*.br"))
        finally:
            serving.send_signal(signal.SIGINT)
