"""Every call of `checker.answer` that the tests know of: what customers type and paste in all languages, and worse."""

from __future__ import annotations

import json
import tomllib
from contextlib import suppress
from itertools import cycle
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from checker.words import LANGUAGES
from tests.judged import CASES, FOLDER, REPLIES, judged
from tests.strategies import in_lines, in_lists, near_orders, nested

Call = list[str]
"""The function's name and what it is given, all texts."""

SENDER = json.dumps({"name": "Zoë Łukasiewicz", "address": "Via Roma 1\n00100 Roma", "order_number": "123456789"})
NOW = "2026-09-10T12:00:00+02:00"
DRAWN = 300
"""How many nearly good orders are asked about."""
ODD = (
    "", "x", "[1", "null", '"\\ud800"', '{"now": 1e999}', '{"now": NaN}', '{"now": "2026-99-99", "country": "XX"}',
    '{"ordered_at": "31 de fevereiro"}', json.dumps({"now": NOW, "time_zone": "Europe/Nowhere"}),
    json.dumps({"now": NOW, "country": "DE", "ordered_at": "5. September 2026", "lines": [{"product": "vps"}] * 100}),
    json.dumps({"now": NOW, "country": "é" * 100_000}), "Ω≈ç√∫˜µ≤ " * 10_000,
    json.dumps({str(number): 1 for number in range(10_000)}),
    json.dumps(nested(0, 60, in_lists)), json.dumps(nested(0, 60, in_lines)),
)  # fmt: skip


def calls() -> list[Call]:
    """All of them, the same ones each time."""
    languages = cycle(LANGUAGES)
    found = []
    for order in [*(order for order, _ in judged()), *(case["order"] for case in CASES), *nearly()]:
        found += about(json.dumps(order), next(languages))
    for text in [*pasted(), *(json.dumps(reply) for reply in REPLIES), *ODD]:
        found.append(["understood", text, next(languages)])
    for text in ODD:
        found += about(text, next(languages))
    return found


def about(order: str, language: str) -> list[Call]:
    """What the page asks about an order, one question after the other."""
    return [["asked", order, language], ["answer", order, language], ["statement", order, SENDER, language]]


def pasted() -> list[str]:
    """The texts that customers paste."""
    return [case["text"] for case in tomllib.loads((FOLDER / "pasted.toml").read_text(encoding="utf-8"))["case"]]


def nearly() -> list[dict[str, Any]]:
    """Orders that are nearly good, drawn: those that JSON can hold."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=DRAWN, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(near_orders(deep=False))
    def keep(order: dict[str, Any]) -> None:
        with suppress(TypeError, ValueError):
            json.dumps(order)
            found.append(order)

    keep()
    return found
