"""What takes long to make, kept from one build to the next by what it is made of, below the project's `.cache`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import get_ident

KEPT = 14 * 24 * 3600
"""Seconds for which what no build has asked for is kept."""


def kept(place: Path, make: Callable[[], bytes]) -> bytes:
    """What lies at a place, or what `make` gives, which is put there: several builds may be at it at the same time."""
    try:
        found = place.read_bytes()
        os.utime(place)
    except FileNotFoundError:
        found = make()
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_name(f"{place.name}.{os.getpid()}-{get_ident()}")
        partial.write_bytes(found)
        partial.replace(place)
    return found


def prune(folder: Path) -> None:
    """Drop what no build has asked for lately."""
    oldest = time.time() - KEPT
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):  # another build drops it
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
