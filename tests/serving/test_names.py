"""Lasting names: what lies below assets/ tells its content, and is called so everywhere."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from checker.publish.serving import immutable
from tests.conftest import ROOT, SITE_URL, build
from tests.site.built import Page

LOADING = ("src", "href", "content", "data", "poster", "action")
"""Attributes that may hold an address."""
URL = re.compile(r"url\([\"']?(?!data:)([^\"')]+)")
NAMED = re.compile(rf"{re.escape(SITE_URL)}[^\s\"'<>)`]*")


def addresses(page: Path, site: Path, root: str = SITE_URL) -> set[str]:
    """The places below the site's root that an HTML page names, as it names them for a browser."""
    at = urljoin(root, page.relative_to(site).as_posix())
    found = Page(page).elements
    whole = {
        urljoin(at, element.attributes[name])
        for element in found
        for name in LOADING
        if name in element.attributes and (name != "content" or element.attributes[name].startswith(("http:", "https:")))
    }
    return {unquote(urlsplit(address).path) for address in whole if address.startswith(root)}


def exists(site: Path, path: str) -> bool:
    """Whether a server of files has something for a path."""
    place = site / path.lstrip("/")
    return (place / "index.html" if path.endswith("/") else place).is_file()


def test_every_asset_tells_its_content(site: Path) -> None:
    """What may be kept for ever has a hash in its name, or in its folder's."""
    assets = [path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()]
    assert len(assets) > 100
    assert [] == [asset for asset in assets if not immutable.HASHED.search(asset)]


def test_the_hash_is_that_of_the_content(site: Path) -> None:
    """Another content has another name: the sixteen digits before the ending are the content's own."""
    names = re.compile(r"\.([0-9a-f]{16})\.[a-z]+$")
    own = {path: found[1] for path in (site / "assets").rglob("*") if (found := names.search(path.name))}
    assert {"css", "js", "json", "svg", "png"} == {path.suffix[1:] for path in own}
    assert own == {path: sha256(path.read_bytes()).hexdigest()[:16] for path in own}


def test_nothing_is_named_that_is_not_there(site: Path) -> None:
    """Every address of this site in every page, and in its style sheets, leads to a file."""
    pages = sorted(site.rglob("*.html"))
    missing = {
        (page.relative_to(site).as_posix(), path) for page in pages for path in addresses(page, site) if not exists(site, path)
    }
    assert set() == missing
    styles = sorted(site.rglob("*.css"))
    assert styles
    inside = [(style, address) for style in styles for address in URL.findall(style.read_text(encoding="utf-8"))]
    assert [] == [address for style, address in inside if not (style.parent / address).is_file()]


def test_no_former_name_is_left(site: Path) -> None:
    """Nor in what pages say to machines or hand to scripts: whatever names an asset with its ending names one that is there."""
    pattern = re.compile(r"[\"'(/](assets/[\w./-]+\.[a-z0-9]+)")
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".md", ".xml", ".txt", ".json"}]
    named = {asset for path in files for asset in pattern.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 100
    assert [] == sorted(asset for asset in named if not (site / asset).is_file())


def test_whole_addresses_in_other_files_lead_somewhere(site: Path) -> None:
    """The twins in Markdown, the feeds, the lists for programs and the sitemap name what is there."""
    files = [path for path in site.rglob("*") if path.suffix in {".md", ".xml", ".txt"} and "assets" not in path.parts]
    found = {urlsplit(address).path for path in files for address in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert len(found) > 300
    assert [] == sorted(path for path in found if not exists(site, unquote(path)))


def test_a_site_in_a_folder_of_its_host_finds_its_assets(tmp_path: Path) -> None:
    """The page for what is not found names them from the root of the host, others' pictures in full."""
    root = "https://example.org/orders/"
    done = build(ROOT, tmp_path / "site", site_url=root, ONLY="pl")
    assert 0 == done.status, done.log
    for page in (done.site / "404.html", done.site / "order-status" / "index.html"):
        paths = {path.removeprefix("/orders") for path in addresses(page, done.site, root)}
        assets = {path for path in paths if path.startswith("/assets/")}
        assert {".css", ".js", ".svg"} <= {Path(path).suffix for path in assets}
        assert [] == [path for path in assets if not exists(done.site, path)]


def test_what_the_search_never_loads_is_not_there(site: Path) -> None:
    """Material's stemmers have names that tell nothing; no index asks for another language than lunr's own."""
    assert not (site / immutable.NEVER_LOADED).exists()
    indexes = [json.loads(path.read_bytes()) for path in site.rglob("search_index.json")]
    assert [["en"]] * 7 == [index["config"]["lang"] for index in indexes]


@pytest.mark.parametrize("quote", ["", '"', "'"], ids=["bare", "double", "single"])
def test_a_style_sheet_names_files_by_their_new_names(tmp_path: Path, quote: str) -> None:
    """A font or picture of a style sheet is renamed before it; what it names elsewhere stays."""
    (tmp_path / "assets/css").mkdir(parents=True)
    (tmp_path / "assets/fonts").mkdir()
    (tmp_path / "assets/fonts/a.woff2").write_bytes(b"font")
    other = "url(data:image/png;base64,AAAA) url(#drawing)"
    (tmp_path / "assets/css/a.css").write_text(f"@font-face {{ src: url({quote}../fonts/a.woff2{quote}) }} {other}")
    immutable.publish(tmp_path, SITE_URL)
    (style,) = (tmp_path / "assets/css").iterdir()
    (font,) = (tmp_path / "assets/fonts").iterdir()
    assert f"@font-face {{ src: url({quote}../fonts/{font.name}{quote}) }} {other}" == style.read_text()
    assert font.name != "a.woff2"
    assert sha256(style.read_bytes()).hexdigest()[:16] in style.name
