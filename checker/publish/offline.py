"""The service worker, by which a second visit needs no network, and what it keeps of this version of the site.

It is a help and never a need. `checker/web/sw.js` says how it works; here stands what it is told: which version this is,
the files that its pages load, and the pages that the checker leads to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

from checker.publish import runtime
from checker.publish.serving.immutable import HASHED

ADDRESS = "sw.js"
VERSION = "{version of this site}"
"""Stands in pages and search indexes until all are made, and the version, a hash over all of them, can be told."""

INDEX = "search/search_index.json"
ASSET = re.compile(r"""(?<=["'(=])(?:\.\.?/)*(assets/[\w./-]+)""")
"""A file of this site as a page names it that loads it; the pictures for other sites are named in full."""
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
        "files": {address: runtime.integrity((site / address).read_bytes()) for address in files(site, texts.values())},
        "core": files(site, (text for address, text in texts.items() if not address.endswith(INDEX))),
        "leads": {page: [*led(page, html), page.replace("checker/", INDEX)] for page, html in checkers.items()},
    }
    worker = (runtime.WEB / ADDRESS).read_text(encoding="utf-8")
    whole = sha256(json.dumps([texts, told, worker]).encode()).hexdigest()[:16]
    for address, text in texts.items():
        (site / address).write_text(text.replace(VERSION, whole), encoding="utf-8")
    (site / ADDRESS).write_text(
        f"const SITE = {json.dumps({'version': whole, **told}, indent=1)};\n\n{worker}", encoding="utf-8"
    )


def files(site: Path, pages: Iterable[str]) -> list[str]:
    """What pages load, and what Python is for their checker: not Pyodide as it comes, which few visits need."""
    python = runtime.files()
    named = {address for html in pages for address in ASSET.findall(html) if HASHED.search(address)} - python.contents.keys()
    return sorted(address for address in named.union(python.usual) if (site / address).is_file())


def led(page: str, html: str) -> list[str]:
    """The pages that the checker's part of a page leads to, by their addresses."""
    part = html.partition('<div class="checker"')[2].partition('<script type="module"')[0]
    return sorted({urljoin(page, address) for address in LED.findall(part)})
