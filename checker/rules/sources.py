"""Who says so: the sources that the steps cite, from `data/sources.json`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from checker.rules import data
from checker.rules.verdict import Nature


@dataclass(frozen=True, slots=True)
class Source:
    """A provision, a judgment, or a passage of OVHcloud's own texts.

    title, place   the act and the exact place in it; address: where it is published officially
    confirmed      False where its text could not be read: it is never shown as certain
    read           the day it was last read (ISO), or None
    applies_from, applies_until  the contracts it holds for, by their day (ISO), or None where it has no such bound
    """

    title: str
    place: str
    nature: Nature
    address: str
    confirmed: bool
    read: str | None
    applies_from: str | None
    applies_until: str | None


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
        entry["applies_until"],
    )


def cited(name: str, country: str | None, day: date | None = None) -> str:
    """The id of the provision that applies `name` in `country`: the national one where it is known, else `name` itself.

    `day`: the day of the contract; a national wording that was not in force then is not cited.
    A Regulation applies as it is, but not in Great Britain, whose own rule says how to count. National rules on periods
    say less than the Regulation (Italy's has no Saturday): not cited for it.
    """
    if name.startswith("reg1182"):
        return "gb-ccr-30" if country == "GB" else name
    national = _national().get((country, name))
    return national if national and (day is None or _in_force(source(national), day)) else name


def _in_force(source: Source, day: date) -> bool:
    return (source.applies_from or "") <= day.isoformat() <= (source.applies_until or "9999")


@cache
def _national() -> dict[tuple[str | None, str], str]:
    return {
        (entry["country"], entry["transposes"]): name
        for name, entry in data.table("sources")["sources"].items()
        if entry["transposes"]
    }
