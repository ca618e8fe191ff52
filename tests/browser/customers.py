"""Customers of the checker: for each outcome of the contract, one who gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.rules.verdict import Outcome
from tests.browser.driving import IN_TIME

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN = IN_TIME | {"info_given": True, "performance_begun": True, "express_request": True}
"""What a customer with a paid order of five days ago knows, asked or not."""
LONG_AGO = KNOWN | {"ordered_at": "2026-06-01"}
UNPAID = KNOWN | {"order_status": "notPaid", "payment_status": "unpaid"}

CUSTOMERS: Mapping[Outcome, dict[str, Any]] = {
    Outcome.ELIGIBLE: KNOWN,
    Outcome.ELIGIBLE_NOT_STARTED: KNOWN | {"order_status": "delivering", "product": "goods", "delivered_on": None},
    Outcome.EXPIRED: LONG_AGO,
    Outcome.WITHDRAWN_IN_TIME: KNOWN | {"withdrawn_at": "2026-09-08"},
    Outcome.WITHDRAWN_LATE: LONG_AGO | {"withdrawn_at": "2026-09-08"},
    Outcome.NOT_NEEDED_UNPAID: UNPAID | {"order_expires": "2026-09-19"},
    Outcome.NOT_NEEDED_LAPSED: UNPAID | {"order_expires": "2026-09-08"},
    Outcome.NOT_NEEDED_CANCELLED: KNOWN | {"order_status": "cancelled"},
    Outcome.NOT_A_CONSUMER: KNOWN | {"customer_type": "company"},
    Outcome.NO_RIGHT_IN_COUNTRY: KNOWN | {"country": "CH"},
    Outcome.EXCLUDED_RENEWAL: KNOWN | {"order_kind": "renewal"},
    Outcome.EXCLUDED_DOMAIN: KNOWN | {"product": "domain"},
    Outcome.EXCLUDED_CERTIFICATE: KNOWN | {"product": "ssl_certificate"},
    Outcome.EXCLUDED_LICENCE: KNOWN | {"product": "licence"},
    Outcome.EXCLUDED_CUSTOM_GOODS: KNOWN | {"product": "custom_goods"},
    Outcome.EXCLUDED_DIGITAL_CONTENT: KNOWN
    | {"product": "digital_content", "loss_acknowledged": True, "confirmation_given": True},
    Outcome.EXCLUDED_FULLY_PERFORMED: KNOWN | {"fully_performed": True, "loss_acknowledged": True},
    Outcome.NEEDS_INFORMATION: KNOWN | {"country": None},
    Outcome.INVALID: KNOWN | {"ordered_at": "2026-09-12"},
}
"""What each knows of the order on 10 September 2026; None: that it is not known, or has not happened."""
UNASKED = ("withdrawn_at", "fully_performed")
"""What no customer is asked before there is an answer, and what some tell then: the answer names it as what could change it."""

EVERYTHING = KNOWN | {
    "country": "DE",
    "region": "DE-BY",
    "order_expires": "2026-09-19",
    "delivered_on": None,
    "loss_acknowledged": True,
    "confirmation_given": False,
    "info_given_on": "2026-09-05",
    "fully_performed": None,
    "free_of_charge": False,
    "withdrawn_at": None,
    "trader_informed_on": "2026-09-08",
    "trader_last_day": None,
}
"""An answer to each question of the form, so that all stand there."""
