"""What is wrong with a translation, as `lint` says it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SAME_WORDS = 8
"""A paragraph or sentence with this many words or more that stands equally in two languages was not translated."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and the way out."""

    file: Path
    line: int
    message: str

    def shown(self, root: Path) -> str:
        """As compilers write it: file:line: message."""
        file = self.file.relative_to(root) if self.file.is_relative_to(root) else self.file
        return f"{file}:{self.line}: {self.message}"
