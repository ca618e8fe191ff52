"""Every source the rules rest on, by whose it is: each act or page once, with the places in it that are used."""

from __future__ import annotations

from datetime import date

from checker.publish.names import by_name
from checker.publish.review import due
from checker.publish.tables.reader import NAMED, Reader
from checker.rules import data
from checker.rules.sources import Source, source
from checker.rules.verdict import Nature
from checker.words import N_, label
from checker.words.citations import citation
from checker.words.dates import in_words

GROUPS = {"eu": N_("Unione europea"), "ovhcloud": N_("OVHcloud")}
COUNT = N_("{all} punti citati: {read} letti nel testo, {unread} non ancora.")
UNREAD = N_("da leggere ancora nel testo ufficiale: {places}")
AGAIN = N_("da rileggere entro il {day}")


def sources(reader: Reader) -> str:
    """A section for the European Union, for OVHcloud, and for each country: title of the act, places, when read, when again."""
    groups: dict[str, list[str]] = {}
    for name, entry in data.table("sources")["sources"].items():
        law = source(name).nature is Nature.LAW
        groups.setdefault(entry["country"] or ("eu" if law else "ovhcloud"), []).append(name)
    first = [group for group in GROUPS if group in groups]
    countries = sorted(
        ((label("country", code, reader.language), code) for code in groups if code not in GROUPS),
        key=lambda named: by_name(named[0]),
    )
    named = [(reader.say(GROUPS[group]), group) for group in first] + countries
    return "\n\n".join(f"## {title} {{#from-{code.lower()}}}\n\n{_acts(groups[code], reader)}" for title, code in named)


def counted(reader: Reader) -> str:
    """How many there are, and how many were read in their official text or in a copy of it."""
    states = [source(name).confirmed for name in data.table("sources")["sources"]]
    return reader.say(COUNT, all=len(states), read=sum(states), unread=len(states) - sum(states))


def _acts(names: list[str], reader: Reader) -> str:
    acts: dict[tuple[str, str], list[Source]] = {}
    again: dict[tuple[str, str], date] = {}
    for name in names:
        said = citation(source(name), reader.language)
        act = said["title"], said["address"]
        acts.setdefault(act, []).append(source(name))
        again[act] = min(due(name), again.get(act, date.max))
    days = {act: reader.say(AGAIN, day=in_words(day, reader.language, "long")) for act, day in again.items()}
    named = ((f"[{act[0]}]({act[1]})", f"{_places(found, reader)}; {days[act]}") for act, found in acts.items())
    return "\n".join(f"- {reader.say(NAMED, name=act, value=places)}." for act, places in named)


def _places(found: list[Source], reader: Reader) -> str:
    """The places that were read, with the last day of reading; then those that were not."""
    read = [each for each in found if each.confirmed]
    unread = reader.say(UNREAD, places=_listed(found, reader, read=False)) if len(read) < len(found) else ""
    if not read:
        return unread
    last = citation(max(read, key=lambda each: each.read or ""), reader.language)["read"]
    said = f"{_listed(found, reader, read=True)} – {last}"
    return f"{said}. {unread[0].upper()}{unread[1:]}" if unread else said


def _listed(found: list[Source], reader: Reader, *, read: bool) -> str:
    places = (citation(each, reader.language)["place"] for each in found if each.confirmed is read)
    return "; ".join(dict.fromkeys(places))
