"""The withdrawal letter: the law's own words, filled in, and only where there is something to withdraw from."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.rules.order import read
from checker.words import LANGUAGES
from checker.words.letter import Sender, letters
from tests.judged import parts
from tests.strategies import near_orders, orders

CASES = json.loads((Path(__file__).parents[1] / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
BY_ID = {case["id"]: case["order"] for case in CASES}
OPEN = BY_ID["it-mon"]
SEVERAL = {key: value for key, value in OPEN.items() if key != "product"}

NOTICES = {
    "it": "Con la presente notifico il recesso dal mio contratto di vendita",
    "en": "I hereby give notice that I withdraw from my contract for the provision of the following service:",
    "fr": "Je vous notifie par la présente ma rétractation du contrat portant sur la prestation de service",
    "de": "Hiermit widerrufe ich den von mir abgeschlossenen Vertrag über die Erbringung der folgenden Dienstleistung:",
    "es": "Por la presente le comunico que desisto de mi contrato de prestación del siguiente servicio:",
    "pt": "Pela presente comunico que resolvo o meu contrato para a prestação do seguinte serviço:",
    "pl": "Niniejszym informuję o moim odstąpieniu od umowy o świadczenie następującej usługi:",
}
"""How the form of Annex I(B), as each language's law has it, reads for one person and one service."""


def written(order: dict[str, Any], language: str = "it", **sender: Any) -> list[dict[str, str]]:
    """Give the letters on an order."""
    return letters(read(order)[0], check(order), Sender(**sender), language)


def body(order: dict[str, Any], language: str = "it", **sender: Any) -> str:
    """Give the text of the first letter with its lines joined, as a reader reads it."""
    return re.sub(r"\s+", " ", written(order, language, **sender)[0]["body"])


def test_the_letter_is_the_form_filled_in() -> None:
    """All that is known stands in the form, in its order."""
    address = "Via Roma 1\n00184 Roma"
    letter = {
        "lang": "it",
        "subject": "Recesso dall'ordine OVHcloud n. 123456789",
        "body": """\
Destinatario: OVHcloud
[indirizzo di OVHcloud indicato sulla tua fattura]

Con la presente notifico il recesso dal mio contratto di vendita del
seguente servizio:
- Hosting Web
Ordinato il: 14 settembre 2026

Numero dell'ordine: 123456789
Nome del servizio: esempio.it
Nome del consumatore: Ada Rossi
Indirizzo del consumatore: Via Roma 1
  00184 Roma
Data: 14 settembre 2026

Firma del consumatore (solo se il presente modulo è notificato in
versione cartacea):
""",
    }
    assert [letter] == written(OPEN, name="Ada Rossi", address=address, order_number="123456789", service="esempio.it")


def test_what_is_missing_is_a_blank_in_brackets() -> None:
    """Where the sender says nothing, the form has blanks to fill in, in the subject too."""
    blanks = [
        "[indirizzo di OVHcloud indicato sulla tua fattura]",
        "[numero dell'ordine]",
        "[nome del servizio, se lo conosci]",
    ]
    assert [*blanks, "[nome e cognome]", "[indirizzo]"] == re.findall(r"\[.*?\]", body(OPEN))
    assert "Recesso dall'ordine OVHcloud n. [numero dell'ordine]" == written(OPEN)[0]["subject"]


@pytest.mark.parametrize(
    ("case", "changes", "offer"),
    [
        ("it-mon", {}, True),
        ("goods-not-delivered", {}, True),
        ("info-unknown-after", {}, True),
        ("prod-domain", {}, True),
        ("prod-domain", {"trader_last_day": "2026-10-10"}, True),
        ("prod-renewal", {}, True),
        ("prod-licence-late", {}, False),
        ("prod-licence-late", {"info_given": None}, False),
        ("prod-domain", {"trader_last_day": "2026-10-10", "withdrawn_at": "2026-09-10"}, False),
        ("age-15d", {}, False),
        ("who-professional", {}, False),
        ("who-unknown", {}, True),
        ("ctry-us", {}, False),
        ("goods-custom", {}, False),
        ("unpaid-open", {}, False),
        ("cancelled", {}, False),
        ("wd-last-minute", {}, False),
        ("wd-late", {}, False),
        ("bad-31sep", {}, False),
    ],
)
def test_offered_where_a_statement_makes_sense(case: str, changes: dict[str, Any], offer: bool) -> None:
    """A letter is there for an order that is open, or may be if an exclusion or missing information is argued; for no other."""
    order = BY_ID[case] | changes
    assert offer == bool(written(order))


@pytest.mark.parametrize("sent", [{"withdrawn_at": "2026-09-09"}, {"trader_informed_on": "2026-09-09"}])
def test_no_second_letter(sent: dict[str, str]) -> None:
    """Who has withdrawn from an order that OVHcloud's terms exclude has nothing more to send."""
    assert [] == written(BY_ID["prod-domain"] | sent)


@pytest.mark.parametrize(
    ("country", "languages"),
    [
        ("IT", ["it"]),
        ("FR", ["it", "fr"]),
        ("RE", ["it", "fr"]),
        ("DE", ["it", "de"]),
        ("AT", ["it", "de"]),
        ("ES", ["it", "es"]),
        ("PT", ["it", "pt"]),
        ("PL", ["it", "pl"]),
        ("GB", ["it", "en"]),
        ("IE", ["it", "en"]),
        ("NL", ["it", "fr"]),
        ("NO", ["it", "fr"]),
    ],
)
def test_the_trader_gets_its_own_language(country: str, languages: list[str]) -> None:
    """The customer's language comes first, then the one in which OVHcloud sells in that country, if it is another."""
    order = {key: value for key, value in OPEN.items() if key != "region"} | {"country": country}
    assert languages == [letter["lang"] for letter in written(order)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_law_s_own_words(language: str) -> None:
    """The statement is that of the form in the language's own text of the law."""
    assert NOTICES[language] in body(OPEN, language)


@pytest.mark.parametrize(
    ("country", "word", "other"), [("GB", "cancel my contract", "withdraw"), ("IE", "withdraw from my contract", "cancel")]
)
def test_the_word_of_british_law(country: str, word: str, other: str) -> None:
    """In the United Kingdom the English letter cancels, elsewhere it withdraws, and neither word strays into the other."""
    letter = written(OPEN | {"country": country}, "en")[0]
    said = re.sub(r"\s+", " ", letter["subject"] + letter["body"])
    assert word in said
    assert other not in said.lower()


@pytest.mark.parametrize(
    ("products", "statement"),
    [
        (["vps"], "I hereby give notice that I cancel my contract for the supply of the following service: - VPS"),
        (["vps", "storage"], "I hereby give notice that I cancel my contract for the supply of the following services: - VPS"),
        (["goods"], "I hereby give notice that I cancel my contract of sale of the following goods: - Device"),
        (["goods", "goods"], "I hereby give notice that I cancel my contract of sale of the following goods: - 2 × Device"),
    ],
)
def test_the_form_of_british_law(products: list[str], statement: str) -> None:
    """Schedule 3 B has one statement for services and one for goods; whoever reads Italian keeps the Italian words."""
    order = SEVERAL | {"country": "GB", "lines": [{"product": product} for product in products]}
    ours, theirs = written(order)
    assert statement in re.sub(r"\s+", " ", theirs["body"])
    assert "Con la presente notifico il recesso" in ours["body"]


def test_goods_are_received() -> None:
    """Goods are sold and received; until they are delivered, they are ordered."""
    delivered, ordered = body(BY_ID["goods-delivered-saturday"]), body(BY_ID["goods-not-delivered"])
    assert "contratto di vendita del seguente bene: - Apparecchio Ricevuto il: 5 settembre 2026" in delivered
    assert "contratto di vendita del seguente bene: - Apparecchio Ordinato il: 1 settembre 2026" in ordered
    assert "Ordinato il: 14 settembre 2026" in body(OPEN | {"delivered_on": "2026-09-14"})


def test_goods_alone_have_no_service_to_name() -> None:
    """The blank for the service's name stands in letters on a service only; a name that was typed stands in any."""
    assert "Nome del servizio" not in body(BY_ID["goods-not-delivered"])
    assert "Nome del servizio: IP-1 " in body(BY_ID["goods-not-delivered"], service="IP-1")


def test_a_day_that_nobody_stated_is_a_blank() -> None:
    """Goods under way whose order has no date leave it to be filled in."""
    order = {key: value for key, value in BY_ID["goods-not-delivered"].items() if key != "ordered_at"}
    assert "Ordinato il: [data]" in body(order)


def test_missing_information_is_for_the_customer_to_confirm() -> None:
    """Where only missing information keeps the right open, the letter says so in brackets; in no other letter."""
    sentence = "OVHcloud non mi ha fornito le informazioni sul diritto di recesso"
    assert re.search(rf"\[Solo se è vero[^\]]*{sentence}[^\]]*\]", body(BY_ID["info-unknown-after"]))
    assert sentence not in body(OPEN)
    assert sentence not in body(BY_ID["prod-domain"])


def test_only_what_can_be_withdrawn_from_is_listed() -> None:
    """A product without a right is left out of the letter, which then says that the others stay as they are."""
    only = "Il recesso riguarda solo quanto elencato sopra, non il resto dell'ordine."
    said = body(SEVERAL | {"lines": [{"product": "vps"}, {"product": "custom_goods"}]})
    assert "seguente servizio: - VPS Ordinato" in said
    assert "su misura" not in said
    assert only in said
    assert only not in body(SEVERAL | {"lines": [{"product": "vps"}, {"product": "email"}]})


def test_products_are_listed_together_and_counted() -> None:
    """Services ordered together are one statement; the same product twice is one item."""
    lines = [{"product": "vps"}, {"product": "email"}, {"product": "vps"}]
    assert "dei seguenti servizi: - 2 × VPS - E-mail Ordinato il" in body(SEVERAL | {"lines": lines})


def test_goods_and_services_are_stated_apart() -> None:
    """An order of both has a statement for each, with its own day."""
    goods = {"product": "goods", "delivered_on": "2026-09-14"}
    said = body(SEVERAL | {"lines": [{"product": "vps"}, goods, {"product": "email"}]})
    assert "dei seguenti servizi: - VPS - E-mail Ordinato il: 14 settembre 2026 Con la presente" in said
    assert "del seguente bene: - Apparecchio Ricevuto il: 14 settembre 2026" in said


TEXTS = st.one_of(
    st.text(max_size=60), st.sampled_from(["x" * 5000, "à" * 90 + " b" * 90, "\n" * 900, "{value}", "a\r\nBcc: b", 7])
)


@settings(max_examples=150, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "address", "order_number", "service"), TEXTS)))
def test_whatever_is_typed_stays_a_letter(sender: dict[str, Any]) -> None:
    """No typing breaks a line, widens the page, controls the terminal or turns the direction of the text."""
    letter = written(OPEN, **sender)[0]
    assert [] == [line for line in letter["body"].splitlines() if len(line) > 72]
    characters = letter["subject"] + letter["body"].replace("\n", "")
    assert set() == {unicodedata.category(character) for character in characters} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert 24 >= len(letter["body"].split("\n\n")[2].splitlines())
    assert 3 == letter["body"].count("\n\n")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada\tRossi ", "Ada Rossi"),
        ("Ada\u202eRos\ud800si", "AdaRossi"),
        ("{value} {0}", "{value} {0}"),
        (" \n", "[nome e cognome]"),
    ],
)
def test_a_name_is_one_line(typed: str, kept: str) -> None:
    """A name keeps its letters, whatever stands between them."""
    assert f"Nome del consumatore: {kept} Indirizzo" in body(OPEN, name=typed)


@pytest.mark.parametrize(("typed", "kept"), [("a\n\n" * 50, 6), ("b\n" + "c" * 5000, 3)])
def test_an_address_ends(typed: str, kept: int) -> None:
    """An address has six lines at most, each of them ends, and so does the whole."""
    address = re.search(r"consumatore: (.*?)\nData", written(OPEN, name="N", address=typed)[0]["body"], re.DOTALL)
    assert address
    assert kept == address[1].partition("consumatore: ")[2].count("\n") + 1
    assert 400 > body(OPEN, address=f"{'ß' * 100}\n" * 6).count("ß") > 300


@settings(max_examples=200, deadline=None)
@given(st.one_of(orders(), near_orders()), st.sampled_from(LANGUAGES))
def test_any_order_has_its_letters_or_none(order: dict[str, Any], language: str) -> None:
    """A letter is complete and no wider than a page; an order that is open, and not withdrawn from, always has one."""
    found = written(order, language)
    sent = any(line.withdrawn_at or line.trader_informed_on for line in read(order)[0])
    assert sent or found or not {"eligible", "eligible_not_started"} & {part.outcome for part in parts(check(order))}
    assert [] == [line for letter in found for line in letter["body"].splitlines() if len(line) > 72]
    assert [] == re.findall(r"\{\w*\}", str([letter["body"] for letter in found]))


def test_an_unknown_language_is_refused() -> None:
    """A language that the site does not speak is refused."""
    with pytest.raises(LookupError, match="it, en"):
        written(OPEN, "xx")
