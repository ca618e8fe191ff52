"""What customers paste: understood where it is certain, left open where it is not, and never with a password in it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.reading import understood
from checker.reading.statuses import statuses
from checker.words import LANGUAGES, label
from tests.strategies import ORDER_STATUSES, json_values, nested

FOLDER = Path(__file__).parents[1] / "cases"
CASES: list[dict[str, Any]] = tomllib.loads((FOLDER / "pasted.toml").read_text(encoding="utf-8"))["case"]
RENEWAL, DELIVERED = json.loads((FOLDER / "ovhcloud_replies.json").read_text(encoding="utf-8"))

MANAGER = {
    "it": ("Pagamento non ricevuto", "Conferma", "In attesa dei documenti", "Consegna in corso...", "Completata",
           "Annullamento in corso...", "Annullata", "Errore", "Ordine scaduto"),
    "fr": ("Paiement non reçu", "Validation", "En attente de documents", "Livraison en cours", "Finalisée",
           "Annulation en cours", "Annulée", "Erreur", "Commande expirée"),
    "en": ("Payment not received", "Confirmation", "Awaiting documents", "Delivery in progress", "Complete",
           "Cancelling...", "Cancelled", "Unknown", "Order expired"),
    "de": ("Unbezahlt", "Bestätigung", "Warten auf Dokumente", "Wird geliefert", "Geliefert",
           "Wird storniert", "Abgebrochen", "Unbekannt", "Bestellung abgelaufen"),
    "es": ("Pago no recibido", "Validación", "Pendiente de documentación", "Entregando...", "Entregado",
           "Cancelando...", "Cancelado", "Error", "El pedido ha expirado"),
    "pt": ("Sem pagamento", "Validação", "A aguardar documentos", "Entrega em curso", "Concluída",
           "Cancelamento em curso", "Anulada", "Desconhecido", "Encomenda expirada"),
    "pl": ("Brak płatności", "Weryfikacja", "Oczekiwanie na dokumenty", "Dostarczanie w trakcie", "Zakończone",
           "Trwa anulowanie", "Anulowane", "Nieznany", "Zamówienie wygasło"),
}  # fmt: skip
"""The Control Panel's labels, in the order of `ORDER_STATUSES`."""

ELSEWHERE = (
    ("Convalida", "checking"), ("Completato", "delivered"), ("Sconosciuto", "unknown"), ("Unpaid", "notPaid"),
    ("Being processed", "delivering"), ("Validation", "checking"), ("Error", "unknown"), ("Validierung", "checking"),
    ("Fehler", "unknown"), ("Entrega en curso", "delivering"), ("Zatwierdzenie", "checking"),
)  # fmt: skip
"""The labels of the guides and of older editions."""

STATE = {"it": "Stato", "en": "Status", "fr": "État", "de": "Status", "es": "Estado", "pt": "Estado", "pl": "Status"}
NAMED = [
    *((language, name, code) for language, names in MANAGER.items() for name, code in zip(names, ORDER_STATUSES, strict=True)),
    *((language, label("order_status", code, language), code) for language in LANGUAGES for code in ORDER_STATUSES),
    *(("en", name, code) for name, code in (*ELSEWHERE, *zip(ORDER_STATUSES[:7], ORDER_STATUSES, strict=False))),
]


def pasted(recorded: dict[str, Any], **more: Any) -> str:
    """Put a recorded reply together with its status and details, as a customer would paste them."""
    return json.dumps({**recorded["reply"], "status": recorded["status"], "details": recorded["details"], **more})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_paste_is_understood(case: dict[str, Any]) -> None:
    """Each paste tells exactly this, and nothing else."""
    expected = {
        "fields": case.get("fields", {}),
        "number": case.get("number"),
        "products": None,
        "kind": case.get("kind", "text"),
        "unclear": case.get("unclear", []),
    }
    assert expected == understood(case["text"])


@pytest.mark.parametrize(("language", "name", "code"), NAMED)
def test_every_name_of_a_status(language: str, name: str, code: str) -> None:
    """Every name of a status counts beside the word for it, on its own line, in its own cell, and in capitals."""
    state = STATE[language]
    texts = (f"{state}: {name}", f"{state} «{name}»", f"{state}\n{name}", f"x\t{name}\ty", f"x\n{name}\ny", name.upper())
    assert [{"order_status": code}] * len(texts) == [understood(text)["fields"] for text in texts]


@pytest.mark.parametrize(("language", "name", "code"), NAMED)
def test_no_name_of_a_status_within_a_sentence(language: str, name: str, code: str) -> None:
    """No name of a status counts within a sentence, even where that speaks of the status."""
    state = STATE[language]
    texts = (f"xyz {name}", f"{name} xyz", f"xyz {state} {name}", f"xyz, {name} xyz")
    assert [{}] * len(texts) == [understood(text)["fields"] for text in texts]


def test_no_name_stands_for_two_statuses() -> None:
    """What one language calls one status, no other calls another."""
    named: dict[str, set[str]] = {}
    for _, name, code in NAMED:
        named.setdefault(name.casefold(), set()).add(code)
    assert [] == [name for name, codes in named.items() if len(codes) > 1]
    assert set(ORDER_STATUSES) == set(statuses().values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (pasted(RENEWAL), {"number": "123456789", "products": 2, "fields": {
            "ordered_at": "2018-05-15T15:49:06+02:00", "order_expires": "2018-05-16T15:49:06+02:00",
            "order_status": "notPaid", "order_kind": "renewal"}}),
        (pasted(DELIVERED), {"number": "234567890", "products": 1, "fields": {
            "ordered_at": "2026-08-16T02:17:31+02:00", "order_expires": "2026-08-23T02:17:31+02:00",
            "order_status": "delivered"}}),
        (json.dumps([DELIVERED["reply"]]), {"number": "234567890", "products": None, "fields": {
            "ordered_at": "2026-08-16T02:17:31+02:00", "order_expires": "2026-08-23T02:17:31+02:00"}}),
    ],
    ids=["renewal", "delivered", "alone in a list"],
)  # fmt: skip
def test_recorded_replies(text: str, expected: dict[str, Any]) -> None:
    """OVHcloud's recorded replies tell their day, expiry, status and number of products."""
    assert expected | {"kind": "reply", "unclear": []} == understood(text)


def test_products_that_differ_leave_the_field_open() -> None:
    """Where one product is a renewal and another is not, or one is cancelled, the order as a whole is neither."""
    details = [{"detailType": "RENEW", "cancelled": True}, {"detailType": "DURATION", "cancelled": False}]
    found = understood(pasted(DELIVERED, details=details))
    assert (["order_kind", "order_status"], 2) == (found["unclear"], found["products"])
    assert {"ordered_at", "order_expires"} == found["fields"].keys()


@pytest.mark.parametrize(
    ("wrong", "unclear"),
    [
        ({"date": 7}, ["ordered_at"]),
        ({"date": "16/08/2026"}, ["ordered_at"]),
        ({"status": "shipped"}, ["order_status"]),
        ({"status": ["delivered"]}, ["order_status"]),
        ({"expirationDate": "2026-08-23T02:17:31"}, ["order_expires"]),
        ({"retractionDate": {"password": "eFgH"}}, ["trader_last_day"]),
        ({"details": 7}, ["lines"]),
        ({"details": [7]}, ["lines"]),
        ({"details": [{}] * 101}, ["lines"]),
    ],
)
def test_what_the_rules_refuse_is_left_open(wrong: dict[str, Any], unclear: list[str]) -> None:
    """A field of a reply that the rules would refuse is named and not handed on; the others are."""
    found = understood(pasted(DELIVERED, **wrong))
    assert unclear == found["unclear"]
    assert [] == [name for name in unclear if name in found["fields"]]
    assert len(found["fields"]) == 3 - sum(name != "lines" and name != "trader_last_day" for name in unclear)


@pytest.mark.parametrize(
    "text",
    [
        pasted(DELIVERED),
        pasted(DELIVERED, date={"password": "eFgH"}, country="eFgH", eFgH="eFgH"),
        pasted(DELIVERED)[:-1],
        f"Ordine n. 234567890\n{DELIVERED['reply']['url']}\nPassword: eFgH",
        f'<a href="{DELIVERED["reply"]["url"]}">{DELIVERED["reply"]["url"]}</a><input name="orderPassword" value="eFgH">',
    ],
    ids=["reply", "in wrong fields", "broken", "text", "HTML"],
)
def test_the_password_ends_here(text: str) -> None:
    """The order is understood; its password is in nothing of what is."""
    found = understood(text)
    assert "234567890" == found["number"]
    assert "eFgH" not in json.dumps(found)


def test_a_password_of_figures_is_no_order_number() -> None:
    """A password that looks like an order's number is not taken for one."""
    assert "123456789" == understood("?orderId=123456789&orderPassword=987654321 order password: 987654322")["number"]


@pytest.mark.parametrize(
    ("length", "kind"), [(100_000, "text"), (100_001, "too_long"), (5_000_000, "too_long")], ids=["most", "one more", "5 MB"]
)
def test_too_long_a_paste_is_not_read(length: int, kind: str) -> None:
    """A paste of 100,000 characters is read, one of more is not."""
    found = understood("Stato: Completata\n".ljust(length, "\n"))
    assert (kind, kind == "text") == (found["kind"], bool(found["fields"]))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Stato: Completata\n" + "x" * 19_983, "text"),
        ("Stato: Completata\n" + "x" * 19_984, "too_long"),
        ("<p class='" + "x" * 90_000 + "'>Stato: Completata</p>", "text"),
        ("Stato\tData\n" + "Completata\t-\n" * 700, "text"),
        ("Stato\tData\n" + "Completata\t-\n" * 1_000, "too_long"),
        ("Stato\tData\n" * 1_900, "nothing"),
        ("Stato\tData\n" * 2_300, "too_long"),
        ("\t".join(["Stato", "Data", *["x" * 700] * 28]) + ("\nCompletata" + "\t-" * 29) * 2, "too_long"),
    ],
    ids=["most", "one more", "source", "table", "longer table", "heads", "more heads", "few rows below long heads"],
)
def test_what_shows_too_much_is_not_read(text: str, kind: str) -> None:
    """At most 20,000 characters are read: those that show, and in a table the head of its column beside each cell."""
    assert kind == understood(text)["kind"]


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<a ",
        "<td>",
        "<!--",
        "[",
        '{"a":',
        "&#",
        "1",
        "1/",
        "7/9/2026 ",
        "Stato: ",
        "Stato\t",
        "\t",
        " ",
        "\u0301\u0316",
        "\ud800",
        "&#" + "9" * 10_000,
    ],
)
@pytest.mark.parametrize("length", [19_000, 100_000], ids=["read", "most"])
def test_endless_repetition(part: str, length: int) -> None:
    """A page full of one thing over and over is no order, and no trouble."""
    assert {} == understood(part * (length // len(part)))["fields"]


@pytest.mark.parametrize(("given", "number"), [(7, "7"), (True, None), (-7, None), (10**12, None), ("7", None), ([7], None)])
def test_the_number_of_a_reply(given: object, number: str | None) -> None:
    """The number of an order is a whole one of at most twelve figures."""
    assert number == understood(json.dumps({"orderId": given}))["number"]


@pytest.mark.parametrize("opening", ['{"orderId": ', '[{"orderId": 1, "details": [', '"'])
def test_json_nested_too_deep(opening: str) -> None:
    """JSON nested deeper than can be read is read as a text."""
    assert {} == understood(opening + "[" * 100_000 + "]" * 50_000)["fields"]
    assert {} == understood(json.dumps({"orderId": 1, "date": nested(0, 500, lambda value: [value])}))["fields"]


PIECES = (
    *(case["text"] for case in CASES), *(name for _, name, _ in NAMED), *STATE.values(), ": ", "\n", "\t", " ", "Ordine n. ",
    "Data dell'ordine: ", "Scadenza: ", "recedere entro il ", "Paid", "Pagamento: ", "7/9/2026", "31 febbraio 2026", "14:30",
    "+02:00", "orderId=123456789", "<td>", "</p>", "<!--", "&nbsp;", "&#x41;", '{"orderId": 1, "date": "', '"}', "\x00",
)  # fmt: skip
SECRET = "pAsSwOrD7"


def with_password(text: str) -> str:
    """The text with a password where such a text has one."""
    if text.startswith("{") and len(text) > 2:
        return f'{text[:-1]}, "password": "{SECRET}", "url": "https://example.org/?orderPassword={SECRET}"}}'
    return f"{text}\norderPassword={SECRET}"


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join),
        json_values(deep=False).map(json.dumps),
        st.dictionaries(
            st.sampled_from(("orderId", "date", "status", "details", "lines", "country")), json_values(deep=False)
        ).map(json.dumps),
    )
)
def test_any_paste_gives_an_order_that_the_rules_accept(text: str) -> None:
    """Whatever is pasted, the rules accept each field that comes of it, and the result is plain JSON without the password."""
    found = understood(with_password(text))
    errors = check({"now": "2199-12-31T23:59:59Z", **found["fields"]}).errors
    assert [] == [error.field for error in errors]
    assert SECRET.casefold() not in json.dumps(found).casefold()
    assert ["fields", "number", "products", "kind", "unclear"] == list(found)
    assert not found["fields"].keys() & set(found["unclear"])
