"""A verdict as a person reads it: plain text in one language, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from typing import Any

from checker.rules.status import life
from checker.rules.verdict import Basis, FieldError, LawStatus, Outcome, Step, Verdict, Warning
from checker.words import catalogue, sentences, standing
from checker.words.dates import in_words
from checker.words.facts import OPEN, facts
from checker.words.labels import field_label, label
from checker.words.related import related
from checker.words.strip import strip
from checker.words.told import fields, told

_TONES = {
    Outcome.ELIGIBLE: "yes",
    Outcome.ELIGIBLE_NOT_STARTED: "yes",
    Outcome.WITHDRAWN_IN_TIME: "yes",
    Outcome.NEEDS_INFORMATION: "depends",
    Outcome.EXCLUDED_DOMAIN: "depends",
    Outcome.EXCLUDED_CERTIFICATE: "depends",
    Outcome.EXCLUDED_LICENCE: "depends",
    Outcome.INVALID: "error",
    None: "depends",
}
"""How the answer sounds at first sight: yes, no, depends, error; every other outcome is a no."""

_WAITING = {("region",): "depends_on_region", ("delivered_on",): "depends_on_delivery", (): "depends_on_calendar"}
"""What is said where the answer waits for these fields alone, or for none."""

_DATED = frozenset({"in_future", "before_order", "before_withdrawal"})
"""Errors of fields that hold a real day."""

_DAYS = ("last_day", "safe_day", "earliest_day", "extended_last_day", "law_last_day", "refund_due", "lapses_on")


def explain(verdict: Verdict, language: str) -> dict[str, Any]:
    """The verdict in sentences, as plain JSON-able text (never markup).

    lang; tone (`yes`, `no`, `depends`, `error`); answer; facts [{label, text}]; notes; steps [{text, nature,
    nature_label, source}]; strip (see `strip.py`); related: this site's pages that say more, as `page#anchor`;
    errors [{field, label, text}]; lines: the same for each product.
    status {label, parts: steps with a title, life [{label, past, state}]}: where the order stands, null where lines differ.
    """
    said = _explained(verdict, language)
    said["notes"] += [catalogue.text(message, language) for message in _supposed(verdict)]
    return said


def _supposed(verdict: Verdict) -> Iterator[str]:
    """What the answer rests on though nobody has said so."""
    lines = verdict.lines or (verdict,)
    if "order_kind" in verdict.would_change and any(line.outcome in OPEN for line in lines):
        yield sentences.ASSUMED_NEW
    if verdict.missing and not any(line.last_day for line in lines):
        yield sentences.IN_DOUBT


def _explained(verdict: Verdict, language: str, *, part: bool = False, above: Collection[Warning] = ()) -> dict[str, Any]:
    """`part`: the verdict is about one product of an order whose others have another answer; `above` was noted of all."""
    say = _Speaker(verdict, language)
    notes = _of_all(verdict) if verdict.lines else [warning for warning in verdict.warnings if warning not in above]
    each = {id(line): line for line in verdict.lines}  # of several that are alike there is one verdict
    told_of = {of: _explained(line, language, part=verdict.outcome is None, above=notes) for of, line in each.items()}
    lines = [told_of[id(line)] for line in verdict.lines]
    said = lines[0] if lines else {"tone": say.tone(), "answer": say.answer(), "facts": say.facts(part)}
    if any((line["answer"], line["facts"]) != (said["answer"], said["facts"]) for line in lines):
        said = {"tone": "depends", "answer": say.text(sentences.ANSWERS["mixed"]), "facts": []}
    return {
        "lang": language,
        "tone": said["tone"],
        "status": say.status(),
        "answer": said["answer"],
        "facts": said["facts"],
        "notes": [say.text(sentences.WARNINGS[warning]) for warning in notes],
        "steps": [told(step, language) for step in verdict.steps],
        "strip": None if lines else strip(verdict, language),
        "related": related(verdict),
        "errors": [say.error(error) for error in verdict.errors],
        "lines": lines,
    }


def _of_all(verdict: Verdict) -> list[Warning]:
    """What is noted once for several lines: what all of them say, and what none says alone."""
    each = [warning for line in verdict.lines for warning in set(line.warnings)]
    return [warning for warning in verdict.warnings if each.count(warning) in (0, len(verdict.lines))]


class _Speaker:
    """Fills the sentences about one verdict in one language."""

    def __init__(self, verdict: Verdict, language: str) -> None:
        self.verdict = verdict
        self.language = language
        self.text = partial(catalogue.text, language=language)
        self.plural = partial(catalogue.plural, language=language)
        self.days = {name: in_words(day, language) for name in _DAYS if (day := getattr(verdict, name))}
        for step in verdict.steps:
            if "trader" in step.values:
                self.days["trader"] = in_words(step.values["trader"], language)
            if step.rule == "fourteen_days":
                self.days["start"] = in_words(step.values["start"], language)

    def tone(self) -> str:
        if {Warning.COUNTRY_NOT_EXAMINED, Warning.NATIONAL_CONSUMER_WIDER} & set(self.verdict.warnings):
            return "yes" if self.verdict.outcome in OPEN else "depends"
        if self._answer_key() == "excluded_and_performed":
            return "no"
        if Warning.ORDER_CANCELLING in self.verdict.warnings:
            return "depends"
        return _TONES.get(self.verdict.outcome, "no")

    def status(self) -> dict[str, Any] | None:
        status = self.verdict.status
        if status is None or not self.verdict.standing:
            return None
        ours = standing.LABELS.get(status)
        stages = [(standing.ORDERED, True), *((standing.STAGES[stage], past) for stage, past in life(status))]
        return {
            "label": label("order_status", ours, self.language) if ours else "",
            "parts": [self.part(step) for step in self.verdict.standing],
            "life": [
                {"label": self.text(stage), "past": past, "state": self.text(standing.STATES[past])} for stage, past in stages
            ]
            if len(stages) > 1
            else [],
        }

    def part(self, step: Step) -> dict[str, Any]:
        """One sentence on where the order stands, under its title, with its source."""
        return {
            "title": self.text(standing.TITLES[step.rule.partition("_")[0]]),
            **told(step, self.language, standing.STANDING),
        }

    def answer(self) -> str:
        verdict = self.verdict
        values = dict(self.days)
        for step in verdict.steps:
            if "country" in step.values:
                values["country"] = label("country", step.values["country"], self.language)
        key = self._answer_key()
        if key == "depends_on":
            message = self.plural(*sentences.DEPENDS, len(verdict.missing))
            return message.format(fields=fields(verdict.missing, self.language))
        return self.text(sentences.ANSWERS[key]).format(**values)

    def _answer_key(self) -> str:
        verdict = self.verdict
        outcome = verdict.outcome
        if outcome is Outcome.NEEDS_INFORMATION:
            if Warning.PAYMENT_CONTRADICTS_STATUS in verdict.warnings and verdict.missing == ("payment_status",):
                return "payment_contradicts"
            if verdict.extended_last_day and verdict.last_day:
                return "depends_on_information"
            return _WAITING.get(verdict.missing, "depends_on")
        if outcome is Outcome.ELIGIBLE and Warning.ORDER_CANCELLING in verdict.warnings and verdict.last_day:
            return "eligible_while_cancelling"
        if outcome is Outcome.ELIGIBLE and verdict.basis is Basis.TRADER_TERMS:
            return "eligible_by_trader"
        if outcome is Outcome.NOT_A_CONSUMER and verdict.law_status is LawStatus.DISPUTED:
            return "not_a_consumer_disputed"
        if Warning.COUNTRY_NOT_EXAMINED in verdict.warnings:
            return "country_not_examined"
        if verdict.law_status is LawStatus.IN_PRINCIPLE_AGREES and outcome is not Outcome.EXCLUDED_RENEWAL:
            return "excluded_and_performed"
        uncovered = f"{outcome}_uncovered"
        return uncovered if verdict.last_day is None and uncovered in sentences.ANSWERS else str(outcome)

    def facts(self, part: bool) -> list[dict[str, str]]:
        found = facts(self.verdict, self.text, self.plural, self.days, part=part)
        return [{"label": self.text(sentences.FACTS[name]), "text": said} for name, said in found]

    def error(self, error: FieldError) -> dict[str, str]:
        message = self.text(sentences.ERRORS[error.code])
        value = error.value
        if isinstance(value, str) and error.code in _DATED:
            value = in_words(date.fromisoformat(value[:10]), self.language, "long")
        return {
            "field": error.field,
            "label": field_label(error.field, self.language),
            "text": message.format(value=value),
        }
