"""Law and OVHcloud's own rules side by side, where they differ; and the button that the law asks for, country by country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.publish.names import by_name
from checker.publish.tables.reader import Reader, reference, table
from checker.rules import places
from checker.rules.places import Right
from checker.rules.sources import cited, source
from checker.words import N_, label
from checker.words.dates import in_words


@dataclass(frozen=True, slots=True)
class Difference:
    """What the law says and what OVHcloud says of one thing, each with the ids of its sources."""

    about: str
    law: str
    law_says: str
    trader: str
    trader_says: tuple[str, ...]


DIFFERENCES = (
    Difference(
        N_("Quando arriva il rimborso"),
        N_("Entro 14 giorni da quando OVHcloud riceve il recesso."),
        "crd-13-1",
        N_("Entro 30 giorni dalla richiesta."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("Domini, certificati SSL, licenze"),
        N_("Esclude i beni personalizzati, ma un servizio non è un bene: la questione è controversa."),
        "crd-16-c",
        N_("Esclusi: domini e licenze secondo la FAQ, domini e certificati Sectigo secondo la guida."),
        ("ovh-faq-cancel", "ovh-guide-withdrawal"),
    ),
    Difference(
        N_("Rinnovi"),
        N_(
            "In linea di principio il diritto spetta una volta sola, se il prezzo del rinnovo era stato indicato con chiarezza."
        ),
        "cjeu-c-565-22",
        N_("Esclusi: si recede solo da nuovi ordini."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("Chi può recedere"),
        N_("Chi ordina soprattutto per scopi personali, con qualsiasi tipo di account."),
        "crd-recital-17",
        N_("Solo chi ha un account di tipo «Privato»."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("L'ultimo giorno è sabato, domenica o festivo"),
        N_("Il termine finisce il primo giorno lavorativo successivo; nel Regno Unito no."),
        "reg1182-3-4",
        N_("La guida parla solo di 14 giorni."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("OVHcloud non ti ha informato del recesso"),
        N_("Hai fino a 12 mesi in più."),
        "crd-10-1",
        N_("La guida non ne parla."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("Quanto costa"),
        N_("I giorni già usati si pagano solo se avevi chiesto di iniziare subito ed eri stato informato."),
        "crd-14-3",
        N_("Il rimborso è ridotto dei giorni già usati."),
        ("ovh-guide-withdrawal",),
    ),
    Difference(
        N_("Quale legge vale"),
        N_("Conservi la protezione del paese in cui vivi, anche se il contratto sceglie un'altra legge."),
        "rome1-6-1",
        N_("La guida cita il codice del consumo francese, anche nella versione italiana."),
        ("ovh-guide-withdrawal",),
    ),
)
COLUMNS = (N_("Argomento"), N_("La legge"), N_("OVHcloud"))

FUNCTION = (N_("Paese"), N_("Contratti dal"), N_("Parole sul pulsante"), N_("Chi lo dice"))
FUNCTION_LABELS = {"DE": "Vertrag widerrufen", "FR": "renoncer au contrat ici", "IT": "recedere dal contratto qui"}
"""What national law calls the button (art. 11a), or words as clear; elsewhere the text was not read."""
DIRECTIVE_LABEL = N_("recedere dal contratto qui")
OTHERS = N_("Altri paesi dell'Unione europea")
IN_ITS_WORDS = N_("«{label}», o altre ugualmente chiare")
AS_THE_DIRECTIVE = N_("«{label}» nella direttiva, o altre ugualmente chiare")
NOT_READ = N_("non abbiamo potuto leggere il testo nazionale")
SINCE = N_("{day}, o il giorno fissato dalla legge del paese")


def differences(reader: Reader) -> str:
    """The table of differences."""
    rows = [
        [
            reader.say(each.about),
            f"{reader.say(each.law)} {reference(each.law_says, reader.language)}",
            " ".join([reader.say(each.trader), *(reference(name, reader.language) for name in each.trader_says)]),
        ]
        for each in DIFFERENCES
    ]
    return table([reader.say(column) for column in COLUMNS], rows)


def function(reader: Reader) -> str:
    """Since when a trader's site has to have a button for withdrawing, and what it is called: by country."""
    rows = [_country(country, reader) for country in _with_text_of_their_own()]
    rows.sort(key=lambda row: by_name(row[0]))
    words = reader.say(AS_THE_DIRECTIVE, label=reader.say(DIRECTIVE_LABEL))
    others, since, *rest = _row(reader.say(OTHERS), words, "crd-11a", reader)
    rows.append([others, reader.say(SINCE, day=since), *rest])
    return table([reader.say(column) for column in FUNCTION], rows)


def _with_text_of_their_own() -> list[str]:
    given = (country for country, right in places.countries().items() if right is Right.DIRECTIVE)
    return [country for country in given if cited("crd-11a", country) != "crd-11a"]


def _country(country: str, reader: Reader) -> list[str]:
    name = cited("crd-11a", country)
    button = FUNCTION_LABELS.get(country)
    words = reader.say(IN_ITS_WORDS, label=button) if button else reader.say(NOT_READ)
    return _row(label("country", country, reader.language), words, name, reader)


def _row(country: str, words: str, name: str, reader: Reader) -> list[str]:
    since = date.fromisoformat(source(name).applies_from or "")
    return [country, in_words(since, reader.language, "long"), words, reference(name, reader.language)]
