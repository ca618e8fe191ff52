"""The decision table in words: each row's question and answer, and what the rules say in it of real orders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from html import escape
from typing import Any

from checker.publish.spoken import UNSURE
from checker.publish.tables.examples import EXAMPLES, ORDINARY
from checker.publish.tables.reader import NAMED, Reader, cited, table
from checker.rules.case import Case
from checker.rules.codes import CODES
from checker.rules.order import Order, read
from checker.rules.verdict import Step, Verdict
from checker.rules.withdrawal import ROWS
from checker.words import N_, explain, label, text
from checker.words.dates import in_words, moment_in_words
from checker.words.labels import field_label
from checker.words.sentences import NATURES
from checker.words.told import told

WORDS = {
    "cancelled": (N_("OVHcloud indica l'ordine come annullato?"), N_("Non serve recedere.")),
    "payment_unknown": (N_("Non si sa se l'ordine è pagato?"), N_("Lo chiediamo: da questo dipende tutto il resto.")),
    "unpaid_and_lapsed": (N_("Non è pagato, e la scadenza è passata?"), N_("Non serve recedere: si è annullato da solo.")),
    "unpaid": (N_("Non è pagato?"), N_("Non serve recedere: alla scadenza si annulla da solo.")),
    "customer_unknown": (N_("Non si sa chi ha ordinato?"), N_("Lo chiediamo.")),
    "not_a_consumer": (N_("Chi ha ordinato non è un consumatore?"), N_("Di norma non può recedere.")),
    "country": (N_("Vive in un paese senza questo diritto?"), N_("Non può recedere; se il paese manca, lo chiediamo.")),
    "product_unknown": (N_("Non si sa che cosa è stato ordinato?"), N_("Lo chiediamo.")),
    "renewal": (N_("È un rinnovo?"), N_("OVHcloud esclude il recesso; in linea di principio anche la legge.")),
    "trader_excludes": (
        N_("È un dominio, un certificato SSL o una licenza?"),
        N_("OVHcloud esclude il recesso. Per la legge è controverso: diciamo anche il giorno che la legge darebbe."),
    ),
    "custom_goods": (N_("È un bene fatto su misura?"), N_("La legge esclude il recesso.")),
    "digital_content": (
        N_("È un contenuto digitale la cui fornitura è già iniziata?"),
        N_("La legge esclude il recesso, ma solo se ci sono tutte le condizioni."),
    ),
    "fully_performed": (
        N_("Il servizio è già stato eseguito per intero?"),
        N_("La legge esclude il recesso, ma solo se ci sono tutte le condizioni. Un hosting attivo non è eseguito per intero."),
    ),
    "not_started": (N_("È un apparecchio non ancora consegnato?"), N_("Si può recedere: i 14 giorni non sono ancora partiti.")),
    "start_unknown": (N_("Manca il giorno da cui si conta?"), N_("Lo chiediamo.")),
    "withdrawn": (N_("Il recesso è già stato inviato?"), N_("È valido se è partito entro il termine, anche se arriva dopo.")),
    "open_still": (N_("Il termine non è ancora finito?"), N_("Si può recedere.")),
    "depends": (
        N_("Il termine è finito, ma un dato che manca può allungarlo?"),
        N_("Dipende da quel dato: diciamo quale, e fino a quando."),
    ),
    "expired": (N_("Nessuno dei casi precedenti?"), N_("Il termine è finito: non si può più recedere.")),
}
"""Each row of `rules/withdrawal.py`, by its name: what is asked, and what follows from a yes."""

COLUMNS = (N_("Domanda"), N_("Se sì"), N_("Chi lo dice"))
ROW = "{number}. {question}"
START = N_("L'ordine di partenza: {order}. Ogni esempio dice che cosa cambia.")
UNCHANGED = N_("L'ordine di partenza")
CHECKED = N_("Data della verifica")
NEXT = N_("Si passa alla riga seguente.")


def decisions(reader: Reader) -> str:
    """The table, top to bottom: the first row whose question is answered with yes decides."""
    rows = []
    for number, row in enumerate(ROWS, 1):
        question, answer = WORDS[row.__name__]
        added = [step for changes in EXAMPLES[row.__name__] for step in adds(row.__name__, changes)[0]]
        says = dict.fromkeys(reader.say(NATURES[step.nature]) for step in added)
        link = f"[{ROW.format(number=number, question=reader.say(question))}](#{_anchor(row.__name__)})"
        rows.append([link, reader.say(answer), ", ".join(says)])
    return table([reader.say(column) for column in COLUMNS], rows)


def steps(reader: Reader) -> str:
    """For each row, what it says of example orders, step by step, each with its source."""
    start = reader.say(START, order=in_short(ORDINARY, reader.language))
    return "\n\n".join([start, *(_row(number, row.__name__, reader) for number, row in enumerate(ROWS, 1))])


def _row(number: int, name: str, reader: Reader) -> str:
    heading = ROW.format(number=number, question=reader.say(WORDS[name][0]))
    examples = "\n\n".join(_example(name, changes, reader) for changes in EXAMPLES[name])
    return f"### {heading} {{#{_anchor(name)}}}\n\n{examples}"


def _example(name: str, changes: Mapping[str, Any], reader: Reader) -> str:
    found, verdict = adds(name, changes)
    summary = escape(in_short(changes, reader.language), quote=False)
    parts = (told(step, reader.language) for step in found)
    lines = "\n".join(f"1. {part['text']} {cited(part, reader.language)}" for part in parts)
    end = f"**{explain(verdict, reader.language)['answer']}**" if verdict else reader.say(NEXT)
    return f'<details markdown="1"><summary>{summary}</summary>\n\n{lines}\n\n{end}\n\n</details>'


def _anchor(name: str) -> str:
    return f"row-{name.replace('_', '-')}"


def adds(name: str, changes: Mapping[str, Any]) -> tuple[list[Step], Verdict | None]:
    """What the row adds to the steps of an ordinary order with these changes, and its verdict where it decides.

    Raises LookupError where another row decides before it.
    """
    (order,), _ = read({**ORDINARY, **changes})
    return _added(name, order)


@cache
def _added(name: str, order: Order) -> tuple[list[Step], Verdict | None]:
    case = Case(order, silent=False)
    for row in ROWS:
        before = len(case.steps)
        verdict = row(case)
        if row.__name__ == name:
            return case.steps[before:], verdict
        if verdict:
            raise LookupError(f"{row.__name__} decides before {name}")
    raise LookupError(f"there is no row {name}")


def in_short(changes: Mapping[str, Any], language: str) -> str:
    """What an example changes of the ordinary order, in words."""
    names = {field: text(CHECKED, language) if field == "now" else field_label(field, language) for field in changes}
    named = text(NAMED, language)
    said = [named.format(name=names[field], value=_value(field, value, language)) for field, value in changes.items()]
    return "; ".join(said) or text(UNCHANGED, language)


def _value(field: str, value: Any, language: str) -> str:
    if value is None:
        return text(UNSURE, language)
    if isinstance(value, bool):
        return label("truth", str(value).lower(), language)
    if field in CODES or field in ("country", "region"):
        return label(field, value, language)
    return (_day(value, language) if field == "now" else moment_in_words(value, language)) or str(value)


def _day(moment: str, language: str) -> str:
    return in_words(date.fromisoformat(moment[:10]), language)
