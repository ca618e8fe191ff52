"""What the rules know, as Markdown made at build time: a page says `<!-- rules:name -->` where it wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from checker.publish.links import split_code
from checker.publish.tables import deadlines
from checker.publish.tables.reader import Reader

MARKER = re.compile(r"<!-- rules:(?P<name>[\w-]+) -->")

TABLES: Mapping[str, Callable[[Reader], str]] = {"deadlines": deadlines.overview}
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
