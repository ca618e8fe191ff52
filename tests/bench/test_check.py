"""How long `check` takes; reported, never asserted.

python -m pytest tests/bench --benchmark-only
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

from checker import check

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))


def test_check(benchmark: BenchmarkFixture) -> None:
    """The worked cases, one after the other: the median is the time of a typical order."""
    orders = itertools.cycle([case["order"] for case in CASES])

    def next_order() -> tuple[tuple[dict[str, Any]], dict[str, Any]]:
        return (next(orders),), {}

    benchmark.pedantic(check, setup=next_order, rounds=20 * len(CASES))  # type: ignore[no-untyped-call]  # untyped there
