"""A refused value as it may be shown: short, flat, printable as JSON, and without any password."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SECRET = frozenset({"password", "url", "pdfUrl"})
"""OVHcloud's fields that carry the order's password."""

_MOST_CHARACTERS = 100
_LARGEST = 2**53
_PASSWORD = re.compile(r"(password\W{0,3}).*", re.IGNORECASE | re.DOTALL)


def shown(value: object) -> Any:
    """The value where it is a short scalar; else its kind, or its beginning."""
    match value:
        case None | bool():
            return value
        case int() if abs(value) <= _LARGEST:
            return value
        case int():
            return "number"
        case float():
            return value if abs(value) <= _LARGEST else "number"
        case str():
            text = _PASSWORD.sub(lambda found: f"{found[1]}…", value[: _MOST_CHARACTERS + 1])
            text = text.encode(errors="replace").decode()
            return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
        case Mapping():
            return "object"
        case list() | tuple():
            return "list"
        case _:
            return type(value).__name__
