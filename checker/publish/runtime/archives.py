"""Files in one: as zips that Python imports from, and as bundles that the host of its own reads. The same in, the same out."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: the same files give the same archive on any day."""

Contents = Mapping[str, bytes]
"""Files by their paths."""


def bundle(contents: Contents) -> bytes:
    """Files in one: their paths and sizes as JSON, in the first line, then what they hold."""
    sizes = {path: len(content) for path, content in sorted(contents.items())}
    return b"\n".join([json.dumps(sizes).encode(), b"".join(contents[path] for path in sizes)])


def unbundled(packed: bytes) -> dict[str, bytes]:
    """The files of a bundle."""
    first, _, rest = packed.partition(b"\n")
    found, place = {}, 0
    for path, size in json.loads(first).items():
        found[path] = rest[place : place + size]
        place += size
    return found


def unpacked(packed: bytes) -> dict[str, bytes]:
    """The files in a zip by their names."""
    with zipfile.ZipFile(io.BytesIO(packed)) as whole:
        return {entry.filename: whole.read(entry) for entry in whole.infolist() if not entry.is_dir()}


def archive(contents: dict[str, bytes]) -> bytes:
    """A zip of the files, in the order of their names, from which Python can import.

    Stored, not deflated: the server's compression packs it better, and the bytes do not depend on a version of zlib.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as whole:
        for name, content in sorted(contents.items()):
            whole.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return packed.getvalue()


def digest(*contents: bytes) -> str:
    """SHA-256 over the contents, in hexadecimal."""
    return sha256(b"".join(sha256(content).digest() for content in contents) if len(contents) > 1 else contents[0]).hexdigest()
