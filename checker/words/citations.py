"""A source as it is cited in the reader's language: EU law and OVHcloud's pages have one, national law keeps its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from checker.rules.sources import Source
from checker.words.catalogue import N_, cldr, text
from checker.words.dates import in_words

_ELI, _EUR_LEX = "//eur-lex.europa.eu/eli/", "//eur-lex.europa.eu/legal-content"
_GUIDES = re.compile(r"//docs\.ovhcloud\.com/[a-z]{2}/")

READ = N_("letto: {day}")
UNCONFIRMED = N_("non abbiamo potuto leggere il testo ufficiale")

_ARTICLE = r"Article (?P<article>\d+)"
_PLACES = (
    (re.compile(_ARTICLE), N_("articolo {article}")),
    (re.compile(_ARTICLE + r"\((?P<point>[a-z])\)"), N_("articolo {article}, lettera {point})")),
    (re.compile(_ARTICLE + r"\((?P<paragraph>\d+)\)"), N_("articolo {article}, paragrafo {paragraph}")),
    (
        re.compile(_ARTICLE + r"\((?P<paragraph>\d+)\)\((?P<point>[a-z])\)"),
        N_("articolo {article}, paragrafo {paragraph}, lettera {point})"),
    ),
    (re.compile(_ARTICLE + r", point \((?P<point>\d+)\)"), N_("articolo {article}, punto {point}")),
    (re.compile(r"Recital (?P<recital>\d+)"), N_("considerando {recital}")),
)
"""The places of EU law, as `sources.json` writes them."""

_OVHCLOUD = (
    N_("FAQ sullo stato dell'ordine OVHcloud"),
    N_("Come pagare un nuovo ordine?"),
    N_("Come modificare un ordine?"),
    N_("Come annullare un ordine?"),
    N_("Perché l'ordine non è stato consegnato?"),
    N_("Gestire gli ordini OVHcloud"),
    N_("Esercita il diritto di recesso"),
    N_("Visualizza i tuoi ordini nello Spazio Cliente OVHcloud"),
    N_("Il buono d'ordine"),
)
"""OVHcloud's titles and headings, which stand in `sources.json` in Italian; elsewhere they are those of its own pages."""

_WORDS = {
    "Directive 2011/83/EU on consumer rights": N_("Direttiva 2011/83/UE sui diritti dei consumatori"),
    "Directive 2011/83/EU on consumer rights, as amended by Directive (EU) 2019/2161": N_(
        "Direttiva 2011/83/UE sui diritti dei consumatori, modificata dalla direttiva (UE) 2019/2161"
    ),
    "Directive 2011/83/EU on consumer rights, as amended by Directive (EU) 2023/2673": N_(
        "Direttiva 2011/83/UE sui diritti dei consumatori, modificata dalla direttiva (UE) 2023/2673"
    ),
    "Article 11a": N_("articolo 11 bis"),
    "Regulation (EEC, Euratom) No 1182/71 determining the rules applicable to periods, dates and time limits": N_(
        "Regolamento (CEE, Euratom) n. 1182/71 che stabilisce le norme applicabili ai periodi di tempo, alle date e ai termini"
    ),
    "Regulation (EC) No 593/2008 on the law applicable to contractual obligations (Rome I)": N_(
        "Regolamento (CE) n. 593/2008 sulla legge applicabile alle obbligazioni contrattuali (Roma I)"
    ),
    "Judgment of the Court of 21 October 2020, Möbel Kraft, C-529/19": N_(
        "Sentenza della Corte di giustizia del 21 ottobre 2020, Möbel Kraft, C-529/19"
    ),
    "Judgment of the Court of 5 October 2023, Sofatutor, C-565/22": N_(
        "Sentenza della Corte di giustizia del 5 ottobre 2023, Sofatutor, C-565/22"
    ),
    "Judgment of the Court of 11 November 2004, Toeters, C-171/03": N_(
        "Sentenza della Corte di giustizia dell'11 novembre 2004, Toeters, C-171/03"
    ),
    "Judgment of the Court of 14 May 2020, NK (architect's design), C-208/19": N_(
        "Sentenza della Corte di giustizia del 14 maggio 2020, NK, C-208/19"
    ),
    "Judgment of the Court of 8 October 2020, PE Digital, C-641/19": N_(
        "Sentenza della Corte di giustizia dell'8 ottobre 2020, PE Digital, C-641/19"
    ),
    "Operative part": N_("dispositivo"),
    "Treaty on the Functioning of the European Union": N_("Trattato sul funzionamento dell'Unione europea"),
    "Agreement on the European Economic Area": N_("Accordo sullo Spazio economico europeo"),
    "Annex XIX (Consumer protection)": N_("allegato XIX (protezione dei consumatori)"),
    "OVHcloud Manager, orders list": N_("OVHcloud Manager, elenco degli ordini"),
    "OVHcloud Manager, order tracking": N_("OVHcloud Manager, stato dell'ordine"),
    "OVHcloud order process": N_("OVHcloud, procedura d'ordine"),
    "Texts shown with the order's progress": N_("testi sull'avanzamento dell'ordine"),
    "Delivery times": N_("tempi di consegna"),
    "OVHcloud API, billing.Order": N_("API OVHcloud, billing.Order"),
    "OVHcloud order tracking FAQ": N_("FAQ sullo stato dell'ordine OVHcloud"),
    "Can I withdraw from part of my order? / How long does it take to deliver my service?": N_(
        "Posso recedere da una parte del mio ordine? / Quanto tempo richiede la consegna del servizio?"
    ),
} | {words: words for words in _OVHCLOUD}
"""Titles and places of EU law and of OVHcloud, as `sources.json` has them."""


def citation(source: Source, language: str) -> dict[str, Any]:
    """Who says so, for a reader of `language`: title, place, address of that language's text, whether and when it was read."""
    return {
        "title": _said(source.title, language),
        "place": _said(source.place, language),
        "address": _address(source.address, language),
        "confirmed": source.confirmed,
        "read": text(READ, language).format(day=in_words(date.fromisoformat(source.read), language, "long"))
        if source.read
        else None,
    }


def _said(words: str, language: str) -> str:
    for pattern, message in _PLACES:
        if found := pattern.fullmatch(words):
            return text(message, language).format(**found.groupdict())
    return text(_WORDS[words], language) if words in _WORDS else words


def _address(address: str, language: str) -> str:
    if _ELI in address and address.endswith("/oj"):
        address += f"/{cldr(language)['iso3']}"
    address = address.replace(f"{_EUR_LEX}/EN/", f"{_EUR_LEX}/{language.upper()}/")
    return _GUIDES.sub(f"//docs.ovhcloud.com/{language}/", address)
