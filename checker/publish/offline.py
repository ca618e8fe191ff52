"""The service worker, by which a second visit needs no network, and what it keeps of this version of the site.

It is a help and never a need. `checker/web/sw.js` says how it works; here stands what it is told: which version this is,
the files that the checker loads, and the pages that it leads to.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

from checker.publish import runtime

ADDRESS = "sw.js"
VERSION = "{version of this site}"
"""Stands in pages and search indexes until all are made, and the version, a hash over all of them, can be told."""

INDEX = "search/search_index.json"
NAMED = re.compile(r"[.-][0-9a-f]{8,}[./]")
"""A name that carries a hash of what it names: there is no other version of it."""
ASSET = re.compile(r"\bassets/[\w./-]+")
LED = re.compile(r'"(\.\./[a-z][\w/-]*/)[#"]')
"""A page that the checker leads to, in its HTML or in the JSON handed to its script."""


def publish(site: Path, roots: Sequence[str]) -> None:
    """Write the version into the pages of the site, and the service worker to its root.

    `roots` are the roots of the languages as seen from the site's root: "", "de/".
    """
    changing = [*site.rglob("*.html"), *(site / root / INDEX for root in roots)]
    texts = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(changing)}
    checkers = {f"{root}checker/": texts[f"{root}checker/index.html"] for root in roots}
    told = {
        "files": {address: integrity(content) for address, content in sorted(files(site, checkers.values()).items())},
        "leads": {page: [*led(page, html), page.replace("checker/", INDEX)] for page, html in checkers.items()},
    }
    worker = (runtime.WEB / ADDRESS).read_text(encoding="utf-8")
    whole = sha256(json.dumps([texts, told, worker]).encode()).hexdigest()[:16]
    for address, text in texts.items():
        (site / address).write_text(text.replace(VERSION, whole), encoding="utf-8")
    (site / ADDRESS).write_text(f"const SITE = {json.dumps({'version': whole, **told}, indent=1)};\n\n{worker}", encoding="utf-8")


def files(site: Path, checkers: Iterable[str]) -> Mapping[str, bytes]:
    """What the checker's pages load, all that Python may ever ask for included; licences are for reading."""
    named = {address for html in checkers for address in ASSET.findall(html) if NAMED.search(address)}
    python = {address for address in runtime.files().contents if not address.endswith(".txt")}
    return {address: (site / address).read_bytes() for address in named | python if (site / address).is_file()}


def led(page: str, html: str) -> list[str]:
    """The pages that the checker's part of a page leads to, by their addresses."""
    part = html.partition('<div class="checker"')[2].partition('<script type="module"')[0]
    return sorted({urljoin(page, address) for address in LED.findall(part)})


def integrity(content: bytes) -> str:
    """What a browser checks a file against that it fetches."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"
