"""The line that makes an answer a record: when it was computed, by which rules, from sources read until when."""

from __future__ import annotations

from datetime import date

from checker.rules import __version__, data
from checker.rules.order import Order
from checker.words.catalogue import N_, text
from checker.words.dates import in_words

RECORD = N_(
    "Calcolato {day}, ore {time} (fuso orario {zone}), con la versione {version} delle regole. "
    "Ultima lettura delle fonti: {edition}. Non è una consulenza legale."
)


def record(order: Order, language: str) -> str:
    """When the answer to an order was computed, where the customer lives if that is known, and with which rules."""
    moment = order.local_now
    edition = date.fromisoformat(data.table("sources")["edition"])
    return text(RECORD, language).format(
        day=in_words(moment.date(), language),
        time=f"{moment:%H:%M}",
        zone=order.zone or moment.tzname(),
        version=__version__,
        edition=in_words(edition, language, "long"),
    )
