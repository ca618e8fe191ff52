"""Which question of this site's pages explains an outcome or a status: page and heading, as `page#anchor`."""

from __future__ import annotations

from checker.rules.verdict import Outcome, Status, Verdict

_CANCEL, _CHANGE, _PAYMENT, _DELIVERY, _STATUS = (
    f"order-status#{anchor}" for anchor in ("cancel", "change", "payment-status", "delivery", "order-status")
)
_WHO, _DEADLINE, _EXCLUSIONS, _REFUND, _UNPAID = (
    f"withdrawal#{anchor}" for anchor in ("who", "deadline", "exclusions", "refund", "unpaid")
)

OUTCOMES = {
    Outcome.ELIGIBLE: (_CANCEL, _DEADLINE),
    Outcome.ELIGIBLE_NOT_STARTED: (_CANCEL, _DEADLINE),
    Outcome.EXPIRED: (_CANCEL, _DEADLINE),
    Outcome.WITHDRAWN_IN_TIME: (_CANCEL, _REFUND),
    Outcome.WITHDRAWN_LATE: (_CANCEL, _DEADLINE),
    Outcome.NOT_NEEDED_UNPAID: (_CHANGE, _UNPAID),
    Outcome.NOT_NEEDED_LAPSED: (_CHANGE, _UNPAID),
    Outcome.NOT_NEEDED_CANCELLED: (_CANCEL, _REFUND),
    Outcome.NOT_A_CONSUMER: (_CANCEL, _WHO),
    Outcome.NO_RIGHT_IN_COUNTRY: (_CANCEL, _WHO),
    Outcome.EXCLUDED_RENEWAL: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_DOMAIN: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_CERTIFICATE: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_LICENCE: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_CUSTOM_GOODS: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_DIGITAL_CONTENT: (_CANCEL, _EXCLUSIONS),
    Outcome.EXCLUDED_FULLY_PERFORMED: (_CANCEL, _EXCLUSIONS),
    Outcome.NEEDS_INFORMATION: (_CANCEL, _DEADLINE),
}
"""Questions of the FAQ first, then of the rules in plain words."""

STATUSES = {
    Status.NOT_PAID: _PAYMENT,
    Status.PAYMENT_PENDING: _PAYMENT,
    Status.LAPSED: _CHANGE,
    Status.CHECKING: _DELIVERY,
    Status.DOCUMENTS_REQUESTED: _DELIVERY,
    Status.DELIVERING: _DELIVERY,
    Status.DELIVERED: _STATUS,
    Status.CANCELLING: _CANCEL,
    Status.CANCELLED: _CANCEL,
    Status.UNKNOWN: _STATUS,
}

PAGES = tuple(dict.fromkeys([*(place for places in OUTCOMES.values() for place in places), *STATUSES.values()]))
"""All that can be named."""


def related(verdict: Verdict) -> list[str]:
    """Where a reader finds more: what explains the outcomes, then the status; nothing twice."""
    verdicts = verdict.lines or (verdict,)
    outcomes = [place for one in verdicts if one.outcome in OUTCOMES for place in OUTCOMES[one.outcome]]
    return list(dict.fromkeys([*outcomes, *([STATUSES[verdict.status]] if verdict.status else [])]))
