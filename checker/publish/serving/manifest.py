"""SHA-256 of every file of the built site, as `sha256sum --check` reads it: what is served can be compared."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FILE = "SHA256SUMS"


def publish(site: Path) -> None:
    """Write the manifest: after everything else, and of everything else."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files.pop(FILE, None)
    listed = (f"{sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in sorted(files.items()))
    (site / FILE).write_text("".join(listed), encoding="utf-8")
