"""The boxes this site adds to the pages' answers, so that the source file itself stays word for word.

A box asks one question of the checker, each of its answers a link that opens the checker with it. A page may embed one of
its own: `<!-- checker:ask payment_status -->`, or with only some of the answers, `<!-- checker:ask product vps domain -->`.
"""

import re
from collections.abc import Sequence
from html import escape

from checker.publish import anchors
from checker.publish.attribution import REPRODUCED
from checker.publish.links import split_code
from checker.publish.spoken import QUESTIONS
from checker.rules.codes import CODES, OrderStatus, Product
from checker.words import N_, label, text
from checker.words.related import PAGES

_EMBEDDED = ("order_status", "payment_status", "customer_type", "product")
"""The questions that can be embedded."""

MARKER = re.compile(r"<!-- checker:ask (?P<field>\w+)(?P<codes>(?: \w+)*) -->")

INVITATIONS: dict[str, tuple[str, str, Sequence[str]]] = {
    "order-status#pay": (N_("Non hai ancora pagato? Ti diciamo che cosa succede all'ordine."), "payment_status", ()),
    "order-status#payment-status": (
        N_("Hai pagato e il pagamento non risulta? Ti diciamo perché e che cosa fare."),
        "order_status",
        (OrderStatus.NOT_PAID, OrderStatus.CHECKING, OrderStatus.EXPIRED),
    ),
    "order-status#order-status": (
        N_("Ti diciamo che cosa significa lo stato del tuo ordine e che cosa succede adesso."),
        "order_status",
        (),
    ),
    "order-status#change": (
        N_("Vuoi sapere quando scade un ordine non pagato, o se puoi recedere da uno pagato?"),
        "payment_status",
        (),
    ),
    "order-status#cancel": (N_("Puoi ancora recedere? Ti diciamo fino a quale giorno."), "payment_status", ()),
    "order-status#delivery": (
        N_("Aspetti ancora la consegna? Ti diciamo quanto dura di solito e che cosa fare."),
        "order_status",
        (OrderStatus.CHECKING, OrderStatus.DOCUMENTS_REQUESTED, OrderStatus.DELIVERING),
    ),
    "withdrawal#who": (N_("Puoi recedere anche tu?"), "customer_type", ()),
    "withdrawal#deadline": (N_("Fino a quale giorno, nel tuo caso?"), "payment_status", ()),
    "withdrawal#exclusions": (
        N_("Il tuo prodotto è escluso?"),
        "product",
        (Product.DOMAIN, Product.DOMAIN_TRANSFER, Product.SSL_CERTIFICATE, Product.LICENCE, Product.DIGITAL_CONTENT),
    ),
    "withdrawal#refund": (N_("Quanto ti costa recedere, e quando arriva il rimborso?"), "payment_status", ()),
    "withdrawal#unpaid": (N_("Quando scade il tuo ordine?"), "payment_status", ()),
}
"""By `page#anchor`, the way back from where an answer leads: what is offered, the question, some of its answers (none: all)."""

assert set(PAGES) <= set(INVITATIONS)

FOREWORDS = {
    "order-status": N_(
        "È il testo di OVHcloud del 10 novembre 2022: «noi» è OVHcloud, non questo sito. "
        "[Che cosa è cambiato da allora](updates.md)."
    )
}
"""What a reader must know before a page that is not in this site's own words."""


class UnknownQuestion(LookupError):
    """A marker that asks what cannot be embedded. Carries nothing but its message."""


def add(pinned: str, page: str, language: str, home: str) -> str:
    """The pinned page with its foreword, and a question of the checker's at the end of each section that has one.

    `home` is the relative address of the language's root as seen from the page ("../").
    """
    source = page in REPRODUCED
    for where, (offer, field, codes) in INVITATIONS.items():
        name, anchor = where.split("#")
        if name == page:
            asked = f"{text(offer, language)}\n\n{asking(field, codes, language, home)}"
            pinned = anchors.append(pinned, anchor, _box(asked, language, noted=source))
    return f"{_box(text(FOREWORDS[page], language), language, noted=True)}\n\n{pinned}" if source else pinned


def embed(markdown: str, language: str, home: str) -> str:
    """The Markdown with each marker replaced by its question; code is left alone. Raises UnknownQuestion."""

    def question(marker: re.Match[str]) -> str:
        return asking(marker["field"], marker["codes"].split(), language, home)

    return "".join(part if code else MARKER.sub(question, part) for part, code in split_code(markdown))


def asking(field: str, codes: Sequence[str], language: str, home: str) -> str:
    """One question as HTML: its answers (`codes`; empty: all) are links that open the checker with them."""
    if field not in _EMBEDDED or not set(codes) <= set(CODES[field]):
        raise UnknownQuestion(
            f"checker:ask knows no {field} {' '.join(codes)}; it knows {', '.join(_EMBEDDED)} and their codes"
        )
    question = escape(text(QUESTIONS[field], language))
    links = "".join(
        f'<li><a href="{home}checker/#answers?{field}={code}">{escape(label(field, code, language))}</a></li>'
        for code in codes or CODES[field]
    )
    return f'<p class="asked">{question}</p><ul class="asking" aria-label="{question}" data-search-exclude>{links}</ul>'


def _box(words: str, language: str, *, noted: bool) -> str:
    """A box; `noted` where the page's own words are not this site's."""
    by = f"*{text(N_('Nota di questo sito'), language)}*{{.invitation__by}}\n" if noted else ""
    return f'<div class="invitation" markdown="1" data-search-exclude="true">\n\n{by}{words}\n\n</div>'
