"""The figures that stand below the answer, in the order in which a customer needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.rules.verdict import Basis, Outcome, Verdict
from checker.words import sentences

OPEN = frozenset({Outcome.ELIGIBLE, Outcome.ELIGIBLE_NOT_STARTED})
"""Outcomes of an order that can still be withdrawn from."""
_YES = OPEN | {Outcome.WITHDRAWN_IN_TIME}
_WITHOUT_INFORMATION = frozenset({"information_missing", "information_too_late"})


def facts(verdict: Verdict, text: Callable[[str], str], days: Mapping[str, str], *, part: bool) -> Iterator[tuple[str, str]]:
    """Names of `sentences.FACTS`, each with what is said of it.

    `text` translates; `days` are the verdict's days in words, by their names; `part`: the verdict is about one product
    of an order whose others have another answer.
    """
    rules = {step.rule for step in verdict.steps}
    still, trader = verdict.outcome in OPEN, verdict.basis is Basis.TRADER_TERMS
    if verdict.last_day:
        yield "last_day", days["last_day"]
    if still and verdict.safe_day and not trader:
        yield "safe_day", text(sentences.SAFE_DAY[_safe(verdict, rules)]).format(**days)
    if still:
        yield "how", text(sentences.HOW["part" if part else "whole"])
    if verdict.law_last_day and verdict.outcome not in _YES:
        yield "law", text(sentences.LAW_DAY[_law(verdict, rules)]).format(**days)
    if verdict.cost:
        yield "cost", text(sentences.COSTS["goods" if "cost_of_return" in rules else verdict.cost])
    if verdict.refund_due:
        yield "refund", text(sentences.REFUND["due"]).format(**days)
    elif still:
        yield "refund", text(sentences.REFUND["trader" if trader else "general"])
    if verdict.outcome is Outcome.NOT_NEEDED_UNPAID:
        yield "lapses_on", text(sentences.LAPSE["known" if verdict.lapses_on else "unknown"]).format(**days)


def _safe(verdict: Verdict, rules: set[str]) -> str:
    if verdict.earliest_day:
        return "earlier"
    if verdict.last_day is None:
        return "uncovered"
    if verdict.last_day == verdict.safe_day:
        return "same"
    return "extended" if rules & _WITHOUT_INFORMATION else "moved"


def _law(verdict: Verdict, rules: set[str]) -> str:
    if rules & {"period_over", "sent_late"}:
        return "over_or_extended" if verdict.extended_last_day else "over"
    if verdict.earliest_day:
        return "open_earlier"
    return "open" if verdict.law_last_day == verdict.safe_day else "open_safe"
