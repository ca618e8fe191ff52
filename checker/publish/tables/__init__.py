"""What the rules and the site know, as Markdown made at build time: a page says `<!-- rules:name -->` where it wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from checker.publish.links import split_code
from checker.publish.tables import changes, compared, deadlines, decisions, home, life, sources, statuses, wrong
from checker.publish.tables.reader import Reader

MARKER = re.compile(r"<!-- (?:rules|site):(?P<name>[\w-]+) -->")

TABLES: Mapping[str, Callable[[Reader], str]] = {
    **{f"changes-{kind}": changes.of(kind) for kind in changes.Kind},
    "contact": home.contact,
    "counting-wrong": wrong.wrong,
    "deadlines": deadlines.overview,
    "decisions": decisions.decisions,
    "deliveries": statuses.deliveries,
    "differences": compared.differences,
    "function": compared.function,
    "life": life.life,
    "pages": home.pages,
    "search": home.search,
    "sources": sources.sources,
    "sources-counted": sources.counted,
    "status-links": statuses.links,
    "statuses": statuses.statuses,
    "steps": decisions.steps,
}
"""By name, what stands in the marker's place: Markdown, which the page's Markdown twin shows as it is."""


class UnknownTable(LookupError):
    """A marker that names nothing that can be made. Carries nothing but its message."""


def expand(markdown: str, reader: Reader) -> str:
    """The Markdown with each marker replaced; code is left alone. Raises UnknownTable."""

    def made(marker: re.Match[str]) -> str:
        if marker["name"] not in TABLES:
            raise UnknownTable(f"rules:{marker['name']} is not known; there are {', '.join(TABLES)}")
        return TABLES[marker["name"]](reader)

    return "".join(part if code else MARKER.sub(made, part) for part, code in split_code(markdown))
