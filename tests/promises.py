"""What holds of whatever a customer, a link or a program hands in: an answer of its own shape, never an exception.

Each of `PROMISES` takes any text and the languages to answer in; Hypothesis, a fuzzer and the kept corpus all go through them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Collection
from functools import cache
from typing import Any, NoReturn

from checker import answer, reading
from checker.rules import data, order
from checker.rules.moments import Refused, moment
from checker.rules.verdict import Outcome
from checker.words import LANGUAGES
from tests.calls import SENDER
from tests.judged import ORDINARY

EXPLAINED = {
    *("lang", "tone", "status", "answer", "facts", "notes", "steps", "strip", "related", "errors", "lines"),
}
CONTROLS = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Kinds of characters that are no text: they control a terminal, or break a line, or turn it round."""
LATEST = "2199-12-31T23:59:59Z"


def said(found: str) -> Any:
    """The JSON value that Python gives the page: nothing in it that JavaScript or UTF-8 does not know."""
    value = json.loads(found, parse_constant=_no_json)
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _no_json(constant: str) -> NoReturn:
    raise AssertionError(constant)


def judged(text: str, languages: Collection[str] = LANGUAGES) -> None:
    """As an order: a verdict explained, or errors with a sentence for each; the questions to come; and a letter."""
    for language in languages:
        found = said(answer.answer(text, language))
        verdict, explanation = found["verdict"], found["explanation"]
        assert _keys() == verdict.keys()
        assert verdict["outcome"] in {*Outcome, None}
        invalid = verdict["outcome"] == Outcome.INVALID
        assert invalid == bool(verdict["errors"]) == (found["asks"] is None) == (found["record"] is None)
        assert verdict["errors"] == sorted(error["field"] for error in verdict["error_details"])
        assert verdict["errors"] == [error["field"] for error in explanation["errors"]]
        for part in (explanation, *explanation["lines"]):
            assert EXPLAINED == part.keys()
            assert part["answer"]
            assert all(error["text"] for error in part["errors"])
        assert found["calendar"] is None or found["calendar"].startswith("BEGIN:VCALENDAR\r\n")
        assert {name: found[name] for name in ("asks", "days")} == said(answer.asked(text, language))
        written = said(answer.statement(text, SENDER, language))
        assert set(written["chosen"]) <= set(written["products"])
        assert bool(written["products"]) == bool(written["texts"])


def pasted(text: str, languages: Collection[str] = LANGUAGES) -> None:
    """As a paste: fields that the rules accept, each with its name and words, and no field that is unclear as well."""
    for language in languages:
        found = said(answer.understood(text, language))
        assert {"fields", "number", "products", "kind", "unclear", "shown"} == found.keys()
        assert found["kind"] in ("reply", "text", "nothing", "too_long")
        assert len(found["shown"]) == len(found["fields"]) + bool(found["number"])
        assert all(row["label"] and row["text"] for row in found["shown"])
        assert [] == [error.field for error in order.read({"now": LATEST, **found["fields"]})[1]]


def replied(text: str, languages: Collection[str] = LANGUAGES) -> None:
    """As OVHcloud's reply: pasted, and handed over as an order."""
    pasted(text, languages)
    judged(text, languages)


def typed(text: str, languages: Collection[str] = LANGUAGES) -> None:
    """As a day: a day of the contract's form, or the text itself; and so in each field of an order that takes one."""
    read = reading.iso(text)
    assert read == reading.iso(read)
    assert read == text.strip() or _a_day(read)
    judged(json.dumps({**ORDINARY, **dict.fromkeys(order.MOMENTS, text)}), languages)


def signed(text: str, languages: Collection[str] = LANGUAGES) -> None:
    """As the sender of a letter, and as each thing that one tells of itself: lines that no printer breaks, and no control."""
    told = dict.fromkeys(("name", "address", "order_number", "service"), text)
    for language in languages:
        for sender in (text, json.dumps({**told, "products": [0]})):
            for letter in said(answer.statement(json.dumps(ORDINARY), sender, language))["texts"]:
                lines = [letter["subject"], *letter["body"].split("\n")]
                assert [] == [line for line in lines if CONTROLS & {unicodedata.category(sign) for sign in line}]


PROMISES: dict[str, Callable[[str, Collection[str]], None]] = {
    "order": judged,
    "reply": replied,
    "paste": pasted,
    "day": typed,
    "sender": signed,
}


@cache
def _keys() -> frozenset[str]:
    return frozenset(data.table("verdict.schema")["$defs"]["verdict"]["properties"])


def _a_day(read: str) -> bool:
    """Whether the rules see a day in a text, even if one that does not exist or is too far off."""
    try:
        moment(read)
    except Refused as refused:
        return refused.code in ("no_such_day", "out_of_range")
    return True
