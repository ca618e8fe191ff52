"""What the pages state in their own words: no day and no figure that neither the rules nor a source know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from babel.dates import get_month_names

from checker import check
from checker.publish.attribution import FAQ, GUIDE
from checker.publish.review import GRACE
from checker.publish.tables.changes import CHANGES
from checker.publish.tables.wrong import METHODS
from checker.publish.translations.checks import LINK
from checker.publish.translations.pages import Docs
from checker.publish.words import sentences
from checker.rules import data
from checker.rules.exceptions import AMENDED
from checker.rules.order import MOST_LINES
from checker.rules.periods import add_months
from checker.rules.reasoning import DIRECTIVE_APPLIES
from checker.words import LANGUAGES, label
from tests.judged import ORDINARY, REPLIES
from tests.site.test_withdrawal import EXAMPLES

PAGES = ("index", "checker", "status", "withdrawal", "deadlines", "unpaid", "updates", "method", "sources")
"""The pages on orders and on the law that are written by hand; those on this site itself have figures of their own."""

SOURCES = data.table("sources")["sources"]
SAYS = {name: entry["says"] for name, entry in SOURCES.items()}
LATE = {"now": "2026-10-05T12:00:00+02:00"}


def verdict(**changes: Any) -> Any:
    """Give the verdict on an ordinary order with these changes."""
    return check(ORDINARY | changes)


def fourteen_days() -> bool:
    """An order of a Monday can be withdrawn from for so many days, and OVHcloud's FAQ says the same."""
    return verdict().last_day == date(2026, 9, 7) + timedelta(days=14) and "14 days" in SAYS["ovh-faq-cancel"]


def twelve_months() -> bool:
    """Where the information was never given, the last day is so many months later."""
    return bool(verdict(info_given=False).last_day == add_months(verdict().last_day, 12))


def midnight() -> bool:
    """The last day ends when the next one begins where the customer lives."""
    return bool(verdict().ends_at == datetime(2026, 9, 21, 22, tzinfo=UTC))


def saint_francis() -> bool:
    """4 October, a holiday in Italy again from 2026, a Sunday then, closes no other day before 2027."""
    days = data.table("closed_days/IT")["days"]
    weekdays = (date(2026, 10, 4).weekday(), date(2027, 10, 4).weekday())
    return {"2026-10-04", "2027-10-04"} <= days.keys() and weekdays == (6, 0)


FIGURES: dict[str, Callable[[], bool]] = {
    "14": fourteen_days,
    "12": twelve_months,
    "30": lambda: "30 days" in SAYS["ovh-guide-withdrawal"],
    "24": lambda: midnight() and "24 hours" in SAYS["ovh-payment-process"],
    "2011": lambda: "2011/83" in SOURCES["crd-9-1"]["title"],
    "83": lambda: "2011/83" in SOURCES["crd-9-1"]["title"],
    "1182": lambda: "1182/71" in SOURCES["reg1182-3-4"]["title"],
    "71": lambda: "1182/71" in SOURCES["reg1182-3-4"]["title"],
    "3": lambda: SOURCES["reg1182-3-4"]["place"].startswith("Article 3"),
    "9": lambda: SOURCES["crd-9-1"]["place"].startswith("Article 9"),
    "13": lambda: SOURCES["crd-13-1"]["place"].startswith("Article 13"),
    "16": lambda: SOURCES["crd-16-a"]["place"].startswith("Article 16"),
    "52": lambda: "art. 52" in SOURCES["it-cdc-52-1"]["place"],
    "59": lambda: "art. 59" in SOURCES["it-cdc-59-c"]["place"],
    "2013": lambda: "2013" in SOURCES["gb-ccr-30"]["title"] and "2013" in SOURCES["olg-koblenz-9-u-500-13"]["title"],
    "2022": lambda: FAQ.updated.year == 2022,
    "2018": lambda: recorded(0) == timedelta(hours=24),
    "2026": lambda: recorded(1) == timedelta(days=7),
    "7": lambda: recorded(1) == timedelta(days=7),
    "365": lambda: "365" in label("product", "licence", "it"),  # Office 365, Microsoft 365
    "19": lambda: EXAMPLES[1][2].day == 19,
    "25": lambda: EXAMPLES[2][2].day == 25,
    "60": lambda: GRACE == timedelta(days=60),
}
"""Each figure that a page may state, with what it rests on."""

IN_SENTENCES = FIGURES | {
    "1": lambda: next(step for step in verdict().steps if step.rule == "fourteen_days").values["start"] == date(2026, 9, 7),
    "4": saint_francis,
    "15": lambda: METHODS[0].way("2026-09-07") == date(2026, 9, 22),
    "48": lambda: "24 to 48 business hours" in SAYS["ovh-faq-2026"] and "24 to 48 hours" in SAYS["ovh-payment-process"],
    "100": lambda: MOST_LINES == 100,
    "2018": lambda: data.table("closed_days/IT")["first"] == "2018-01-01",
    "2026": saint_francis,
    "2027": saint_francis,
    "2040": lambda: data.table("closed_days/IT")["last"] == "2040-12-31",
}
"""Each figure that a sentence of the program may state."""

ELSEWHERE = ("checker/words/citations.py", "checker/publish/pictures.py")
"""Titles of acts, which the sources have, and a number made up for a drawing."""


def recorded(number: int) -> timedelta:
    """How long a recorded order could be paid."""
    reply = REPLIES[number]["reply"]
    return datetime.fromisoformat(reply["expirationDate"]) - datetime.fromisoformat(reply["date"])


def known_days() -> set[date]:
    """Give each day that the rules, the sources or the examples know."""
    since = {date.fromisoformat(SOURCES[name]["applies_from"]) for name in ("crd-11a", "at-fagg-13a")}
    examples = {day for example in EXAMPLES for day in example}
    return {AMENDED, FAQ.updated, GUIDE.updated} | since | examples | {change.day for change in CHANGES}


def prose(language: str, name: str) -> str:
    """Give a page's text without its links' addresses, code and markers."""
    page = Docs().page(language, name)
    assert page, f"docs/{language}/{name}.md is missing"
    text = "\n".join([str(page.meta["excerpt"]), *(section.text for section in page.sections)])
    return re.sub(r"<[^>]*>|^>.*$|^\d+\. ", "", LINK.sub(lambda link: link[0].partition("](")[0], text), flags=re.MULTILINE)


def days(text: str, language: str) -> Iterator[tuple[str, date]]:
    """Find each day in words, with its text."""
    names = {name.lower(): month for month, name in get_month_names("wide", "format", language).items()}
    pattern = rf"(\d{{1,2}})(?:\.|º|er|st|nd|rd|th)? (?:de |of )?({'|'.join(names)}) (?:de )?(\d{{4}})"
    for found in re.finditer(pattern, text, re.IGNORECASE):
        yield found[0], date(int(found[3]), names[found[2].lower()], int(found[1]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_stated_day_is_known_to_the_rules(language: str, name: str) -> None:
    """No page names a day that neither the rules nor a source have."""
    assert [] == [words for words, day in days(prose(language, name), language) if day not in known_days()]


def test_days_are_found_in_every_language() -> None:
    """The search for days sees those that every language's page on withdrawing names."""
    found = {language: {day for _, day in days(prose(language, "withdrawal"), language)} for language in LANGUAGES}
    assert [] == [language for language in LANGUAGES if not {example[1] for example in EXAMPLES} <= found[language]]


@pytest.mark.parametrize("name", PAGES)
def test_a_stated_figure_rests_on_something(name: str) -> None:
    """Each figure in the Italian words, days aside, is one the rules or a source give; `lint` has the others say the same."""
    text = prose("it", name)
    for words, _ in days(text, "it"):
        text = text.replace(words, "")
    assert [] == [figure for figure in set(re.findall(r"\d+", text)) if not (figure in FIGURES and FIGURES[figure]())]


def test_a_figure_in_a_sentence_rests_on_something() -> None:
    """The same for the sentences of the checker and of the tables; examples of how to write a date aside."""
    known = known_days() | {DIRECTIVE_APPLIES}
    unfounded = []
    for message in filter(lambda message: message.id, sentences()):
        for said in [message.id] if isinstance(message.id, str) else message.id:
            if message.locations[0][0] in ELSEWHERE or "per esempio" in said.lower():
                continue
            rest = re.sub(r"\{[^}]*\}", "", said)
            for words, day in days(said, "it"):
                rest = rest.replace(words, "" if day in known else "0")
            figures = re.findall(r"\d+", rest)
            unfounded += [said for figure in figures if not (figure in IN_SENTENCES and IN_SENTENCES[figure]())]
    assert [] == unfounded
