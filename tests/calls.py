"""Every call of `checker.answer` that the tests know of: what customers type and paste in all languages, and worse."""

from __future__ import annotations

import json
import tomllib
from itertools import cycle
from random import Random
from typing import Any

from checker.rules import places
from checker.rules.order import MOMENTS
from checker.words import LANGUAGES
from tests.fuzz import corpus
from tests.judged import CASES, FOLDER, ORDINARY, REPLIES
from tests.strategies import FIELDS, ODD_VALUES, in_lines, in_lists, nested

Call = list[str]
"""The function's name and what it is given, all texts."""

SENDER = json.dumps({"name": "Zoë Łukasiewicz", "address": "Via Roma 1\n00100 Roma", "order_number": "123456789"})
NOW = "2026-09-10T12:00:00+02:00"
MIXED = 900
"""How many orders are put together from others."""
ODD = (
    "", "x", "[1", "null", '"\\ud800"', '{"now": 1e999}', '{"now": NaN}', '{"now": "2026-99-99", "country": "XX"}',
    '{"ordered_at": "31 de fevereiro"}', json.dumps({"now": NOW, "time_zone": "Europe/Nowhere"}),
    json.dumps({"now": NOW, "country": "DE", "ordered_at": "5. September 2026", "lines": [{"product": "vps"}] * 100}),
    json.dumps({"now": NOW, "country": "é" * 100_000}), "Ω≈ç√∫˜µ≤ " * 10_000,
    "Ω≈ç√∫˜µ≤ " * 2_000, json.dumps({"name": "9" * 500, "address": "9" * 500}), "Stato è <b>\n7/9/2026&nbsp;" * 500,
    json.dumps({str(number): 1 for number in range(10_000)}),
    json.dumps(nested(0, 60, in_lists)), json.dumps(nested(0, 60, in_lines)),
)  # fmt: skip
SIGNS = ("é", "ł", "Ω", "漢", "🎉", "e\u0301", "\u202e", "\ufeff", "\ud800", "\x00", "ß", "İ", "ﬁ", "\u2028", "𝟚", "٢")
"""Letters of every width that Python keeps texts in, and what is no letter."""
ENDS = ("2199-12-31T23:59:59-14:00", "2199-12-31", "2000-01-01T00:00:00+14:00", "2028-02-29T00:00:00Z")
"""Days at the ends of time."""


def calls() -> list[Call]:
    """All of them, the same ones each time."""
    languages = cycle(LANGUAGES)
    found = []
    orders = [case["order"] for case in CASES]
    for order in [*orders, *orders, *({**ORDINARY, "country": country} for country in places.countries()), *mixed()]:
        found += about(json.dumps(order), next(languages))
    fuzzed = [corpus.text(file.read_bytes()) for file in corpus.INPUTS]
    for text in [*pasted(), *(json.dumps(reply) for reply in REPLIES), *ODD, *fuzzed]:
        found.append(["understood", text, next(languages)])
    for text in [*ODD, *fuzzed]:
        found += [*about(text, next(languages)), ["statement", json.dumps(ORDINARY), text, next(languages)]]
    for end in ENDS:
        for zone in ("Europe/Helsinki", "Europe/Lisbon", "America/Cayenne"):
            fields = ("order_expires", "trader_last_day", "withdrawn_at")
            found += about(json.dumps({**ORDINARY, "time_zone": zone, **dict.fromkeys(fields, end)}), next(languages))
            found += about(
                json.dumps({**ORDINARY, "time_zone": zone, **dict.fromkeys(("now", "ordered_at"), end)}), next(languages)
            )
    for sign in SIGNS:
        typed = f"7 settembre 2026{sign}"
        written = f"{sign} Ordine n. 123456789 {sign * 30}\n{sign}Data: 05/09/2026 &amp; <b>{sign}</b>{typed}"
        found.append(["understood", written, next(languages)])
        found += about(json.dumps({**ORDINARY, sign: typed, **dict.fromkeys(MOMENTS, typed)}), next(languages))
        sender = json.dumps(dict.fromkeys(("name", "address", "order_number"), written))
        found.append(["statement", json.dumps(ORDINARY), sender, next(languages)])
    return found


def about(order: str, language: str) -> list[Call]:
    """What the page asks about an order, one question after the other."""
    return [["asked", order, language], ["answer", order, language], ["statement", order, SENDER, language]]


def pasted() -> list[str]:
    """The texts that customers paste."""
    return [case["text"] for case in tomllib.loads((FOLDER / "pasted.toml").read_text(encoding="utf-8"))["case"]]


def mixed() -> list[dict[str, Any]]:
    """Orders put together from those of the cases, each third with a value that does not belong there.

    Not drawn by Hypothesis: what that draws hangs on what else the process has imported.
    """
    chance = Random(0)
    values = [(field, value) for case in CASES for field, value in case["order"].items()]
    odd = [value for value in ODD_VALUES if _short(value)]
    found = []
    for number in range(MIXED):
        order = {**chance.choice(CASES)["order"], **dict(chance.sample(values, chance.randrange(1, 8)))}
        found.append(order | ({} if number % 3 else {chance.choice((*FIELDS, "Ω\U000e0001")): chance.choice(odd)}))
    return found


def _short(value: object) -> bool:
    """Whether a value has a JSON text that a browser's page could hold."""
    try:
        return len(json.dumps(value, allow_nan=False)) < 100_000
    except (TypeError, ValueError, RecursionError):
        return False
