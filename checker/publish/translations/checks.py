"""What can be wrong with a translated page: everything that a machine can see without knowing the language.

Each check is a function of the original and the translation that yields problems; `PAGE_CHECKS` lists them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from checker.publish.panel import LABELS
from checker.publish.translations.pages import Docs, Page, Section
from checker.publish.translations.problems import SAME_WORDS, Problem
from checker.publish.translations.records import Records
from checker.publish.translations.states import named

LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)|<(?P<bare>https?://[^>\s]+)>")
PICTURE = re.compile(r"!\[[^\]]*\]\((?P<file>[^)\s]+)\)(?P<attributes>\{[^}]*\})?")
CODE_SPAN = re.compile(r"`(?P<label>[^`\n]+)`(?P<action>\{\.action\})?")
FENCED = re.compile(r"^```.*?^```[^\n]*$", re.MULTILINE | re.DOTALL)
MARKER = re.compile(r"<!--.*?-->", re.DOTALL)
NUMBER = re.compile(r"(\d+)(?::00)?")
LOCAL_SITE = re.compile(r"(?<=ovhcloud\.com)/[a-z]{2}(-[a-z]{2})?(?=/)")


Check = Callable[[Docs, Page, Page], Iterator[Problem]]


def front_matter(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """The same keys, none empty; what is no text for readers has the same value."""
    for key in original.meta.keys() - page.meta.keys():
        yield Problem(page.path, 1, f"the front matter lacks “{key}”; add it as in {original.path.name} of {original.language}")
    for key in page.meta.keys() - original.meta.keys():
        yield Problem(page.path, 1, f"the front matter has “{key}”, which the original lacks; delete it")
    for key in original.meta.keys() & page.meta.keys():
        if not page.meta[key]:
            yield Problem(page.path, 1, f"“{key}” of the front matter is empty; translate it")
        elif key not in ("title", "excerpt") and page.meta[key] != original.meta[key]:
            yield Problem(page.path, 1, f"“{key}” is {page.meta[key]}, in the original {original.meta[key]}; make it the same")


def headings(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """As many headings as the original, or as its record says; each of the original's level."""
    if unknown := [section for section in page.sections if section.id.startswith("#")]:
        section = unknown[0]
        message = f"a heading too many: the original has {len(original.ids)}; delete one, or add its id to anchors.toml"
        yield Problem(page.path, section.line, message)
    elif set(page.ids) != set(original.ids) and len(page.ids) == len(docs.ids.get(page.name, ())):
        yield Problem(page.path, 1, "the headings do not fit those of the original; compare both from the top")
    elif len(page.ids) < len(original.ids) and not named(docs, page, Records(docs).of(page.language).get(page.name)):
        message = f"{len(page.ids)} headings, the original has {len(original.ids)}: find the one that was dropped"
        yield Problem(page.path, page.sections[-1].line, message)
    for before, section in _pairs(original, page):
        if before.level != section.level:
            wanted, found = "#" * before.level, "#" * section.level
            yield Problem(
                page.path, section.line, f"heading “{section.id}” is a {found}, in the original a {wanted}; change it"
            )


def links(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """The same targets in each section, except for the country in an address of OVHcloud."""
    for before, section in _pairs(original, page):
        wanted, found = (Counter(_targets(part)) for part in (before, section))
        for target in (wanted - found).elements():
            yield Problem(page.path, section.line, f"the link to {target} is missing in “{section.id}”; add it")
        for target in (found - wanted).elements():
            line = _line_of(page, section, target.partition("{…}")[0])
            yield Problem(page.path, line, f"the original has no link to {target} in “{section.id}”; correct it")


def anchors(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """A link to a page of this site leads to one that exists, and to a heading that it has."""
    for section in page.sections:
        for target in _raw_targets(section):
            found = re.fullmatch(r"(?P<page>[\w-]+)?(\.md)?(#(?P<anchor>[\w-]+))?", target)
            if not found or "://" in target:
                continue
            name = found["page"] or page.name
            if target.split("#")[0].endswith(".md") and name not in docs.names:
                yield Problem(page.path, _line_of(page, section, target), f"there is no page {name}.md; correct the link")
            elif found["anchor"] and found["anchor"] not in docs.ids.get(name, ()):
                message = f"{name}.md has no heading “{found['anchor']}”; its ids stand in anchors.toml"
                yield Problem(page.path, _line_of(page, section, target), message)


def pictures(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """The same pictures with the same attributes in each section, each with a text for who does not see it."""
    for before, section in _pairs(original, page):
        wanted, found = ([(m["file"], m["attributes"]) for m in PICTURE.finditer(part.text)] for part in (before, section))
        if wanted != found:
            names = ", ".join(file for file, _ in wanted) or "no picture"
            yield Problem(page.path, section.line, f"“{section.id}” must have {names}, as in the original; correct it")
        if "![](" in section.text:
            yield Problem(page.path, _line_of(page, section, "![]("), "a picture without a text; say in brackets what it shows")


def labels(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """What a button of the Control Panel is called: as the glossary has it, and in the original's order."""
    for before, section in _pairs(original, page):
        wanted, found = (_labels(part) for part in (before, section))
        if len(wanted) != len(found):
            message = (
                f"{len(found)} button labels in “{section.id}”, the original has {len(wanted)}; mark each as `…`{{.action}}"
            )
            yield Problem(page.path, section.line, message)
            continue
        for theirs, ours in zip(wanted, found, strict=True):
            known = {
                names[page.language] for names in LABELS.values() if names[docs.source] == theirs and page.language in names
            }
            if known and ours not in known:
                message = (
                    f"“{ours}” is called {' or '.join(f'“{name}”' for name in sorted(known))} in the Control Panel; correct it"
                )
                yield Problem(page.path, _line_of(page, section, ours), message)


def unknown_labels(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """Every label that the original names stands in the glossary."""
    known = {names[docs.source] for names in LABELS.values()}
    for section in page.sections:
        for label in set(_labels(section)) - known:
            message = f"the glossary has no “{label}”; add it to checker/publish/labels.toml in every language"
            yield Problem(page.path, _line_of(page, section, label), message)


def markers(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """The same places for what the build puts in."""
    for before, section in _pairs(original, page):
        wanted, found = (MARKER.findall(part.text) for part in (before, section))
        if wanted != found:
            message = f"“{section.id}” must have {', '.join(wanted) or 'no marker'}, as in the original; copy it"
            yield Problem(page.path, section.line, message)


def numbers(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """The same figures in each section: days, dates, articles. A month is a word, and thus no figure."""
    for before, section in _pairs(original, page):
        wanted, found = (Counter(NUMBER.findall(_prose(part))) for part in (before, section))
        if wanted != found:
            lacking, extra = (", ".join(sorted(left.elements(), key=int)) for left in (wanted - found, found - wanted))
            message = (
                f"the figures in “{section.id}” differ: {lacking or 'nothing'} is missing, {extra or 'nothing'} is too many"
            )
            yield Problem(page.path, section.line, f"{message}; compare it with the original")


def translated(docs: Docs, original: Page, page: Page) -> Iterator[Problem]:
    """No paragraph, no title is that of the original or of another language's page."""
    others = [docs.page(language, page.name) for language in docs.languages if language != page.language]
    theirs = {text: other.language for other in others if other for part in other.sections for text in _paragraphs(part)}
    for section in page.sections:
        for text in _paragraphs(section):
            if text in theirs:
                line = _line_of(page, section, text.split("\n")[0])
                yield Problem(page.path, line, f"this paragraph is that of the page in “{theirs[text]}”; translate it")
    if page.meta.get("excerpt") and page.meta.get("excerpt") == original.meta.get("excerpt"):
        yield Problem(page.path, 1, "the excerpt is that of the original; translate it")


PAGE_CHECKS: tuple[Check, ...] = (
    front_matter,
    headings,
    links,
    anchors,
    pictures,
    labels,
    markers,
    numbers,
    translated,
)
SOURCE_CHECKS: tuple[Check, ...] = (anchors, unknown_labels)


def _pairs(original: Page, page: Page) -> list[tuple[Section, Section]]:
    """The sections that both have."""
    return [(before, section) for section in page.sections if (before := original.section(section.id))]


def _raw_targets(section: Section) -> list[str]:
    return [found["target"] or found["bare"] for found in LINK.finditer(section.text)]


def _targets(section: Section) -> list[str]:
    return [LOCAL_SITE.sub("/{…}", target) for target in _raw_targets(section)]


def _prose(section: Section) -> str:
    """The text without the addresses of its links."""
    return LINK.sub(lambda found: found[0].partition("](")[0], PICTURE.sub("", section.text))


def _labels(section: Section) -> list[str]:
    """What is marked as a button, in order."""
    return [span["label"] for span in CODE_SPAN.finditer(section.text) if span["action"]]


def _paragraphs(section: Section) -> list[str]:
    parts = (part.strip() for part in re.split(r"\n\s*\n", FENCED.sub("", MARKER.sub("", section.text))))
    return [part for part in parts if len(re.findall(r"[^\W\d]+", LINK.sub("", part))) >= SAME_WORDS]


def _line_of(page: Page, section: Section, words: str) -> int:
    """The line of the file on which `words` stand, in the section or below; the section's own where they do not."""
    lines = page.path.read_text(encoding="utf-8").split("\n")
    found = (number for number, line in enumerate(lines, 1) if number >= section.line and words and words in line)
    return next(found, section.line)
