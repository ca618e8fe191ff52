"""The withdrawal in writing: the model form of Directive 2011/83/EU, Annex I(B), filled in from the answers."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from checker.rules.codes import GOODS
from checker.rules.order import Order
from checker.rules.places import Right
from checker.rules.verdict import Outcome, Verdict, Warning
from checker.words.catalogue import N_, text
from checker.words.dates import in_words
from checker.words.facts import OPEN, open_by_law
from checker.words.labels import label

WIDTH = 72
"""Characters a line, at most: mail programs and printers leave such lines whole."""

_LINES_OF_ADDRESS = 6
_NAME, _ADDRESS, _NUMBER = 120, 400, 40

TRADER_LANGUAGES = {"IT": "it", "FR": "fr", "DE": "de", "AT": "de", "ES": "es", "PT": "pt", "PL": "pl", "GB": "en", "IE": "en"}
"""What OVHcloud reads, by the country where the customer lives: the language in which it sells there."""
TRADER_LANGUAGE = "fr"
"""Everywhere else: OVHcloud has its seat in France."""

_SERVICE = N_("Con la presente notifico il recesso dal mio contratto di vendita del seguente servizio:")
_SERVICES = N_("Con la presente notifico il recesso dal mio contratto di vendita dei seguenti servizi:")
_ITEM = N_("Con la presente notifico il recesso dal mio contratto di vendita del seguente bene:")
_ITEMS = N_("Con la presente notifico il recesso dal mio contratto di vendita dei seguenti beni:")
_SUBJECT = N_("Recesso dall'ordine OVHcloud n. {number}")
_PART = N_("Il recesso riguarda solo quanto elencato sopra, non il resto dell'ordine.")
_UNINFORMED = N_(
    "[Solo se è vero, altrimenti cancella questa frase: OVHcloud non mi ha fornito le informazioni sul diritto di recesso, "
    "quindi il termine per recedere si allunga di 12 mesi.]"
)

_ADDRESSEE = N_("Destinatario: OVHcloud")
_ORDERED = N_("Ordinato il: {value}")
_RECEIVED = N_("Ricevuto il: {value}")
_ORDER_NUMBER = N_("Numero dell'ordine: {value}")
_SERVICE_NAME = N_("Nome del servizio: {value}")
_CONSUMER = N_("Nome del consumatore: {value}")
_CONSUMER_ADDRESS = N_("Indirizzo del consumatore: {value}")
_DATE = N_("Data: {value}")
_SIGNATURE = N_("Firma del consumatore (solo se il presente modulo è notificato in versione cartacea):")

_BLANKS = {
    "addressee": N_("[indirizzo di OVHcloud indicato sulla tua fattura]"),
    "name": N_("[nome e cognome]"),
    "address": N_("[indirizzo]"),
    "order_number": N_("[numero dell'ordine]"),
    "service": N_("[nome del servizio, se lo conosci]"),
    "day": N_("[data]"),
}
"""What stands for a missing answer, to be filled in by hand."""

_GREAT_BRITAIN = {
    _SERVICE: "I hereby give notice that I cancel my contract for the supply of the following service:",
    _SERVICES: "I hereby give notice that I cancel my contract for the supply of the following services:",
    _ITEM: "I hereby give notice that I cancel my contract of sale of the following goods:",
    _ITEMS: "I hereby give notice that I cancel my contract of sale of the following goods:",
    _SUBJECT: "Cancellation of OVHcloud order no. {number}",
    _PART: "This cancellation concerns only what is listed above, not the rest of the order.",
    _UNINFORMED: "[Only if this is true, otherwise delete this sentence: OVHcloud did not give me the information on the right "
    "to cancel, so the cancellation period is extended by 12 months.]",
}
"""English for customers in the United Kingdom, where the law says "cancel" (Consumer Contracts Regulations 2013, Sch. 3 B)."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What the letter says of its sender, as typed: what is missing stays a blank in brackets; all but the address one line."""

    name: str | None = None
    address: str | None = None
    order_number: str | None = None
    service: str | None = None


def products(orders: Sequence[Order], verdict: Verdict) -> tuple[list[int], list[int]]:
    """The lines (from 0) that a statement makes sense for, and those of them that it is for unless the customer says otherwise.

    `orders`: what `read` gives for the order that `verdict` is on. One still open, by law or by OVHcloud; one that only
    OVHcloud's terms exclude; one that may be open for all that is known; none that a statement was sent for. Where one is
    open beyond doubt, the doubtful ones are left to the customer.
    """
    lines = verdict.lines or (verdict,)
    unsent = [number for number, order in enumerate(orders) if not (order.withdrawn_at or order.trader_informed_on)]
    possible = [number for number in unsent if _open(lines[number])]
    certain = [number for number in possible if lines[number].outcome in OPEN]
    return possible, certain or possible


def letters(
    orders: Sequence[Order], verdict: Verdict, sender: Sender, language: str, wanted: Collection[int] | None = None
) -> list[dict[str, str]]:
    """The statement as `{"lang", "subject", "body"}`: in `language`, then in the trader's where that is another one.

    `wanted`: the lines that it is for, as `products` numbers them; None: those that `products` takes. Empty where no
    statement makes sense. `subject` is one line, `body` lines of at most 72 characters. Raises LookupError for a language
    without words.
    """
    possible, usual = products(orders, verdict)
    lines = verdict.lines or (verdict,)
    numbers = usual if wanted is None else [number for number in possible if number in wanted]
    chosen = [(orders[number], lines[number]) for number in numbers]
    if not chosen:
        return []
    place = chosen[0][0].place
    languages = [language, TRADER_LANGUAGES.get(place.country, TRADER_LANGUAGE)] if place else [language]
    part = len(chosen) < len(lines)
    return [_Writer(chosen, part, sender, each).letter() for each in dict.fromkeys(languages)]


def _open(line: Verdict) -> bool:
    return line.outcome in OPEN or open_by_law(line) or _unsettled(line)


def _unsettled(line: Verdict) -> bool:
    contradicted = Warning.PAYMENT_CONTRADICTS_STATUS in line.warnings
    return line.outcome is Outcome.NEEDS_INFORMATION and not contradicted


def _if_uninformed(line: Verdict) -> bool:
    return line.outcome is Outcome.NEEDS_INFORMATION and line.extended_last_day is not None


class _Writer:
    """Writes one letter; `part` where the order has other products too."""

    def __init__(self, chosen: Sequence[tuple[Order, Verdict]], part: bool, sender: Sender, language: str) -> None:
        self.chosen = chosen
        self.part = part
        self.sender = sender
        self.language = language
        place = chosen[0][0].place
        self.british = language == "en" and place is not None and place.right is Right.GB

    def letter(self) -> dict[str, str]:
        sender, today = self.sender, self.chosen[0][0].today
        number = _tamed(sender.order_number, _NUMBER) or self.text(_BLANKS["order_number"])
        parts = [
            [self.text(_ADDRESSEE), self.text(_BLANKS["addressee"])],
            *self.statements(),
            [self.text(_PART)] if self.part else [],
            [
                self.filled(_ORDER_NUMBER, number),
                *self.service(),
                self.filled(_CONSUMER, _tamed(sender.name, _NAME) or self.text(_BLANKS["name"])),
                *self.address(),
                self.filled(_DATE, in_words(today, self.language, "long")),
            ],
            [self.text(_SIGNATURE)],
        ]
        body = "\n\n".join("\n".join(map(_wrapped, part)) for part in parts if part)
        return {"lang": self.language, "subject": self.text(_SUBJECT).format(number=number), "body": f"{body}\n"}

    def statements(self) -> list[list[str]]:
        """One statement for all products of a kind and a day, each with the sentence on information where it needs that."""
        alike: dict[tuple[bool, bool, date | None, bool], list[str]] = {}
        for order, line in self.chosen:
            goods = order.product in GOODS
            moment = (order.delivered_on if goods else None) or order.ordered_at
            received = goods and order.delivered_on is not None
            key = goods, received, order.day(moment) if moment else None, _if_uninformed(line)
            alike.setdefault(key, []).append(self.product(order))
        said = []
        for (goods, received, day, uninformed), products in alike.items():
            one, many = (_ITEM, _ITEMS) if goods else (_SERVICE, _SERVICES)
            when = in_words(day, self.language, "long") if day else self.text(_BLANKS["day"])
            statement = [self.text(many if products[1:] else one)]
            statement += [f"- {name}" if count == 1 else f"- {count} × {name}" for name, count in Counter(products).items()]
            said.append([*statement, self.filled(_RECEIVED if received else _ORDERED, when)])
            said += [[self.text(_UNINFORMED)]] if uninformed else []
        return said

    def product(self, order: Order) -> str:
        """The product without the examples that its label gives in brackets: they were not ordered."""
        return label("product", order.product, self.language).partition(" (")[0] if order.product else ""

    def service(self) -> list[str]:
        name = _tamed(self.sender.service, _NAME)
        if not name and all(order.product in GOODS for order, _ in self.chosen):
            return []
        return [self.filled(_SERVICE_NAME, name or self.text(_BLANKS["service"]))]

    def address(self) -> list[str]:
        typed = self.sender.address if isinstance(self.sender.address, str) else ""
        lines = [tamed for line in typed[:_ADDRESS].splitlines() if (tamed := _tamed(line, _NAME))][:_LINES_OF_ADDRESS]
        first, *others = lines or [self.text(_BLANKS["address"])]
        return [self.filled(_CONSUMER_ADDRESS, first), *(f"  {line}" for line in others)]

    def text(self, message: str) -> str:
        said = _GREAT_BRITAIN.get(message) if self.british else None
        return said or text(message, self.language)

    def filled(self, message: str, value: str) -> str:
        return self.text(message).format(value=value)


def _wrapped(line: str) -> str:
    indented = line.startswith(("- ", "  "))
    return textwrap.fill(line, WIDTH, subsequent_indent="  " if indented else "", break_on_hyphens=False)


def _tamed(typed: str | None, most: int) -> str:
    """What was typed as one line of at most `most` characters, none of which controls a terminal or the text's direction."""
    if not isinstance(typed, str):
        return ""
    kinds = ((character, unicodedata.category(character)) for character in typed[:most])
    kept = [" " if kind in ("Cc", "Zl", "Zp") else character for character, kind in kinds if kind not in ("Cf", "Cs")]
    return " ".join("".join(kept).split())
