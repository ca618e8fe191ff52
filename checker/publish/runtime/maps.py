"""The maps of the Chinese, Japanese and Korean codecs: a seventh of Python's static data, for modules that never begin.

Python itself says where they are: such a module has a capsule for each of its maps (CPython, Modules/cjkcodecs/cjkcodecs.h).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from struct import iter_unpack, unpack_from

CODECS = ("_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw")

POINTER = 8
"""Where in a capsule its pointer is: behind the head that every object has."""
LEAVES = 256
"""A map has a leaf for each first byte: where its second bytes' characters are, the first such byte, the last; or nothing."""


def maps(memory: bytes, capsules: list[int]) -> Iterator[tuple[int, int]]:
    """Where the maps of some capsules begin and end in a memory."""
    for capsule in capsules:
        (place,) = unpack_from("<I", memory, capsule + POINTER)
        for index in unpack_from("<II", memory, place + 4):  # from Unicode, and into it; before them, the name
            if index:
                leaves = iter_unpack("<IBBxx", memory[index : index + 8 * LEAVES])
                yield from ((start, start + 2 * (last - first + 1)) for start, first, last in leaves if start)
                yield index, index + 8 * LEAVES


def without(memory: bytes, ranges: Iterable[tuple[int, int]]) -> bytes:
    """The memory with zeros there."""
    left = bytearray(memory)
    for start, end in ranges:
        left[start:end] = bytes(end - start)
    return bytes(left)
