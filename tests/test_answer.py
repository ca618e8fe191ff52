"""Whatever the page hands to Python, it gets an answer of the shape that it expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker import answer, check
from checker.exchange import exchange
from checker.rules.order import MOMENTS
from tests import promises
from tests.judged import ORDINARY
from tests.strategies import FIELDS, ODD_TEXTS, json_values, near_orders, near_replies, orders
from tests.test_schema import VERDICT, valid

DAYS = (
    *("2026-09-05", "2026-09-10T11:00:00+02:00", "2026-09-10T13:00:00", "2025-08-30T23:59:59", "2026-02-31", "2040-12-24"),
    *("2199-12-31", "2199-12-31T23:59:59-14:00", "2000-01-01T00:00:00+14:00", "2019-02-28", "2028-02-29T00:00:00Z"),
)
SPOKEN = (
    *("lunedì", "Mo.,", "31/02/2026", "7. 9. 2026", "13/13/2026", "7 settembre 2026", "September 7, 2026", "2026-09-07"),
    *(" ", " alle ", "14:30", "24:00", " 2pm", "T", "Z", "+02:00", ", ", " - ", "7/9/26", "31", "\u0301", "\u200b"),
)
TEXTS = st.one_of(st.text(), st.sampled_from(ODD_TEXTS), st.lists(st.sampled_from(SPOKEN), max_size=7).map("".join))
NO_JSON = st.one_of(TEXTS, st.sampled_from(("[", '{"lines": [', '{"orderId": [', '"')).map(lambda start: start * 5000))
disordered = st.builds(
    lambda order, days: {**order, **days}, orders(), st.dictionaries(st.sampled_from(("now", *MOMENTS)), st.sampled_from(DAYS))
)
LITTLE = 60
"""How many examples are drawn for promises that are looked at in all seven languages."""


@settings(max_examples=LITTLE, deadline=None)
@given(st.one_of(near_orders(deep=False).map(json.dumps), json_values(deep=False).map(json.dumps), NO_JSON))
@example('{"now": 1e400, "ordered_at": -1e400}')
@example('{"now": "2026-09-10T12:00:00Z", "now": null, "\\ud800": "\\ud800"}')
@example(json.dumps({**ORDINARY, "ordered_at": "2199-12-31", "now": "2199-12-31T23:59:59-14:00", "region": "IT-BZ"}))
@example(json.dumps({**ORDINARY, "ordered_at": "2000-01-01T00:00:00+14:00", "withdrawn_at": "2000-01-01T00:00:00+14:00"}))
def test_any_order(text: str) -> None:
    """Any text at all is answered as an order, in every language."""
    promises.judged(text)


@settings(max_examples=LITTLE, deadline=None)
@given(disordered.map(json.dumps))
def test_days_in_any_order(text: str) -> None:
    """Days that contradict each other, that never were or that lie at the ends of time are answered too."""
    promises.judged(text)


@settings(max_examples=LITTLE, deadline=None)
@given(near_replies().map(json.dumps))
def test_any_reply(text: str) -> None:
    """Any reply of OVHcloud's, whatever its fields hold, is understood and answered in every language."""
    promises.replied(text)
    assert valid(VERDICT, check(json.loads(text)).as_json())


@settings(max_examples=LITTLE, deadline=None)
@given(TEXTS)
@example("lunedì 31/02/2026")
def test_any_day(text: str) -> None:
    """Any text typed for a day is that day or itself, and an order with it in every such field is answered."""
    promises.typed(text)


@settings(max_examples=LITTLE, deadline=None)
@given(TEXTS | json_values(deep=False).map(json.dumps))
@example("\u202e\u2066a\r\nBcc: b\x00\x1b[31m\u2028\ud800" * 100)
@example("a\u0301" * 5000)
@example(json.dumps({"name": [], "address": {"x": 1}, "order_number": 7, "products": [True, None, [0], 1e308]}))
def test_any_sender(text: str) -> None:
    """Any text may be the sender of a letter, its name, its address and its order's number."""
    promises.signed(text)


@settings(max_examples=LITTLE, deadline=None)
@given(near_orders(deep=False), st.dictionaries(st.sampled_from(MOMENTS), TEXTS))
def test_typed_days_stand_as_they_were_typed(order: dict[str, Any], days: dict[str, str]) -> None:
    """The error of a day that cannot be read shows what was typed: its beginning, without what cannot be printed."""
    found = json.loads(answer.answer(json.dumps(order | days), "it"))
    for error in found["verdict"]["error_details"]:
        if error["field"] in days and error["code"] == "not_a_date":
            typed = days[error["field"]].encode("utf-8", "replace").decode()
            assert error["value"].partition("…")[0] == typed[: len(error["value"].partition("…")[0])]


CALLS = {
    "answer": (json.dumps(ORDINARY), "pl"),
    "asked": (json.dumps({"now": ORDINARY["now"]}), "it"),
    "statement": (json.dumps(ORDINARY), '{"name": "\\ud800"}', "de"),
    "understood": ("Ordine n. 123456789 \ud800\u2028\x00", "fr"),
}


@pytest.mark.parametrize("name", CALLS)
def test_by_way_of_files(tmp_path: Path, name: str) -> None:
    """What the worker writes into one file is answered in another, lone surrogates and all."""
    asked, found = tmp_path / "asked", tmp_path / "found"
    asked.write_text(json.dumps([name, *CALLS[name]]), encoding="ascii")
    exchange(str(asked), str(found))
    assert getattr(answer, name)(*CALLS[name]) == found.read_text(encoding="utf-8")


def test_errors_without_end() -> None:
    """Of a thousand unknown fields a hundred are named, above lines and in them."""
    many = {f"field {number}": None for number in range(1_000)}
    now = {"now": ORDINARY["now"]}
    for order in (now | many, {**now, **many, "lines": [many] * 10}, {**now, "lines": [many] * 10}):
        said = json.loads(answer.answer(json.dumps(order), "it"))
        assert 100 <= len(said["explanation"]["errors"]) <= 200
    assert set(FIELDS).isdisjoint(said["verdict"]["errors"])
