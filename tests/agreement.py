"""Where the rules and the oracle do not agree, told so that the order can be tried again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from checker import check
from checker.rules import data
from tests.oracle import KEYS, oracle

Order = dict[str, Any]

OUTCOMES = frozenset(data.table("verdict.schema")["$defs"]["verdict"]["properties"]["outcome"]["enum"]) - {None}
MOST = 3
"""How many orders are shown: whoever mends one thing sees the next."""


def answered(order: Order) -> Order:
    """Return the rule module's answer under the oracle's keys; the oracle takes no steps."""
    return restricted(replace(check(order), steps=(), standing=()).as_json())


def restricted(verdict: Order) -> Order:
    """Keep the oracle's keys of a verdict; a key that does not apply is absent or null."""
    kept = {key: verdict.get(key) for key in KEYS}
    return {**kept, "missing": kept["missing"] or []}


def disagreements(orders: Iterable[Order]) -> list[str]:
    """The first few orders that the rules and the oracle answer differently, as JSON, with both answers.

    An order that the rules break off on, or answer with an outcome that the contract does not have, is one of them.
    """
    found: list[str] = []
    for order in orders:
        expected = oracle(order)
        try:
            answer = answered(order)
        except Exception as error:  # never a traceback: whichever it is, the order is shown
            answer = {"traceback": repr(error)}
        if answer != expected or answer["outcome"] not in OUTCOMES:
            differing = {key for key in {*expected, *answer} if expected.get(key) != answer.get(key)}
            sides = {"oracle": expected, "rules": answer}
            told = {side: {key: answers[key] for key in sorted(differing & answers.keys())} for side, answers in sides.items()}
            found.append("\n".join(["", json.dumps(order), *(f"{side}: {json.dumps(keys)}" for side, keys in told.items())]))
            if len(found) == MOST:
                break
    return found
