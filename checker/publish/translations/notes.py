"""What a reader is told of a translation that is behind its original: at the top of the page, and at each section."""

from __future__ import annotations

from html import escape

from checker.publish import anchors, notices
from checker.publish.translations.pages import TOP, Page
from checker.publish.translations.records import By
from checker.publish.translations.states import PageState, State
from checker.words import text


def annotate(pinned: str, original: Page, found: PageState, root: str) -> str:
    """The pinned page with its notes, and with the original's sections in place of those it lacks.

    `root` is the relative address of the site's root as seen from the page.
    """
    language = found.language
    before = TOP
    for section in original.sections:
        if found.sections[section.id] is State.MISSING:
            pinned = _after(pinned, before, _original(original, section.id, language, root))
        elif found.sections[section.id] is State.STALE and section.id != TOP:
            told = note(notices.STALE_SECTION, language, original, section.id, root)
            pinned = anchors.append_to_heading(pinned, section.id, told)
        before = section.id
    top = []
    if found.state is State.STALE:
        top.append(note(notices.STALE_PAGE, language, original, "", root))
    if found.by is By.MACHINE:
        top.append(note(notices.UNREVIEWED, language, original, "", root))
    return "\n\n".join([*top, pinned])


def note(sentence: str, language: str, original: Page, anchor: str, root: str) -> str:
    """One note as HTML, with a link to the original or to a section of it."""
    return (
        f'<aside class="behind" lang="{language}" data-search-exclude="true">'
        f"<p>{escape(text(sentence, language), quote=False)} "
        f'<a href="{address(original, anchor, root)}" hreflang="{original.language}">'
        f"{escape(text(notices.ORIGINAL, language), quote=False)}</a></p></aside>"
    )


def fallback(html: str, title: str, original: Page, language: str, root: str) -> str:
    """A page that is not translated: the note, then the original, marked as being in its own language."""
    told = note(notices.MISSING_PAGE, language, original, "", root)
    return f'{told}<div lang="{original.language}"><h1>{escape(title, quote=False)}</h1>{html}</div>'


def address(original: Page, anchor: str, root: str) -> str:
    """Where the original, or a section of it, stands in the site."""
    page = "" if original.name == "index" else f"{original.name}/"
    return f"{root}{page}" + (f"#{anchor}" if anchor else "")


def _original(original: Page, name: str, language: str, root: str) -> str:
    section = original.section(name)
    assert section
    heading, _, body = section.text.partition("\n")
    told = note(notices.MISSING_SECTION, language, original, name, root)
    pinned = f'{heading} {{#{name} data-search-exclude="true"}}'
    return f'<div lang="{original.language}" markdown="1">\n\n{pinned}\n\n{told}\n\n{body}\n\n</div>'


def _after(pinned: str, anchor: str, block: str) -> str:
    """The page with a block behind the section `anchor`."""
    return anchors.append(pinned, anchor, f"\n{block}") if anchor != TOP else f"{block}\n\n{pinned}"
