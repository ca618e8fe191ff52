"""Who says so: the sources that the steps cite, from `data/sources.json`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.rules import data
from checker.rules.verdict import Nature


@dataclass(frozen=True, slots=True)
class Source:
    """A provision, a judgment, or a passage of OVHcloud's own texts.

    title, place   the act and the exact place in it; address: where it is published officially
    confirmed      False where its text could not be read: it is never shown as certain
    read           the day it was last read (ISO), or None
    """

    title: str
    place: str
    nature: Nature
    address: str
    confirmed: bool
    read: str | None
    applies_from: str | None
    transposes: str | None


@cache
def source(name: str) -> Source:
    """The source with this id. Raises KeyError where there is none."""
    entry = data.table("sources")["sources"][name]
    return Source(
        entry["title"],
        entry["place"],
        Nature(entry["nature"]),
        entry["address"],
        entry["state"] == "confirmed",
        entry["read"],
        entry["applies_from"],
        entry["transposes"],
    )


def cited(name: str, country: str | None) -> str:
    """The id of the provision that applies `name` in `country`: the national one where it is known, else `name` itself.

    A Regulation applies as it is. National rules on periods say less (Italy's has no Saturday): not cited for it.
    """
    return _national().get((country, name), name) if country and not name.startswith("reg") else name


@cache
def _national() -> dict[tuple[str, str], str]:
    return {
        (entry["country"], entry["transposes"]): name
        for name, entry in data.table("sources")["sources"].items()
        if entry["country"] and entry["transposes"]
    }
