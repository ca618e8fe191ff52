"""OVHcloud's names of an order's status and of its payment, in seven languages: those of its pages, its guides and its API."""

from __future__ import annotations

from functools import cache

from checker.reading.folding import folded
from checker.rules.codes import OrderStatus
from checker.words import LANGUAGES, text
from checker.words.labels import LABELS

_OTHERWISE = {
    "notPaid": ("Unpaid",),
    "checking": ("Convalida", "Validation", "Validierung", "Zatwierdzenie"),
    "delivering": ("Being processed", "Entrega en curso"),
    "delivered": ("Completato",),
    "unknown": ("Sconosciuto", "Unknown", "Error", "Unbekannt", "Fehler"),
}
"""As the guides and other editions of the Control Panel call them."""

RECEIVED = (
    "pagamento ricevuto", "pagamento confermato", "payment received", "payment confirmed", "paiement reçu", "paiement confirmé",
    "Zahlung erhalten", "Zahlung eingegangen", "Zahlung bestätigt", "pago recibido", "pago confirmado", "pagamento recebido",
    "pagamento confirmado", "płatność otrzymana", "płatność potwierdzona",
)  # fmt: skip
"""What tells by itself that money has come."""

_PAYMENTS = {
    "paid": (
        "pagato", "ricevuto", "effettuato", "confermato", "paid", "received", "confirmed", "payé", "payée", "reçu", "effectué",
        "confirmé", "bezahlt", "erhalten", "eingegangen", "bestätigt", "pagado", "recibido", "realizado", "confirmado", "pago",
        "recebido", "efetuado", "opłacone", "opłacona", "zapłacone", "otrzymana", "otrzymano", "potwierdzona",
    ),
    "unpaid": (
        "non pagato", "non ricevuto", "da pagare", "unpaid", "not paid", "not received", "non payé", "non payée", "non reçu",
        "à payer", "unbezahlt", "nicht bezahlt", "nicht erhalten", "offen", "no pagado", "no recibido", "sin pagar", "não pago",
        "não recebido", "por pagar", "nieopłacone", "nieopłacona", "niezapłacone", "nie otrzymano",
    ),
    "": (
        "in attesa", "in corso", "pending", "in progress", "awaiting payment", "en attente", "en cours", "ausstehend",
        "in Bearbeitung", "pendiente", "en curso", "pendente", "em curso", "oczekująca", "oczekujące", "w toku",
    ),
}  # fmt: skip
"""What is said of a payment; under no code, what leaves open whether money is on its way."""


@cache
def statuses() -> dict[str, str]:
    """The codes of `order_status` by their names, as `plain` writes them."""
    codes = {code.value: code.value for code in OrderStatus if code is not OrderStatus.UNKNOWN}
    names = {text(name, language): code for code, name in LABELS["order_status"].items() for language in LANGUAGES}
    other = {name: code for code, names in _OTHERWISE.items() for name in names}
    return {plain(folded(name)): code for name, code in (codes | names | other).items()}


@cache
def payments() -> dict[str, str]:
    """The codes of `payment_status` by what is said of a payment, as `plain` writes it."""
    return {plain(folded(name)): code for code, names in _PAYMENTS.items() for name in names} | dict.fromkeys(
        received(), "paid"
    )


@cache
def received() -> frozenset[str]:
    """`RECEIVED` as `plain` writes it."""
    return frozenset(plain(folded(name)) for name in RECEIVED)


def plain(value: str) -> str:
    """A folded value without the marks about it: dots, quotes, colons, bullets."""
    return value.strip(" .:;,!\"'«»“”„*·•-_=>")
