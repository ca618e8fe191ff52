"""The source page word for word, and its translations in step with it."""

import hashlib
import re
import tomllib

import pytest

from tests.conftest import ROOT
from tests.site.built import LANGUAGES

# OVHcloud's page as it was delivered, dated 2022-11-10.
SOURCE_SHA256 = "89af38884c8823e9ddfe9f6c0038fb08bc51755ca8bbc710bcf038f2271434e5"
ACTION = re.compile(r"`([^`]+)`\{\.action\}")
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)\{\.thumbnail\}")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)|<(https?://[^>]+)>")
NUMBER = re.compile(r"\d+")

# The Control Panel's labels on the FAQ page, in its order: what a customer sees in each language.
GLOSSARY = {
    "it": ("I tuoi ordini", "Fatture", "Metodi di pagamento", "Visualizza i tuoi ordini", "Fatturazione"),
    "en": ("My orders", "Invoices", "Payment methods", "View my orders", "Billing"),
    "fr": ("Mes commandes", "Factures", "Moyens de paiement", "Voir mes commandes", "Facturation"),
    "de": ("Meine Bestellungen", "Rechnungen", "Zahlungsmittel", "Meine Bestellungen anzeigen", "Abrechnung"),
    "es": ("Mis pedidos", "Facturas", "Formas de pago", "Ver mis pedidos", "Facturación"),
    "pt": ("Encomendas", "As minhas faturas", "Métodos de pagamento", "Ver as minhas encomendas", "Faturação"),
    "pl": ("Moje zamówienia", "Faktury", "Metody płatności", "Wyświetl moje zamówienia", "Płatności"),
}
TRANSLATIONS = [language for language in LANGUAGES if language != "it"]


def body(language: str, name: str = "order-status") -> str:
    """A page's Markdown without its front matter."""
    return (ROOT / "docs" / language / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]


def sections(language: str) -> list[str]:
    """The FAQ's sections, each from its heading on."""
    return re.split(r"^(?=#)", body(language), flags=re.MULTILINE)[1:]


def test_the_italian_page_is_the_source_byte_for_byte() -> None:
    """Whatever the site adds, it adds at build time."""
    assert SOURCE_SHA256 == hashlib.sha256((ROOT / "docs/it/order-status.md").read_bytes()).hexdigest()


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("index", range(14))
def test_a_translated_section_matches_its_source(language: str, index: int) -> None:
    """Same heading level, paragraphs, pictures, numbers and links (but for the country in OVHcloud's own address)."""
    source, translation = sections("it")[index], sections(language)[index]
    for same in (
        lambda text: text.split(" ")[0],
        lambda text: len(re.split(r"\n\n+", text.strip())),
        PICTURE.findall,
        lambda text: sorted(NUMBER.findall(LINK.sub("", text))),
        lambda text: [
            re.sub(r"(?<=ovhcloud\.com)/(it|en-gb|fr|de|es-es|pt|pl)/", "/*/", "".join(found)) for found in LINK.findall(text)
        ],
    ):
        assert same(source) == same(translation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_as_many_sections_as_the_source(language: str) -> None:
    """No section is left out or added."""
    assert 14 == len(sections(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_the_control_panels(language: str) -> None:
    """A customer finds on the screen what the page calls it."""
    orders, invoices, methods, view, billing = GLOSSARY[language]
    assert [orders, invoices, methods, view, billing, billing, methods] == ACTION.findall(body(language))


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("name", ["order-status", "withdrawal", "updates", "index"])
def test_every_label_is_in_the_table(language: str, name: str) -> None:
    """Pages and pictures take their labels from one list."""
    labels = tomllib.loads((ROOT / "checker/publish/labels.toml").read_text(encoding="utf-8")).values()
    known = {(entry["it"], entry[language]) for entry in labels}
    pairs = zip(ACTION.findall(body("it", name)), ACTION.findall(body(language, name)), strict=True)
    assert [] == [pair for pair in pairs if pair not in known]
