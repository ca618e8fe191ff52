"""Names in the order in which a reader looks for them."""

from __future__ import annotations

from checker.publish.search import fold


def by_name(name: str) -> str:
    """A key to sort by: accents aside, Österreich with O, Áustria with A; Łotwa after Litwa and Luksemburg, as in Polish."""
    return fold(name.lower().replace("ł", "l\uffff"))
