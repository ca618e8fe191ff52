"""What an OVHcloud order's status means, whether it can be withdrawn from, until when, and who says so."""

from checker.rules import __version__, check

__all__ = ["__version__", "check"]
