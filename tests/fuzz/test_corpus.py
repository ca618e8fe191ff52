"""What a fuzzer once found its way with is replayed: each kept input still has an answer, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.words import LANGUAGES
from tests.fuzz.corpus import INPUTS, KEPT, LONGEST, MOST, text
from tests.promises import PROMISES


@pytest.mark.parametrize("file", INPUTS, ids=[f"{file.parent.name}-{file.name}" for file in INPUTS])
def test_answered(file: Path) -> None:
    """The promise that the input was found for holds."""
    PROMISES[file.parent.name](text(file.read_bytes()), LANGUAGES)


def test_small() -> None:
    """Of each kind a few inputs are kept, none of them long."""
    assert PROMISES.keys() == {file.parent.name for file in INPUTS}
    assert [] == [file for file in INPUTS if file.stat().st_size > LONGEST]
    assert [] == [kind for kind in PROMISES if len(list((KEPT / kind).glob("*"))) > MOST]
