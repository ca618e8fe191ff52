"""The figures that stand below the answer, in the order in which a customer needs them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from checker.rules.verdict import Basis, Outcome, Verdict
from checker.words import sentences

Text = Callable[[str], str]
Plural = Callable[[str, str, int], str]

OPEN = frozenset({Outcome.ELIGIBLE, Outcome.ELIGIBLE_NOT_STARTED})
"""Outcomes of an order that can still be withdrawn from."""
_YES = OPEN | {Outcome.WITHDRAWN_IN_TIME}
_OVER = frozenset({"period_over", "sent_late"})
_WITHOUT_INFORMATION = frozenset({"information_missing", "information_too_late"})


def facts(verdict: Verdict, text: Text, plural: Plural, days: Mapping[str, str], *, part: bool) -> Iterator[tuple[str, str]]:
    """Names of `sentences.FACTS`, each with what is said of it.

    `text` and `plural` translate. `days`: the verdict's days in words, by their names; the `start` they are counted from,
    and OVHcloud's own day, `trader`. `part`: the verdict is about one product of an order whose others have another answer.
    """
    rules = {step.rule: step.values for step in verdict.steps}
    still, trader = verdict.outcome in OPEN, verdict.basis is Basis.TRADER_TERMS
    today = verdict.today if "ends_with_last_hour" in rules else None
    if verdict.last_day:
        now = still and today == verdict.last_day and not trader
        yield "last_day", text(sentences.LAST_DAY["today" if now else "counted"]).format(**days)
        if still and not trader and verdict.today and verdict.today < verdict.last_day:
            left = (verdict.last_day - verdict.today).days + 1
            yield "days_left", plural(*sentences.DAYS_LEFT, left).format(days=left)
    if still and verdict.safe_day and not trader and (key := _safe(verdict, rules, today)):
        yield "safe_day", text(sentences.SAFE_DAY[key]).format(**days)
    if still and not trader and "trader_date_earlier" in rules:
        yield "trader_day", text(sentences.TRADER_DAY).format(**days)
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
    if still and not trader:
        yield "terms", text(sentences.TERMS[_terms(rules)]).format(**days)
    if verdict.outcome is Outcome.NOT_NEEDED_UNPAID:
        yield "lapses_on", text(sentences.LAPSE["known" if verdict.lapses_on else "unknown"]).format(**days)


def open_by_law(verdict: Verdict) -> bool:
    """Whether OVHcloud's terms alone exclude the order, and the last day by law is not over."""
    excluded = verdict.law_last_day and verdict.outcome not in _YES
    return bool(excluded) and not _OVER & {step.rule for step in verdict.steps}


def _safe(verdict: Verdict, rules: Collection[str], today: date | None) -> str | None:
    """Which day to advise: the earliest that is not past. None on a last day that is the safe day too."""
    if verdict.earliest_day and (today is None or today <= verdict.earliest_day):
        return "earlier"
    if verdict.last_day is None:
        return "uncovered"
    if verdict.last_day == verdict.safe_day:
        return "extended" if _WITHOUT_INFORMATION & set(rules) and today != verdict.last_day else None
    if today and verdict.safe_day and today > verdict.safe_day:
        return "past"
    return "extended" if _WITHOUT_INFORMATION & set(rules) else "moved"


def _terms(rules: Collection[str]) -> str:
    """What OVHcloud's terms say otherwise than the law."""
    if _WITHOUT_INFORMATION & set(rules):
        return "extended"
    return "moved" if "last_day_moves" in rules and "trader_date_earlier" not in rules else "private"


def _law(verdict: Verdict, rules: Collection[str]) -> str:
    if _OVER & set(rules):
        return "over_or_extended" if verdict.extended_last_day else "over"
    if verdict.earliest_day:
        return "open_earlier"
    return "open" if verdict.law_last_day == verdict.safe_day else "open_safe"
