"""Names that tell content: everything below `assets/` carries a hash of its bytes, so that a browser may keep it for ever."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import urljoin, urlsplit

FOLDER = "assets"
HASHED = re.compile(r"[.-][0-9a-f]{8,64}[./]")
"""How the theme's files ("main.57a0d79d.min.css") and the checker's folders ("page-539f2c4884d9a6bb/") tell their content."""
NEVER_LOADED = f"{FOLDER}/javascripts/lunr"
"""Material's stemmers, under names without a hash: the search index asks for none (see `search.settings`)."""
NAMING = {".html", ".json", ".md", ".txt", ".webmanifest", ".xml"}
"""The kinds of files outside `assets/` that name files inside."""
URL = re.compile(r"(?<=url\()([\"']?)(?!data:|https?:|#)([^\"')?#]+)")


def publish(site: Path, site_url: str) -> None:
    """Give every file of the site's `assets/` a name with a hash, and call it so wherever it is named by its address.

    Relative addresses are changed, those from the root of the host, and full ones; `site_url` is the site's own.
    """
    shutil.rmtree(site / NEVER_LOADED, ignore_errors=True)
    names = rename(site)
    addresses = re.compile(rf"""(?<=["'(=])((?:\.\.?/)*|{_either(site_url)})({FOLDER}/[^"'()\s?#<>&\\]+)""")
    for page in sorted(site.rglob("*")):
        if page.suffix in NAMING and page.relative_to(site).parts[0] != FOLDER:
            text = page.read_bytes().decode()
            changed = addresses.sub(lambda found: f"{found[1]}{names.get(found[2], found[2])}", text)
            if changed != text:
                page.write_bytes(changed.encode())


def rename(site: Path) -> dict[str, str]:
    """Rename the files; their new places below the site's root by their old ones. Style sheets come last: they name others."""
    places = [path.relative_to(site).as_posix() for path in (site / FOLDER).rglob("*") if path.is_file()]
    names: dict[str, str] = {}
    for place in sorted(places, key=lambda place: (place.endswith(".css"), place)):
        if HASHED.search(place):
            continue
        content = (site / place).read_bytes()
        if place.endswith(".css"):
            content = restyled(content.decode(), place, names).encode()
        names[place] = named(place, content)
        (site / place).unlink()
        (site / names[place]).write_bytes(content)
    return names


def restyled(style: str, place: str, names: Mapping[str, str]) -> str:
    """A style sheet with the new names of the files that it names."""

    def renamed(found: re.Match[str]) -> str:
        named = normpath(join(dirname(place), found[2]))
        return f"{found[1]}{relpath(names[named], dirname(place)) if named in names else found[2]}"

    return URL.sub(renamed, style)


def named(place: str, content: bytes) -> str:
    """A file's place with the content's hash in the name: "assets/css/site.0123456789abcdef.css"."""
    stem, _, ending = place.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:16]}.{ending}"


def _either(site_url: str) -> str:
    """The site's root as addresses begin with it: in full, or from the root of the host."""
    return "|".join(re.escape(root) for root in (urljoin(site_url, "./"), urljoin(urlsplit(site_url).path or "/", "./")))
