"""Where an order stands: what its status means, how long it usually lasts, what to do now, and its life so far."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from checker import check
from checker.rules import data
from checker.rules.status import ENDS, LEAVES, LIFE, LIFE_SAYS, life
from checker.rules.verdict import Status
from checker.words.standing import STAGES, STANDING
from tests.judged import ORDINARY, judged, parts

SOURCES = data.table("sources")["sources"]
IN_ITALY = ORDINARY | {"ordered_at": "2026-09-04", "country": "IT"}  # a Friday


def rules(**changes: Any) -> list[str]:
    """What is said of where an order stands."""
    return [step.rule for step in check(IN_ITALY | changes).standing]


def until(**changes: Any) -> date | None:
    """The day that a status usually lasts to."""
    return next((step.values["until"] for step in check(IN_ITALY | changes).standing if "until" in step.values), None)


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    """Each rule on where an order stands has its sentence, and each sentence is said of some order here."""
    told = {step.rule for _, verdict in judged() for step in verdict.standing}
    for product in ("domain", "domain_transfer", "vps", "web_hosting", "telephony", "email"):
        told |= set(rules(order_status="delivering", product=product))
    told |= {rule for late in ("2026-09-05", "2026-10-05") for rule in rules(order_status="checking", now=f"{late}T12:00:00Z")}
    for payment in ("paid", "unpaid", "pending"):
        told |= set(rules(order_status="orderExpired", payment_status=payment))
    told |= (
        set(rules(order_status="unknown"))
        | set(rules(order_status=None))
        | set(rules(order_status="checking", ordered_at=None))
    )
    assert set(STANDING) == told


def test_every_status_is_explained() -> None:
    """Each status says what to do now, and what it means unless nobody knows, each with a source of its nature."""
    for verdict in (verdict for _, verdict in judged() if verdict.status):
        kinds = {step.rule.partition("_")[0] for step in verdict.standing}
        waits = any("telephony" in step.rule for step in verdict.standing)  # there is nothing to do but wait
        assert (verdict.status is not Status.UNKNOWN) == ("means" in kinds)
        assert waits or "do" in kinds
        assert all(SOURCES[step.source]["nature"] == step.nature for step in verdict.standing)


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, date(2026, 9, 8)),  # Monday and Tuesday
        ({"ordered_at": "2026-09-07"}, date(2026, 9, 9)),
        ({"ordered_at": "2026-12-23", "now": "2026-12-23T12:00:00Z"}, date(2026, 12, 28)),  # Christmas, St Stephen's, Sunday
        ({"ordered_at": "2026-12-23", "now": "2026-12-23T12:00:00Z", "country": "FR"}, date(2026, 12, 28)),  # 24th, 28th
        ({"ordered_at": "2041-12-20", "now": "2041-12-20T12:00:00Z"}, date(2041, 12, 24)),  # no holidays are known
        ({"ordered_at": None}, None),
    ],
)
def test_validation_takes_two_working_days(changes: dict[str, Any], day: date | None) -> None:
    """48 working hours from the order leave out weekends and the customer's public holidays."""
    assert day == until(order_status="checking", **changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"order_status": "checking", "now": "2026-09-08T20:00:00+02:00"}, "do_checking"),
        ({"order_status": "checking", "now": "2026-09-09T08:00:00+02:00"}, "do_checking_late"),
        ({"order_status": "delivering", "now": "2026-09-05T20:00:00+02:00"}, "do_delivering"),
        ({"order_status": "delivering", "now": "2026-09-06T08:00:00+02:00"}, "do_delivering_late"),
        ({"order_status": "delivering", "product": "domain", "now": "2026-09-16T08:00:00+02:00"}, "do_delivering_domain"),
        ({"order_status": "delivering", "product": "telephony", "now": "2026-09-20T08:00:00+02:00"}, "do_delivering_late"),
    ],
)
def test_what_to_do_depends_on_how_long_it_has_lasted(changes: dict[str, Any], said: str) -> None:
    """Support is to be asked after what is usual, not before."""
    assert said == rules(**changes)[-1]


@pytest.mark.parametrize(
    ("changes", "waits"),
    [
        ({}, True),
        ({"express_request": True}, False),
        ({"country": "GB"}, False),
        ({"country": "CH"}, False),
        ({"country": None}, True),
    ],
)
def test_telephony_waits_for_the_withdrawal_period_in_the_european_union(changes: dict[str, Any], waits: bool) -> None:
    """Unless the wait was waived, and only there; it is no reason to write to support then."""
    told = rules(order_status="delivering", product="telephony", now="2026-09-10T12:00:00Z", **changes)
    assert waits == ("lasts_delivering_telephony" in told)
    assert waits == ("do_delivering_late" not in told)


@pytest.mark.parametrize(
    ("where", "states"),
    [
        (Status.NOT_PAID, [None, False, False, False]),
        (Status.PAYMENT_PENDING, [None, False, False, False]),
        (Status.CHECKING, [True, None, False, False]),
        (Status.DOCUMENTS_REQUESTED, [True, None, False, False]),
        (Status.DELIVERING, [True, True, None, False]),
        (Status.DELIVERED, [True, True, True, None]),
        (Status.LAPSED, [None]),
        (Status.CANCELLING, [None, False]),
        (Status.CANCELLED, [True, None]),
        (Status.UNKNOWN, []),
    ],
)
def test_life(where: Status, states: list[bool | None]) -> None:
    """Each status has its place in the order's life: what is past, where it is, what is to come."""
    assert states == [past for _, past in life(where)]
    assert {stage for stage, _ in life(where)} <= set(STAGES)
    assert set(LIFE) <= set(STAGES)


def test_how_an_order_leaves_its_usual_life() -> None:
    """It lapses while it is not paid, and is cancelled at any later stage; each is told with its source."""
    assert {Status.LAPSED: LIFE[:1], Status.CANCELLING: LIFE[1:]} == LEAVES
    assert ENDS.keys() == LEAVES.keys()
    assert SOURCES.keys() >= set(LIFE_SAYS)


def test_lines_of_one_status_may_stand_differently() -> None:
    """Telephony beside hosting is delivered later: what is said stands with each line, and nothing above."""
    order = {key: value for key, value in IN_ITALY.items() if key != "product"}
    found = check(order | {"order_status": "delivering", "lines": [{"product": "telephony"}, {"product": "web_hosting"}]})
    assert ((), True) == (found.standing, all(part.standing for part in parts(found)))


@pytest.mark.parametrize(
    ("payment", "said"), [("unpaid", "do_lapsed"), ("paid", "do_lapsed_paid"), ("pending", "do_lapsed_paid")]
)
def test_who_has_paid_is_not_sent_to_order_again(payment: str, said: str) -> None:
    """An order that OVHcloud shows as expired though it is paid is not to be paid a second time."""
    assert said == rules(order_status="orderExpired", payment_status=payment)[-1]


def test_no_end_is_named_that_is_past() -> None:
    """A transfer that is under way after the order's expiry does not last until that day."""
    told = rules(order_status="notPaid", payment_status="pending", order_expires="2026-09-05", now="2026-09-08T12:00:00Z")
    assert not [rule for rule in told if rule.startswith("lasts_")]


@pytest.mark.parametrize(("status", "said"), [("unknown", "do_error"), (None, "do_unknown")])
def test_an_error_is_told_from_not_knowing(status: str | None, said: str) -> None:
    """Who reads "Error" in the control panel writes to support; who does not know looks there first."""
    assert [said] == rules(order_status=status)
