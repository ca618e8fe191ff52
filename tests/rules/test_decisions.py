"""Rows of the decision table that the worked cases do not reach."""

from __future__ import annotations

import time
from typing import Any

import pytest

from checker import check
from checker.rules import places

ORDINARY = {
    "customer_type": "consumer",
    "country": "IT",
    "product": "web_hosting",
    "payment_status": "paid",
    "ordered_at": "2026-09-07",
    "now": "2026-09-10T12:00:00+02:00",
}


def verdict(**changes: Any) -> dict[str, Any]:
    """Judge an ordinary order with some answers changed."""
    return check(ORDINARY | changes).as_json()


def rules(found: dict[str, Any]) -> list[str]:
    """Give the rules that a verdict's steps apply."""
    return [step["rule"] for step in found["steps"]]


def test_a_transfer_under_way_counts_as_paid() -> None:
    """Who has sent the money has the right, and the status says that OVHcloud may still show the order as unpaid."""
    found = verdict(payment_status="pending", order_status="notPaid")
    assert ("eligible", "payment_pending") == (found["outcome"], found["status"])


@pytest.mark.parametrize(
    ("order_status", "outcome"),
    [
        ("notPaid", "not_needed_unpaid"),
        ("orderExpired", "not_needed_lapsed"),
        ("checking", "eligible"),
        ("documentsRequested", "eligible"),
        ("delivering", "eligible"),
        ("delivered", "eligible"),
        ("cancelling", "needs_information"),
        ("cancelled", "not_needed_cancelled"),
        ("unknown", "needs_information"),
    ],
)
def test_payment_is_read_off_the_status_where_that_settles_it(order_status: str, outcome: str) -> None:
    """Each of OVHcloud's statuses settles the payment, or leaves it to be asked for."""
    assert outcome == verdict(payment_status=None, order_status=order_status)["outcome"]


def test_unpaid_by_status_alone_warns_of_a_transfer() -> None:
    """`notPaid` does not prove that nothing was paid: the reader is told, and payment is named as what could change it."""
    found = verdict(payment_status=None, order_status="notPaid")
    assert ["payment_may_be_under_way"] == found["warnings"]
    assert "payment_status" in found["would_change"]


def test_payment_against_status_is_pointed_out() -> None:
    """An order that is delivered and said to be unpaid keeps the table's answer, with a warning."""
    assert ["payment_contradicts_status"] == verdict(payment_status="unpaid", order_status="delivered")["warnings"]


@pytest.mark.parametrize(
    ("country", "outcome", "warnings"),
    [
        ("CH", "no_right_in_country", []),
        ("US", "no_right_in_country", []),
        ("CA", "no_right_in_country", []),
        ("JP", "no_right_in_country", ["country_not_examined"]),
        ("NC", "no_right_in_country", ["country_not_examined"]),
        ("NO", "eligible", []),
        ("IS", "eligible", []),
        ("LI", "eligible", []),
        ("GB", "eligible", []),
        ("RE", "eligible", []),
        ("AX", "eligible", []),
    ],
)
def test_country(country: str, outcome: str, warnings: list[str]) -> None:
    """The EU, the EEA, their outermost regions and Great Britain have the right; a country not examined is said to be so."""
    found = verdict(country=country)
    assert (outcome, warnings) == (found["outcome"], found["warnings"])


def test_every_country_is_answered() -> None:
    """Every ISO country code gives a verdict, none an error."""
    assert {"eligible", "no_right_in_country"} == {verdict(country=code)["outcome"] for code in places.countries()}


@pytest.mark.parametrize(
    ("country", "region", "ordered_at", "last_day"),
    [
        ("ES", None, "2026-11-16T23:30:00Z", "2026-12-01"),
        ("ES", "ES-CN", "2026-11-16T23:30:00Z", "2026-11-30"),
        ("PT", None, "2026-09-07T23:30:00Z", "2026-09-22"),
        ("PT", "PT-20", "2026-09-07T23:30:00Z", "2026-09-21"),
        ("PT", "PT-30", "2026-09-07T23:30:00Z", "2026-09-22"),
        ("FR", "FR-974", "2026-09-07T20:30:00Z", "2026-09-22"),
        ("FR", "FR-RE", "2026-09-07T20:30:00Z", "2026-09-22"),
        ("RE", None, "2026-09-07T20:30:00Z", "2026-09-22"),
        ("FR", None, "2026-09-07T20:30:00Z", "2026-09-21"),
        ("FR", "FR-971", "2026-09-08T03:30:00Z", "2026-09-21"),
    ],
)
def test_the_region_tells_the_local_day(country: str, region: str | None, ordered_at: str, last_day: str) -> None:
    """Islands and overseas departments have their own local day."""
    now = "2026-09-10T12:00:00Z" if ordered_at < "2026-10" else "2026-11-18T12:00:00Z"
    assert last_day == verdict(country=country, region=region, ordered_at=ordered_at, now=now)["last_day"]


@pytest.mark.parametrize(
    ("region", "ordered_at", "last_day"),
    [
        ("FR-57", "2026-03-20", "2026-04-07"),
        ("FR-67", "2026-03-20", "2026-04-07"),
        ("FR-68", "2026-03-20", "2026-04-07"),
        ("FR-67", "2025-12-12", "2025-12-29"),
        ("FR-974", "2027-12-06", "2027-12-21"),
        ("FR-973", "2026-05-27", "2026-06-11"),
        (None, "2026-03-20", "2026-04-03"),
    ],
)
def test_french_regional_holidays(region: str | None, ordered_at: str, last_day: str) -> None:
    """Good Friday and 26 December count in Alsace-Moselle, the abolition days overseas, neither elsewhere in France."""
    now = f"{ordered_at}T20:00:00+02:00"
    assert last_day == verdict(country="FR", region=region, ordered_at=ordered_at, now=now)["last_day"]


def test_region_decides_on_the_day_after() -> None:
    """The day after the national last day, a customer in Germany is asked for the Land instead of being refused."""
    order = {"country": "DE", "ordered_at": "2026-05-21", "info_given": True, "now": "2026-06-05T12:00:00+02:00"}
    found = verdict(**order)
    assert ("needs_information", ["region"], "2026-06-04") == tuple(found[k] for k in ("outcome", "missing", "last_day"))
    assert "eligible" == verdict(**order, region="DE-BY")["outcome"]
    assert "expired" == verdict(**order, region="DE-BE")["outcome"]


def test_information_decides_for_a_late_withdrawal() -> None:
    """A withdrawal sent after day 14 is not called late while nobody has said whether the information was given."""
    found = verdict(ordered_at="2026-07-06", withdrawn_at="2026-09-01")
    assert ("needs_information", ["info_given"], "2027-07-20") == (
        found["outcome"],
        found["missing"],
        found["extended_last_day"],
    )
    assert "withdrawn_late" == verdict(ordered_at="2026-07-06", withdrawn_at="2026-09-01", info_given=True)["outcome"]
    assert "withdrawn_in_time" == verdict(ordered_at="2026-07-06", withdrawn_at="2026-09-01", info_given=False)["outcome"]


def test_goods_withdrawn_before_delivery() -> None:
    """Who withdraws before the delivery has withdrawn in time; there is no last day yet."""
    found = verdict(product="goods", withdrawn_at="2026-09-09")
    assert ("withdrawn_in_time", None, "2026-09-23") == (found["outcome"], found["last_day"], found["refund_due"])


IN_MAY_2022 = {"confirmation_given": False, "now": "2022-05-28T12:00:00+02:00"}
CONSENT = {"performance_begun": True, "express_request": True, "loss_acknowledged": True}


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"confirmation_given": False}, "eligible"),
        ({"confirmation_given": False, "country": "GB"}, "excluded_digital_content"),
        (IN_MAY_2022 | {"ordered_at": "2022-05-27"}, "excluded_digital_content"),
        (IN_MAY_2022 | {"ordered_at": "2022-05-28"}, "eligible"),
        ({"free_of_charge": True, "express_request": False}, "excluded_digital_content"),
        ({"free_of_charge": True, "performance_begun": False}, "eligible"),
        ({"confirmation_given": None}, "needs_information"),
    ],
)  # fmt: skip
def test_digital_content_is_judged_by_the_law_of_its_day(changes: dict[str, Any], outcome: str) -> None:
    """Confirmation and price count from 28 May 2022 in the Directive's countries, and not in Great Britain."""
    assert outcome == verdict(product="digital_content", **CONSENT | changes)["outcome"]


def test_fully_performed_domain_is_excluded_by_law_too() -> None:
    """A domain registered in full after consent and acknowledgment has no right by law either, so no day is named."""
    found = verdict(product="domain", fully_performed=True, **CONSENT)
    assert ("excluded_domain", "in_principle_agrees", None) == (
        found["outcome"],
        found["law_status"],
        found["law_last_day"],
    )


@pytest.mark.parametrize(("ordered_at", "there"), [("2026-06-18", False), ("2026-06-19", True)])
def test_withdrawal_function_exists_from_19_june_2026(ordered_at: str, there: bool) -> None:
    """The withdrawal function of Directive (EU) 2023/2673 is named for contracts from 19 June 2026 on."""
    found = verdict(ordered_at=ordered_at, now=f"{ordered_at}T20:00:00+02:00")
    assert (["it-cdc-54-bis"] if there else []) == [
        step["source"] for step in found["steps"] if step["rule"] == "withdrawal_function"
    ]


@pytest.mark.parametrize("country", ["GB", "IS", "LI", "NO"])
def test_no_withdrawal_function_outside_the_union(country: str) -> None:
    """The Directive's function is not named to a customer in Great Britain, nor in the EEA, where it was not examined."""
    assert "withdrawal_function" not in rules(verdict(country=country))


def test_beyond_the_known_holidays_only_the_safe_day_is_given() -> None:
    """After 2040 a weekday may be a holiday that nobody knows yet: only the safe day is named, and it is said why."""
    found = verdict(ordered_at="2041-03-04", now="2041-03-05T12:00:00+01:00")
    assert ("eligible", None, None, "2041-03-18") == tuple(found[k] for k in ("outcome", "last_day", "ends_at", "safe_day"))
    assert "beyond_coverage" in found["warnings"]


@pytest.mark.parametrize(
    ("now", "outcome"),
    [
        ("2041-03-18", "eligible"),
        ("2041-03-19", "needs_information"),
        ("2041-04-18", "needs_information"),
        ("2041-04-19", "expired"),
    ],
)
def test_beyond_the_known_holidays_nothing_is_pretended(now: str, outcome: str) -> None:
    """Past the safe day of an unknown year the answer is open for a month, the longest that closed days could last."""
    assert outcome == verdict(ordered_at="2041-03-04", info_given=True, now=f"{now}T12:00:00+02:00")["outcome"]


def test_great_britain_needs_no_holidays() -> None:
    """The last day never moves in Great Britain, so it is known in any year."""
    found = verdict(country="GB", ordered_at="2041-03-02", now="2041-03-05T12:00:00Z")
    assert ("2041-03-16", []) == (found["last_day"], found["warnings"])


def test_time_zone_overrides_the_country() -> None:
    """A customer's own time zone decides the local day, under its old names too."""
    order = {"country": "ES", "ordered_at": "2026-09-07T22:30:00Z"}
    assert "2026-09-21" == verdict(**order, time_zone="Atlantic/Canary")["last_day"]
    assert verdict(**order, time_zone="Asia/Kolkata")["ends_at"] == verdict(**order, time_zone="Asia/Calcutta")["ends_at"]


@pytest.mark.parametrize(("region", "warned"), [("DE-BY", True), ("DE-HH", False)])
def test_a_holiday_of_some_communes_is_mentioned(region: str, warned: bool) -> None:
    """On 15 August 2028 a Bavarian's last day may move, by the commune: it is not counted, but said."""
    found = verdict(country="DE", region=region, ordered_at="2028-08-01", now="2028-08-02T12:00:00+02:00")
    assert ("2028-08-15", warned) == (found["last_day"], "local_holiday_possible" in found["warnings"])


@pytest.mark.parametrize(("region", "warned"), [("FR-67", True), ("FR-974", False)])
def test_good_friday_in_alsace_hangs_on_the_commune(region: str, warned: bool) -> None:
    """It is a holiday where there is a Protestant or mixed church: the last day moves, but it is said not to rely on that."""
    found = verdict(country="FR", region=region, ordered_at="2027-03-12", now="2027-03-15T12:00:00+01:00")
    assert ("2027-03-30" if warned else "2027-03-26", "2027-03-26") == (found["last_day"], found["safe_day"])
    assert warned == ("local_holiday_possible" in found["warnings"])


def test_an_island_clock_is_asked_for() -> None:
    """An order at 23:30 UTC is of the next day in Madrid but not on the Canaries: the region is asked for where it decides."""
    order = {"country": "ES", "ordered_at": "2026-11-16T23:30:00Z", "info_given": True, "now": "2026-11-18T12:00:00Z"}
    assert "region_clock_possible" in verdict(**order)["warnings"]
    assert "region" in verdict(**order)["would_change"]


def test_the_last_hour_is_later_overseas() -> None:
    """After midnight in Paris it is still the last day in Martinique: the region is asked for."""
    order = {"country": "FR", "info_given": True, "now": "2026-09-22T01:30:00+02:00"}
    assert ["region"] == verdict(**order)["missing"]
    assert "eligible" == verdict(**order, region="FR-972")["outcome"]


@pytest.mark.parametrize("product", ["domain", "licence", "ssl_certificate"])
def test_what_the_trader_offers_its_terms_do_not_exclude(product: str) -> None:
    """Where OVHcloud shows a last day for a domain, certificate or licence, the customer can rely on it."""
    found = verdict(product=product, trader_last_day="2026-09-21", now="2026-09-10T12:00:00+02:00")
    assert ("eligible", "trader_terms", "disputed") == (found["outcome"], found["basis"], found["law_status"])
    assert "trader_offers_anyway" in rules(found)
    later = verdict(product=product, trader_last_day="2026-09-09", now="2026-09-10T12:00:00+02:00")
    assert "trader_terms" == later["basis"]
    assert later["outcome"].startswith("excluded_")


def test_the_trader_s_date_ends_at_its_instant() -> None:
    """OVHcloud's panel compares instants: an hour later its offer is over."""
    order = {"info_given": True, "trader_last_day": "2026-09-22T10:00:00+02:00"}
    assert "eligible" == verdict(**order, now="2026-09-22T09:59:59+02:00")["outcome"]
    assert "expired" == verdict(**order, now="2026-09-22T10:00:00+02:00")["outcome"]


def test_delivered_goods_need_their_day_of_delivery() -> None:
    """Goods that are delivered are not said to be waiting for delivery: the day is asked for."""
    assert ["delivered_on"] == verdict(product="goods", order_status="delivered")["missing"]


def test_a_withdrawal_that_arrived_in_time_was_sent_in_time() -> None:
    """Where only the arrival is known, arriving in time settles it; arriving late leaves the day of sending open."""
    assert "withdrawn_in_time" == verdict(trader_informed_on="2026-09-10")["outcome"]
    late = verdict(info_given=True, trader_informed_on="2026-09-25", now="2026-09-26T12:00:00+02:00")
    assert ["withdrawn_at"] == late["missing"]


def test_a_withdrawal_from_an_excluded_order_is_not_called_late() -> None:
    """Who withdrew from a domain on day 3 is not told, a month later, that the law's day has passed."""
    found = verdict(product="domain", withdrawn_at="2026-09-10", now="2026-10-10T12:00:00+02:00")
    assert "period_over" not in rules(found)


def test_order_made_on_another_day_in_france_is_pointed_out() -> None:
    """Where it was still the day before in France, the earlier count is shown beside the local one."""
    found = verdict(country="FI", ordered_at="2026-09-07T21:30:00Z")
    assert ("2026-09-22", ["earlier_in_trader_zone"]) == (found["last_day"], found["warnings"])
    step = next(step for step in found["steps"] if step["rule"] == "earlier_in_trader_zone")
    assert {"day": "2026-09-07", "last": "2026-09-21"} == step["values"]


@pytest.mark.parametrize(
    ("country", "noted"), [("FR", True), ("IE", True), ("PL", True), ("PT", True), ("IT", False), ("DE", False)]
)
def test_information_after_a_year_has_a_national_note(country: str, noted: bool) -> None:
    """The law of four states gives fourteen days from late information even then: the reader is told."""
    found = verdict(country=country, ordered_at="2025-08-04", info_given_on="2026-08-10", now="2026-08-12T12:00:00+02:00")
    assert ("eligible", noted) == (found["outcome"], "late_information_national_rule" in found["warnings"])


def test_german_safe_day_without_information_is_the_earlier_reading() -> None:
    """§ 356(3) BGB counts twelve months and fourteen days from the start: where that is earlier, it is the safe day."""
    found = verdict(country="DE", ordered_at="2027-02-20", info_given=False, now="2027-03-01T12:00:00+01:00")
    assert ("2028-03-08", "2028-03-05") == (found["last_day"], found["safe_day"])


def test_lines_have_a_verdict_each() -> None:
    """Hosting with a domain: the hosting can be withdrawn, the domain not by OVHcloud's terms; above them, what they share."""
    found = verdict(product=None, lines=[{"product": "web_hosting"}, {"product": "domain"}, {"product": "vps"}])
    assert ["eligible", "excluded_domain", "eligible"] == [line["outcome"] for line in found["lines"]]
    assert (None, None, "unknown") == (found["outcome"], found["last_day"], found["status"])
    assert ["whole_order_only"] == found["warnings"]


def test_lines_that_agree_share_their_verdict() -> None:
    """Two services ordered together have one outcome and one last day."""
    found = verdict(product=None, lines=[{"product": "web_hosting"}, {"product": "vps"}])
    assert ("eligible", "2026-09-21", []) == (found["outcome"], found["last_day"], found["warnings"])
    assert ([], True) == (found["steps"], all(line["steps"] for line in found["lines"]))


def test_a_line_may_differ_in_any_field() -> None:
    """A line's own order date and kind count for that line."""
    lines = [{"product": "vps", "ordered_at": "2026-09-08"}, {"product": "vps", "order_kind": "renewal"}]
    found = verdict(product=None, lines=lines)
    assert ["eligible", "excluded_renewal"] == [line["outcome"] for line in found["lines"]]
    assert "2026-09-22" == found["lines"][0]["last_day"]


@pytest.mark.parametrize(
    ("country", "person", "source"),
    [
        ("ES", "association", "es-lgdcu-3"),
        ("AT", "association", "at-kschg-1"),
        ("PL", "professional", "pl-upk-38a"),
        ("PL", "micro_professional", "pl-upk-38a"),
        ("PL", "mixed_mainly_business", "pl-upk-38a"),
    ],
)
def test_whom_national_law_protects_more_is_not_told_a_flat_no(country: str, person: str, source: str) -> None:
    """Where a state calls more people consumers, only OVHcloud's terms say no, and the law's own day is given."""
    found = verdict(country=country, customer_type=person)
    assert ("not_a_consumer", "trader_terms", "disputed") == (found["outcome"], found["basis"], found["law_status"])
    assert "2026-09-21" == found["law_last_day"]
    assert "national_consumer_wider" in found["warnings"]
    assert source in [step["source"] for step in found["steps"]]


@pytest.mark.parametrize(("country", "person"), [("IT", "association"), ("ES", "company"), ("PL", "company")])
def test_others_are_no_consumers(country: str, person: str) -> None:
    """Elsewhere, and for other persons, the law and OVHcloud agree."""
    found = verdict(country=country, customer_type=person)
    assert ("law+trader_terms", None, []) == (found["basis"], found["law_last_day"], found["warnings"])


@pytest.mark.parametrize(("changes"), [{"country": "CH"}, {"customer_type": "company"}])
def test_an_offer_of_ovhcloud_s_own_is_pointed_out(changes: dict[str, str]) -> None:
    """A last day that OVHcloud shows to someone without the right is worth a try while it is not over."""
    assert "trader_offers" in verdict(trader_last_day="2026-09-21", **changes)["warnings"]
    assert "trader_offers" not in verdict(trader_last_day="2026-09-09", **changes)["warnings"]


def test_no_european_law_is_cited_to_someone_it_does_not_reach() -> None:
    """A Swiss consumer is shown Swiss law alone."""
    assert ["ch-or-40a"] == [step["source"] for step in verdict(country="CH")["steps"]]


def test_great_britain_is_not_shown_the_european_regulation() -> None:
    """The days are counted by the British regulations, not by Regulation 1182/71."""
    assert not [step for step in verdict(country="GB")["steps"] if step["source"].startswith("reg1182")]


@pytest.mark.parametrize(
    ("country", "ordered", "source"),
    [("IT", "2022-05-27", "it-cdc-59-a"), ("IT", "2022-05-28", "crd-16-a"), ("DE", "2026-09-07", "de-bgb-356-4")],
)
def test_a_national_wording_is_cited_only_while_it_was_in_force(country: str, ordered: str, source: str) -> None:
    """Where only an older national text was read, later orders are judged under the Directive itself."""
    found = verdict(country=country, ordered_at=ordered, fully_performed=True, express_request=False)
    assert source in [step["source"] for step in found["steps"] if step["rule"] == "exception_not_met"]


def test_what_an_exclusion_leaves_open_is_said() -> None:
    """Beside the law's day for a domain stand its safe day, and the extended day while the information is unknown."""
    moved = verdict(product="domain", ordered_at="2026-09-05")
    assert ("2026-09-21", "2026-09-19") == (moved["law_last_day"], moved["safe_day"])
    late = verdict(product="domain", now="2026-10-10T12:00:00+02:00")
    assert ("2026-09-21", "2027-09-21") == (late["law_last_day"], late["extended_last_day"])


def test_an_order_that_ovhcloud_delivers_is_not_taken_for_unpaid() -> None:
    """Where the status proves the payment, "not paid" is asked again: a paid order must not be left to lapse."""
    found = verdict(payment_status="unpaid", order_status="delivered", order_expires="2026-09-08")
    assert (["payment_status"], ["payment_contradicts_status"]) == (found["missing"], found["warnings"])


def test_a_payment_after_the_expiry_is_pointed_out() -> None:
    """A transfer still under way when the order has expired may come too late."""
    assert "payment_after_expiry" in verdict(payment_status="pending", order_expires="2026-09-09")["warnings"]
    assert "payment_after_expiry" not in verdict(payment_status="pending", order_expires="2026-09-11")["warnings"]


def test_what_has_not_begun_cannot_be_performed() -> None:
    """Two answers that exclude each other are refused, not judged."""
    assert ["fully_performed"] == verdict(performance_begun=False, fully_performed=True)["errors"]


def test_what_is_free_costs_nothing() -> None:
    """A service without a price costs nothing to withdraw from."""
    assert "none" == verdict(free_of_charge=True, performance_begun=True, express_request=True, info_given=True)["cost"]


def test_what_was_begun_costs_only_if_it_was_asked_for() -> None:
    """Whether a service that has begun costs something hangs on the express request: unknown without that answer."""
    begun = {"performance_begun": True, "info_given": True}
    costs = {requested: verdict(**begun, express_request=requested)["cost"] for requested in (True, False, None)}
    assert {True: "pro_rata", False: "none", None: "unknown"} == costs


def test_information_without_the_function_may_keep_the_right() -> None:
    """For orders from 19 June 2026 that ended in time, the open question of the function is named; before, it is not."""
    past = {"info_given": True, "now": "2026-10-10T12:00:00+02:00"}
    assert ["function_information"] == verdict(**past)["warnings"]
    assert [] == verdict(ordered_at="2026-06-18", **past)["warnings"]
    ends = {day: verdict(info_given=True, now=f"{day}T12:00:00+02:00")["warnings"] for day in ("2027-09-21", "2027-09-22")}
    assert {"2027-09-21": ["function_information"], "2027-09-22": []} == ends


@pytest.mark.parametrize(("country", "since"), [("IT", "2026-06-19"), ("AT", "2026-10-01")])
def test_function_since(country: str, since: str) -> None:
    """The withdrawal function is promised from the day that the country's law has it."""
    on_the_day = verdict(country=country, ordered_at=since, now=f"{since}T20:00:00Z")
    step = next(step for step in on_the_day["steps"] if step["rule"] == "withdrawal_function")
    assert {"since": since} == step["values"]


def test_an_older_order_is_under_older_law() -> None:
    """The Directive does not apply to contracts before 14 June 2014, and the answer says so."""
    assert "older_law" in verdict(ordered_at="2014-06-13")["warnings"]
    assert "older_law" not in verdict(ordered_at="2014-06-14")["warnings"]


def test_a_key_to_download_may_be_digital_content() -> None:
    """A licence that is a download, begun with consent, acknowledgment and confirmation, may be excluded by law too."""
    begun = {"performance_begun": True, "express_request": True, "loss_acknowledged": True}
    assert "may_be_digital_content" in rules(verdict(product="licence", confirmation_given=True, **begun))
    assert "may_be_digital_content" not in rules(verdict(product="licence", confirmation_given=False, **begun))


def test_only_ovhcloud_s_own_date_brings_no_refund_by_law() -> None:
    """Withdrawn after the law's day but within OVHcloud's own: in time, with the refund as its guide has it."""
    found = verdict(info_given=True, trader_last_day="2026-09-30", withdrawn_at="2026-09-25", now="2026-09-26T12:00:00Z")
    assert ("withdrawn_in_time", "trader_terms", None) == (found["outcome"], found["basis"], found["refund_due"])


def test_irish_text_without_information_counts_the_first_day_too() -> None:
    """The twelve months of the Irish act start a day earlier, not end a day before the moved day."""
    found = verdict(country="IE", info_given=False)
    step = next(step for step in found["steps"] if step["rule"] == "national_text_counts_first_day")
    assert ("2027-09-20", "2027-09-21") == (step["values"]["last"], found["safe_day"])


@pytest.mark.parametrize(
    ("ordered", "last", "safe"), [("2028-02-15", "2029-02-28", "2029-02-28"), ("2032-02-15", "2033-03-01", "2033-02-28")]
)
def test_twelve_irish_months_from_29_february_end_no_later_than_from_the_day_before(ordered: str, last: str, safe: str) -> None:
    """No year but a leap year has that day: there is no earlier day to tell of, though in 2032 a Sunday moves the last."""
    found = verdict(country="IE", info_given=False, ordered_at=ordered, now=f"{ordered}T12:00:00Z")
    assert (last, safe, None, []) == (found["last_day"], found["safe_day"], found["earliest_day"], found["warnings"])


def test_the_earliest_day_somebody_could_argue_for_is_given() -> None:
    """Before the safe day lies the Irish text's day, or that counted from the day in France; elsewhere there is none."""
    assert ("2026-09-21", "2026-09-20") == (verdict(country="IE")["safe_day"], verdict(country="IE")["earliest_day"])
    finnish = verdict(country="FI", ordered_at="2026-09-07T21:30:00Z")
    assert ("2026-09-22", "2026-09-21") == (finnish["safe_day"], finnish["earliest_day"])
    assert verdict()["earliest_day"] is None


def test_a_wall_clock_counts_in_france_too() -> None:
    """A clock time without offset is placed where the customer lives: just after midnight in Helsinki is yesterday in Paris."""
    assert "2026-09-21" == verdict(country="FI", ordered_at="2026-09-08T00:30:00")["earliest_day"]


def test_a_late_withdrawal_from_an_excluded_order_is_not_dated_today() -> None:
    """The step names the day the withdrawal was sent, not that day as today."""
    found = verdict(product="domain", withdrawn_at="2026-10-01", now="2026-11-01T12:00:00+01:00")
    assert {"sent": "2026-10-01"} == next(step for step in found["steps"] if step["rule"] == "sent_late")["values"]


def test_where_no_answer_could_help_none_is_asked_for() -> None:
    """Beyond the known holidays the verdict waits for nothing that the customer could say."""
    found = verdict(ordered_at="2017-12-01", info_given=True, now="2017-12-16T12:00:00+01:00")
    assert ("needs_information", [], []) == (found["outcome"], found["missing"], [r for r in rules(found) if r == "depends_on"])


def test_a_late_withdrawal_is_judged_by_its_own_day() -> None:
    """Whether the function's missing information could still matter depends on the sending, not on the day of asking."""
    sent = {"info_given": True, "ordered_at": "2026-07-01", "withdrawn_at": "2026-09-01"}
    for now in ("2026-10-01T12:00:00Z", "2028-10-01T12:00:00Z"):
        assert "function_information" in verdict(**sent, now=now)["warnings"]


def test_what_the_law_excludes_national_law_does_not_promise() -> None:
    """Custom goods are excluded for a Polish sole trader as for any consumer."""
    found = verdict(country="PL", customer_type="professional", product="custom_goods")
    assert ("law+trader_terms", []) == (found["basis"], found["warnings"])


def test_a_stated_time_zone_makes_the_region_s_clock_idle() -> None:
    """Who states the time zone is not asked for the region for its clock's sake."""
    late = {"country": "ES", "ordered_at": "2026-09-07T22:30:00Z"}
    here, there = verdict(**late), verdict(**late, time_zone="Europe/Madrid")
    assert (True, False) == tuple("region" in found["would_change"] for found in (here, there))
    assert (True, False) == tuple("region_clock_possible" in found["warnings"] for found in (here, there))


def test_a_territory_is_no_other_region() -> None:
    """Réunion with Île-de-France contradicts itself."""
    assert ["region"] == verdict(country="RE", region="FR-IDF")["errors"]


def test_goods_are_no_service() -> None:
    """Goods that were delivered are not excluded as a service fully performed (art. 16(a)), whatever is answered."""
    found = verdict(product="goods", delivered_on="2026-09-08", fully_performed=True, **CONSENT)
    assert ("eligible", "2026-09-22") == (found["outcome"], found["last_day"])


def test_the_irish_twelve_months_run_from_the_unmoved_day() -> None:
    """Saturday, 19 September 2026, a day less and twelve months; not a day less than the year from the moved Monday."""
    found = verdict(country="IE", ordered_at="2026-09-05", info_given=False)
    assert ("2027-09-18", "2027-09-19") == (found["earliest_day"], found["safe_day"])


def test_the_day_in_france_is_that_of_paris_not_of_the_offset() -> None:
    """22:30 UTC is past midnight in Paris as in Helsinki: the day is the same, and no earlier one is argued for."""
    assert verdict(country="FI", ordered_at="2026-09-07T22:30:00Z")["earliest_day"] is None


@pytest.mark.parametrize("expires", ["2026-09-14", "2026-09-14T08:00:00Z"])
def test_an_expiry_is_shown_as_it_was_stated(expires: str) -> None:
    """A day stays a day, an instant an instant."""
    found = verdict(payment_status="unpaid", order_expires=expires)
    assert [expires] == [step["values"]["expires"] for step in found["steps"]]


def test_today_is_the_day_where_the_customer_lives() -> None:
    """Half past ten in the evening in Greenwich is the next day in Italy."""
    assert "2026-09-11" == verdict(now="2026-09-10T22:30:00Z")["today"]


def test_the_clock_of_the_machine_is_not_looked_at() -> None:
    """A verdict is the same wherever the machine believes that it stands."""
    here = verdict(ordered_at="2026-09-07T23:30:00")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Kolkata")
        time.tzset()
        there = verdict(ordered_at="2026-09-07T23:30:00")
    time.tzset()
    assert here == there


def test_a_step_says_what_the_answer_waits_for() -> None:
    """The step names the fields that are asked for."""
    found = verdict(product="digital_content", performance_begun=True)
    asked = ["confirmation_given", "express_request", "loss_acknowledged"]
    assert (asked, {"fields": asked}) == (found["missing"], found["steps"][-1]["values"])


@pytest.mark.parametrize(("product", "source"), [("ssl_certificate", "ovh-guide-withdrawal"), ("licence", "ovh-faq-cancel")])
def test_where_ovhcloud_excludes_a_product(product: str, source: str) -> None:
    """Its guide names certificates, its FAQ the others."""
    steps = verdict(product=product)["steps"]
    assert [source] == [step["source"] for step in steps if step["rule"] == "trader_excludes_product"]


def test_a_day_that_is_not_before_the_safe_one_is_not_argued_for() -> None:
    """Twelve months from 28 and from 29 February 2028 both end on 28 February 2029: the Irish text takes no day away."""
    found = verdict(country="IE", ordered_at="2028-02-15", info_given=False, now="2028-02-20T12:00:00Z")
    assert ("2029-02-28", None) == (found["safe_day"], found["earliest_day"])


@pytest.mark.parametrize(("now", "over"), [("2026-09-21T23:59:59+02:00", False), ("2026-09-22T00:00:00+02:00", True)])
def test_the_law_s_day_for_a_domain_lasts_to_its_last_second(now: str, over: bool) -> None:
    """What the law would give beside OVHcloud's terms is over when the last day is."""
    assert over == ("period_over" in rules(verdict(product="domain", info_given=True, now=now)))


@pytest.mark.parametrize(("now", "missing"), [("2027-09-21", ["info_given"]), ("2027-09-22", [])])
def test_information_matters_until_the_last_day_of_the_twelve_months(now: str, missing: list[str]) -> None:
    """Whether the information was given is asked to the end of the extended period, and no longer."""
    assert missing == verdict(now=f"{now}T12:00:00+02:00")["missing"]


@pytest.mark.parametrize(("info_given", "missing"), [(None, ["info_given", "region"]), (False, ["region"]), (True, [])])
def test_a_region_may_move_the_end_of_the_twelve_months(info_given: bool | None, missing: list[str]) -> None:
    """Corpus Christi on 27 May 2027 ends the twelve months a day later in some Länder: it matters unless they are not open."""
    order = {"country": "DE", "ordered_at": "2026-05-13", "info_given": info_given, "now": "2027-05-28T12:00:00+02:00"}
    found = verdict(**order)
    assert ("needs_information" if missing else "expired", missing) == (found["outcome"], found["missing"])
    assert "region" not in verdict(**order | {"now": "2027-05-27T12:00:00+02:00"})["missing"]


@pytest.mark.parametrize(
    ("order_status", "payment_status", "warnings"),
    [
        ("notPaid", None, ["payment_may_be_under_way"]),
        ("notPaid", "unpaid", []),
        ("notPaid", "pending", ["payment_not_shown"]),
        ("notPaid", "paid", ["payment_contradicts_status"]),
        ("orderExpired", "pending", ["payment_after_expiry", "payment_contradicts_status", "payment_not_shown"]),
        ("checking", "pending", ["payment_contradicts_status"]),
        ("checking", "unpaid", ["payment_contradicts_status"]),
        ("checking", "paid", []),
        ("cancelling", "paid", ["order_cancelling"]),
        (None, "pending", ["payment_not_shown"]),
    ],
)
def test_what_does_not_fit_is_pointed_out(order_status: str | None, payment_status: str | None, warnings: list[str]) -> None:
    """What was answered of the payment is held against the status that OVHcloud shows; money under way it cannot show yet."""
    assert warnings == verdict(order_status=order_status, payment_status=payment_status)["warnings"]


@pytest.mark.parametrize(("country", "uncertain"), [*((code, True) for code in ("ES", "IS", "LI", "NO")), ("IT", False)])
def test_whether_a_saturday_moves_the_last_day_is_not_certain_everywhere(country: str, uncertain: bool) -> None:
    """In Spain, and in the states of the EEA, nothing but the Regulation could move it: the reader is told."""
    assert uncertain == ("roll_uncertain" in verdict(country=country, ordered_at="2026-09-05")["warnings"])


def test_what_one_line_must_be_told_stands_above_all() -> None:
    """A warning of any line, and that lines which differ are withdrawn from together or not at all."""
    lines = [{"product": "vps"}, {"product": "domain", "ordered_at": "2026-09-05"}]
    found = verdict(country="ES", product=None, lines=lines)
    assert ["local_holiday_possible", "roll_uncertain", "whole_order_only"] == found["warnings"]


def test_what_any_line_waits_for_stands_above_all() -> None:
    """The questions of all lines are those of the order, each once and in order."""
    found = verdict(product=None, order_status="delivered", lines=[{"product": "goods"}, {"product": "digital_content"}])
    assert ["delivered_on", "performance_begun"] == found["missing"]
    assert sorted({field for line in found["lines"] for field in line["would_change"]}) == found["would_change"]


def test_a_verdict_is_plain_json() -> None:
    """Codes are texts like any other, for readers that know nothing of this program."""
    found = verdict(country="ES")
    assert {str} == {type(found[key]) for key in ("outcome", "basis", "cost", "status")} | {type(found["warnings"][0])}
