"""A page for each country, that nobody writes: the days of its customers' orders, each with the last day to withdraw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from checker.publish.days import month
from checker.publish.notices import UNREVIEWED
from checker.publish.tables import deadlines, months
from checker.publish.tables.reader import Reader
from checker.words import N_, SOURCE, label
from checker.words.dates import in_words
from checker.words.sentences import WARNINGS

FOLDER = "deadlines"
MARKER = "<!-- deadlines:months -->"
UP = "../"
"""From a country's page to the pages around the folder, as Markdown files."""

TITLE = N_("{country}: fino a quando puoi recedere")
EXCERPT = N_("{country}: per ogni giorno d'ordine, da {first} a {last}, l'ultimo giorno per recedere da un ordine OVHcloud")
FOR_WHOM = N_(
    "Vale se vivi in questo paese e hai ordinato come consumatore un nuovo servizio, pagato. Per un apparecchio cerca il "
    "giorno della consegna."
)
COUNTED = N_("Il giorno dell'ordine non si conta. L'ultimo giorno vale fino alle 24: basta inviare il recesso.")
MOVED = N_(
    "L'asterisco (*) dice che il giorno 14 (il primo indicato sotto «Perché») non è lavorativo: l'ultimo giorno si sposta al primo "
    "giorno lavorativo successivo. Per prudenza recedi già entro il giorno 14, che non dipende dai giorni festivi."
)
NEVER_MOVES = N_("Qui l'ultimo giorno non si sposta mai, nemmeno se cade di sabato, di domenica o in un giorno festivo.")
REGIONS = N_("Alcune regioni hanno altri giorni festivi: le righe sotto i mesi dicono quali ordini riguardano.")
ALL = N_("Tutti i paesi")


def add(files: Files, config: MkDocsConfig, i18n: Any, today: date) -> None:
    """Add the pages in the language that static-i18n is building; the site map lists them, and the language menu."""
    language = i18n.current_language
    for country in deadlines.countries():
        alternates = {other: _file(config, country, other, i18n.default_language) for other in i18n.build_languages}
        for file in alternates.values():
            file.alternates = alternates
        alternates[language].content_string = page(country, Reader(language, today, up=UP))
        files.append(alternates[language])
    i18n.i18n_files_per_language[language] = files.documentation_pages()


def country_of(file: File) -> str | None:
    """The country that a page is about; None for a page that somebody has written."""
    path = PurePosixPath(file.src_uri)
    return path.stem.upper() if path.parent.name == FOLDER else None


def page(country: str, reader: Reader) -> str:
    """The page's Markdown with its front matter, and a marker where the months are to stand."""
    months_there = deadlines.months(country, reader.today)
    first, last = (month(months_there[end].first, reader.language) for end in (0, -1))
    named = {"country": label("country", country, reader.language)}
    front = {
        "title": reader.say(TITLE, **named),
        "excerpt": reader.say(EXCERPT, first=first, last=last, **named),
        "hide": ["toc"],
        "search": {"exclude": True},
    }
    # YAML reads JSON.
    lines = ["---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()), "---"]
    return "\n\n".join(["\n".join(lines), *_said(country, reader), MARKER])


def in_full(markdown: str, country: str, reader: Reader) -> str:
    """The page's Markdown with its months as Markdown tables."""
    return markdown.replace(MARKER, months.markdown(country, reader))


def fill(html: str, country: str, reader: Reader) -> str:
    """The page's HTML with its months; they are not made of Markdown, which would take a minute."""
    return html.replace(MARKER, months.html(country, reader))


def _said(country: str, reader: Reader) -> Iterator[str]:
    """What a reader must know before the first table, paragraph by paragraph."""
    day = in_words(reader.today, reader.language, "long")
    if reader.language != SOURCE:
        yield f'<aside class="behind" data-search-exclude="true"><p>{reader.say(UNREVIEWED)}</p></aside>'
    yield reader.say(deadlines.COMPUTED, day=f"**{day}**", checker=f"{reader.up}checker.md")
    yield f"{reader.say(FOR_WHOM)} {reader.say(COUNTED)}"
    yield reader.say(MOVED if deadlines.moves(country) else NEVER_MOVES)
    notes = [reader.say(WARNINGS[warning]) for warning in deadlines.doubts(country, reader.today)]
    if any(month.elsewhere for month in deadlines.months(country, reader.today)):
        notes.append(reader.say(REGIONS))
    if notes:
        yield "\n".join(f"- {note}" for note in notes)
    yield f"[{reader.say(ALL)}]({reader.up}deadlines.md)"


def _file(config: MkDocsConfig, country: str, language: str, default: str) -> Any:
    name = f"{FOLDER}/{country.lower()}"
    file: Any = File.generated(config, f"{language}/{name}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = f"{name}/index.html" if language == default else f"{language}/{name}/index.html"
    file.locale = file.locale_alternate_of = file.localization = language
    file.norm_src_uri = f"{name}.md"
    return file
