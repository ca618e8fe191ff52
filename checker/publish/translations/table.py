"""The published page of translations: how far each language has come, for readers and, as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from checker.publish import notices
from checker.publish.building import DOCS
from checker.publish.translations import sentences
from checker.publish.translations.notes import address
from checker.publish.translations.pages import TOP, Docs, Page
from checker.publish.translations.sentences import WordsState
from checker.publish.translations.states import PageState, State, states
from checker.words.catalogue import cldr, plural, text
from checker.words.dates import in_words

MARKER = "<!-- translations:table -->"
FILE = "translations.json"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far everything has come: each page of each language, and each language's sentences."""

    originals: dict[str, Page]
    pages: tuple[PageState, ...]
    sentences: tuple[WordsState, ...]

    @classmethod
    def of(cls, docs: Docs) -> Progress:
        """Read everything; it takes a second or two."""
        originals = {name: page for name in docs.names if (page := docs.page(docs.source, name))}
        return cls(originals, tuple(states(docs)), tuple(sentences.states(docs.languages, docs.source)))


@cache
def progress() -> Progress:
    """How far this project's translations have come: read once a build, for the hooks have every module read anew at each."""
    return Progress.of(DOCS)


def expand(markdown: str, progress: Progress, language: str, root: str) -> str:
    """The page's Markdown with the marker replaced by a table for each language, said in `language`."""
    return markdown.replace(MARKER, "\n\n".join(_tables(progress, language, root)))


def publish(site: Path, progress: Progress) -> None:
    """Write the same for programs."""
    whole = {
        "pages": [_plain(found) for found in progress.pages],
        "sentences": {
            found.language: {"translated": found.translated, "fuzzy": found.fuzzy, "missing": found.missing}
            for found in progress.sentences
        },
    }
    (site / FILE).write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _tables(progress: Progress, language: str, root: str) -> Iterator[str]:
    head = "".join(
        f'<th scope="col">{_say(notices.COLUMNS[name], language)}</th>' for name in ("page", "state", "words", "by", "reviewed")
    )
    for found in progress.sentences:
        pages = [page for page in progress.pages if page.language == found.language]
        rows = [_row(page, progress.originals[page.name], language, root) for page in pages]
        total = found.translated + found.fuzzy + found.missing
        done = _say(notices.STATES["current" if found.translated == total else "stale"], language)
        counted = plural(*notices.SENTENCES, total, language).format(count=total)
        rows.append(
            f'<tr><th scope="row">{_say(notices.WIDGET, language)}</th><td>{done}</td>'
            f"<td>{found.translated} / {escape(counted)}</td><td></td><td></td></tr>"
        )
        yield (
            f'<div class="translations"><table><caption>{escape(cldr(language)["languages"][found.language])}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
        )


def _row(found: PageState, original: Page, language: str, root: str) -> str:
    title = escape(str(original.meta["title"]), quote=False)
    page = address(original, "", f"{root}{found.language}/")
    state = _say(notices.STATES[found.state], language)
    behind = [*found.behind(State.STALE), *found.behind(State.MISSING)] if found.state is State.STALE else []
    places = {name: address(original, "" if name == TOP else name, root) for name in behind}
    where = ", ".join(f'<a href="{place}" hreflang="{original.language}">{name}</a>' for name, place in places.items())
    by = _say(notices.BY[found.by], language) if found.by else ""
    reviewed = in_words(found.reviewed, language, "long") if found.reviewed else ""
    return (
        f'<tr data-state="{found.state}"><th scope="row"><a href="{page}" hreflang="{found.language}">'
        f'<span lang="{original.language}">{title}</span></a></th>'
        f"<td>{state}{f': {where}' if where else ''}</td>"
        f"<td>{found.words}</td><td>{by}</td><td>{reviewed}</td></tr>"
    )


def _plain(found: PageState) -> dict[str, Any]:
    return {
        "language": found.language,
        "page": found.name,
        "state": str(found.state),
        "sections": {name: str(state) for name, state in found.sections.items()},
        "words": found.words,
        "by": str(found.by) if found.by else None,
        "reviewed": found.reviewed.isoformat() if found.reviewed else None,
    }


def _say(sentence: str, language: str) -> str:
    return escape(text(sentence, language), quote=False)
