"""What the checker page loads: Python for the browser, the rules and words, the page's own script and style.

Each lies in a folder of site/assets/checker named by its content's hash, so that a browser may keep it for ever.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from checker.publish.elements import in_script
from checker.publish.kept import prune
from checker.publish.runtime import archives, lean, programs
from checker.publish.runtime.programs import LIBRARY, MODULE

PACKAGE = Path(__file__).parents[2]
WEB = programs.WEB
PYODIDE = WEB / "node_modules" / "pyodide"
NPM = "npm ci --prefix checker/web"

PLACE = "assets/checker"
WHOLE = ("pyodide.mjs", "pyodide.asm.mjs", MODULE, LIBRARY)
"""Pyodide as it comes."""
PLAIN = "plain"
"""What the environment's RUNTIME says where Pyodide is to be used as it comes, and nothing leaner."""

LARGE = (".wasm", ".zip")
"""What the worker fetches and compares with what was published; browsers compare no script that a worker imports."""

RULES = ("__init__.py", "answer.py", "exchange.py", "reading/**/*", "rules/**/*", "words/**/*")
"""What of the package runs in the browser."""
SPARED = {".po", ".pot", ".pyc"}


@dataclass(frozen=True, slots=True)
class Files:
    """All files to publish by their address below the site's root, and what the page must know of them."""

    contents: Mapping[str, bytes]
    addresses: Mapping[str, str]
    """By role: `page`, its script; `mishap`, which says that it could not be had; `style`; `thread`, what is to run first."""
    imported: tuple[str, ...]
    """Addresses of the page's modules: a page that names them need not find them one by one."""
    usual: tuple[str, ...]
    """Addresses of what a visit needs from which no call goes to Pyodide as it comes."""
    python: Mapping[str, Any]
    """What the page says of where Python is: {lean, whole, sums, modules}, as `worker.mjs` wants to be told it.

    `bytes` are those of the large files; where the worker's `modules` were no good, the page fetches them anew.
    """


@cache
def files() -> Files:
    """All files, made from the sources. Raises PluginError where the Python runtime is not installed."""
    _installed()
    licences = {path.name: path.read_bytes() for path in (WEB / "licences").iterdir()}
    sources = archive()
    page = _folder("page", {path.name: path.read_bytes() for path in _page_files()})
    whole = _folder("pyodide", {name: (PYODIDE / name).read_bytes() for name in WHOLE} | licences)
    rules = _folder("rules", {"rules.zip": sources})
    few = (
        {} if os.environ.get("RUNTIME") == PLAIN else _folder("python", {"python.wasm": lean.lean(PYODIDE, sources)} | licences)
    )
    contents = page | whole | rules | few
    names = {address.rpartition("/")[2]: address for address in contents}

    def size(*large: str) -> int:
        return sum(len(contents[names[name]]) for name in large)

    return Files(
        contents,
        {
            "page": names["page.mjs"],
            "mishap": names["mishap.mjs"],
            "style": names["checker.css"],
            "thread": names["thread.mjs"],
        },
        tuple(names[name] for name in sorted({"page.mjs"} | imported("page.mjs"))),
        tuple(sorted(address for address in page | (few or whole | rules) if not address.endswith(".txt"))),
        {
            "lean": few and {"module": names["python.wasm"], "bytes": size("python.wasm")},
            "whole": {
                "python": names["pyodide.mjs"].removesuffix("pyodide.mjs"),
                "rules": names["rules.zip"],
                "lock": json.dumps({"info": _lock_info(), "packages": {}}),
                "bytes": size(MODULE, LIBRARY, "rules.zip"),
            },
            "modules": [names[name] for name in sorted({"worker.mjs", "whole.mjs", "python.mjs"} | imported("python.mjs"))],
            "sums": {address: archives.digest(content) for address, content in contents.items() if address.endswith(LARGE)},
        },
    )


def told(root: str) -> str:
    """What a page that sees the site's root at `root` says of where Python is, as JSON: `thread.mjs` reads it."""
    return in_script({"root": root, **files().python})


def integrity(content: bytes) -> str:
    """What a browser checks a file against that it fetches."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"


def publish(site_dir: Path) -> None:
    """Write everything that the checker page loads into `site_dir`. The same sources give the same bytes."""
    for address, content in files().contents.items():
        target = site_dir / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    prune(programs.CACHE)


def archive() -> bytes:
    """The very files of the rules, the words and the reading as one zip that Python imports from."""
    return archives.archive({path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes() for path in _rule_files()})


def imported(script: str) -> set[str]:
    """The names of the modules that a script of the page imports, and those that they import."""
    own = set(re.findall(r'^import .* from "\./(.+?)";', (WEB / script).read_text(encoding="utf-8"), re.MULTILINE))
    return own.union(*map(imported, own))


def _rule_files() -> list[Path]:
    found = [path for pattern in RULES for path in PACKAGE.glob(pattern)]
    return [path for path in found if path.is_file() and path.suffix not in SPARED]


def _page_files() -> list[Path]:
    return [*WEB.glob("*.mjs"), *WEB.glob("*.css")]


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
