"""The changes as an RSS feed, one a language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from checker.publish.tables.changes import CHANGES, Change, Kind
from checker.publish.tables.reader import Reader
from checker.rules.sources import source
from checker.words import N_
from checker.words.citations import UNCONFIRMED, citation

FILE = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
TITLE = N_("{site}: che cosa è cambiato")
WHAT = N_("Novità nei testi di OVHcloud sugli ordini, nella legge sul recesso e su questo sito")

SECTIONS = {Kind.OVHCLOUD: "documentation", Kind.LAW: "law", Kind.SITE: "site"}
"""The section of the page on changes that tells of each kind."""


def feed(reader: Reader, site: str) -> str:
    """RSS 2.0. `site`: what the site is called; `reader.home`: the full address of the language's root."""
    ET.register_namespace("atom", ATOM)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    page = f"{reader.home}updates/"
    for tag, text in (
        ("title", reader.say(TITLE, site=site)),
        ("link", page),
        ("description", reader.say(WHAT)),
        ("language", reader.language),
        ("lastBuildDate", _moment(max(change.day for change in CHANGES))),
    ):
        ET.SubElement(channel, tag).text = text
    ET.SubElement(channel, f"{{{ATOM}}}link", rel="self", type="application/rss+xml", href=f"{reader.home}{FILE}")
    for change in CHANGES:
        item = ET.SubElement(channel, "item")
        for tag, text in _item(change, page, reader):
            ET.SubElement(item, tag).text = text
        ET.SubElement(item, "guid", isPermaLink="false").text = f"{reader.home}{FILE}#{change.name}"
    ET.indent(rss)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(rss, encoding="unicode")}\n'


def _item(change: Change, page: str, reader: Reader) -> Iterator[tuple[str, str]]:
    words = reader.say(change.words)
    yield "title", words
    yield "link", f"{page}#{SECTIONS[change.kind]}"
    yield "description", f"{words} {_cited(change.says, reader)}" if change.says else words
    yield "pubDate", _moment(change.day)
    yield "category", change.kind


def _cited(name: str, reader: Reader) -> str:
    said = citation(source(name), reader.language)
    doubt = "" if said["confirmed"] else f" – {reader.say(UNCONFIRMED)}"
    return f"({said['title']}, {said['place']}{doubt}, {said['address']})"


def _moment(day: date) -> str:
    return format_datetime(datetime.combine(day, time(), UTC))
