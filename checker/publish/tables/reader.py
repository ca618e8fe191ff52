"""For whom, and for which day, a table is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from checker.words import text


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a table, where, and when it was made.

    language; today: the day of the build, in UTC; home: the address of the language's root as seen from the page ("../"),
    or in full where the Markdown leaves the site; up: the same from Markdown file to Markdown file ("", "../").
    """

    language: str
    today: date
    home: str = "../"
    up: str = ""

    def say(self, message: str, **values: object) -> str:
        """An Italian sentence of this package in the reader's language, its `{names}` filled in."""
        return text(message, self.language).format(**values) if values else text(message, self.language)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a cell is one line of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)
