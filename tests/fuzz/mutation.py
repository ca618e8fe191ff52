"""How an order in JSON is changed so that it stays one: a field put in, taken out, or given another field's value."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from checker.rules import places
from checker.rules.codes import CODES
from tests.calls import SENDER
from tests.strategies import FIELDS, ODD_TEXTS, ODD_VALUES, REPLY_FIELDS

DETAIL = ("detailType", "cancelled")
NAMES = (*FIELDS, *REPLY_FIELDS, *DETAIL, *json.loads(SENDER), "service", "products")
DAYS = (
    "2026-09-05",
    "2026-09-10T11:00:00+02:00",
    "2026-08-20",
    "2025-08-30T23:59:59",
    "2027-01-06",
    "2040-12-24",
    "2199-12-31",
)
CODED = tuple(code.value for codes in CODES.values() for code in codes)
WORDS = (*CODED, *places.countries(), *places.regions("DE"), *DAYS, "RENEW", "VOUCHER", "DURATION", "FR-974", "Asia/Tokyo")
VALUES = (*WORDS, *DAYS * 20, *CODED * 3, *(True, False, None) * 30)


def short(value: object) -> bool:
    """Whether a value has a JSON text of a sensible length."""
    try:
        return len(json.dumps(value)) < 1000
    except (ValueError, RecursionError):
        return False


ODD = tuple(value for value in ODD_VALUES if short(value))


def mutated(given: bytes, most: int, seed: int, otherwise: Callable[[bytes, int], bytes]) -> bytes:
    """A JSON object with a few of its fields changed; anything else, and every fourth object, as `otherwise` changes bytes."""
    chance = Random(seed)
    try:
        order = json.loads(given)
    except (ValueError, RecursionError):
        order = None
    if not isinstance(order, dict) or chance.random() < 0.25:
        return otherwise(given, most)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        _change(order, chance)
    changed = json.dumps(order).encode()
    return changed if len(changed) <= most else otherwise(given, most)


def _change(order: dict[str, Any], chance: Random) -> None:
    inner = [item for name in ("lines", "details") if isinstance(order.get(name), list) for item in order[name]]
    part = chance.choice([order, order, *(item for item in inner if isinstance(item, dict))])
    match chance.randrange(12):
        case 0 if part:
            del part[chance.choice(list(part))]
        case 1:
            several = [dict(chance.sample(list(order.items()), min(2, len(order)))) for _ in range(chance.randrange(4))]
            order[chance.choice(("lines", "details"))] = several
        case 2:
            part[chance.choice(NAMES)] = chance.choice(ODD)
        case 3 if part:
            part[chance.choice(ODD_TEXTS)] = part[chance.choice(list(part))]
        case _:
            part[chance.choice(NAMES)] = chance.choice(VALUES)
