"""Tables in Pyodide's module that no function which is kept can come to: the names of all characters, say.

The module has no names for its data, so a table is what lies between two numbers in its code that surely are addresses. It
counts as unread where all of this holds:

- no kept function mentions an address in it, nor in the `NEAR` bytes before it (`table[letter - 'a']` mentions one of those);
- nothing in memory holds the address where it begins, nor that of a text in it;
- it is as it came, and so is all for `FAR` bytes about it: it lies among constants;
- it is not small.

What is left of this by coincidence is found by the tests, which compare what the module says with what CPython says, of all
characters and of some thousand orders.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import pairwise

from checker.publish.runtime import wasm
from tests.opcodes import GLOBALS, addresses, initial, of_globals

Range = tuple[int, int]

NEAR = 1024
FAR = 32 * 1024
SMALL = 1024
"""So much of a table must not be zero, in bytes: blanking less gains nothing."""
TEXT = range(0x20, 0x7F)
TEXTS = 2048
"""A table of so many bytes may look by chance as if one address of a text were in it."""


def tables(module: bytes, kept: Collection[int], memory: bytes) -> list[Range]:
    """Where the unread tables begin and end; `kept` are the functions that are kept, `memory` is that of a started Python."""
    sections = dict(wasm.sections(module))
    as_it_came = initial(sections[wasm.DATA])
    mentioned = [set(addresses(body)) for body in wasm.bodies(sections[wasm.CODE])]
    exported = set(of_globals(sections[GLOBALS]))
    accessed = {place for found in mentioned for place, sure in found if sure}
    places = sorted(place for place in exported | accessed if place < len(as_it_came))
    known = sorted(exported.union(*({place for place, _ in mentioned[number]} for number in kept)))
    found = [
        (start, stop)
        for start, stop in pairwise(places)
        if stop - start - memory.count(0, start, stop) >= SMALL and not any_in(known, start - NEAR, stop)
    ]
    held = list(pointers(memory, found))
    return [
        (start, stop)
        for start, stop in found
        if not any_in(held, start, start + 1)
        and sum(is_text(memory, place) for place in between(held, start, stop)) * TEXTS <= stop - start
        and memory[start - FAR : stop + FAR] == as_it_came[start - FAR : stop + FAR]
    ]


def pointers(memory: bytes, ranges: list[Range]) -> Iterator[int]:
    """The words in memory that are addresses in some ranges, sorted."""
    starts = [start for start, _ in ranges]
    first, last = ranges[0][0], ranges[-1][1]
    words = sorted(word for word in array("I", memory[: len(memory) // 4 * 4]) if first <= word < last)
    return (word for word in words if word < ranges[bisect_right(starts, word) - 1][1])


def is_text(memory: bytes, place: int) -> bool:
    """Whether a text begins at a place in memory."""
    return memory[place - 1] == 0 and all(memory[place + letter] in TEXT for letter in range(3))


def between(numbers: list[int], start: int, stop: int) -> list[int]:
    """Those of ascending numbers from `start` on, before `stop`."""
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, stop)]


def any_in(numbers: list[int], start: int, stop: int) -> bool:
    """Whether there are any."""
    return bisect_left(numbers, start) < bisect_left(numbers, stop)
