"""The steps: a reader with a calendar and nothing else reaches the same day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from checker import check
from checker.rules import data
from checker.rules.verdict import Step
from checker.words import LANGUAGES, explain
from checker.words.steps import STEPS
from tests.judged import CASES, FOLDER, ORDINARY, RARE, judged, parts, steps

IN_FULL = json.loads((FOLDER / "answers.json").read_text(encoding="utf-8"))
DAYS = [case for case in CASES if case["expected"].get("last_day")]
SOURCES = data.table("sources")["sources"]


def values(verdict: dict[str, Any], rule: str) -> dict[str, Any]:
    """Give the figures of the last step that applies a rule."""
    return next(step["values"] for step in reversed(verdict["steps"]) if step["rule"] == rule)


def sentence(step: Step) -> str:
    """Give the name of the sentence that a step is said in."""
    zoned = f"{step.rule}_in_zone"
    return zoned if zoned in STEPS and "zone" in step.values else step.rule


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


def test_every_step_cites_a_source_of_its_nature() -> None:
    """Each step is of the nature of its source: law, OVHcloud's terms and its FAQ are not mixed up."""
    assert set() == {step.rule for _, step in steps() if SOURCES[step.source]["nature"] != step.nature}


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    """Each rule that is applied has its sentence, and each sentence is said of some order here."""
    assert set(STEPS) == {sentence(step) for _, step in steps()}


@pytest.mark.parametrize("name", RARE)
def test_a_rare_rule_is_applied(name: str) -> None:
    """The order that is here for a rare rule's sake is one that it applies to."""
    assert name in {sentence(step) for verdict in parts(check(ORDINARY | RARE[name])) for step in verdict.steps}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_could_not_be_read_is_shown_so(language: str) -> None:
    """Every step is said, of its own nature, and its source shown as confirmed only where its text was read."""
    for _, verdict in judged():
        expected = [(str(step.nature), SOURCES[step.source]["state"] == "confirmed") for step in verdict.steps]
        said = [(step["nature"], step["source"]["confirmed"]) for step in explain(verdict, language)["steps"] if step["text"]]
        assert expected == said


@pytest.mark.parametrize("answer", IN_FULL, ids=[json.dumps(answer["changes"]) for answer in IN_FULL])
def test_an_answer_in_full(answer: dict[str, Any]) -> None:
    """The whole verdict on an ordinary order with these changes: each step in its place, with its source and its figures."""
    verdict = check(ORDINARY | answer["changes"]).as_json()
    steps, standing = (
        [[step["rule"], step["source"], step["values"]] for step in verdict.pop(part)] for part in ("steps", "standing")
    )
    assert answer["verdict"] == {key: value for key, value in verdict.items() if value not in (None, [])}
    assert answer["steps"] == steps
    assert answer.get("standing", standing) == standing
