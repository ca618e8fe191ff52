"""The peers' folders: other ways to answer the same question in a browser, each with all its files at hand."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from checker.publish.runtime import PYODIDE, archive

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PAGES = HERE / "pages"
PYSCRIPT = "@pyscript/core@0.7.31"
PYSCRIPT_INTEGRITY = "sha512-GqM1aonc1N4RTkNZ1zJ8jJk8+i2cqeztZslPsAiQtn+wHHkUX9Z1FgIg4HjCvhBylB68UKmbTVTzOobpgPIMVQ=="
LOADER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What `loadPyodide` asks for."""


def site(folder: Path, built: Path | None) -> Path:
    """The built site in `folder`, where files may be put into it: a copy of `built`, or built anew."""
    if built is None:
        run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)], NO_MKDOCS_2_WARNING="1")
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(built, folder))


def stock(folder: Path, cache: Path) -> Path:
    """`loadPyodide`, then micropip with the rules' and the `holidays` wheel: as its manual says."""
    fresh(folder)
    loader(folder / "assets" / "pyodide")
    wheels = downloaded(cache / "wheels")
    place_by_lock(folder / "assets" / "pyodide", wheels)
    own = folder / "assets" / "wheels"
    own.mkdir()
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(own), str(ROOT)])
    shutil.copy2(wheels["holidays"], own)
    names = sorted(path.name for path in own.glob("*.whl"))
    page = (PAGES / "stock.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(page.replace("WHEELS", json.dumps(names)), encoding="utf-8")
    for name in ("stock.py", "order.js"):
        shutil.copy2(PAGES / name, folder)
    return folder


def pyscript(folder: Path, cache: Path) -> Path:
    """PyScript on the same Pyodide, with the rules and their closed days in one zip: no micropip, no `holidays`."""
    fresh(folder)
    loader(folder / "assets" / "pyodide")
    with tarfile.open(packed(cache)) as package:
        for member in package.getmembers():
            parts = Path(member.name).parts
            if member.isfile() and parts[:2] == ("package", "dist") and not member.name.endswith(".map"):
                target = folder / "assets" / "pyscript" / Path(*parts[2:])
                target.parent.mkdir(parents=True, exist_ok=True)
                content = package.extractfile(member)
                assert content is not None
                target.write_bytes(content.read())
    (folder / "assets" / "checker.zip").write_bytes(archive())
    shutil.copy2(PAGES / "pyscript.html", folder / "index.html")
    for name in ("pyscript.py", "pyscript.toml"):
        shutil.copy2(PAGES / name, folder)
    return folder


def javascript(folder: Path) -> Path:
    """The floor: this one question in a few lines of JavaScript, without rules, reasons, texts or other countries."""
    fresh(folder)
    shutil.copy2(PAGES / "javascript.html", folder / "index.html")
    shutil.copy2(PAGES / "order.js", folder)
    shutil.copy2(ROOT / "checker" / "rules" / "data" / "closed_days" / "IT.json", folder)
    return folder


def loader(place: Path) -> None:
    """Pyodide as its package holds it."""
    place.mkdir(parents=True)
    for name in LOADER:
        shutil.copy2(PYODIDE / name, place)


def place_by_lock(place: Path, wheels: dict[str, Path]) -> None:
    """Put beside Pyodide the packages that its lock file offers; those of the index are packed otherwise than its own."""
    lock = json.loads((place / "pyodide-lock.json").read_bytes())
    for name, wheel in wheels.items():
        if (entry := lock["packages"].get(name)) is not None:
            assert wheel.name == entry["file_name"]
            entry["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
            shutil.copy2(wheel, place)
    (place / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def downloaded(place: Path) -> dict[str, Path]:
    """The wheels of `wheels.txt` by the names of their projects."""
    wanted = ["--requirement", str(HERE / "wheels.txt"), "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    run([sys.executable, "-m", "pip", "download", "--quiet", *wanted, "--python-version", "3.14", "--dest", str(place)])
    return {path.name.partition("-")[0].replace("_", "-"): path for path in place.glob("*.whl")}


def packed(cache: Path) -> Path:
    """PyScript's package as npm packs it, fetched once. Exits where it is not the pinned one."""
    file = cache / "pyscript-core-0.7.31.tgz"
    if not file.exists():
        run([str(Path(sys.executable).parent / "npm"), "pack", "--silent", "--pack-destination", str(cache), PYSCRIPT])
    found = "sha512-" + base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if found != PYSCRIPT_INTEGRITY:
        sys.exit(f"{file} is not {PYSCRIPT} as it was published: {found}")
    return file


def fresh(folder: Path) -> None:
    """An empty folder there, whatever was in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def run(command: list[str], **environment: str) -> None:
    """Run a command in the project's folder; exits with what it said where it failed."""
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PATH": paths, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}\n{done.stdout}{done.stderr}")
