"""One order in, the verdict and its words out: what the page's worker calls."""

from __future__ import annotations

import json

from checker.rules import check
from checker.words import explain


def answer(order_json: str, language: str) -> str:
    """The verdict on an order (JSON text) and its explanation in `language`, as JSON text.

    Text that is no JSON is an invalid order. Raises LookupError for a language that the site does not speak.
    """
    verdict = check(parsed(order_json))
    return json.dumps({"verdict": verdict.as_json(), "explanation": explain(verdict, language)})


def parsed(text: str) -> object:
    """The JSON value in a text; the text itself where it is none (`check` then refuses it)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
