"""The tables that the rules read: closed days, places, time zones, sources. Each file names its edition."""

from __future__ import annotations

import json
from functools import cache
from pkgutil import get_data
from typing import Any


def raw(name: str) -> bytes:
    """The bytes of a file here, wherever the package lies (folder or archive). Raises FileNotFoundError."""
    found = get_data(__name__, name)
    assert found is not None  # it is for loaders that cannot read data
    return found


@cache
def table(name: str) -> Any:
    """The JSON table `name`, read once."""
    return json.loads(raw(f"{name}.json"))
