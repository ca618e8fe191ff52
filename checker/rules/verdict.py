"""The answer: a verdict, the steps that lead to it, and the errors of an order that cannot be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from checker.rules.moments import utc


class Outcome(StrEnum):
    """What the customer can do; the rows of the decision table in `withdrawal.py` end in these."""

    ELIGIBLE = "eligible"
    ELIGIBLE_NOT_STARTED = "eligible_not_started"
    EXPIRED = "expired"
    WITHDRAWN_IN_TIME = "withdrawn_in_time"
    WITHDRAWN_LATE = "withdrawn_late"
    NOT_NEEDED_UNPAID = "not_needed_unpaid"
    NOT_NEEDED_LAPSED = "not_needed_lapsed"
    NOT_NEEDED_CANCELLED = "not_needed_cancelled"
    NOT_A_CONSUMER = "not_a_consumer"
    NO_RIGHT_IN_COUNTRY = "no_right_in_country"
    EXCLUDED_RENEWAL = "excluded_renewal"
    EXCLUDED_DOMAIN = "excluded_domain"
    EXCLUDED_CERTIFICATE = "excluded_certificate"
    EXCLUDED_LICENCE = "excluded_licence"
    EXCLUDED_CUSTOM_GOODS = "excluded_custom_goods"
    EXCLUDED_DIGITAL_CONTENT = "excluded_digital_content"
    EXCLUDED_FULLY_PERFORMED = "excluded_fully_performed"
    NEEDS_INFORMATION = "needs_information"
    INVALID = "invalid"


class Basis(StrEnum):
    """Who says so."""

    LAW = "law"
    TRADER_TERMS = "trader_terms"
    BOTH = "law+trader_terms"


class Nature(StrEnum):
    """What kind of source a step rests on: never mixed up."""

    LAW = "law"
    TRADER_TERMS = "trader_terms"
    FAQ = "faq"


class Cost(StrEnum):
    """What withdrawing costs the customer (Directive 2011/83/EU art. 14)."""

    PRO_RATA = "pro_rata"
    NONE = "none"
    UNKNOWN = "unknown"


class LawStatus(StrEnum):
    """What the law says of an exclusion that only OVHcloud's terms state."""

    DISPUTED = "disputed"
    IN_PRINCIPLE_AGREES = "in_principle_agrees"


class Status(StrEnum):
    """Where the order stands, in this project's words."""

    NOT_PAID = "not_paid"
    PAYMENT_PENDING = "payment_pending"
    LAPSED = "lapsed"
    CHECKING = "checking"
    DOCUMENTS_REQUESTED = "documents_requested"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Warning(StrEnum):
    """What the reader must know beside the outcome."""

    ACCOUNT_TYPE = "account_type"
    BEYOND_COVERAGE = "beyond_coverage"
    COUNTRY_NOT_EXAMINED = "country_not_examined"
    EARLIER_IN_TRADER_ZONE = "earlier_in_trader_zone"
    FUNCTION_INFORMATION = "function_information"
    LATE_INFORMATION_NATIONAL_RULE = "late_information_national_rule"
    LOCAL_HOLIDAY_POSSIBLE = "local_holiday_possible"
    NATIONAL_CONSUMER_WIDER = "national_consumer_wider"
    NATIONAL_TEXT_EARLIER = "national_text_earlier"
    OLDER_LAW = "older_law"
    ORDER_CANCELLING = "order_cancelling"
    PAYMENT_AFTER_EXPIRY = "payment_after_expiry"
    PAYMENT_CONTRADICTS_STATUS = "payment_contradicts_status"
    PAYMENT_MAY_BE_UNDER_WAY = "payment_may_be_under_way"
    PAYMENT_NOT_SHOWN = "payment_not_shown"
    REGION_CLOCK_POSSIBLE = "region_clock_possible"
    REGION_HOLIDAY_POSSIBLE = "region_holiday_possible"
    REPLY_FIELDS_IGNORED = "reply_fields_ignored"
    ROLL_UNCERTAIN = "roll_uncertain"
    TRADER_DATE_DIFFERS = "trader_date_differs"
    TRADER_OFFERS = "trader_offers"
    WHOLE_ORDER_ONLY = "whole_order_only"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning: the rule applied, the id of its source in `data/sources.json`, and its figures.

    `values` hold days (ISO dates), instants (UTC) and codes: enough to recompute the answer by hand.
    """

    rule: str
    source: str
    nature: Nature
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldError:
    """A refused field: its name (`lines[1].product` inside a line), a code, and the value as far as it can be shown."""

    field: str
    code: str
    value: Any


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one order, or to one of its lines. What does not apply is None or empty.

    outcome           what the customer can do; None only above lines that differ
    last_day          the last day by law, moved to a working day where the law moves it
    safe_day          the last day without any day that the law only moves it by: never after `last_day`
    earliest_day      a day before `safe_day` that somebody could argue for (a national text, the day in France)
    ends_at           the instant the period ends (local midnight after `last_day`)
    extended_last_day the last day if the information on withdrawal was never given, where that could still matter
    law_last_day      where only OVHcloud's terms exclude: the last day if they do not hold (`safe_day` is then its own)
    refund_due        the last day for the refund, by law
    lapses_on         the local day an unpaid order lapses; None where nothing states it
    standing          what the status means, how long it usually lasts and what to do, each a step with its source
    today             the local day of `now` where the customer lives
    missing           fields the outcome waits for; would_change: unanswered fields that could change it or its last day
    """

    outcome: Outcome | None
    last_day: date | None = None
    safe_day: date | None = None
    earliest_day: date | None = None
    ends_at: datetime | None = None
    extended_last_day: date | None = None
    law_last_day: date | None = None
    law_status: LawStatus | None = None
    basis: Basis | None = None
    cost: Cost | None = None
    refund_due: date | None = None
    lapses_on: date | None = None
    status: Status | None = None
    standing: tuple[Step, ...] = ()
    today: date | None = None
    missing: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = ()
    errors: tuple[FieldError, ...] = ()
    steps: tuple[Step, ...] = ()
    lines: tuple[Verdict, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The verdict as `data/verdict.schema.json` describes it: plain JSON values, every key present."""
        shown = {field.name: _plain(getattr(self, field.name)) for field in fields(self)}
        shown["errors"] = sorted({error.field for error in self.errors})
        shown["error_details"] = [_plain(error) for error in self.errors]
        shown["lines"] = [line.as_json() for line in self.lines]
        return shown


def common(lines: Sequence[Verdict]) -> Verdict:
    """The verdict above several lines: what they share; where they differ, None, and each line speaks for itself."""
    first = lines[0]
    shared = {
        field.name: getattr(first, field.name)
        for field in fields(Verdict)
        if field.name != "steps" and all(getattr(line, field.name) == getattr(first, field.name) for line in lines)
    }
    verdict = replace(Verdict(None), **shared)
    warnings = {warning for line in lines for warning in line.warnings}
    warnings |= set() if verdict.outcome else {Warning.WHOLE_ORDER_ONLY}
    return replace(
        verdict,
        missing=tuple(sorted({field for line in lines for field in line.missing})),
        would_change=tuple(sorted({field for line in lines for field in line.would_change})),
        warnings=tuple(sorted(warnings)),
        lines=tuple(lines),
    )


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return utc(value)
        case date():
            return value.isoformat()
        case Step(rule, source, nature, values):
            return {"rule": rule, "source": source, "nature": str(nature), "values": _plain(values)}
        case FieldError(field, code, shown):
            return {"field": field, "code": code, "value": shown}
        case StrEnum():
            return str(value)
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return value
