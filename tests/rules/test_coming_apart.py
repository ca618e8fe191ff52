"""What the rows of the table of decisions look at: so little that the combinations of `test_exhaustive.py` come apart."""

from __future__ import annotations

from typing import Any

import pytest

from checker.rules.case import Case
from checker.rules.order import Order as Line
from checker.rules.order import read
from checker.rules.withdrawal import ROWS
from tests.agreement import Order
from tests.combinations import CODES, LAWS, combined, of_consumers, told
from tests.oracle import PROTECTED_AT_HOME
from tests.strategies import FLAGS

pytestmark = pytest.mark.slow

EARLY, LATE = ROWS[:8], ROWS[8:]

seen: set[str] = set()
"""The fields of a watched order that were looked at."""


class Watched(Line):
    """An order that notes which of its fields are looked at: the others cannot have mattered."""

    def __getattribute__(self, name: str) -> Any:
        seen.add(name)
        return super().__getattribute__(name)


def watched(order: Order) -> Case:
    """The case of an order, with all that is looked at from now on."""
    (line,), errors = read(order)
    assert not errors, (order, errors)
    case = Case(Watched(**{field: getattr(line, field) for field in Line.__slots__}), silent=True)
    seen.clear()
    return case


@pytest.mark.parametrize("place", LAWS)
def test_rows_1_to_8_look_at_no_answer(place: str) -> None:
    """No answer can change what the first eight rows decide, but for people whom only their own state protects."""
    for order in told(LAWS[place], combined(*CODES)):
        case = watched(order)
        next((verdict for row in EARLY if (verdict := row(case))), None)

        assert (place, order.get("customer_type")) in PROTECTED_AT_HOME or not seen & {*FLAGS}, order


@pytest.mark.parametrize("place", ["BE", "GB"])
def test_rows_9_to_19_look_at_no_other_code(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither payment nor customer can change what the other rows decide, nor a status what is no thing to be delivered.

    What every verdict says of the status beside that does not count here: it hangs on the codes, which are combined in full.
    """
    really_answer = Case.answer

    def answer(*given: Any, **keys: Any) -> Any:
        before = {*seen}
        verdict = really_answer(*given, **keys)
        seen.intersection_update(before)
        return verdict

    monkeypatch.setattr(Case, "answer", answer)
    for order in of_consumers(place):
        if order.get("product") is None:
            continue  # row 8 asks for it
        case = watched(order)
        assert next(verdict for row in LATE if (verdict := row(case)))

        delivered = {"order_status"} if order["product"] == "goods" else set()
        assert set() == seen & {"order_status", "payment_status", "order_expires", "customer_type"} - delivered, order
