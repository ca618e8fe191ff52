"""Every combination of what an order can be: the rules and the oracle agree.

The plain product of the contract's enumerations has some forty million members for each country, and each of them could fall
on any day. It comes apart in two:

- Rows 1 to 8 of the table of decisions (is there a contract, whose, where?) look at none of the seven answers. So the codes
  are combined in full, for each kind of law, while the answers take turns.
- Rows 9 to 19 (is it excluded, is it in time, what does it cost?) look neither at the payment nor at the customer, and for
  goods alone at OVHcloud's status. So the answers are combined in full, with each product, new or renewed, for each right,
  while the other codes take turns among those of consumers who have paid. Whom only his own state protects (row 6) has a
  full combination of his own.

That the rules look at nothing more, in any of these combinations, is not assumed: `test_coming_apart.py` watches them. The
oracle is not watched; that its reading comes apart alike can be seen in it.

The moments (when it was ordered, delivered, withdrawn, when it is now, and so on) take turns in both, at the edges of their
periods, and so do the days that the periods start on: each of the 1096 meets every value, not every combination of values.
`test_every_day.py` combines each of them with every place and every way that a period starts.
"""

from __future__ import annotations

from itertools import chain, cycle

import pytest

from checker.rules import places
from tests.agreement import OUTCOMES, Order, disagreements
from tests.combinations import CODES, DAYS, LAWS, PAID, VALUES, answers, combined, of_consumers, told
from tests.oracle import PROTECTED_AT_HOME, oracle
from tests.strategies import FLAGS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("place", LAWS)
def test_every_combination_of_the_codes(place: str) -> None:
    """Whatever OVHcloud shows, whoever ordered what: the rules and the oracle agree."""
    found = disagreements(told(LAWS[place], combined(*CODES)))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("place", ["BE", "GB"])
def test_every_combination_of_the_answers(place: str) -> None:
    """Whatever a consumer who has paid answers, of any product: the rules and the oracle agree."""
    found = disagreements(of_consumers(place))

    assert not found, "\n".join(found)


def test_every_combination_of_those_protected_at_home() -> None:
    """Whatever somebody answers whom only his own state protects: the rules and the oracle agree."""
    protected: list[Order] = [{"customer_type": who} for country, who in sorted(PROTECTED_AT_HOME) if country == "PL"]
    found = disagreements(told(LAWS["PL"], combined("product", *FLAGS), PAID, protected))

    assert not found, "\n".join(found)


def test_every_country() -> None:
    """Wherever anybody lives who has paid: the rules and the oracle agree."""
    homes = [{"country": code} | ({} if right.given else LAWS["unknown"]) for code, right in places.countries().items()]
    orders = (told(home, combined("customer_type", "order_kind"), PAID, [*combined("product")]) for home in homes)
    found = disagreements(chain.from_iterable(orders))

    assert not found, "\n".join(found)


def test_every_day_meets_every_value() -> None:
    """Each of the days is the start of orders with every value of every enumeration."""
    parts = (zip(cycle(DAYS), orders, strict=False) for orders in (combined(*CODES), answers()))
    met = {(day, *item) for day, part in chain.from_iterable(parts) for item in part.items()}

    assert {(day, field, value) for day in DAYS for field, values in VALUES.items() for value in values} == met


def test_every_outcome_is_met() -> None:
    """Orders of all kinds are among them: each outcome of a valid order."""
    wanted = {*OUTCOMES} - {"invalid"}
    for order in chain.from_iterable(told(LAWS[place], combined(*CODES)) for place in ("CH", "BE")):
        wanted.discard(oracle(order)["outcome"])
        if not wanted:
            break

    assert set() == wanted
