"""Whose words a page is made of: what the licence of OVHcloud's documentation asks to be said."""

from dataclasses import dataclass
from datetime import date
from html import escape

from checker.publish.links import address
from checker.words import N_, SOURCE, text
from checker.words.dates import in_words

LICENCE = "CC BY-NC-SA 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by-nc-sa/4.0/"
VERSION = N_("documentazione OVHcloud, ultimo aggiornamento: {date}")
TERMS = N_("Il testo originale e questa pagina sono disponibili con licenza {licence}.")
GUIDES = "account_and_service_management/managing_billing_payments_and_services"


@dataclass(frozen=True, slots=True)
class Source:
    """A page of OVHcloud's documentation: its `page` in links.toml, its Italian title, the day it was updated."""

    page: str
    title: str
    updated: date


FAQ = Source(
    f"{GUIDES}/faq-order-tracking",
    N_("FAQ sullo stato dell'ordine OVHcloud"),
    date(2022, 11, 10),
)
GUIDE = Source(
    f"{GUIDES}/managing_ovh_orders",
    N_("Gestire gli ordini OVHcloud"),
    date(2026, 10, 8),
)
REPRODUCED = {"order-status": FAQ}
ADAPTED = {"index": FAQ, "withdrawal": GUIDE, "updates": GUIDE}


def note(page: str, language: str) -> str:
    """The attribution at the foot of a page, as HTML; empty where the page takes nothing from the documentation."""
    if source_of(page) is None:
        return ""
    named = named_in(page, language)
    title, version, changed, terms = (escape(words, quote=False) for words in _said(page, language))
    licence = f'<a rel="license" href="{LICENCE_ADDRESS}deed.{language}">{LICENCE}</a>'
    return (
        '<aside class="attribution" data-search-exclude="true">'
        f"<p><strong>{text('Fonte e licenza', language)}.</strong> "
        f'<a href="{based_on(page, language)}" lang="{named}">{title}</a>, {version}. '
        f"{changed} {terms.format(licence=licence)}</p></aside>"
    )


def plain(page: str, language: str) -> list[str]:
    """The same attribution as lines of Markdown; none where the page takes nothing from the documentation."""
    if source_of(page) is None:
        return []
    title, version, changed, terms = _said(page, language)
    licence = f"[{LICENCE}]({LICENCE_ADDRESS}deed.{language})"
    return [f"[{title}]({based_on(page, language)}), {version}. {changed}", terms.format(licence=licence)]


def _said(page: str, language: str) -> tuple[str, str, str, str]:
    """The source's title, its version, what was changed, and the terms, where the licence is still to be filled in."""
    source = source_of(page)
    assert source
    version = text(VERSION, language).format(date=in_words(source.updated, language, "long"))
    return text(source.title, named_in(page, language)), version, text(change(page, language), language), text(TERMS, language)


def based_on(page: str, language: str) -> str:
    """The address of the text that the page reproduces or adapts; empty where it takes nothing from the documentation."""
    source = source_of(page)
    return address("pages", source.page, named_in(page, language)) if source else ""


def source_of(page: str) -> Source | None:
    """What the page is made of, where it takes something from the documentation."""
    return REPRODUCED.get(page) or ADAPTED.get(page)


def named_in(page: str, language: str) -> str:
    """The language of the version to name: what is translated here is the Italian text."""
    return SOURCE if page in REPRODUCED else language


def change(page: str, language: str) -> str:
    """What was changed against the source, as the licence wants it said."""
    if page in ADAPTED:
        return N_("Pagina scritta per questo sito, che in parte riprende e adatta il testo indicato.")
    if language == SOURCE:
        return N_(
            "Testo riprodotto parola per parola. Gli schemi, gli indirizzi dei link e le note nei riquadri sono di questo sito."
        )
    return N_(
        "Testo tradotto dall'italiano. La traduzione, gli schemi, gli indirizzi dei link e le note nei riquadri sono "
        "di questo sito."
    )
