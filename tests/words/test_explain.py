"""A verdict in sentences: complete, in one language, and saying no more than the verdict."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.dates import format_date
from hypothesis import given, settings

from checker import check
from checker.rules.codes import CustomerType, OrderKind, OrderStatus, PaymentStatus, Product
from checker.rules.verdict import Outcome, Status, Warning
from checker.words import LANGUAGES, explain, label, standing, text
from checker.words.dates import in_words, listed, moment_in_words
from checker.words.related import OUTCOMES, STATUSES
from checker.words.sentences import ANSWERS, WARNINGS
from tests.strategies import near_orders, orders

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
BY_ID = {case["id"]: case["order"] for case in CASES}
VARIANTS = {"en": "en_GB", "pt": "pt_PT"}


def said(order: dict[str, Any], language: str) -> str:
    """Give all that is said about an order as one text."""
    return json.dumps(explain(check(order), language), ensure_ascii=False)


def facts(order: dict[str, Any], language: str) -> dict[str, str]:
    """Give the facts about an order by their labels."""
    return {fact["label"]: fact["text"] for fact in explain(check(order), language)["facts"]}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=300, deadline=None)
@given(order=orders())
def test_any_verdict_can_be_said(language: str, order: dict[str, Any]) -> None:
    """Every verdict has its sentences in every language, with no placeholder left open."""
    assert [] == re.findall(r"\{\w*\}", said(order, language))


@settings(max_examples=200, deadline=None)
@given(order=near_orders())
def test_any_refusal_can_be_said(order: dict[str, Any]) -> None:
    """Every refused value is explained; the explanation can be printed as JSON."""
    found = explain(check(order), "it")
    assert [] == [error for error in found["errors"] if not error["text"]]


@pytest.mark.parametrize(
    ("case", "language", "answer"),
    [
        ("it-mon", "it", "Sì, puoi recedere: fino a lunedì 28 settembre 2026 compreso."),
        ("it-mon", "en", "Yes, you can withdraw: up to and including Monday, 28 September 2026."),
        ("age-15d", "it", "No, non puoi più recedere: l'ultimo giorno era lunedì 21 settembre 2026."),
        ("payment-unknown", "it", "Per rispondere manca ancora un dato: «Pagamento»."),
        ("svc-fully-performed-unknown", "en",
         "These details are still needed for an answer: “Request for the service to start at once” and “Acceptance of "
         "losing the right of withdrawal”."),
        ("unpaid-open", "en",
         "You don't need to withdraw: the order has not been paid and is cancelled automatically when it expires."),
        ("bad-31sep", "it", "Per rispondere dobbiamo prima chiederti di correggere qualche dato."),
    ],
)  # fmt: skip
def test_answer(case: str, language: str, answer: str) -> None:
    """The answer is one sentence with the day in words."""
    assert answer == explain(check(BY_ID[case]), language)["answer"]


def test_the_safe_day_and_its_reason_are_said_where_it_differs() -> None:
    """Where the last day has moved, the customer is told the unmoved one and why."""
    said = facts(BY_ID["fr-saturday"], "it")
    assert "lunedì 21 settembre 2026, contando da sabato 5 settembre 2026." == said["Ultimo giorno per legge"]
    assert "Recedi entro sabato 19 settembre 2026, il giorno 14" in said["Per non rischiare"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"info_given": False}, "I 12 mesi in più valgono solo se"),
        ({"info_given_on": "2026-09-12"}, "solo perché quel giorno non è lavorativo"),
    ],
)
def test_only_missing_information_is_said_to_extend_the_period(told: dict[str, Any], why: str) -> None:
    """The safe day is explained by the 12 months where the information is missing, not where it came late."""
    order = {key: value for key, value in BY_ID["fr-saturday"].items() if key != "info_given"}
    assert why in facts(order | told | {"now": "2026-09-14T12:00:00+02:00"}, "it")["Per non rischiare"]


@pytest.mark.parametrize("product", ["web_hosting", "goods"])
def test_who_can_withdraw_is_told_how(product: str) -> None:
    """Where the right is open, be it before delivery, the way to use it stands among the facts."""
    order = BY_ID["it-mon"] | {"product": product}
    assert all(words in facts(order, "it")["Come recedere"] for words in ("«Annulla l'ordine»", "per iscritto"))
    assert all(words in facts(order, "en")["How to withdraw"] for words in ("“Cancel the order”", "in writing"))


def test_who_keeps_a_part_of_the_order_is_not_sent_to_cancel_it_all() -> None:
    """Where the products have different answers, each that can be withdrawn from is withdrawn from in writing."""
    order = {key: value for key, value in BY_ID["it-mon"].items() if key != "product"}
    domain, hosting = explain(check(order | {"lines": [{"product": "domain"}, {"product": "vps"}]}), "it")["lines"]
    assert "Come recedere" not in {fact["label"] for fact in domain["facts"]}
    how = next(fact["text"] for fact in hosting["facts"] if fact["label"] == "Come recedere")
    assert how.startswith("Scrivi all'assistenza OVHcloud")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_cannot_withdraw_is_not_told_how(language: str) -> None:
    """Where the right has ended, nothing among the facts says how to use it."""
    assert text("Come recedere", language) not in facts(BY_ID["age-15d"], language)


def test_the_law_s_own_day_is_said_only_where_ovhcloud_refuses() -> None:
    """What holds if OVHcloud's exclusion does not is left out where OVHcloud itself lets the customer withdraw."""
    label = "Se l'esclusione non vale"
    assert label in facts(BY_ID["prod-domain"], "it")
    for offered in ({}, {"withdrawn_at": "2026-09-15"}):
        assert label not in facts(BY_ID["prod-domain"] | {"trader_last_day": "2026-10-10"} | offered, "it")


@pytest.mark.parametrize(("country", "tone"), [("BR", "depends"), ("CH", "no")])
def test_a_law_that_nobody_examined_is_no_refusal(country: str, tone: str) -> None:
    """A country whose law was not examined is answered with a doubt, one known to give no right with a no."""
    assert tone == explain(check(BY_ID["it-mon"] | {"country": country}), "it")["tone"]


def test_fields_are_quoted_in_steps() -> None:
    """A field that a step names stands in the language's quotation marks."""
    steps = [step["text"] for step in explain(check(BY_ID["payment-unknown"]), "en")["steps"]]
    assert ["The answer depends on: “Payment”."] == steps


@pytest.mark.parametrize(
    ("language", "closed"),
    [
        ("it", "venerdì 25 dicembre 2026 (festivo: Natale), sabato 26 dicembre 2026 e domenica 27 dicembre 2026"),
        ("en", "Friday, 25 December 2026 (public holiday: Natale); Saturday, 26 December 2026 and Sunday, 27 December 2026"),
    ],
)
def test_moved_days_are_named_with_their_holiday(language: str, closed: str) -> None:
    """The step that moves the last day lists each closed day, a holiday with its name."""
    steps = [step["text"] for step in explain(check(BY_ID["it-christmas-2026"]), language)["steps"]]
    assert any(closed in step for step in steps)


def test_each_step_says_who_says_so() -> None:
    """A step shows its source with title, place, address and whether it could be read; law and terms are told apart."""
    steps = explain(check(BY_ID["prod-domain"]), "en")["steps"]
    assert {"Law", "OVHcloud's FAQ"} == {step["nature_label"] for step in steps}
    assert all(step["source"]["title"] and step["source"]["address"].startswith("https://") for step in steps)


def test_unconfirmed_sources_are_not_shown_as_certain() -> None:
    """A step that rests on a text that could not be read says so."""
    order = BY_ID["it-mon"] | {"country": "DE", "now": "2026-09-15T12:00:00+02:00"}
    step = next(s for s in explain(check(order), "en")["steps"] if s["source"]["place"].startswith("§ 356a"))
    assert step["source"]["confirmed"] is False


def test_an_error_says_what_was_wrong_where_and_the_way_out() -> None:
    """A refused date is shown with its field and with how to write it."""
    error = explain(check(BY_ID["bad-italian-format"]), "it")["errors"][0]
    assert ("ordered_at", "Data dell'ordine") == (error["field"], error["label"])
    assert "«07/09/2026»" in error["text"]
    assert "2026-09-07" in error["text"]


def test_lines_are_said_one_by_one() -> None:
    """Each product has an explanation of its own, and above them stands that they differ."""
    order = {key: value for key, value in BY_ID["it-mon"].items() if key != "product"}
    found = explain(check(order | {"lines": [{"product": "vps"}, {"product": "domain"}]}), "en")
    assert ("The products in this order have different answers: here they are, one by one.", 2) == (
        found["answer"],
        len(found["lines"]),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(order=orders(), other=orders())
def test_any_order_of_several_products_can_be_said(language: str, order: dict[str, Any], other: dict[str, Any]) -> None:
    """Lines that agree, and lines that differ in any way, have their sentences too."""
    place = {"now", "country", "region", "time_zone", "product", "lines"}
    common = {key: value for key, value in order.items() if key != "product"}
    lines = [{"product": order.get("product")}, {key: value for key, value in other.items() if key not in place}]
    assert said(common | {"lines": lines}, language)
    assert said(common | {"lines": [{"product": "vps"}, {"product": "goods"}]}, language)


def test_every_code_has_words() -> None:
    """No outcome, status, warning or input code is without a sentence or label."""
    outcomes = set(Outcome) - {Outcome.NEEDS_INFORMATION}
    assert set() == outcomes - {key.removesuffix("_uncovered") for key in ANSWERS}
    assert set(Status) - {Status.UNKNOWN} == set(standing.LABELS)
    assert set(Outcome) - {Outcome.INVALID} == set(OUTCOMES)
    assert set(Status) == set(STATUSES)
    assert set(Warning) == set(WARNINGS)
    kinds = {"order_status": OrderStatus, "payment_status": PaymentStatus, "customer_type": CustomerType,
             "product": Product, "order_kind": OrderKind}  # fmt: skip
    for kind, codes in kinds.items():
        for code in codes:
            assert label(kind, code, "it")


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_in_words_are_cldr_s(language: str) -> None:
    """A day in words is what CLDR's full date pattern gives, for every day of a leap year."""
    locale = VARIANTS.get(language, language)
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        by_cldr = format_date(day, "full", locale)
        assert (by_cldr.replace(" 1 ", " 1er ") if language == "fr" else by_cldr) == in_words(day, language)


def test_lists_are_joined_as_a_person_would() -> None:
    """One, two and three items are joined with commas and the language's `and`."""
    assert ["a", "a e b", "a, b e c"] == [listed(list("abc")[:count], "it") for count in (1, 2, 3)]


def test_lists_of_items_with_commas_are_parted_by_semicolons() -> None:
    """Dates with commas in them do not run together."""
    assert "a, 1; b, 2 and c, 3" == listed(["a, 1", "b, 2", "c, 3"], "en")


def test_unknown_language_is_refused_with_the_way_out() -> None:
    """A language that the site does not speak is refused with the ones it speaks."""
    with pytest.raises(LookupError, match="it, en"):
        text("Legge", "xx")


def names(sentence: str) -> set[str | None]:
    """Give the placeholders of a sentence."""
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


def test_what_all_products_share_is_noted_once() -> None:
    """A note that stands above the products does not stand beneath each of them again; one product's own does."""
    common = {key: value for key, value in BY_ID["it-mon"].items() if key not in ("product", "payment_status")}
    order = common | {"payment_status": "pending", "lines": [{"product": "domain"}, {"product": "vps"}]}
    found = explain(check(order), "it")
    alone = explain(check(common | {"payment_status": "pending", "product": "vps"}), "it")["notes"]
    assert set(alone) < set(found["notes"])
    assert [[], []] == [line["notes"] for line in found["lines"]]


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-09-14T12:00:00+02:00", "15 giorni, oggi compreso."),
        ("2026-09-27T23:59:59+02:00", "2 giorni, oggi compreso."),
        ("2026-09-28T12:00:00+02:00", None),
    ],
)
def test_days_left(now: str, left: str | None) -> None:
    """The days are counted with today and the last day; on the last day that itself is said instead."""
    assert left == facts(BY_ID["it-mon"] | {"now": now}, "it").get("Quanto tempo resta")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-08-16", "domenica 16 agosto 2026"),
        ("2026-08-16T02:17", "domenica 16 agosto 2026, 02:17"),
        ("2026-08-16T02:17:31+02:00", "domenica 16 agosto 2026, 02:17 (UTC+02:00)"),
        ("2026-08-16T00:17:31Z", "domenica 16 agosto 2026, 00:17 (UTC+00:00)"),
        ("16 agosto", None),
        ("2026-02-30", None),
    ],
)
def test_moment_in_words(written: str, words: str | None) -> None:
    """What is stated is said, no more; what cannot be is not said at all."""
    assert words == moment_in_words(written, "it")
