"""For whom, and for which day, a table is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.rules.sources import source
from checker.words import N_, text
from checker.words.citations import UNCONFIRMED, citation


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


NAMED = N_("{name}: {value}")
"""A name and what is said of it: French sets a space before the colon."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a cell is one line of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def cited(step: Mapping[str, Any], language: str) -> str:
    """Who says a step of the checker's explanation, as Markdown: the kind of source, and the source as a link."""
    return f"*{text(NAMED, language).format(name=step['nature_label'], value=_citation(step['source'], language))}*{{.says}}"


def reference(name: str, language: str) -> str:
    """The source with this id, as Markdown."""
    return f"*{_citation(citation(source(name), language), language)}*{{.says}}"


def _citation(said: Mapping[str, Any], language: str) -> str:
    place = f", {said['place']}" if said["place"] else ""
    doubt = "" if said["confirmed"] else f" ({text(UNCONFIRMED, language)})"
    return f"[{said['title']}{place}]({said['address']}){doubt}"
