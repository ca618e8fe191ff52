"""What an OVHcloud order's status means, whether it can be withdrawn from, until when, and who says so."""

from checker.rules import check

__all__ = ["check"]
__version__ = "0.2.0"
