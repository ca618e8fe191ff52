"""What has changed since OVHcloud's FAQ of 2022, each thing with its day and who says so: for a page, and for the feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.publish.tables.reader import Reader, reference, table
from checker.words import N_
from checker.words.dates import in_words


class Kind(StrEnum):
    """Whose change it is."""

    OVHCLOUD = "ovhcloud"
    LAW = "law"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the day it holds from or was published, a name that never changes, what is new, the id of its source."""

    day: date
    name: str
    kind: Kind
    words: str
    says: str | None = None


CHANGES = (
    Change(
        date(2026, 11, 29),
        "two-answers",
        Kind.SITE,
        N_(
            "Abbiamo corretto due risposte in casi rari: quando non si sa né in quale regione vive il cliente né se OVHcloud lo ha informato del recesso, e quando un'associazione in Spagna o in Austria, o una ditta individuale in Polonia, non indica che cosa ha ordinato. Finora la verifica rispondeva senza chiederlo. Se è il tuo caso, rifai la verifica."
        ),
    ),
    Change(
        date(2026, 11, 23),
        "first-edition",
        Kind.SITE,
        N_(
            "Nuove pagine: gli stati dell'ordine, le scadenze paese per paese, gli ordini non pagati, come calcoliamo e le fonti."
        ),
    ),
    Change(
        date(2026, 10, 8),
        "part-of-an-order",
        Kind.OVHCLOUD,
        N_("Dallo Spazio Cliente si recede solo dall'intero ordine; per recedere da una parte si scrive all'assistenza."),
        "ovh-faq-2026",
    ),
    Change(
        date(2026, 10, 8),
        "validation",
        Kind.OVHCLOUD,
        N_(
            "La conferma, che la guida chiama convalida, è un controllo manuale e dura da 24 a 48 ore lavorative. Se OVHcloud chiede documenti, senza risposta non consegna; se le garanzie non bastano, annulla l'ordine."
        ),
        "ovh-faq-2026",
    ),
    Change(
        date(2026, 10, 8),
        "delivery-times",
        Kind.OVHCLOUD,
        N_(
            "I tempi di consegna dipendono dal prodotto. Prima di scrivere all'assistenza si aspettano 24 ore dall'ordine e dalla conferma del pagamento."
        ),
        "ovh-faq-2026",
    ),
    Change(
        date(2026, 10, 8),
        "telephony",
        Kind.OVHCLOUD,
        N_(
            "Nell'Unione europea la telefonia viene consegnata dopo i 14 giorni del recesso, oppure appena possibile se hai chiesto di non aspettarli."
        ),
        "ovh-faq-2026",
    ),
    Change(
        date(2026, 10, 8),
        "labels",
        Kind.OVHCLOUD,
        N_(
            "Nello Spazio Cliente le voci si chiamano ora «I miei ordini», «Le mie fatture» e «I miei metodi di pagamento»; nel 2022 erano «I tuoi ordini», «Fatture» e «Metodi di pagamento»."
        ),
        "ovh-faq-2026",
    ),
    Change(
        date(2026, 10, 4),
        "saint-francis",
        Kind.LAW,
        N_(
            "In Italia il 4 ottobre è di nuovo un giorno festivo. Nel 2026 è una domenica: il primo termine che si sposta per questo è nel 2027."
        ),
        "it-l-151-2025",
    ),
    Change(
        date(2026, 10, 1),
        "function-in-austria",
        Kind.LAW,
        N_("Anche in Austria chi vende online deve offrire un pulsante per recedere."),
        "at-fagg-13a",
    ),
    Change(
        date(2026, 6, 19),
        "function",
        Kind.LAW,
        N_(
            "La direttiva europea chiede a chi vende online un pulsante per recedere, disponibile per tutto il termine; in alcuni paesi la legge nazionale arriva più tardi."
        ),
        "crd-11a",
    ),
    Change(
        date(2025, 12, 24),
        "christmas-eve",
        Kind.LAW,
        N_("In Polonia il 24 dicembre è un giorno festivo: l'ultimo giorno per recedere può spostarsi."),
        "pl-24-dec",
    ),
    Change(
        date(2023, 10, 5),
        "renewals",
        Kind.LAW,
        N_(
            "La Corte di giustizia ha deciso che in linea di principio il diritto di recesso spetta una volta sola, non a ogni rinnovo."
        ),
        "cjeu-c-565-22",
    ),
)
"""The latest first."""

COLUMNS = (N_("Dal"), N_("Che cosa è cambiato"))


def of(kind: Kind) -> Callable[[Reader], str]:
    """What makes the table of the changes of one kind."""
    return lambda reader: _table([change for change in CHANGES if change.kind is kind], reader)


def _table(changes: list[Change], reader: Reader) -> str:
    rows = [
        [
            in_words(change.day, reader.language, "long"),
            f"{reader.say(change.words)} {reference(change.says, reader.language) if change.says else ''}".strip(),
        ]
        for change in changes
    ]
    return table([reader.say(column) for column in COLUMNS], rows)
