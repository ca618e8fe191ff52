"""A WebAssembly module as its sections: with another memory to begin with, and with some of its functions left out.

A function that is left out keeps its number, its type and its place in the table; its body becomes a trap. So nothing
else in the module changes, and whoever calls it finds out at once. (WebAssembly Core Specification 2.0, chapter 5.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

MAGIC = b"\0asm\1\0\0\0"
CUSTOM, MEMORY, EXPORTS, CODE, DATA, SEGMENTS = 0, 5, 7, 10, 11, 12
FUNCTION = 0
TRAP = b"\0\0\x0b"
"""A body with no locals: `unreachable`, `end`."""

PAGE = 1 << 16
MOST = 1 << 16
"""How many pages a memory can have: 4 GiB."""
GAP = re.compile(b"\0{64,}")
"""What is zero need not be written into a memory that is new."""

Sections = list[tuple[int, bytes]]


def sections(module: bytes) -> Sections:
    """The sections of a module, in order: number and content. Raises ValueError where it is none."""
    if not module.startswith(MAGIC):
        raise ValueError("not a WebAssembly module, version 1")
    found, place = [], len(MAGIC)
    while place < len(module):
        number = module[place]
        size, place = unsigned(module, place + 1)
        found.append((number, module[place : place + size]))
        place += size
    return found


def joined(parts: Sections) -> bytes:
    """The module that has these sections."""
    return MAGIC + b"".join(bytes([number]) + encoded(len(content)) + content for number, content in parts)


def without(module: bytes, kept: Collection[int], exported: Collection[str]) -> bytes:
    """The module with the bodies of the `kept` functions only, and no other exports than those named.

    Functions are numbered from 0 in the order of their bodies: imported ones have none and do not count.
    """

    def part(number: int, content: bytes) -> bytes:
        if number == CODE:
            return listed([body if place in kept else TRAP for place, body in enumerate(bodies(content))])
        if number == EXPORTS:
            return _listed_exports([export for name, _, export in _exports(content) if name in exported])
        return content

    return joined([(number, part(number, content)) for number, content in sections(module)])


def started(module: bytes, memory: bytes, notes: Mapping[str, bytes]) -> bytes:
    """The module with another memory to begin with, and notes in sections of their own."""
    parts = list(_segments(memory))
    segments = b"".join(b"\0\x41" + _signed(place) + b"\x0b" + encoded(len(part)) + part for place, part in parts)
    other = {
        MEMORY: _memory(len(memory) // PAGE),
        SEGMENTS: encoded(len(parts)),
        DATA: encoded(len(parts)) + segments,
    }
    added = [(CUSTOM, encoded(len(name)) + name.encode() + note) for name, note in notes.items()]
    return joined([(number, other.get(number, content)) for number, content in sections(module)] + added)


def watched(module: bytes, flags: int) -> bytes:
    """The module with a memory that holds `flags` plus a byte for each function, which the function sets when it runs."""

    def part(number: int, content: bytes) -> bytes:
        if number == CODE:
            return listed([_marking(body, flags + place) for place, body in enumerate(bodies(content))])
        if number == MEMORY:
            return _memory(flags // PAGE + 2)
        return content

    return joined([(number, part(number, content)) for number, content in sections(module)])


def bodies(code: bytes) -> list[bytes]:
    """The bodies in a code section."""
    return [code[start:end] for start, end in _items(code)]


def exports(content: bytes) -> dict[str, int]:
    """What an export section gives names to: each with its number, among functions or whatever it is."""
    return {name: number for name, number, _ in _exports(content)}


def listed(items: list[bytes]) -> bytes:
    """A code section's content: how many bodies, and each with its size."""
    return encoded(len(items)) + b"".join(encoded(len(item)) + item for item in items)


def _memory(pages: int) -> bytes:
    return b"\1\1" + encoded(pages) + encoded(MOST)  # one memory, with a least and a most


def _segments(memory: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    for gap in [*GAP.finditer(memory), None]:
        part = memory[place : gap.start() if gap else None]
        if part:
            yield place, part
        place = gap.end() if gap else place


def _items(code: bytes) -> Iterator[tuple[int, int]]:
    count, place = unsigned(code, 0)
    for _ in range(count):
        size, place = unsigned(code, place)
        yield place, place + size
        place += size


def _exports(content: bytes) -> Iterator[tuple[str, int, bytes]]:
    count, place = unsigned(content, 0)
    for _ in range(count):
        start = place
        size, place = unsigned(content, place)
        name = content[place : place + size].decode()
        number, place = unsigned(content, place + size + 1)
        yield name, number, content[start:place]


def _listed_exports(exports: list[bytes]) -> bytes:
    return encoded(len(exports)) + b"".join(exports)


def _marking(body: bytes, address: int) -> bytes:
    """The body, which first stores 1 at an address: i32.const, i32.const 1, i32.store8."""
    start = after_locals(body)
    return body[:start] + b"\x41" + _signed(address) + b"\x41\1\x3a\0\0" + body[start:]


def after_locals(body: bytes) -> int:
    """Where a body's instructions begin."""
    groups, place = unsigned(body, 0)
    for _ in range(groups):
        _, place = unsigned(body, place)
        place += 1  # a value type of one byte: the module has no typed references
    return place


def unsigned(content: bytes, place: int) -> tuple[int, int]:
    """An unsigned number in LEB128 and the place behind it."""
    number = shift = 0
    while True:
        byte = content[place]
        number |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return number, place


def encoded(number: int) -> bytes:
    """An unsigned number in LEB128."""
    return _encoded(number, lambda rest, _: rest == 0)


def _signed(number: int) -> bytes:
    return _encoded(number, lambda rest, byte: rest == 0 and not byte & 0x40)


def _encoded(number: int, done: Callable[[int, int], bool]) -> bytes:
    found = bytearray()
    while True:
        byte, number = number & 0x7F, number >> 7
        if done(number, byte):
            return bytes([*found, byte])
        found.append(byte | 0x80)
