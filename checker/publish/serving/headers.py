"""What a server says of each file: its kind, and how long a browser may keep it. All servers' settings come from here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from checker.publish.serving import policy
from checker.publish.serving.immutable import FOLDER

FILE = "_headers"
"""Where static hosts look for headers: the format that Cloudflare Pages and Netlify share."""

FOR_EVER = "public, max-age=31536000, immutable"
"""What lies below `assets/`: another content would have another name."""
SHORT = "public, max-age=300, must-revalidate"
"""Pages, feeds, the search index: five minutes unasked, then only if the server says that it is still the same."""
NEVER_UNASKED = "no-cache"
"""The service worker, which decides what else is kept, and whatever went wrong."""

WORKERS = ("sw.js",)
"""Files at the site's root that no cache may keep."""

KINDS = {
    "bin": "application/octet-stream",
    "css": "text/css",
    "gif": "image/gif",
    "html": "text/html",
    "ico": "image/x-icon",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""The kind of a file by its ending."""
UNKNOWN = "application/octet-stream"
NAMED = {"feed.xml": "application/rss+xml"}
"""The kind of files whose name says more than the ending."""
CHARSET = "utf-8"


def in_charset(kind: str) -> bool:
    """Whether a kind's Content-Type says how its letters are written."""
    return kind.startswith("text/") or kind == NAMED["feed.xml"]


def content_type(place: str) -> str:
    """The Content-Type of the file at a place below the site's root."""
    path = PurePosixPath(place)
    kind = NAMED.get(path.name) or KINDS.get(path.suffix[1:], UNKNOWN)
    return f"{kind}; charset={CHARSET}" if in_charset(kind) else kind


def cache_control(place: str) -> str:
    """How long the file at a place below the site's root may be kept."""
    if place.startswith(f"{FOLDER}/"):
        return FOR_EVER
    return NEVER_UNASKED if place in WORKERS else SHORT


def static_host(root: str, languages: Iterable[str]) -> str:
    """The file `_headers` for a site with its root at `root` on its host ("/", "/orders/"), and below it those of `languages`.

    Where two rules fit, one host joins their values and the other does not: no header stands in two rules that may both
    fit. For what has no Cache-Control here both hosts say `public, max-age=0, must-revalidate` themselves, and both know
    the other kinds of files.
    """
    rules = {f"{root}*": policy.HEADERS, f"{root}{FOLDER}/*": {"Cache-Control": FOR_EVER}}
    rules |= {f"{root}{worker}": {"Cache-Control": NEVER_UNASKED} for worker in WORKERS}
    rules |= {f"{root}{place}{name}": {"Content-Type": content_type(name)} for place in languages for name in NAMED}
    blocks = ([path, *(f"  {name}: {value}" for name, value in said.items())] for path, said in rules.items())
    return "".join(f"{line}\n" for block in blocks for line in block)
