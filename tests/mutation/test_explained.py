"""The list of explained mutants: about code that is there, and explained in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.explained import explained

RULES = Path(__file__).parents[2] / "checker" / "rules"


@pytest.mark.parametrize(("name", "why"), explained().items(), ids=lambda value: value[1] if isinstance(value, tuple) else "")
def test_explained(name: tuple[str, str, str], why: str) -> None:
    """The line that a mutant changes stands in its file, and why the change may go unnoticed is said in one line."""
    file, line, mutant = name
    lines = (RULES / file).read_text(encoding="utf-8").splitlines()
    assert line in " ".join(text.strip() for text in lines)
    assert line != mutant
    assert why.endswith(".")
    assert "\n" not in why
