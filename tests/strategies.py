"""Hypothesis strategies shared by every test that needs an order."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.oracle import CLOCK_OF_COUNTRY, CLOCK_OF_REGION, CLOCKS, COUNTRIES, end_of_day, hours_ahead, last_sunday, local_day
from tests.oracle import REGIONS as REGIONS_WITH_CLOSED_DAYS

Order = dict[str, Any]

CUSTOMER_TYPES = (
    "consumer", "mixed_mainly_private", "mixed_mainly_business", "professional", "micro_professional", "company",
    "association", "public_body",
)  # fmt: skip
PRODUCTS = (
    "web_hosting", "vps", "dedicated_server", "public_cloud", "private_cloud", "email", "storage", "network",
    "telephony", "internet_access", "domain", "domain_transfer", "ssl_certificate", "licence", "digital_content",
    "goods", "custom_goods",
)  # fmt: skip
ORDER_KINDS = ("new", "renewal")
ORDER_STATUSES = (
    "notPaid", "checking", "documentsRequested", "delivering", "delivered", "cancelling", "cancelled", "unknown",
    "orderExpired",
)  # fmt: skip
PAYMENT_STATUSES = ("paid", "unpaid", "pending")
FLAGS = (
    "info_given", "performance_begun", "express_request", "loss_acknowledged", "confirmation_given",
    "fully_performed", "free_of_charge",
)  # fmt: skip
MOMENTS = ("ordered_at", "delivered_on", "info_given_on", "withdrawn_at", "trader_informed_on")
FIELDS = (
    "now", "customer_type", "country", "region", "time_zone", "product", "lines", "order_kind", "order_status",
    "payment_status", "order_expires", "trader_last_day", *MOMENTS, *FLAGS,
)  # fmt: skip

WITHOUT_A_RIGHT = ("CH", "US", "CA", "JP", "BR")
REGIONS = (*REGIONS_WITH_CLOSED_DAYS, *(region for region in CLOCK_OF_REGION if not region.startswith("FR-")))

# Events stay an hour of summer time apart, so that their order is the same on every clock.
APART = timedelta(hours=2)
FIRST, LAST = datetime(2024, 1, 3, tzinfo=UTC), datetime(2028, 9, 30, tzinfo=UTC)
# How many days after the start of the period it is now: soon, about its last day, later, about that without information.
SPANS = ((0, 13), (13, 20), (20, 60), (363, 390))
A_DAY, A_FORTNIGHT = timedelta(days=1), timedelta(days=14)
# When the clocks change, and when a period starts whose fourteenth day is that one.
CHANGES = tuple(
    datetime(year, month, last_sunday(year, month).day, 1, tzinfo=UTC) - before
    for year in range(2024, 2031)
    for month in (3, 10)
    for before in (timedelta(), A_FORTNIGHT)
)
ABOUT_MIDNIGHT = (timedelta(seconds=-1), timedelta(microseconds=-1), timedelta(), timedelta(seconds=1))


def wall_clock(instant: datetime, clock: str) -> datetime:
    """Return what the clock on the wall shows at that instant."""
    return (instant.astimezone(UTC) + timedelta(hours=hours_ahead(instant, clock))).replace(tzinfo=None)


@st.composite
def instants(draw: st.DrawFn, earliest: datetime, latest: datetime, clock: str) -> datetime:
    """Draw an instant between two others, both included: any second, one about midnight, or a day the clocks change."""
    instant = earliest + timedelta(seconds=draw(st.integers(0, int((latest - earliest).total_seconds()))))
    changes = [change for change in CHANGES if earliest < change < latest]
    near = draw(st.sampled_from(("anything", "midnight", "a change of the clocks")))
    if near == "midnight":
        midnight = datetime.fromisoformat(end_of_day(local_day(instant, clock), clock))
        instant = midnight + draw(st.sampled_from(ABOUT_MIDNIGHT))
    elif near == "a change of the clocks" and changes:
        instant = draw(st.sampled_from(changes)) + timedelta(minutes=draw(st.integers(-180, 1560)))
    return min(max(instant, earliest), latest)


@st.composite
def with_offset(draw: st.DrawFn, instant: datetime) -> str:
    """Write an instant with the offset of some place on Earth."""
    quarters = draw(st.sampled_from((0, 0, 4, 8, -4, -20, 22, 56, -48)))
    if quarters == 0:
        return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return instant.astimezone(timezone(timedelta(minutes=15 * quarters))).isoformat()


@st.composite
def moments(draw: st.DrawFn, instant: datetime, clock: str) -> str:
    """Write an instant in one of the contract's three forms: a date, a wall-clock time, an instant with its offset."""
    form = draw(st.sampled_from(("date", "wall", "instant")))
    if form == "date":
        return local_day(instant, clock).isoformat()
    if form == "wall":
        return wall_clock(instant, clock).isoformat()
    return draw(with_offset(instant))


@st.composite
def ripe_places(draw: st.DrawFn) -> tuple[Order, str]:
    """Draw where a customer who has the right may live, and the clock there."""
    kind = draw(st.sampled_from(("country", "region", "time zone")))
    if kind == "region":
        region = draw(st.sampled_from(REGIONS))
        country = region[:2]
        return {"country": country, "region": region}, CLOCK_OF_REGION.get(region, CLOCK_OF_COUNTRY[country])
    country = draw(st.sampled_from(("DE", "FR", "IT", "GB", *COUNTRIES)))
    if kind == "country":
        return {"country": country}, CLOCK_OF_COUNTRY[country]
    clock = draw(st.sampled_from(sorted(CLOCKS)))
    return {"country": country, "time_zone": clock}, clock


@st.composite
def places(draw: st.DrawFn) -> tuple[Order, str]:
    """Draw where the customer lives, if that is known, and the clock there."""
    kind = draw(st.sampled_from(("the right", "the right", "the right", "no right", "unknown")))
    if kind == "the right":
        return draw(ripe_places())
    clock = draw(st.sampled_from(sorted(CLOCKS)))
    country = {"country": draw(st.sampled_from(WITHOUT_A_RIGHT))} if kind == "no right" else {}
    return {**country, "time_zone": clock}, clock


@st.composite
def orders(draw: st.DrawFn, *, ripe: bool = False) -> Order:
    """Draw a valid order with all its days between 2024 and 2030; a ripe one gets as far as the law's own rows."""
    order, clock = draw(ripe_places() if ripe else places())

    def maybe(field: str, *values: Any) -> None:
        value = draw(st.sampled_from(values))
        if value is not None:
            order[field] = value

    if ripe:
        order |= {"customer_type": "consumer", "payment_status": draw(st.sampled_from(("paid", "pending")))}
        maybe("product", "web_hosting", "goods", "digital_content", "vps")
        maybe("order_status", None, None, None, "checking", "delivering", "delivered")
    else:
        maybe("customer_type", *["consumer"] * 8, *CUSTOMER_TYPES, None)
        maybe("product", *PRODUCTS, None)
        maybe("order_kind", *["new"] * 4, *ORDER_KINDS, None)
        maybe("order_status", *[None] * 5, *ORDER_STATUSES)
        maybe("payment_status", *["paid"] * 4, *PAYMENT_STATUSES, None)
    for flag in FLAGS:
        if draw(st.booleans()):
            order[flag] = draw(st.sampled_from((True, False, None)))

    if order.get("fully_performed") and order.get("performance_begun") is False:
        del order["performance_begun"]  # what never began is not performed: no valid order

    def happens(field: str, earliest: datetime, latest: datetime) -> datetime:
        happened = draw(instants(earliest, latest, clock))
        order[field] = draw(moments(happened, clock))
        return happened

    start = ordered = draw(instants(FIRST, LAST, clock))
    if order.get("product") == "goods" and draw(st.booleans()):
        start = happens("delivered_on", ordered + APART, ordered + timedelta(days=30))
    soonest, latest = draw(st.sampled_from(SPANS))
    now = draw(instants(start + timedelta(days=soonest) + 3 * APART, start + timedelta(days=latest), clock))
    order["now"] = draw(with_offset(now))
    if ripe or draw(st.sampled_from((True, True, True, False))):
        order["ordered_at"] = draw(moments(ordered, clock))

    def event(field: str, earliest: datetime) -> datetime | None:
        earliest, latest = earliest + APART, now - APART
        if earliest > latest or draw(st.booleans()):
            return None
        lately = max(earliest, latest - 2 * A_DAY)
        return happens(field, draw(st.sampled_from((earliest, lately))), latest)

    if order.get("product") != "goods":
        event("delivered_on", ordered)
    event("info_given_on", ordered - 2 * A_DAY)
    withdrawn = event("withdrawn_at", ordered) if draw(st.booleans()) else None
    arrived = event("trader_informed_on", withdrawn) if withdrawn else None
    if arrived and draw(st.booleans()):
        del order["withdrawn_at"]  # nobody knows any more when it was sent
        withdrawn = arrived
    if draw(st.booleans()):
        expires = draw(instants(ordered + APART, ordered + timedelta(days=40), clock) | st.just(now))
        as_date = draw(st.booleans())
        order["order_expires"] = local_day(expires, clock).isoformat() if as_date else draw(with_offset(expires))
    if draw(st.booleans()):
        judged = withdrawn or now
        shown = st.one_of(
            instants(ordered, ordered + timedelta(days=40), clock),
            instants(judged - A_DAY, judged + A_DAY, clock),
            st.just(judged),
        )
        order["trader_last_day"] = draw(moments(draw(shown), clock))
    return order


@cache
def drawn(number: int, *, ripe: bool) -> tuple[Order, ...]:
    """Draw orders, the same ones at every run."""
    found: list[Order] = []

    @settings(max_examples=number, derandomize=True, database=None, deadline=None, phases=[Phase.generate])
    @given(orders(ripe=ripe))
    def draw(order: Order) -> None:
        found.append(order)

    draw()
    return tuple(found)


def nested(value: Any, depth: int, wrap: Callable[[Any], Any]) -> Any:
    """Wrap a value as many times as said."""
    for _ in range(depth):
        value = wrap(value)
    return value


def in_lists(value: Any) -> list[Any]:
    """Wrap a value in a list."""
    return [value]


def in_lines(value: Any) -> Order:
    """Make a value the only line of an order."""
    return {"lines": [value]}


ODD_TEXTS = (
    "", " ", "null", "__proto__", "constructor", "\x00", "\ud800", "a\udfff", "\u202e", "９" * 4, "9" * 5000,
    "2026-09-07", "2026-09-07\n", "07/09/2026", "2026-W37-1", "20260907", "0000-00-00", "9999-12-31", "0001-01-01",
    "2026-09-07T24:00:00Z", "2026-09-07T10:00:60Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
    "2026-09-07T10:00:00+99:99", "2026-09-07T10:00:00−02:00", "IT", "it", "EU", "IT-BZ", "DE-BY", "consumer",
    "Consumer", "web_hosting", "Europe/Rome", "../../etc/passwd", "/etc/localtime", "Europe/", "Europe", "UTC",
)  # fmt: skip
ODD_NUMBERS = (0, -1, 1, 2**63, 10**4000, -(10**4000), -0.0, 1e308, math.nan, math.inf, -math.inf)
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, *ODD_NUMBERS, *ODD_TEXTS, [], {}, [[]], [None], [{}], {"": None}, {"\ud800": "\ud800"},
    {"product": "goods"}, [{"product": "goods"}], [{"product": math.nan}], [{"lines": []}], [1] * 10_000,
    nested(0, 50_000, in_lists), nested(0, 50_000, in_lines),
)  # fmt: skip


def json_values(*, deep: bool = True) -> st.SearchStrategy[Any]:
    """Draw anything that a JSON reader can hand over, and the not-quite-JSON that Python's reader lets through.

    `deep` values are nested up to 50,000 times: more than most readers take.
    """
    texts = st.one_of(
        st.text(max_size=20),
        st.sampled_from(ODD_TEXTS),
        st.sampled_from((*FIELDS, *CUSTOMER_TYPES, *PRODUCTS, *ORDER_STATUSES, *PAYMENT_STATUSES, *ORDER_KINDS)),
    )
    numbers = st.one_of(st.integers(), st.floats(), st.sampled_from(ODD_NUMBERS))
    leaves = st.one_of(st.none(), st.booleans(), numbers, texts)
    trees = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )
    depths = st.sampled_from((50, 500, 5000, 50_000))
    towers = st.builds(nested, leaves, depths, st.sampled_from((in_lists, in_lines)))
    return st.one_of(leaves, trees, trees, towers) if deep else leaves | trees


@st.composite
def near_orders(draw: st.DrawFn, *, deep: bool = True) -> Order:
    """Draw a valid order with one of its fields, or a strange one, replaced by any JSON value."""
    order = draw(orders())
    field = draw(st.sampled_from(FIELDS) | st.text(max_size=8))
    return {**order, field: draw(json_values(deep=deep))}


REPLY_FIELDS = ("orderId", "date", "expirationDate", "retractionDate", "status", "details", "password", "url", "pdfUrl")
KINDS_OF_DETAIL = ("DURATION", "RENEW", "CREATION", "VOUCHER", "GIFT", "renew", "")


@st.composite
def near_replies(draw: st.DrawFn) -> Order:
    """Draw OVHcloud's reply beside the customer's own answers, with any JSON values in some of its fields."""
    odd = json_values(deep=False)
    detail = st.fixed_dictionaries({"detailType": st.sampled_from(KINDS_OF_DETAIL) | odd, "cancelled": st.booleans() | odd})
    reply = {
        "orderId": draw(st.integers(0, 10**12) | odd),
        "date": draw(st.sampled_from(("2026-08-16T02:17:31+02:00", "2026-08-16")) | odd),
        "expirationDate": draw(st.sampled_from(("2026-08-23T02:17:31+02:00", None)) | odd),
        "retractionDate": draw(st.sampled_from((None, "2026-09-01", "2026-08-20T00:00:00Z")) | odd),
        "status": draw(st.sampled_from(ORDER_STATUSES) | odd),
        "details": draw(st.lists(detail, max_size=4) | st.lists(detail | odd, max_size=3) | odd),
    }
    missing = draw(st.sets(st.sampled_from(sorted(reply)), max_size=2))
    told = {name: value for name, value in reply.items() if name not in missing}
    return {**draw(st.just({}) | orders()), "orderId": 1, **told, draw(st.sampled_from(REPLY_FIELDS[6:])): draw(odd)}
