"""How we compute: the decision table, each step, and the ways of counting that go wrong."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from checker.publish.tables.decisions import WORDS, adds
from checker.publish.tables.examples import EXAMPLES, ORDINARY
from checker.publish.tables.wrong import METHODS, Method, how_often, last_day
from checker.rules.order import read
from checker.rules.withdrawal import ROWS, decide
from checker.words import text
from checker.words.dates import in_words
from checker.words.steps import STEPS
from checker.words.told import told
from tests.oracle import ordinary_end
from tests.site.built import LANGUAGES, flat, page


def right_day(ordered: date, country: str) -> date:
    """Give the last day that the oracle counts."""
    return ordinary_end(ordered, country, None)[0]


def test_every_row_of_the_rules_has_its_words_and_its_examples() -> None:
    """In the order of the rules, and numbered as they are there."""
    names = [row.__name__ for row in ROWS]
    assert names == list(WORDS) == list(EXAMPLES)
    assert [] == [row.__name__ for number, row in enumerate(ROWS, 1) if not (row.__doc__ or "").startswith(f"Row {number}. ")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_row_decides_its_first_or_another_example(name: str) -> None:
    """Some example of each row is decided by it, as the rules decide it."""
    decided = [(changes, verdict) for changes in EXAMPLES[name] if (verdict := adds(name, changes)[1])]
    assert decided
    for changes, verdict in decided:
        (order,), _ = read({**ORDINARY, **changes})
        assert decide(order).outcome == verdict.outcome


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_stands_on_the_page(site: Path, language: str) -> None:
    """Each sentence that the checker can say of a step is there, filled in, with its source."""
    article = page(site, language, "method").one("article")
    shown = flat(article.text)
    steps = [step for name, examples in EXAMPLES.items() for changes in examples for step in adds(name, changes)[0]]
    zoned = {f"{step.rule}_in_zone" for step in steps if "zone" in step.values}
    assert set(STEPS) == {step.rule for step in steps} | zoned & set(STEPS)
    for step in steps:
        said = told(step, language)
        assert flat(said["text"]) in shown
        assert flat(said["source"]["title"]) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_for_each_row(site: Path, language: str) -> None:
    """Question and answer of each row of the rules, linked to its examples."""
    found = page(site, language, "method")
    shown = flat(found.one("article").text)
    links = {element.attributes.get("href") for element in found.all("a")}
    for name, (question, answer) in WORDS.items():
        assert flat(text(question, language)) in shown
        assert flat(text(answer, language)) in shown
        anchor = f"row-{name.replace('_', '-')}"
        assert f"#{anchor}" in links
        assert anchor in found.ids


@pytest.mark.parametrize("method", METHODS, ids=[method.way.__name__ for method in METHODS])
def test_a_wrong_method_is_wrong_and_the_right_day_is_right(method: Method) -> None:
    """For its example the method gives another day than the rules, and the oracle gives the same as the rules."""
    assert method.way(method.ordered) != last_day(method.ordered, method.country)
    assert right_day(date.fromisoformat(method.ordered[:10]), method.country) == last_day(method.ordered, method.country)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_states_both_days(site: Path, language: str) -> None:
    """Of each method, the day that it gives and the right one, in words."""
    shown = flat(page(site, language, "method").one("article").text)
    for method in METHODS:
        assert in_words(method.way(method.ordered), language) in shown
        assert in_words(last_day(method.ordered, method.country), language) in shown


def test_how_often_a_method_errs_is_counted_day_by_day() -> None:
    """Without moving the last day, an order of a Saturday or Sunday is wrong, and one before a holiday."""
    today = date(2026, 11, 23)
    never_moved = next(method.way for method in METHODS if method.way.__name__ == "_never_moved")
    days = [today + timedelta(days=number) for number in range(365)]
    errors = sum(right_day(day, "IT") != day + timedelta(days=14) for day in days)
    assert (errors, 365) == how_often(never_moved, today)
