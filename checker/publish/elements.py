"""A page's HTML as a tree, for what takes a part out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
SPACE = re.compile(r"[ \t\n\r\f]+")
ADDRESSES = ("href", "src")


@dataclass(eq=False, slots=True)
class Element:
    """One element: its tag, its attributes (None: without a value), and what stands in it, elements and text."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Element]:
        """All elements inside, at any depth, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements

    @property
    def text(self) -> str:
        """What it says, each run of white space as one space; no-break spaces stay."""
        return SPACE.sub(" ", self._said()).strip(" ")

    def _said(self) -> str:
        return "".join(child if isinstance(child, str) else child._said() for child in self.children)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set((self.attributes.get("class") or "").split())

    def html(self) -> str:
        """The element as HTML."""
        named = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in self.attributes.items()
        )
        if self.tag in VOID:
            return f"<{self.tag}{named}>"
        return f"<{self.tag}{named}>{html(self.children)}</{self.tag}>"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: str) -> Element:
    """The HTML as an element without a tag; comments are left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.open[0]


def html(parts: Iterable[Element | str]) -> str:
    """Elements and text as HTML."""
    return "".join(escape(part, quote=False) if isinstance(part, str) else part.html() for part in parts)


def without(parts: Iterable[Element | str], classes: set[str]) -> list[Element | str]:
    """The parts without the elements, at any depth, that carry one of the classes."""
    return [
        part if isinstance(part, str) else Element(part.tag, part.attributes, without(part.children, classes))
        for part in parts
        if isinstance(part, str) or not part.classes & classes
    ]


def absolute(parts: Iterable[Element | str], address: str) -> list[Element | str]:
    """The parts with every address in them as seen from anywhere; `address` is that of the page they stand on."""
    return [
        part
        if isinstance(part, str)
        else Element(
            part.tag,
            {
                name: urljoin(address, value) if name in ADDRESSES and value else value
                for name, value in part.attributes.items()
            },
            absolute(part.children, address),
        )
        for part in parts
    ]


def in_script(value: Any) -> str:
    """A value as JSON that may stand in a `script`: no text in it can end that, or begin a comment in it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
