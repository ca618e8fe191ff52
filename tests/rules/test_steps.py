"""The steps: a reader with a calendar and nothing else reaches the same day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.rules import data
from checker.rules.sources import cited

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
DAYS = [case for case in CASES if case["expected"].get("last_day")]
SOURCES = data.table("sources")["sources"]


def values(verdict: dict[str, Any], rule: str) -> dict[str, Any]:
    """Give the figures of the last step that applies a rule."""
    return next(step["values"] for step in reversed(verdict["steps"]) if step["rule"] == rule)


@pytest.mark.parametrize("case", DAYS, ids=[case["id"] for case in DAYS])
def test_the_last_day_can_be_recomputed(case: dict[str, Any]) -> None:
    """From the last period's nominal day, past the closed days that the steps list, one reaches the last day."""
    verdict = check(case["order"]).as_json()
    by_rule = {step["rule"]: step["values"] for step in verdict["steps"]}
    extended = by_rule.get("information_missing") or by_rule.get("information_too_late")
    day = date.fromisoformat((extended or by_rule["fourteen_days"])["nominal"])
    steps = verdict["steps"]
    last_move: dict[str, Any] = next((s["values"] for s in reversed(steps) if s["rule"].startswith("last_day_")), {})
    for closed in last_move.get("closed", []):
        assert closed["day"] == day.isoformat()
        day += timedelta(days=1)
    assert verdict["last_day"] == day.isoformat()


@pytest.mark.parametrize("case", DAYS, ids=[case["id"] for case in DAYS])
def test_day_fourteen_is_fourteen_days_after_the_start(case: dict[str, Any]) -> None:
    """The steps name the start and the nominal day, fourteen apart."""
    step = values(check(case["order"]).as_json(), "fourteen_days")
    assert date.fromisoformat(step["start"]) + timedelta(days=14) == date.fromisoformat(step["nominal"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_step_cites_a_source_of_its_nature(case: dict[str, Any]) -> None:
    """Each step's source exists and is of the nature that the step says; law and terms are not mixed up."""
    for step in check(case["order"]).as_json()["steps"]:
        assert SOURCES[step["source"]]["nature"] == step["nature"]


@pytest.mark.parametrize("country", sorted({entry["country"] for entry in SOURCES.values() if entry["country"]}))
def test_nobody_is_quoted_the_law_of_another_country(country: str) -> None:
    """The provision cited to a customer is European or of the customer's own country."""
    cited_to = {cited(name, country) for name, entry in SOURCES.items() if entry["country"] is None}
    assert {None, country} >= {SOURCES[name]["country"] for name in cited_to}


def test_a_national_provision_is_cited_where_it_is_known() -> None:
    """An Italian is shown the Codice del consumo for the start of the period, a Croatian the Directive."""
    assert ("it-cdc-52-2-a", "crd-9-2-a") == (cited("crd-9-2-a", "IT"), cited("crd-9-2-a", "HR"))


def test_the_regulation_is_cited_itself() -> None:
    """The move to a working day rests on Regulation 1182/71, not on the Italian code, which does not name Saturday."""
    assert "reg1182-3-4" == cited("reg1182-3-4", "IT")
