"""How long outsized and bad input takes; reported, never asserted.

python -m pytest tests/bench --benchmark-only
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from checker import check
from checker.answer import answer
from checker.reading import understood
from checker.rules.order import MOST_ERRORS
from checker.rules.verdict import Verdict
from tests.fuzz.corpus import INPUTS, text
from tests.promises import PROMISES
from tests.strategies import FIELDS, PRODUCTS, in_lines, in_lists, nested

Order = dict[str, Any]

NOW: Order = {"now": "2026-09-10T12:00:00+02:00"}
PAID: Order = {**NOW, "customer_type": "consumer", "country": "DE", "payment_status": "paid"}
LONG = "x" * 1_000_000
MANY: Order = {f"field {number}": number for number in range(10_000)}
SEVERAL: Order = {"lines": [{"product": "vps"}] * 100}

PASTES = {
    "statuses": "stato è " * 2_400,
    "statuses among tags": "<b>" * 26_000 + "Cancelando...stato è " * 900,
    "statuses among entities": "&a" * 9_000 + "stato è " * 220,
    "entities": "&a" * 50_000,
    "days": "7/9/2026\t" * 2_200,
    "days after orders": "Ordine 123456789\nData: 08/09/2026+02:00" * 500,
    "numbers": "Ordine 123456789 " * 1_100,
    "heads of tables": "Stato\tData\tOrdine\n" * 1_100,
    "a table": "Stato\tData\tOrdine\n" + "Completata\t7/9/2026\t123456789\n" * 380,
    "few rows below long heads": "\t".join(["Stato", "Data", *["stato è 7/9/2026 " * 40] * 28]) + ("\nx" + "\tx" * 29) * 1_000,
    "accents": "e\u0301" * 50_000,
    "letters that grow": "İ" * 100_000,
    "lines of nothing": "\n \t" * 33_000,
    "nothing": " " * 5_000_000,
}
"""The pastes found that take longest: what is read of them lies below the limits of `checker.reading`, or just above."""


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
    """Of ten thousand unknown fields as many are refused as are named at all."""
    assert MOST_ERRORS == len(refused(timed(benchmark, check, NOW | MANY)))


def test_ten_thousand_unknown_fields_in_the_page(benchmark: BenchmarkFixture) -> None:
    """The page says so of each of these, in a sentence."""
    said = json.loads(timed(benchmark, answer, json.dumps(NOW | MANY), "it"))
    assert MOST_ERRORS == len(said["explanation"]["errors"])


@pytest.mark.parametrize("country", ["IT", "DE"])
def test_a_hundred_lines_of_all_products_in_the_page(benchmark: BenchmarkFixture, country: str) -> None:
    """A hundred products, as many as a link to the form can hold, are answered: this input is good."""
    lines = [{"product": product} for product in PRODUCTS * 6][:100]
    said = json.loads(timed(benchmark, answer, json.dumps(PAID | {"country": country, "lines": lines}), "it"))
    assert 100 == len(said["explanation"]["lines"])


def test_a_megabyte_above_a_hundred_lines(benchmark: BenchmarkFixture) -> None:
    """A text of a megabyte in a field that a hundred lines have in common is refused there."""
    assert ["country"] == refused(timed(benchmark, check, {**NOW, **SEVERAL, "country": LONG}, rounds=1))


def test_unknown_fields_above_a_hundred_lines(benchmark: BenchmarkFixture) -> None:
    """Of a thousand unknown fields that a hundred lines have in common as many are refused as are named."""
    few = dict(list(MANY.items())[:1000])
    assert MOST_ERRORS <= len(refused(timed(benchmark, check, {**NOW, **SEVERAL, **few}, rounds=1)))


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


@pytest.mark.parametrize("paste", PASTES.values(), ids=PASTES)
def test_a_paste(benchmark: BenchmarkFixture, paste: str) -> None:
    """Pastes that take longest to be read tell nothing of an order but what each of their lines does."""
    assert timed(benchmark, understood, paste)["fields"].keys() <= {"ordered_at", "order_status"}


@pytest.mark.parametrize("file", INPUTS, ids=[f"{file.parent.name}-{file.name}" for file in INPUTS])
def test_what_a_fuzzer_found(benchmark: BenchmarkFixture, file: Path) -> None:
    """Each kept input is answered in one language."""
    timed(benchmark, PROMISES[file.parent.name], text(file.read_bytes()), ["it"])
