"""Headings: the same explicit id in every language, and what can be found or put by it."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

IDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("anchors.toml").read_text(encoding="utf-8"))
HEADING = re.compile(r"^(?P<marks>#{2,6}) (?P<text>.+?)[ \t]*$")
PINNED = re.compile(r"^(?P<marks>#{2,6}) (?P<text>.+?) \{#(?P<id>[\w-]+)[^}]*\}$")


class CountMismatch(ValueError):
    """A page with more or fewer headings than ids. Carries both numbers: `headings` and `ids`."""

    def __init__(self, headings: int, ids: int) -> None:
        super().__init__(f"{headings} headings for {ids} ids in checker/publish/anchors.toml")
        self.headings = headings
        self.ids = ids


def pin(markdown: str, ids: Sequence[str]) -> str:
    """The Markdown with the n-th id on the n-th heading (second level and below); raises CountMismatch."""
    lines = markdown.split("\n")
    headings = headings_in(lines)
    if len(headings) != len(ids):
        raise CountMismatch(len(headings), len(ids))
    for index, anchor in zip(headings, ids, strict=True):
        lines[index] = f"{lines[index].rstrip()} {{#{anchor}}}"
    return "\n".join(lines)


def headings_in(lines: Sequence[str]) -> list[int]:
    """Which lines are headings, those inside a fenced block left out."""
    found = []
    fenced = False
    for index, line in enumerate(lines):
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced and HEADING.match(line):
            found.append(index)
    return found


def questions(pinned: str) -> list[tuple[str, str]]:
    """The third-level headings of a pinned page as pairs of id and text: the questions of a FAQ."""
    matches = (PINNED.match(line) for line in pinned.split("\n"))
    return [(match["id"], match["text"]) for match in matches if match and len(match["marks"]) == 3]


def append_to_heading(pinned: str, anchor: str, text: str) -> str:
    """The pinned page with `text` right below the heading `anchor`."""
    lines = pinned.split("\n")
    at = next(index for index, line in enumerate(lines) if (match := PINNED.match(line)) and match["id"] == anchor)
    return "\n".join([*lines[: at + 1], "", text, "", *lines[at + 1 :]])


def append(pinned: str, anchor: str, text: str) -> str:
    """The pinned page with `text` at the end of the section `anchor`, before the next heading of any level."""
    lines = pinned.split("\n")
    ids = [(index, match["id"]) for index, line in enumerate(lines) if (match := PINNED.match(line))]
    position = [anchor_id for _, anchor_id in ids].index(anchor)
    end = ids[position + 1][0] if position + 1 < len(ids) else len(lines)
    return "\n".join([*lines[:end], text, "", *lines[end:]])
