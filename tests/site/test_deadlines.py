"""Ordered on which day, last day to withdraw: what the pages of the countries say, against the rules and by their looks."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from checker import words
from checker.publish.days import month, weekday, weekday_and_date
from checker.publish.tables import country_pages, deadlines
from checker.publish.tables.reader import Reader
from checker.rules import check, places
from checker.rules.verdict import Verdict, Warning
from checker.words.dates import in_words
from checker.words.sentences import WARNINGS
from tests.conftest import ROOT, SITE_URL, build
from tests.site.built import COUNTRIES, LANGUAGES, Element, Page, page, page_path, place, target
from tests.site.weight import entries

DAY = timedelta(days=1)
EUROPEAN_UNION = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
CODES = tuple(sorted((*EUROPEAN_UNION, "IS", "LI", "NO", "GB")))
"""With the three other states of the EEA, and the United Kingdom."""

TODAY = date(2027, 3, 1)

MONTHS = tuple(date(2027 + (1 + number) // 12, (1 + number) % 12 + 1, 1) for number in range(14))
"""From the month before TODAY's to the same month next year, which has a 29 February before it."""

CAPTIONS = tuple(month(first, "it") for first in MONTHS)

HOLIDAYS = (date(2027, 4, 1), date(2027, 12, 1))
"""Months whose orders end on holidays of May and at Christmas."""

OPEN_QUESTIONS = {Warning.ROLL_UNCERTAIN, Warning.LOCAL_HOLIDAY_POSSIBLE, Warning.NATIONAL_TEXT_EARLIER}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a month: its cells' text, and whether the style sheet sets it off."""

    cells: tuple[str, ...]
    moved: bool


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it was built on TODAY."""
    done = build(ROOT, tmp_path_factory.mktemp("dated") / "site", "--strict", day=TODAY)
    assert 0 == done.status, done.log
    return done.site


@cache
def country_page(site: Path, language: str, code: str) -> Page:
    """A country's page, read once."""
    return page(site, language, f"deadlines/{code.lower()}")


def rows_of(shown: Page) -> dict[str, list[Row]]:
    """The rows of each month, by the month's anchor."""
    cells: dict[Element, list[str]] = {}
    for element in shown.elements:
        if element.tag in ("th", "td") and element.outer and element.outer.tag == "tr":
            cells.setdefault(element.outer, []).append(element.text)
    found: dict[str, list[Row]] = {}
    anchor = ""
    for element in shown.elements:
        anchor = element.attributes.get("id", "") if element.tag == "h2" else anchor
        if element in cells and any(outer.tag == "tbody" for outer in element.around[:1]):
            found.setdefault(anchor, []).append(Row(tuple(cells[element]), element.has_class("moved")))
    return found


def days_of(first: date) -> Iterator[date]:
    """The days of a month."""
    day = first
    while day.month == first.month:
        yield day
        day += DAY


@cache
def verdict(code: str, ordered: date, region: str | None = None) -> Verdict:
    """What the checker says the day after of an ordinary order: a consumer's web hosting, paid and delivered."""
    order = {
        "ordered_at": ordered.isoformat(),
        "now": f"{ordered + DAY}T12:00:00Z",
        "country": code,
        "customer_type": "consumer",
        "product": "web_hosting",
        "order_kind": "new",
        "order_status": "delivered",
        "payment_status": "paid",
        "info_given": True,
    }
    return check(order | ({"region": region} if region else {}))


def closed_days(found: Verdict) -> list[tuple[date, str]]:
    """The days that moved the last day, each with its reason."""
    return [(day["day"], day["why"]) for step in found.steps if step.rule == "last_day_moves" for day in step.values["closed"]]


def test_every_country_with_the_right_has_a_page() -> None:
    """And none that is part of another: Réunion's customers find France."""
    assert [f"deadlines/{code.lower()}" for code in CODES] == sorted(COUNTRIES)


@pytest.mark.parametrize("code", CODES)
def test_every_day_is_there(dated: Path, code: str) -> None:
    """From the month before the build's to the same month a year later, each month with its name and an anchor."""
    shown = country_page(dated, "it", code)
    found = {anchor: [row.cells[0] for row in rows] for anchor, rows in rows_of(shown).items()}
    assert {f"{first:%Y-%m}": [weekday(day, "it") for day in days_of(first)] for first in MONTHS} == found
    captions = [caption.text for caption in shown.all("caption")]
    assert [*CAPTIONS] == captions
    jumps = [link.attributes["href"] for link in shown.all("a") if link.text in captions]
    assert [f"#{first:%Y-%m}" for first in MONTHS] == jumps


@pytest.mark.parametrize("code", CODES)
def test_each_last_day_is_the_checkers(dated: Path, code: str) -> None:
    """For every order of two months with holidays: the same day, an asterisk where it is not the fourteenth, and why."""
    for first in HOLIDAYS:
        stated = rows_of(country_page(dated, "it", code))[f"{first:%Y-%m}"]
        for ordered, row in zip(days_of(first), stated, strict=True):
            found = verdict(code, ordered)
            assert found.last_day
            moved = found.last_day != ordered + 14 * DAY
            assert (weekday_and_date(found.last_day, "it") + "*" * moved, moved) == (row.cells[1], row.moved)
            named = [
                (weekday if day.month == found.last_day.month else weekday_and_date)(day, "it")
                + ("" if why in ("saturday", "sunday") else f" {why}")
                for day, why in closed_days(found)
            ]
            assert ", ".join(named) == "".join(row.cells[2:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_moved_day_is_marked_and_says_why(dated: Path, language: str) -> None:
    """By a sign and words, not by colour alone; no other row is marked."""
    for code in ("IT", "PL"):
        marked = [row for rows in rows_of(country_page(dated, language, code)).values() for row in rows]
        assert {True, False} == {row.moved for row in marked}
        assert [] == [row for row in marked if not row.moved == row.cells[1].endswith("*") == bool(row.cells[2])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_british_page_moves_nothing(dated: Path, language: str) -> None:
    """Two columns, no asterisk, and a sentence that says so."""
    shown = country_page(dated, language, "GB")
    rows = [row for rows in rows_of(shown).values() for row in rows]
    assert {(2, False)} == {(len(row.cells), row.moved) for row in rows}
    assert 2 * len(MONTHS) == len([head for head in shown.all("th") if head.attributes["scope"] == "col"])
    assert [] == [row for row in rows if "*" in row.cells[1]]
    assert words.text(country_pages.NEVER_MOVES, language) in {paragraph.text for paragraph in shown.all("p")}


def in_full(code: str, reader: Reader) -> str:
    """Give a country's page as Markdown, months and all."""
    return country_pages.in_full(country_pages.page(code, reader), code, reader)


def test_where_no_holidays_are_known_the_fourteenth_day_stands() -> None:
    """After 2040, unmarked, and the page says that the holidays are not known."""
    (december,) = (found for found in deadlines.months("DE", date(2040, 6, 1)) if found.first == date(2040, 12, 1))
    assert date(2041, 1, 14) == deadlines.end(december.periods[-1])
    reader = Reader("it", date(2040, 6, 1))
    twin = in_full("DE", reader)
    assert f"- {WARNINGS[Warning.BEYOND_COVERAGE]}\n" in twin
    assert "| lun 31 | lun 14/01 |  |" in twin.replace("\u00a0", " ")
    assert WARNINGS[Warning.BEYOND_COVERAGE] not in in_full("DE", Reader("it", TODAY))


def test_the_safe_day_is_named(dated: Path) -> None:
    """Where days move, the page says to withdraw by the fourteenth all the same."""
    told = {
        code
        for code in CODES
        if any("recedi già entro il giorno 14" in p.text for p in country_page(dated, "it", code).all("p"))
    }
    assert set(CODES) - {"GB"} == told


@pytest.mark.parametrize("code", CODES)
def test_open_questions_are_named_as_the_checker_names_them(dated: Path, code: str) -> None:
    """On the page stand just the sentences that the checker says of orders of these days, there or in a region."""
    fortnight = [MONTHS[0] + number * DAY for number in range(14)]
    warned = {warning for day in fortnight for warning in verdict(code, day).warnings}
    for region in ("DE-BY", "DE-SN", "DE-TH", "FR-67", "PT-20", "PT-30"):
        if region.startswith(code):
            days = (day for first in MONTHS for day in days_of(first))
            warned |= {warning for day in days for warning in verdict(code, day, region).warnings}
    said = {item.text for item in country_page(dated, "it", code).all("li") if item.in_article}
    assert {WARNINGS[warning] for warning in warned & OPEN_QUESTIONS} == said & {WARNINGS[found] for found in OPEN_QUESTIONS}


@pytest.mark.parametrize("code", ["DE", "ES", "FI", "FR", "IT", "PT"])
def test_regions_have_the_last_day_that_the_checker_gives_them(code: str) -> None:
    """Each region whose holidays lead to another day, for each order of May and of November; and no other."""
    found, expected = set(), set()
    for first in (date(2027, 5, 1), date(2027, 11, 1)):
        (shown,) = (shown for shown in deadlines.months(code, TODAY) if shown.first == first)
        found |= {(region, day, part.last) for part in shown.elsewhere for region in part.regions for day in part.ordered}
        expected |= {
            (region, day, last)
            for day in days_of(first)
            for region in places.regions(code)
            if (last := verdict(code, day, region).last_day) != verdict(code, day).last_day
        }
    assert expected == found
    assert code in ("ES", "FI", "PT") or found


def test_regions_are_named_below_their_month(dated: Path) -> None:
    """Those that share a holiday together, with the days of the orders, the last day and the holiday."""
    shown = country_page(dated, "it", "DE")
    below: dict[str, list[str]] = {}
    anchor = ""
    for element in shown.elements:
        anchor = element.attributes["id"] if element.tag == "h2" and "id" in element.attributes else anchor
        if element.tag == "li" and any(outer.has_class("month") for outer in element.around):
            below.setdefault(anchor, []).append(element.text.replace("\u00a0", " "))
    assert ["Sachsen: ordini di mer 3, ultimo giorno gio 18/11* (Buß- und Bettag)."] == below["2027-11"]
    september = "Thüringen: ordini di sab 4, dom 5 e lun 6, ultimo giorno mar 21/09* (Weltkindertag)."
    assert [september] == below["2027-09"]
    assert below["2027-05"][0].startswith(
        "Baden-Württemberg, Bayern, Hessen, Nordrhein-Westfalen, Rheinland-Pfalz e Saarland: "
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_say_the_day_of_the_build(dated: Path, language: str) -> None:
    """SOURCE_DATE_EPOCH's, not the clock's: in the overview and on a country's page."""
    there = (ROOT / f"docs/{language}/deadlines.md").is_file()
    for name, said_in in {"deadlines": language if there else "it", "deadlines/hu": language}.items():
        said = [strong.text for strong in page(dated, language, name).all("strong")]
        assert in_words(TODAY, said_in, "long") in said, name


def test_the_overview_lists_the_countries_by_name(dated: Path) -> None:
    """Each with a link to its page, and the checker's last day for an order of the day of the build."""
    for language in ("it", "en"):
        shown = page(dated, language, "deadlines")
        rows = [row for row in shown.all("tr") if shown.inside(row, "td")]
        links = [shown.inside(row, "a")[0] for row in rows]
        leads = [target(dated, shown.path, link.attributes["href"]) for link in links]
        named = sorted(CODES, key=lambda code: words.label("country", code, language))
        assert [words.label("country", code, language) for code in named] == [link.text for link in links]
        assert [(page_path(dated, language, f"deadlines/{code.lower()}"), "") for code in named] == leads
        for code, row in zip(named, rows, strict=True):
            last = verdict(code, TODAY).last_day
            assert last
            assert weekday_and_date(last, language) in shown.inside(row, "td")[1].text, code


def test_the_overview_names_the_holidays_that_come_next(dated: Path) -> None:
    """The next two on which a last day can fall; that none moves it in the United Kingdom; and day 14 where it was moved."""
    shown = page(dated, "it", "deadlines")
    text = {shown.inside(row, "a")[0].text: row.text for row in shown.all("tr") if shown.inside(row, "td")}
    italy = text["Italia"].replace("\u00a0", " ")
    assert "lun 29/03 Lunedì dell'Angelo, mer 02/06 Festa della Repubblica" in italy
    assert ["Regno Unito"] == [name for name, row in text.items() if "Non si sposta mai" in row]
    assert "(il giorno 14 è lun 15/03)" in text["Ungheria"].replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_stays_when_the_language_changes(dated: Path, language: str) -> None:
    """The language menu, the alternates in the head and the canonical address."""
    shown = country_page(dated, language, "FR")
    menu = [link for link in shown.all("a") if link.has_class("md-select__link")]
    leads = {link.attributes["lang"]: target(dated, shown.path, link.attributes["href"]) for link in menu}
    assert {other: (page_path(dated, other, "deadlines/fr"), "") for other in LANGUAGES} == leads
    alternates = {e.attributes["hreflang"]: e.attributes["href"] for e in shown.all("link") if "hreflang" in e.attributes}
    addresses = {other: SITE_URL + place(other, "deadlines/fr") for other in LANGUAGES}
    assert addresses | {"x-default": addresses["it"]} == alternates
    assert addresses[language] == shown.one("link", rel="canonical").attributes["href"]
    assert language == shown.one("html").attributes["lang"]
    assert words.label("country", "FR", language) in shown.one("h1").text


def test_a_country_s_page_leads_on(dated: Path) -> None:
    """Past the menus to the months, to the checker with the country filled in, and back to all countries."""
    shown = country_page(dated, "de", "AT")
    links = {link.attributes["href"] for link in shown.all("a")}
    assert {"#months", "../../checker/#answers?country=AT", "../"} <= links
    assert "months" in shown.ids


def test_only_the_overview_is_searched(dated: Path) -> None:
    """Thirty-one pages of the same words would hide every other answer."""
    for language in LANGUAGES:
        searched = json.loads(entries(dated, language).read_text(encoding="utf-8"))
        found = {entry["location"] for entry in searched if entry["location"].startswith("deadlines/")}
        written = (ROOT / f"docs/{language}/deadlines.md").is_file()
        assert ({"deadlines/", "deadlines/#countries"} if written else set()) == found


def test_no_page_is_heavy(dated: Path) -> None:
    """Less than 80 kB each: they are read on phones."""
    pages = [(language, code) for language in LANGUAGES for code in COUNTRIES]
    sizes = {(language, code): page_path(dated, language, code).stat().st_size for language, code in pages}
    assert 7 * 31 == len(list(dated.glob("**/deadlines/??/index.html")))
    assert {} == {of: size for of, size in sizes.items() if size > 80_000}


@pytest.mark.parametrize("code", ["DE", "GB"])
def test_the_markdown_twin_says_the_same(dated: Path, code: str) -> None:
    """The same rows, the same sentences and the same lines on regions, in the same order; no marker is left."""
    reader = Reader("it", TODAY, "https://example.org/", "../")
    twin = in_full(code, reader)
    shown = country_page(dated, "it", code)
    rows = [row.cells for rows in rows_of(shown).values() for row in rows]
    lines = [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in re.findall(r"(?m)^\| .*$", twin)]
    of_days = [line for line in lines if line[0] != "Ordinato" and line[0] != "---"]
    assert [tuple(cell for cell in row if cell) for row in rows] == [tuple(filter(None, line)) for line in of_days]
    items = [item.text for item in shown.all("li") if item.in_article and not item.text.startswith(CAPTIONS)]
    assert items == re.findall(r"(?m)^- (.*)$", twin)
    assert ("<!--" not in twin, f"https://example.org/checker/#answers?country={code}" in twin) == (True, True)


def test_a_holiday_is_marked_as_being_in_its_own_language(dated: Path) -> None:
    """A voice that reads a Polish name on a German page is told so; on the country's own page nothing is marked."""
    shown = country_page(dated, "de", "PL")
    names = {span.text for span in shown.all("span") if span.attributes.get("lang") == "pl" and span.in_article}
    assert {"Święto Narodowe Trzeciego Maja", "Dzień Bożego Ciała"} <= names
    assert [] == [span for span in country_page(dated, "pl", "PL").all("span") if span.in_article and "lang" in span.attributes]
    overview = page(dated, "it", "deadlines")
    assert {"bg", "el", "pl"} <= {span.attributes["lang"] for span in overview.all("span") if "lang" in span.attributes}
