"""What the checker page loads: Python for the browser, the rules and words, the page's own script and style.

Each lies in a folder of site/assets/checker named by its content's hash, so that a browser may keep it for ever.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

PACKAGE = Path(__file__).parents[1]
WEB = PACKAGE / "web"
PYODIDE = WEB / "node_modules" / "pyodide"
NPM = "npm ci --prefix checker/web"

PLACE = "assets/checker"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
FETCHED = ("pyodide.asm.wasm", "python_stdlib.zip", "rules.zip")
"""The large files whose arrival the page reports, in the order in which they are asked for."""

RULES = ("__init__.py", "answer.py", "reading/**/*", "rules/**/*", "words/**/*")
"""What of the package runs in the browser."""
SPARED = {".po", ".pot", ".pyc"}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: the same files give the same archive on any day."""


@dataclass(frozen=True, slots=True)
class Files:
    """All files to publish by their address below the site's root, and what the page must know of them."""

    contents: Mapping[str, bytes]
    addresses: Mapping[str, str]
    """By role: `page`, `style`, `worker`, `python` (a folder), `rules`."""
    bytes_to_fetch: int
    """The size of the `FETCHED` files together, in bytes as they are unpacked from transport."""
    lock: str
    """A Pyodide lock file that holds its build's description and no package, as JSON: nothing more is fetched."""


def files() -> Files:
    """Read everything anew from the sources. Raises PluginError where the Python runtime is not installed."""
    page = _folder("page", {path.name: path.read_bytes() for path in _page_files()})
    python = _folder("python", _runtime_files())
    rules = _folder("rules", {"rules.zip": archive()})
    contents = page | python | rules
    names = {address.rpartition("/")[2]: address for address in contents}
    return Files(
        contents,
        {
            "page": names["page.mjs"],
            "style": names["checker.css"],
            "worker": names["worker.mjs"],
            "python": names["pyodide.mjs"].removesuffix("pyodide.mjs"),
            "rules": names["rules.zip"],
        },
        sum(len(contents[names[name]]) for name in FETCHED),
        json.dumps({"info": _lock_info(), "packages": {}}),
    )


def publish(site_dir: Path) -> None:
    """Write everything that the checker page loads into `site_dir`. The same sources give the same bytes."""
    for address, content in files().contents.items():
        target = site_dir / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def archive() -> bytes:
    """The very files of the rules, the words and the reading as one zip that Python imports from.

    Stored, not deflated: the server's compression packs it better, and the bytes do not depend on a version of zlib.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as whole:
        for path in sorted(_rule_files()):
            name = path.relative_to(PACKAGE.parent).as_posix()
            whole.writestr(zipfile.ZipInfo(name, EPOCH), path.read_bytes())
    return packed.getvalue()


def _rule_files() -> list[Path]:
    found = [path for pattern in RULES for path in PACKAGE.glob(pattern)]
    return [path for path in found if path.is_file() and path.suffix not in SPARED]


def _page_files() -> list[Path]:
    return [*WEB.glob("*.mjs"), *WEB.glob("*.css")]


def _runtime_files() -> dict[str, bytes]:
    _installed()
    licences = {path.name: path.read_bytes() for path in (WEB / "licences").iterdir()}
    return {name: (PYODIDE / name).read_bytes() for name in RUNTIME} | licences


def _lock_info() -> Any:
    return json.loads((PYODIDE / "pyodide-lock.json").read_bytes())["info"]


def _installed() -> None:
    """Say how to install Pyodide where it is absent or not the version that the lock file pins."""
    pinned = json.loads((WEB / "package-lock.json").read_bytes())["packages"]["node_modules/pyodide"]["version"]
    try:
        found = json.loads((PYODIDE / "package.json").read_bytes())["version"]
    except FileNotFoundError:
        found = None
    if found != pinned:
        state = f"is {found}, not {pinned}" if found else "is not installed"
        raise PluginError(f"Pyodide, the checker page's Python, {state}. Run this in the project's folder: {NPM}")


def _folder(name: str, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their addresses in a folder whose name carries a hash over all of them."""
    whole = sha256()
    for file in sorted(contents):
        whole.update(f"{file} {sha256(contents[file]).hexdigest()}\n".encode())
    return {f"{PLACE}/{name}-{whole.hexdigest()[:16]}/{file}": content for file, content in sorted(contents.items())}
