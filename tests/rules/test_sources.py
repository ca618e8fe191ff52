"""Sources: every citation is complete, dated, officially addressed, and honest about what was read."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

import pytest

from checker import check
from checker.rules import data, sources
from checker.rules.verdict import Nature
from tests.judged import ORDINARY, steps

TABLE = data.table("sources")
SOURCES: dict[str, dict[str, Any]] = TABLE["sources"]
KEYS = [
    *("title", "place", "nature", "address", "applies_from", "applies_until"),
    *("read", "read_in", "state", "says", "transposes", "country"),
]
OFFICIAL_HOSTS = {
    *("eur-lex.europa.eu", "www.efta.int", "lgko.justiz.rlp.de", "olgko.justiz.rlp.de"),
    *("www.ris.bka.gv.at", "www.ejustice.just.fgov.be", "www.fedlex.admin.ch", "www.e-sbirka.cz"),
    *("www.gesetze-im-internet.de", "www.boe.es", "www.finlex.fi", "www.legifrance.gouv.fr"),
    *("www.legislation.gov.uk", "www.irishstatutebook.ie", "www.normattiva.it", "www.e-tar.lt"),
    *("legilux.public.lu", "wetten.overheid.nl", "isap.sejm.gov.pl", "diariodarepublica.pt"),
    *("www.ecfr.gov", "www.legisquebec.gouv.qc.ca"),
}
TRADER_HOSTS = {"docs.ovhcloud.com", "eu.api.ovh.com", "github.com", "www.ovhcloud.com"}
# The judgment on domains is German, and is cited to everyone as what it is: its sentence says so.
FOREIGN = {("domain_is_a_service", "olg-koblenz-9-u-500-13")}
TRANSPOSING = ["AT", "BE", "CZ", "DE", "ES", "FI", "FR", "IE", "IT", "LT", "LU", "NL", "PL", "PT"]


def group(name: str) -> str:
    """The Union's law first, then the countries in order, then the trader's texts."""
    if name.startswith("ovh-"):
        return "trader"
    return SOURCES[name]["country"] or ""


def failing(holds: Callable[[str], bool]) -> set[str]:
    """The sources for which `holds` does not hold."""
    return {name for name in SOURCES if not holds(name)}


def is_date(value: str | None) -> bool:
    """No date, or an ISO calendar date."""
    return value is None or date.fromisoformat(value).isoformat() == value


def test_layout() -> None:
    """The file is two-space JSON in UTF-8 with a line end at its end."""
    assert json.dumps(TABLE, ensure_ascii=False, indent=2) + "\n" == data.raw("sources.json").decode("utf-8")


def test_order() -> None:
    """The Union's law comes first, the countries follow in order, the trader comes last."""
    groups = [key for key, _ in groupby(SOURCES, group)]
    assert ["", *sorted(set(groups) - {"", "trader"}), "trader"] == groups


def test_cited() -> None:
    """Every source that a verdict cites is in the table, and so is every one that a correction of the closed days names."""
    corrections = {correction["source"] for correction in data.table("corrections")} - {None}
    assert set() == ({step.source for _, step in steps()} | corrections) - set(SOURCES)


def test_cited_to_whom_it_concerns() -> None:
    """The law that a verdict cites is the Union's or that of the customer's own country."""
    known = data.table("places")["countries"]
    foreign = set()
    for order, step in steps():
        country = order.get("country")
        if SOURCES[step.source]["country"] not in (None, country, known.get(country, {}).get("part_of")):
            foreign.add((step.rule, step.source))
    assert FOREIGN == foreign


def test_keys() -> None:
    """Each source has every key and no other, in the same order."""
    assert set() == failing(lambda name: list(SOURCES[name]) == KEYS)


def test_title_and_place() -> None:
    """Each source names its act and the exact place in it."""
    assert set() == failing(lambda name: bool(SOURCES[name]["title"].strip() and SOURCES[name]["place"].strip()))


def test_says_one_sentence() -> None:
    """What a source says is one sentence."""
    assert set() == failing(lambda name: SOURCES[name]["says"].endswith(".") and ". " not in SOURCES[name]["says"])


def test_dates() -> None:
    """Dates are ISO calendar dates."""
    dates = ("applies_from", "applies_until", "read")
    assert is_date(TABLE["edition"])
    assert set() == failing(lambda name: all(is_date(SOURCES[name][key]) for key in dates))


def test_nothing_ends_before_it_begins() -> None:
    """A provision that no longer applies did apply before."""
    ended = {name for name, entry in SOURCES.items() if entry["applies_until"]}
    assert ended == {name for name in ended if (SOURCES[name]["applies_from"] or "") <= SOURCES[name]["applies_until"]}


def test_read_by_the_edition() -> None:
    """Nothing was read after the table's edition."""
    assert set() == failing(lambda name: (SOURCES[name]["read"] or "") <= TABLE["edition"])


def test_state() -> None:
    """A source is confirmed or it is not."""
    assert {"confirmed", "unconfirmed"} == {entry["state"] for entry in SOURCES.values()}


def test_confirmed_means_read() -> None:
    """A confirmed source names the day and the copy in which it was read, an unconfirmed one claims neither."""
    confirmed = {name for name, entry in SOURCES.items() if entry["state"] == "confirmed"}
    assert confirmed == {name for name, entry in SOURCES.items() if entry["read"]}
    assert confirmed == {name for name, entry in SOURCES.items() if entry["read_in"]}


def test_read_as_it_stands_in_the_table() -> None:
    """A source is what the table says of it, confirmed or not."""
    for name, entry in SOURCES.items():
        source = sources.source(name)
        found = (source.title, source.place, source.address, source.read, source.confirmed)
        told = tuple(entry[key] for key in ("title", "place", "address", "read"))
        assert (*told, entry["state"] == "confirmed") == found
        assert (entry["applies_from"], entry["applies_until"]) == (source.applies_from, source.applies_until)


def test_addresses() -> None:
    """A law is addressed at an official site, the trader's texts at the trader's own, all of them encrypted."""
    for name, entry in SOURCES.items():
        address = urlsplit(entry["address"])
        hosts = TRADER_HOSTS if group(name) == "trader" else OFFICIAL_HOSTS
        assert (name, "https", True) == (name, address.scheme, address.hostname in hosts)


def test_nature() -> None:
    """The trader's texts are never passed off as law, nor law as theirs."""
    assert {Nature.LAW} == {sources.source(name).nature for name in SOURCES if group(name) != "trader"}
    assert {Nature.TRADER_TERMS, Nature.FAQ} == {sources.source(name).nature for name in SOURCES if group(name) == "trader"}


def test_national_names() -> None:
    """A national provision is named after its country, and only a court's judgment after the court."""
    national = {name: entry["country"].lower() for name, entry in SOURCES.items() if entry["country"]}
    courts = {name for name, country in national.items() if not name.startswith(f"{country}-")}
    assert {"lg-koblenz-1-ho-8-12", "olg-koblenz-9-u-500-13"} == courts


def test_transposes() -> None:
    """Only a national provision transposes, and what it transposes is a source of the Union's law."""
    union = {name for name in SOURCES if group(name) == ""}
    assert set() == {entry["transposes"] for entry in SOURCES.values() if entry["country"]} - union - {None}
    assert {None} == {entry["transposes"] for entry in SOURCES.values() if not entry["country"]}


def test_one_national_provision_each() -> None:
    """A country has at most one provision for one of the Union's."""
    pairs = Counter((entry["country"], entry["transposes"]) for entry in SOURCES.values() if entry["transposes"])
    assert {1} == set(pairs.values())


@pytest.mark.parametrize("country", [*TRANSPOSING, "GB"])
def test_cited_at_home(country: str) -> None:
    """Where a country's own text is known, the 14 days and their start are cited from it."""
    verdict = check(ORDINARY | {"country": country})
    places = {step.rule: SOURCES[step.source]["country"] for step in verdict.steps}
    assert (country, country) == (places["starts_with_conclusion"], places["fourteen_days"])


def test_the_directive_is_cited_elsewhere() -> None:
    """Where a country's own text is not known, the Directive itself is cited."""
    places = {step.rule: step.source for step in check(ORDINARY | {"country": "HR"}).steps}
    assert ("crd-9-2-a", "crd-9-1") == (places["starts_with_conclusion"], places["fourteen_days"])


def test_a_regulation_applies_as_it_is() -> None:
    """No national rule on periods is cited for the Regulation's, which moves a last day on a Saturday too."""
    orders = [ORDINARY | {"country": country, "ordered_at": "2026-09-05"} for country in TRANSPOSING]
    moved = [step.source for order in orders for step in check(order).steps if step.rule == "last_day_moves"]
    assert ["reg1182-3-4"] * len(TRANSPOSING) == moved
