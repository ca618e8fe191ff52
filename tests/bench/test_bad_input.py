"""How long outsized and bad input takes; reported, never asserted.

python -m pytest tests/bench --benchmark-only
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from checker import check
from checker.answer import answer
from checker.rules.verdict import Verdict
from tests.strategies import FIELDS, in_lines, in_lists, nested

Order = dict[str, Any]

NOW: Order = {"now": "2026-09-10T12:00:00+02:00"}
PAID: Order = {**NOW, "customer_type": "consumer", "country": "DE", "payment_status": "paid"}
LONG = "x" * 1_000_000
MANY: Order = {f"field {number}": number for number in range(10_000)}
SEVERAL: Order = {"lines": [{"product": "vps"}] * 100}


def timed(benchmark: BenchmarkFixture, function: Callable[..., Any], *given: Any, rounds: int = 5) -> Any:
    """Call the function some rounds over with what is given, and return its answer."""
    return benchmark.pedantic(function, args=given, rounds=rounds)  # type: ignore[no-untyped-call]  # untyped there


def refused(verdict: Verdict) -> list[str]:
    """Give the names of the refused fields."""
    return [error.field for error in verdict.errors]


@pytest.mark.parametrize("field", [*FIELDS, "colour"])
def test_a_text_of_a_megabyte(benchmark: BenchmarkFixture, field: str) -> None:
    """A text of a megabyte in one field is refused on that field."""
    assert [field] == refused(timed(benchmark, check, NOW | {field: LONG}))


def test_a_megabyte_in_every_field(benchmark: BenchmarkFixture) -> None:
    """A text of a megabyte in every field is refused on every field."""
    assert sorted(FIELDS) == refused(timed(benchmark, check, dict.fromkeys(FIELDS, LONG)))


def test_a_field_named_by_a_megabyte(benchmark: BenchmarkFixture) -> None:
    """A field whose name is a megabyte long is refused under the beginning of its name."""
    assert [LONG[:100] + "…"] == refused(timed(benchmark, check, NOW | {LONG: 1}))


def test_a_time_zone_of_a_megabyte(benchmark: BenchmarkFixture) -> None:
    """A text of a megabyte in the form of a time zone's name is refused."""
    assert ["time_zone"] == refused(timed(benchmark, check, NOW | {"time_zone": "A" + "/A" * 500_000}))


@pytest.mark.parametrize("country", ["IT", "DE"])
def test_a_hundred_distinct_lines(benchmark: BenchmarkFixture, country: str) -> None:
    """A hundred lines of a hundred different days are judged one by one: this input is good."""
    days = [date(2026, 5, 1) + timedelta(days=number) for number in range(100)]
    lines = [{"product": "vps", "ordered_at": day.isoformat()} for day in days]
    verdict = timed(benchmark, check, PAID | {"country": country, "lines": lines})
    assert 100 == len({line.safe_day for line in verdict.lines})


def test_ten_thousand_unknown_fields(benchmark: BenchmarkFixture) -> None:
    """Each of ten thousand unknown fields is refused."""
    assert sorted(MANY) == refused(timed(benchmark, check, NOW | MANY))


def test_ten_thousand_unknown_fields_in_the_page(benchmark: BenchmarkFixture) -> None:
    """The page says so of each, in a sentence."""
    said = json.loads(timed(benchmark, answer, json.dumps(NOW | MANY), "it"))
    assert 10_000 == len(said["explanation"]["errors"])


def test_a_megabyte_above_a_hundred_lines(benchmark: BenchmarkFixture) -> None:
    """A text of a megabyte in a field that a hundred lines have in common is refused there."""
    assert ["country"] == refused(timed(benchmark, check, {**NOW, **SEVERAL, "country": LONG}, rounds=1))


def test_unknown_fields_above_a_hundred_lines(benchmark: BenchmarkFixture) -> None:
    """A thousand unknown fields that a hundred lines have in common are refused."""
    few = dict(list(MANY.items())[:1000])
    assert set(few) <= set(refused(timed(benchmark, check, {**NOW, **SEVERAL, **few}, rounds=1)))


@pytest.mark.parametrize("wrap", [in_lists, in_lines])
@pytest.mark.parametrize("field", ["product", "lines", "colour"])
def test_nested_five_thousand_deep(benchmark: BenchmarkFixture, field: str, wrap: Callable[[Any], Any]) -> None:
    """A value nested five thousand deep is refused on its field, or on the first of the lines that it is."""
    found = refused(timed(benchmark, check, NOW | {field: nested(0, 5000, wrap)}))
    assert [f"{field}[0]" if (field, wrap) == ("lines", in_lists) else field] == found


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"lines": [', "]}")], ids=["lists", "lines"])
def test_nested_text_in_the_page(benchmark: BenchmarkFixture, opening: str, closing: str) -> None:
    """A text nested five thousand deep, as the page hands it over, is refused."""
    text = opening * 5000 + closing * 5000
    assert "invalid" == json.loads(timed(benchmark, answer, text, "it"))["verdict"]["outcome"]
