"""The commands of the README: set up all that is needed, then serve the site, run every test, or look after translations.

    python3 -m checker.dev serve [--only LANGUAGE]
    python3 -m checker.dev test [what pytest takes]
    python3 -m checker.dev translations status | diff | mark | lint | update | add

Needs Python 3.11.2 or newer and, on Debian, root or sudo the first time. Writes to `.venv` and `node_modules` only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / ".requirements.txt"
PACKING = ROOT / "checker" / "publish" / "runtime" / "packing.txt"
WEB = ROOT / "checker" / "web"


TESTING = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "webkit2gtk-driver": "WebKitWebDriver",
    "xvfb": "Xvfb",
    "nginx-light": "/usr/sbin/nginx",
    "rsync": "rsync",
    "libnginx-mod-http-brotli-static": "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
}
"""The Debian packages that the tests need, each with a program or a file that tells whether it is there."""

EVERYTHING = ("-n", "auto", "--dist", "loadfile", "--benchmark-disable")
"""How all tests run: as many at a time as the machine has processors, those of a file one after the other."""


def main() -> int:
    """Set up, then run the chosen command; its exit status."""
    parser = argparse.ArgumentParser(prog="python3 -m checker.dev", description=__doc__)
    parser.add_argument("command", choices=("serve", "test", "translations", "setup"), help="setup: do that and nothing more")
    parser.add_argument("--only", metavar="LANGUAGE", help="serve: one language alone, which is faster to rebuild")
    chosen, rest = parser.parse_known_args()
    debian(TESTING if chosen.command == "test" else {})
    environment()
    if chosen.command == "translations":
        return run([PYTHON, "-m", "checker.publish.translations", *rest])
    runtime()
    if chosen.command == "serve":
        return run([PYTHON, "-m", "mkdocs", "serve", *rest], {"ONLY": chosen.only} if chosen.only else None)
    if chosen.command == "test":
        return check(rest)
    return 0


def check(rest: Sequence[str]) -> int:
    """Lint, types and tests; the first failure's exit status."""
    checks: list[list[str | Path]] = [
        [PYTHON, "-m", "ruff", "check", "."],
        [PYTHON, "-m", "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [PYTHON, "-m", "pytest", *(rest or EVERYTHING)],
    ]
    return next((status for command in checks if (status := run(command))), 0)


def debian(wanted: Mapping[str, str]) -> None:
    """Install the Debian packages that are missing; where this cannot be done, say which."""
    packages = [package for package, sign in wanted.items() if not (shutil.which(sign) or Path(sign).exists())]
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        packages.append("python3-venv")
    if not packages:
        return
    apt = shutil.which("apt-get")
    sudo = [] if os.geteuid() == 0 else [shutil.which("sudo")]
    if not apt or None in sudo:
        sys.exit(f"Please install first: {' '.join(packages)} (Debian: apt-get install {' '.join(packages)})")
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = [*filter(None, sudo), apt, *arguments]
        if run(command, env={"DEBIAN_FRONTEND": "noninteractive"}):
            sys.exit(f"This failed: {' '.join(command)}. Install {' '.join(packages)} by hand, then try again.")


def environment() -> None:
    """The virtual environment: what the lock file names and this package; made anew when the lock changes."""
    stamp = VENV / "lock.sha256"
    sources = (LOCK, PACKING, ROOT / "pyproject.toml")
    wanted = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet"]
    elsewhere: list[str | Path] = ["--target", VENV / "packing", "--no-deps", "--ignore-requires-python"]
    steps: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", "--clear", VENV],
        [*pip, "--require-hashes", "--requirement", LOCK],
        [*pip, "--require-hashes", "--requirement", PACKING, *elsewhere],  # for Pyodide's Python, not for this one
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT],
    ]
    for step in steps:
        if run(step):
            sys.exit(f"This failed: {' '.join(map(str, step))}. Check the connection to the package index, then try again.")
    stamp.write_text(wanted)


def runtime() -> None:
    """Pyodide, as the lock file of `checker/web` pins it, fetched by the npm that the environment brings."""
    lock = WEB / "package-lock.json"
    done = WEB / "node_modules" / ".package-lock.json"
    if done.exists() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    if run([VENV / "bin" / "npm", "ci", "--prefix", WEB, "--no-audit", "--no-fund"]):
        sys.exit("npm could not fetch Pyodide. Check the connection to the npm registry, then try again.")


def run(command: Sequence[str | Path], env: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder; its exit status."""
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    quiet = {"PATH": path, "NO_MKDOCS_2_WARNING": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=os.environ | quiet | (env or {}), check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
