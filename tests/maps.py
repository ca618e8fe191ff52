"""The maps of the Chinese, Japanese and Korean codecs: a seventh of Python's static data, for modules that never begin.

Python itself says where they are: such a module has a capsule for each of its maps (CPython, Modules/cjkcodecs/cjkcodecs.h).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from struct import iter_unpack, unpack_from

from checker.publish.runtime import programs
from checker.publish.runtime.archives import Contents

CODECS = ("_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw")

POINTER = 8
"""Where in a capsule its pointer is: behind the head that every object has."""
LEAVES = 256
"""A map has a leaf for each first byte: where its second bytes' characters are, the first such byte, the last; or nothing."""


def found(pyodide: Path, files: Contents) -> list[tuple[int, int]]:
    """Where the maps lie in a Python that has `files` at hand, from the first byte to behind the last; neighbours in one."""
    given = {**files, "/modules": json.dumps(CODECS).encode()}
    left = programs.begun(pyodide, given, Path(__file__).with_name("capsules.py"), "out", "memory")
    joined: list[tuple[int, int]] = []
    for start, end in sorted(maps(left["memory"], json.loads(left["out"]))):
        if joined and start <= joined[-1][1]:
            first, last = joined.pop()
            start, end = first, max(last, end)
        joined.append((start, end))
    return joined


def maps(memory: bytes, capsules: list[int]) -> Iterator[tuple[int, int]]:
    """Where the maps of some capsules begin and end in a memory."""
    for capsule in capsules:
        (place,) = unpack_from("<I", memory, capsule + POINTER)
        for index in unpack_from("<II", memory, place + 4):  # from Unicode, and into it; before them, the name
            if index:
                leaves = iter_unpack("<IBBxx", memory[index : index + 8 * LEAVES])
                yield from ((start, start + 2 * (last - first + 1)) for start, first, last in leaves if start)
                yield index, index + 8 * LEAVES
