"""For programs that read: each page as Markdown beside it (`/status/` and `/status.md`), and `llms.txt` that lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from checker.publish import attribution
from checker.publish.links import split_code
from checker.words import N_, text
from checker.words.catalogue import cldr

LIST = "llms.txt"
ABOUT = N_("Sito indipendente: non è di OVHcloud e non può vedere i tuoi ordini.")
PAGES = N_("Pagine")
LANGUAGES = N_("Altre lingue")
SOURCE = N_("Pagina: {address}")

Change = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

WHOLE: tuple[Change, ...] = (
    (re.compile(r'<(div) class="invitation".*?\n</\1>|<(aside) class="behind".*?</\2>', re.DOTALL), ""),
    (re.compile(r'<p class="asked">.*?</ul>|<p class="find".*?</p>|<div class="translations">.*?</div>', re.DOTALL), ""),
    (re.compile(r"<svg.*?<desc[^>]*>(.*?)</desc>.*?</svg>", re.DOTALL), r"\1"),
    (re.compile(r"!\[[^\]]*\]\([^)\s]+\)\{\.thumbnail\}|<!--.*?-->", re.DOTALL), ""),
)
"""What stands for readers of the page alone, or is a picture that says in words what it shows."""

PROSE: tuple[Change, ...] = (
    (re.compile(r"<summary>(.*?)</summary>"), r"**\1**"),
    (re.compile(r"</?(?:div|details|figure)\b[^>]*>"), ""),
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
    text: str


def twin(markdown: str, title: str, description: str, page: str, name: str, language: str) -> Twin:
    """The twin of a page: its Markdown with all that the build put in.

    `page`: the page's full address; `name`: its name ("status", "deadlines/it").
    """
    home = page.removesuffix("/") if name == "index" else page.removesuffix("/").removesuffix(name).removesuffix("/")
    links: Change = (re.compile(r'<a href="(?:\.\./)*([^"]*)"[^>]*>(.*?)</a>'), lambda link: _link(link, home))
    for pattern, by in WHOLE:
        markdown = pattern.sub(by, markdown)
    plain = "".join(part if code else _plain(part, (links, *PROSE)) for part, code in split_code(markdown))
    foot = [text(SOURCE, language).format(address=page), *attribution.plain(name, language)]
    whole = f"# {title}\n\n> {description}\n\n{plain.strip()}\n\n---\n\n{chr(10).join(foot)}\n"
    return Twin(f"{name}.md", title, description, whole)


def listing(site: str, twins: Sequence[Twin], roots: dict[str, str], language: str) -> str:
    """`llms.txt`: what the site is, each page's twin, and the lists in other languages; `roots`: their full addresses."""
    pages = "\n".join(f"- [{twin.title}]({roots[language]}{twin.place}): {twin.description}" for twin in twins)
    others = "\n".join(
        f"- [{cldr(other)['languages'][other]}]({address}{LIST})" for other, address in roots.items() if other != language
    )
    about = text(ABOUT, language)
    return f"# {site}\n\n> {about}\n\n## {text(PAGES, language)}\n\n{pages}\n\n## {text(LANGUAGES, language)}\n\n{others}\n"


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


def _link(link: re.Match[str], home: str) -> str:
    target = link[1] if "://" in link[1] else f"{home}/{link[1]}"
    return f"[{link[2]}]({unescape(target)})"
