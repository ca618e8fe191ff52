"""The worked cases: each order, the keys of its verdict, why, and under which law."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker import check

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_worked_case(case: dict[str, Any]) -> None:
    """A worked case has the verdict that its reasoning gives."""
    verdict = check(case["order"]).as_json()
    assert case["expected"] == {key: verdict[key] for key in case["expected"]}, case["why"]
