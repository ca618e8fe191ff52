"""What a customer typed or pasted, read as an order's fields. What cannot be read with certainty is never guessed."""

from __future__ import annotations

from typing import Any

from checker.reading.days import iso

__all__ = ["iso", "understood"]


def understood(pasted: str) -> dict[str, Any]:
    """What a pasted text tells of an order, as `checker.reading.pasted` says; loaded when first wanted: few paste."""
    from checker.reading.pasted import understood as read

    return read(pasted)
