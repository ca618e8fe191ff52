"""OVHcloud's own link notation, /links/<key> and /pages/<path>#<anchor>, turned into real addresses."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

TABLE = tomllib.loads(Path(__file__).with_name("links.toml").read_text(encoding="utf-8"))
CODE = re.compile(r"(^```.*?^```[^\n]*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"(?<=\]\()/(?P<kind>links|pages)/(?P<key>[^)\s#]+)(?:#(?P<fragment>[^)\s]+))?(?=[)\s])")


class UnknownLink(LookupError):
    """A link that the table does not know in the page's language. Carries the `kind`, the `key` and the `language`."""

    def __init__(self, kind: str, key: str, language: str) -> None:
        super().__init__(f"{kind}: no address for “{key}” in “{language}”; add it to checker/publish/links.toml")
        self.kind = kind
        self.key = key
        self.language = language


def address(kind: str, key: str, language: str) -> str:
    """The address of a `links`, `pages` or `fragments` entry; raises UnknownLink where the table has none."""
    try:
        found = TABLE[kind][key][language]
    except KeyError:
        raise UnknownLink(kind, key, language) from None
    return str(found)


def resolve(markdown: str, language: str) -> str:
    """The Markdown with every /links/ and /pages/ target resolved; code is left alone. Raises UnknownLink."""

    def target(match: re.Match[str]) -> str:
        found = address(match["kind"], match["key"], language)
        return f"{found}#{address('fragments', match['fragment'], language)}" if match["fragment"] else found

    return "".join(part if code else TARGET.sub(target, part) for part, code in split_code(markdown))


def split_code(markdown: str) -> Iterator[tuple[str, bool]]:
    """The Markdown in pieces, in order, each with whether it is code (a fenced block or a span)."""
    for index, part in enumerate(CODE.split(markdown)):
        yield part, index % 2 == 1
