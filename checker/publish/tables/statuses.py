"""The glossary of statuses: each as the rules explain it, with OVHcloud's label, in sections that can be linked to."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from checker.publish.tables.reader import Reader, cited, table
from checker.rules import check
from checker.rules.codes import GOODS, Product
from checker.rules.verdict import Status
from checker.words import N_, label, text
from checker.words.standing import LABELS, STANDING, TITLES
from checker.words.told import told

SHOWN: dict[Status, dict[str, str]] = {
    Status.NOT_PAID: {"order_status": "notPaid", "payment_status": "unpaid"},
    Status.PAYMENT_PENDING: {"order_status": "notPaid", "payment_status": "pending"},
    Status.LAPSED: {"order_status": "orderExpired", "payment_status": "unpaid"},
    Status.CHECKING: {"order_status": "checking"},
    Status.DOCUMENTS_REQUESTED: {"order_status": "documentsRequested"},
    Status.DELIVERING: {"order_status": "delivering"},
    Status.DELIVERED: {"order_status": "delivered"},
    Status.CANCELLING: {"order_status": "cancelling"},
    Status.CANCELLED: {"order_status": "cancelled"},
    Status.UNKNOWN: {"order_status": "unknown"},
}
"""What the customer sees of an order of each status."""

_LONG_AGO = "2018-01-01"

_OTHERWISE = {
    Status.LAPSED: (N_("Se invece l'avevi pagato"), {"payment_status": "pending"}),
    Status.CHECKING: (N_("Se dura di più"), {"ordered_at": _LONG_AGO}),
    Status.DELIVERING: (N_("Se dura di più"), {"ordered_at": _LONG_AGO, "product": "vps"}),
}
"""What changes what is said of a status, and how that is called."""

PENDING = N_("{label}, ma hai inviato un bonifico o un assegno")
TRY = N_("Il tuo ordine è in questo stato? Controllalo")
REGRET = N_("Ci hai ripensato?")
WITHDRAW = N_("Se hai ordinato come privato, di solito puoi recedere entro 14 giorni dall'ordine: [come si fa]({page}).")
_PAID = frozenset({Status.PAYMENT_PENDING, Status.CHECKING, Status.DOCUMENTS_REQUESTED, Status.DELIVERING, Status.DELIVERED})
OTHERS = N_("Tutti gli altri prodotti")
DURATION = {
    "product": N_("Prodotto"),
    "lasts": N_("Quanto dura la consegna"),
    "do": N_("Che cosa fare intanto"),
    "says": N_("Chi lo dice"),
}


def name(status: Status, language: str) -> str:
    """What a status is called: OVHcloud's label; two that share one are told apart."""
    code = LABELS.get(status, SHOWN[status]["order_status"])
    shown = label("order_status", code, language)
    return text(PENDING, language).format(label=shown) if status is Status.PAYMENT_PENDING else shown


def anchor(status: Status) -> str:
    """The id of its section, the same in every language."""
    return f"status-{status.replace('_', '-')}"


def links(reader: Reader) -> str:
    """A link to each status's section."""
    shown = [status for status in SHOWN if status is not Status.PAYMENT_PENDING]  # it has the label of another
    links = "\n".join(f"- [{name(status, reader.language)}](#{anchor(status)})" for status in shown)
    return f'<div class="jump" markdown="1">\n\n{links}\n\n</div>'


def statuses(reader: Reader) -> str:
    """A section for each status: what it means, how long it usually lasts, what to do; who says so."""
    return "\n\n".join(_section(status, reader) for status in SHOWN)


def _section(status: Status, reader: Reader) -> str:
    shown = _said(reader, SHOWN[status])
    parts = [(part["title"], part) for part in shown]
    if status in _OTHERWISE:
        title, changes = _OTHERWISE[status]
        known = [part["text"] for part in shown]
        other = _said(reader, SHOWN[status] | changes)
        parts += [(reader.say(title), part) for part in other if part["text"] not in known and part["rule"] == "do"]
    where = f"{reader.home}checker/#answers?{'&'.join(f'{field}={code}' for field, code in SHOWN[status].items())}"
    link = f'<a href="{escape(where)}">{escape(reader.say(TRY))}</a>'
    facts = [(title, part["text"]) for title, part in parts]
    if status in _PAID:
        facts.append((reader.say(REGRET), reader.say(WITHDRAW, page=f"{reader.up}withdrawal.md#how")))
    said = "\n\n".join(f"{title}\n:   {words}" for title, words in facts)
    says = "\n".join(dict.fromkeys(cited(part, reader.language) for _, part in parts))
    return f"## {name(status, reader.language)} {{#{anchor(status)}}}\n\n{said}\n\n{says}\n\n{link}"


def deliveries(reader: Reader) -> str:
    """How long delivery takes, product by product; products of which the same is said share a row."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for product in Product:
        if product in GOODS:
            continue
        parts = {part["rule"]: part for part in _said(reader, {"order_status": "delivering", "product": str(product)})}
        shown = [parts[kind] for kind in ("lasts", "do") if kind in parts]
        says = " ".join(dict.fromkeys(cited(part, reader.language) for part in shown))
        said = (parts["lasts"]["text"], parts.get("do", {}).get("text", ""), says)
        rows.setdefault(said, []).append(label("product", product, reader.language))
    rest = max(rows, key=lambda row: len(rows[row]))
    rows.pop(rest)
    rows[rest] = [reader.say(OTHERS)]  # last
    columns = [reader.say(DURATION[column]) for column in ("product", "lasts", "do", "says")]
    return table(columns, ([", ".join(products), *row] for row, products in rows.items()))


def _said(reader: Reader, order: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the checker says of where such an order stands, each with its `rule` (means, lasts or do) and its `title`."""
    standing = check({"now": f"{reader.today.isoformat()}T12:00:00Z", **order}).standing
    kinds = [step.rule.partition("_")[0] for step in standing]
    return [
        {"rule": kind, "title": reader.say(TITLES[kind]), **told(step, reader.language, STANDING)}
        for kind, step in zip(kinds, standing, strict=True)
    ]
