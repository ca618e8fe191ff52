"""Files packed once, at build: `.br` and `.gz` beside each, for servers that send what lies there instead of packing anew."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from checker.publish.kept import kept, prune

PACKED = {".avif", ".br", ".gif", ".gz", ".ico", ".jpg", ".mp4", ".png", ".webp", ".woff", ".woff2"}
"""Kinds that are packed already: packing them again gains nothing."""
GAIN = 0.98
"""A packed copy is kept where it has at most this share of the file's bytes."""

Pack = Callable[[bytes], bytes]


def _gzip(content: bytes) -> bytes:
    """Gzip's best, without name and time: the same content gives the same bytes."""
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11))


WAYS: dict[str, Pack] = {".br": _brotli, ".gz": _gzip}
EDITION = f"brotli-{brotli.__version__}-zlib-{zlib.ZLIB_RUNTIME_VERSION}"
"""Other versions may pack to other bytes."""


def publish(site: Path, cache: Path) -> None:
    """Write the packed copies beside all files of the site that gain by it.

    Brotli's best takes a minute for the whole site. What was packed once lies in `cache`, by its content's hash.
    """
    folder = cache / EDITION
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix not in PACKED]
    # The largest first: one processor takes half a minute for Pyodide, the other the rest meanwhile.
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda path: beside(path, folder), files))
    prune(cache)


def beside(path: Path, folder: Path) -> None:
    """Write a file's packed copies, where they gain."""
    content = path.read_bytes()
    for ending, pack in WAYS.items():
        packed = kept(folder / f"{sha256(content).hexdigest()}{ending}", partial(pack, content))
        target = path.with_name(path.name + ending)
        if len(packed) <= GAIN * len(content):
            target.write_bytes(packed)
