"""A paste as lines and cells: without the tags of HTML, and with each cell of a table beside the head of its column."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from checker.reading.folding import folded, words
from checker.reading.labels import is_label, may_be_labels

_TAG = re.compile(r"<!--|-->|<[/!?]?(?P<name>[a-z][a-z0-9]*)[^<>]*>")
_CELLS = frozenset(("td", "th", "dd"))
_LINES = frozenset(
    words(
        "address article blockquote br div dl dt footer form header hr label li main nav ol option p pre section table "
        "tbody tfoot thead tr ul"
    )
) | {f"h{level}" for level in range(1, 7)}
_WITHIN = frozenset(("sub", "sup", "wbr"))
_UNSEEN = frozenset(("head", "script", "style", "template"))
_MOST_CELLS = 30
"""No table of orders has more columns."""

LONGEST = 20_000
"""No order takes more characters to show, the labels of its tables beside each value included."""

_NO_LETTER = re.compile(r"&#[0-9]{8,};?")
_BORDER = re.compile(r" ?[\t|] ?")
_WIDE = re.compile(r" {2,}")


class TooLong(ValueError):
    """A paste shows more than `LONGEST` characters."""


def lines(pasted: str) -> str:
    """The paste folded: only lines with something in them, their cells parted by tabs. Raises TooLong.

    Below a line of which two cells or more are labels, each row becomes lines of two cells: a column's label and its value.
    """
    text = folded(pasted)
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = folded(html.unescape(_NO_LETTER.sub(" ", text)))
    text = _BORDER.sub("\t", _WIDE.sub(" ", text))
    kept = (line.strip("> \t") for line in text.splitlines())
    return "\n".join(_limited(_by_column(_limited(line for line in kept if line))))


def _limited(kept: Iterable[str]) -> Iterator[str]:
    """The lines, as long as they are not too long together."""
    left = LONGEST
    for line in kept:
        left -= len(line)
        if left < 0:
            raise TooLong
        yield line


def _without_tags(text: str) -> str:
    """What a page shows of folded HTML: a tab where a cell begins or ends, a line end where a line does."""
    shown, unseen, position = [], "", 0
    for tag in _TAG.finditer(text):
        kind = tag["name"] or tag[0]
        if unseen:
            if (kind == unseen and tag[0][1] == "/") or (unseen, kind) == ("<!--", "-->"):
                unseen = ""
        else:
            shown.append(text[position : tag.start()])
            if kind == "<!--" or (kind in _UNSEEN and tag[0][1] != "/"):
                unseen = kind
            shown.append("\t" if kind in _CELLS else "\n" if kind in _LINES else "" if kind in _WITHIN else " ")
        position = tag.end()
    return "".join(shown) + ("" if unseen else text[position:])


def _by_column(kept: Iterable[str]) -> Iterator[str]:
    heads: list[str] = []
    for line in kept:
        cells = [cell.strip() for cell in line.rstrip("\t .").split("\t", _MOST_CELLS)]
        if 1 < len(cells) <= _MOST_CELLS and may_be_labels(line) and sum(map(is_label, cells)) > 1:
            heads = cells
        elif 1 < len(cells) == len(heads):
            yield from map("\t".join, zip(heads, cells, strict=True))
        else:
            heads = []
            yield line
