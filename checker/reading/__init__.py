"""What a customer typed or pasted, read as an order's fields. What cannot be read with certainty is never guessed."""

from checker.reading.days import iso
from checker.reading.pasted import understood

__all__ = ["iso", "understood"]
