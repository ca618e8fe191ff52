"""For programs that read: each page as Markdown beside it (`/status/` and `/status.md`), and `llms.txt` that lists them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from checker.publish import attribution
from checker.publish.building import DOCS
from checker.publish.links import split_code
from checker.publish.tables.country_pages import FOLDER
from checker.words import N_, text
from checker.words.catalogue import cldr

LIST = "llms.txt"
ABOUT = N_("Sito indipendente: non è di OVHcloud e non può vedere i tuoi ordini.")
LISTED = N_("Pagine")
OTHERS = N_("Altre lingue")
ADDRESS = N_("Pagina: {address}")

Change = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

WHOLE: tuple[Change, ...] = (
    (re.compile(r'<(div) class="invitation".*?\n</\1>|<(aside) class="behind".*?</\2>', re.DOTALL), ""),
    (re.compile(r'<p class="find".*?</p>|<div class="translations">.*?</div>', re.DOTALL), ""),
    (re.compile(r"<svg.*?<desc[^>]*>(.*?)</desc>.*?</svg>", re.DOTALL), r"\1"),
    (re.compile(r"!\[[^\]]*\]\([^)\s]+\)\{\.thumbnail\}|<!--.*?-->", re.DOTALL), ""),
)
"""What stands for readers of the page alone, or is a picture that says in words what it shows."""

PROSE: tuple[Change, ...] = (
    (re.compile(r"<summary>(.*?)</summary>"), r"**\1**"),
    (re.compile(r'<p class="asked">(.*?)</p>'), r"\1\n\n"),
    (re.compile(r"<li>(.*?)</li>"), r"- \1\n"),
    (re.compile(r"</?(?:div|details|figure|ul|nav|span)\b[^>]*>"), ""),
    (re.compile(r"[ \t]*\{[.:#][^{}\n]*\}"), ""),
    (re.compile(r"\[([^\]]*)\]\(#[^)]*\)"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)


@dataclass(frozen=True, slots=True)
class Twin:
    """A page as Markdown: its address below the language's root ("status.md"), title, description and text."""

    place: str
    title: str
    description: str
    text: str = ""


def twin(markdown: str, page: Twin, language: str, root: str, site: str) -> Twin:
    """The page with its text: the Markdown with all that the build put in, and links that lead to other twins.

    `root`, `site`: the full addresses of the language's root and of the site's.
    """
    name = page.place.removesuffix(".md")
    links: tuple[Change, ...] = (
        (re.compile(r'<a href="(?:\.\./)*([^"]*)"[^>]*>(.*?)</a>'), lambda link: _link(link, root)),
        (re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)\s#]+)([^)\s]*)(?=\))"), lambda link: _twin_of(link, name, language, site)),
    )
    for pattern, by in WHOLE:
        markdown = pattern.sub(by, markdown)
    plain = "".join(part if code else _plain(part, (*links, *PROSE)) for part, code in split_code(markdown))
    place = "" if name == "index" else f"{name}/"
    foot = [text(ADDRESS, language).format(address=f"{root}{place}"), *attribution.plain(name, language)]
    whole = "\n".join([f"# {page.title}", "", f"> {page.description}", "", plain.strip(), "", "---", "", *foot, ""])
    return replace(page, text=whole)


def listing(site: str, twins: Sequence[Twin], roots: dict[str, str], language: str) -> str:
    """`llms.txt`: what the site is, each page's twin, and the lists in other languages; `roots`: their full addresses."""
    pages = "\n".join(f"- [{twin.title}]({roots[language]}{twin.place}): {twin.description}" for twin in twins)
    others = "\n".join(
        f"- [{cldr(other)['languages'][other]}]({address}{LIST})" for other, address in roots.items() if other != language
    )
    about = text(ABOUT, language)
    return f"# {site}\n\n> {about}\n\n## {text(LISTED, language)}\n\n{pages}\n\n## {text(OTHERS, language)}\n\n{others}\n"


def publish(folder: Path, twins: Sequence[Twin], listed: str) -> None:
    """Write a language's twins and their list into the folder of its pages."""
    for each in twins:
        target = folder / each.place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(each.text, encoding="utf-8")
    (folder / LIST).write_text(listed, encoding="utf-8")


def _plain(part: str, changes: Sequence[Change]) -> str:
    for pattern, by in changes:
        part = pattern.sub(by, part)
    return part


def _twin_of(link: re.Match[str], name: str, language: str, site: str) -> str:
    """A link to another Markdown file as it is, where that has a twin in the language; else to the original's, in full."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(name), link[1]))
    page = place.removesuffix(".md")
    here = page.startswith(f"{FOLDER}/") or DOCS.has(language, page)
    return link[0] if place.endswith(".md") and here else f"{site}{place}{link[2]}"


def _link(link: re.Match[str], root: str) -> str:
    target = link[1] if "://" in link[1] else f"{root}{link[1]}"
    return f"[{link[2]}]({unescape(target)})"
