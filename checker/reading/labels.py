"""The words that stand before a number or a day on OVHcloud's pages and in its e-mails, in seven languages.

Written as they stand there; compared folded and without the small words between them (`data dell'ordine`: `data ordine`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.reading.folding import folded, words
from checker.reading.names import SHORTEST, weekdays

Phrase = tuple[str, ...]

ORDER = frozenset(
    words(
        "ordine order orderid commande bestellung bestellnummer bestellschein bestellscheins auftrag auftrags "
        "auftragsnummer pedido encomenda zamowienie zamowienia zamowieniu zamowieniem"
    )
)
"""Words for an order; for its number where a language has one word for both."""

NUMBERED = frozenset(words("id nr no num numer numeru number numero nummer ovh ovhcloud ref reference riferimento referencia"))
"""Words between an order and its number."""

STATE = frozenset(words("stato status statut state etat estado stan"))
"""Words for the status."""

PAYMENT = frozenset(words("pagamento payment paiement zahlung zahlungsstatus pago platnosc platnosci"))
"""Words for the payment."""

_SMALL = frozenset(
    words(
        "il lo la le gli un una al alla allo del della dell dello di da dal nel nella tuo tua suo vostro e ed viene the "
        "of your our on at an in for to this was is it les du de des au aux en votre vos ce cette est der die das den dem "
        "ein eine am im zum zur vom ist ihr ihre ihrer ihres deine deiner el los su tu es era os ao dos das sua seu na no "
        "em ten to twoje twojego panstwa dnia dniu dzien jest"
    )
)
"""Words that leave a label what it is."""

_WITH_ORDER = {
    "ordered_at": (
        "data ordine", "data buono ordine", "ordine effettuato", "ordine inviato", "ordine creato",
        "order date", "date order", "date purchase order", "order placed", "order created",
        "date commande", "date bon commande", "commande passée", "commande effectuée", "commande créée",
        "Bestelldatum", "Datum Bestellung", "Datum Bestellscheins", "Auftragsdatum", "bestellt",
        "fecha pedido", "fecha orden pedido", "pedido realizado", "pedido creado",
        "data encomenda", "data nota encomenda", "data do pedido", "encomenda efetuada", "encomenda realizada",
        "encomenda criada",
        "data zamówienia", "data złożenia zamówienia", "zamówienie złożone", "zamówienie złożono", "data utworzenia zamówienia",
    ),
    "order_expires": (
        "scadenza ordine", "scadenza buono ordine", "ordine scade", "ordine valido fino",
        "order expiry date", "order expiration date", "expiry date order", "expiry date purchase order", "order expires",
        "order valid until", "expiration date order",
        "date expiration commande", "date expiration bon commande", "commande expire", "commande valable jusqu'au",
        "Ablaufdatum Bestellung", "Ablaufdatum Bestellscheins", "Bestellung läuft ab", "Bestellung läuft",
        "Bestellung gültig bis", "Bestellschein gültig bis", "Bestellschein läuft",
        "fecha expiración pedido", "fecha expiración orden pedido", "pedido expira", "pedido caduca", "pedido válido hasta",
        "data expiração encomenda", "data validade encomenda", "data expiração nota encomenda", "encomenda expira",
        "encomenda válida até",
        "data wygaśnięcia zamówienia", "zamówienie wygasa", "zamówienie ważne do", "termin ważności zamówienia",
    ),
    "trader_last_day": (
        "recedere fino", "recedere entro", "recedere contratto fino", "recedere contratto entro", "recesso fino",
        "recesso entro", "recesso possibile fino", "ultimo giorno per recedere", "ultimo giorno per recesso", "termine recesso",
        "termine per recesso", "scadenza recesso", "scadenza diritto recesso", "scadenza periodo recesso",
        "data limite recesso", "data limite per recesso",
        "withdraw until", "withdraw by", "withdraw from contract until", "withdraw from contract by",
        "withdraw from order until", "right withdrawal until", "right withdrawal expires", "right withdrawal ends",
        "withdrawal deadline", "withdrawal period ends", "withdrawal period expires", "withdrawal period until",
        "last day withdraw", "last day withdrawal", "withdrawal possible until", "cancellation period ends",
        "rétracter jusqu'au", "rétractation jusqu'au", "rétractation possible jusqu'au", "date limite rétractation",
        "fin délai rétractation", "délai rétractation expire", "délai rétractation se termine",
        "Widerrufsfrist", "Widerrufsfrist endet", "Widerrufsfrist bis", "Widerrufsfrist läuft bis", "Ende Widerrufsfrist",
        "widerrufen bis", "Widerruf bis", "Widerruf möglich bis", "Widerrufsrecht bis", "letzter Tag für Widerruf",
        "desistir hasta", "desistir contrato hasta", "desistimiento hasta", "plazo desistimiento finaliza",
        "plazo desistimiento termina", "plazo desistimiento vence", "fecha límite desistimiento", "último día para desistir",
        "retratação até", "arrependimento até", "livre resolução até", "data limite retratação", "data limite arrependimento",
        "prazo retratação termina", "prazo arrependimento termina", "prazo livre resolução termina",
        "último dia para retratação",
        "odstąpić od umowy do", "odstąpienia od umowy do", "odstąpienie od umowy do", "termin odstąpienia od umowy",
        "termin odstąpienia od umowy upływa", "termin na odstąpienie od umowy upływa", "ostatni dzień na odstąpienie od umowy",
    ),
}  # fmt: skip
"""Labels that say what they are about, with whatever words before them."""

_ALONE = {
    "ordered_at": (
        "ordinato", "effettuato", "data creazione", "placed", "ordered", "created", "creation date", "commandé", "passée",
        "date création", "erstellt", "Erstellungsdatum", "realizado", "fecha creación", "efetuada", "data criação", "złożono",
        "złożone", "data utworzenia", "data złożenia",
    ),
    "order_expires": (
        "data scadenza", "scadenza", "scade", "valido fino", "expiry date", "expiration date", "expires", "valid until",
        "date expiration", "expire", "valable jusqu'au", "Ablaufdatum", "gültig bis", "läuft ab", "fecha expiración",
        "fecha caducidad", "caduca", "expira", "válido hasta", "data expiração", "data validade", "válida até",
        "data wygaśnięcia", "data ważności", "termin ważności", "ważne do", "wygasa",
    ),
    "date": ("data", "date", "Datum", "fecha"),
    "payment_status": (
        "pagato", "pagamento ricevuto", "paid", "payment received", "payé", "payée", "paiement reçu", "bezahlt",
        "Zahlung eingegangen", "Zahlung erhalten", "pagado", "pago recibido", "paga", "pagamento recebido", "opłacone",
        "zapłacono", "płatność otrzymana",
    ),
}  # fmt: skip
"""Labels that may as well be about something else: they count where no other word stands before them."""

_MOST_WORDS, _LONGEST = 6, 60
"""No label has more words, or characters."""


def label(before: str, *, alone: bool = True) -> str | None:
    """The field that the folded text `before` a value announces; `date` where it says `date` and no more.

    `before` begins where the line or the cell does; `payment_status` is announced as paid. `alone`: labels that may as well
    be about something else count too, where nothing else is said.
    """
    phrase = significant(before)
    if alone and phrase in _alone():
        return _alone()[phrase]
    ends = _with_order()
    return next(
        (ends[phrase[first:]] for first in range(max(0, len(phrase) - _MOST_WORDS), len(phrase)) if phrase[first:] in ends),
        None,
    )


def may_be_labels(line: str) -> bool:
    """Whether a folded line has any word of a label in it."""
    return not _vocabulary().isdisjoint(words(line))


def is_label(cell: str) -> bool:
    """Whether a folded cell says what stands below it or beside it, and nothing else."""
    if len(cell) > _LONGEST or any(figure in cell for figure in "0123456789"):
        return False
    return label(cell) is not None or any(is_about(cell, subject) for subject in (ORDER, STATE, PAYMENT))


def names_order(before: str) -> bool:
    """Whether the folded text `before` a number ends in the word for an order."""
    last = next((word for word in reversed(words(before)) if len(word) > 1 and word not in NUMBERED), None)
    return last in ORDER


def is_about(cell: str, subject: frozenset[str]) -> bool:
    """Whether a folded text is a label about `subject` and nothing else: the order, its status or its payment."""
    told = {word for word in significant(cell) if word not in NUMBERED}
    return bool(told & subject) and told <= subject | STATE | ORDER


def significant(text: str) -> Phrase:
    """The words of a folded text that tell something: none of a single letter, no small word, no weekday."""
    return tuple(word for word in words(text) if len(word) > 1 and word not in left_out())


@cache
def _vocabulary() -> frozenset[str]:
    phrases = (*_alone(), *_with_order())
    return ORDER | STATE | PAYMENT | {word for phrase in phrases for word in phrase}


@cache
def left_out() -> frozenset[str]:
    """The small words, and the names of weekdays."""
    return _SMALL | {name for name in weekdays() if len(name) >= SHORTEST}


@cache
def _alone() -> dict[Phrase, str]:
    return _phrases(_ALONE.items())


@cache
def _with_order() -> dict[Phrase, str]:
    return _phrases(_WITH_ORDER.items())


def _phrases(table: Iterable[tuple[str, tuple[str, ...]]]) -> dict[Phrase, str]:
    return {significant(folded(phrase)): field for field, phrases in table for phrase in phrases}
