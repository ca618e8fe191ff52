"""The numbers in a WebAssembly module that can be addresses, and the memory that it begins with.

(WebAssembly Core Specification 3.0, chapter 5.)
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.publish.runtime.wasm import after_locals, unsigned

GLOBALS = 6
"""The number of the section of globals."""
BR_TABLE, SELECT, TRY_TABLE, I32_CONST = 0x0E, 0x1C, 0x1F, 0x41
BULK, VECTOR = 0xFC, 0xFD
ONE_NUMBER = {
    0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x14, 0x18, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26,
    0x3F, 0x40, 0x42, 0xD0, 0xD2,
}  # fmt: skip
TWO_NUMBERS = {0x11, 0x13}
ACCESS = range(0x28, 0x3F)
"""Loads and stores."""
ADDED_OR_LOADED = {0x6A, *range(0x28, 0x36)}
"""What may follow a constant that is an address."""
BYTES = {0x43: 4, 0x44: 8}
NOTHING = {0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)}
BULK_NUMBERS = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
VECTOR_ACCESS, VECTOR_LANE_ACCESS, VECTOR_LANE = {*range(12), 92, 93}, range(84, 92), range(21, 35)
VECTOR_BYTES = {12, 13}


def addresses(body: bytes) -> Iterator[tuple[int, bool]]:
    """What may be an address in a function's body, and whether it surely is one.

    Offsets of loads and stores are, and constants that something is added to or loaded from; other constants may be.

    Raises ValueError at an instruction that is not known here.
    """
    place = after_locals(body)

    def numbers(count: int) -> None:
        nonlocal place
        for _ in range(count):
            _, place = unsigned(body, place)

    def number() -> int:
        nonlocal place
        found, place = unsigned(body, place)
        return found

    while place < len(body):
        code = body[place]
        place += 1
        if code == I32_CONST:
            found, place = signed(body, place)
            yield found & 0xFFFFFFFF, body[place] in ADDED_OR_LOADED
        elif code in ACCESS:
            numbers(1)
            yield number(), True
        elif code in ONE_NUMBER:
            numbers(1)
        elif code in TWO_NUMBERS:
            numbers(2)
        elif code in BYTES:
            place += BYTES[code]
        elif code == BR_TABLE:
            numbers(number() + 1)
        elif code == SELECT:
            place += number()
        elif code == TRY_TABLE:
            numbers(1)
            for _ in range(number()):
                kind = number()
                numbers(2 if kind < 2 else 1)
        elif code == BULK:
            numbers(BULK_NUMBERS.get(number(), 0))
        elif code == VECTOR:
            code = number()
            if code in VECTOR_ACCESS or code in VECTOR_LANE_ACCESS:
                numbers(1)
                yield number(), True
            place += 16 if code in VECTOR_BYTES else code in VECTOR_LANE_ACCESS or code in VECTOR_LANE
        elif code not in NOTHING:
            raise ValueError(f"an instruction that is not known here: {code:#x}")


def of_globals(section: bytes) -> Iterator[int]:
    """The values of a module's own globals that are 32-bit constants."""
    count, place = unsigned(section, 0)
    for _ in range(count):
        code, place = section[place + 2], place + 3  # before it: the type, and whether it can change
        if code == I32_CONST:
            found, place = signed(section, place)
            yield found & 0xFFFFFFFF
        elif code in ONE_NUMBER:
            _, place = unsigned(section, place)
        else:
            place += BYTES[code]
        place += 1  # the end


def initial(data: bytes) -> bytes:
    """The memory that a module begins with, as its data section says."""
    count, place = unsigned(data, 0)
    found = bytearray()
    for _ in range(count):
        start, place = signed(data, place + 2)  # before it: active, in the only memory; i32.const
        size, place = unsigned(data, place + 1)  # before it: the end
        found.extend(bytes(max(0, start + size - len(found))))
        found[start : start + size] = data[place : place + size]
        place += size
    return bytes(found)


def signed(content: bytes, place: int) -> tuple[int, int]:
    """A signed number in LEB128 and the place behind it."""
    number, behind = unsigned(content, place)
    bits = 7 * (behind - place)
    return number - (1 << bits if number >> (bits - 1) else 0), behind
