"""Sources grow old: the page says when each is to be read again, and a build does not pass over one that was not."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from checker.publish import review
from checker.rules import data
from tests.conftest import ROOT, build
from tests.site.built import LANGUAGES, page

NAMES = list(data.table("sources")["sources"])
FIRST = min(map(review.due, NAMES))
A_DAY = timedelta(days=1)


def test_every_source_has_a_day_by_which_it_is_read_again() -> None:
    """After the day on which it was read, or was tried to be; OVHcloud's texts, which change on any day, before the laws."""
    edition = date.fromisoformat(data.table("sources")["edition"])
    assert [] == [name for name in NAMES if review.due(name) <= edition]
    assert review.due("ovh-faq-cancel") < review.due("crd-9-1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_both_days_of_every_act(site: Path, language: str) -> None:
    """Each act of the list that was read names the day of its reading and that of the next; the others the next."""
    acts = [item.text for item in page(site, language, "sources").all("li") if re.search("202[67]", item.text)]
    assert len(acts) > 60
    assert [] == [act for act in acts if "2027" not in act]


def test_until_its_day_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """On the last day that a reading holds, a build is silent."""
    review.check(FIRST)
    assert "" == capsys.readouterr().err


@pytest.mark.parametrize("days", [1, 60])
def test_an_overdue_source_is_warned_of(capsys: pytest.CaptureFixture[str], days: int) -> None:
    """From the day after, for sixty days: its name and its day, and no others'."""
    review.check(FIRST + days * A_DAY)
    said = capsys.readouterr().err
    named = [name for name in NAMES if f"  {name}: " in said]
    assert named == [name for name in NAMES if review.due(name) < FIRST + days * A_DAY]
    assert str(FIRST) in said


def test_a_source_that_is_overdue_for_long_stops_the_build() -> None:
    """On the sixty-first day there is no site to publish any more."""
    with pytest.raises(PluginError, match=f"sources.json:\n.*by {FIRST}"):
        review.check(FIRST + 61 * A_DAY)


def test_a_build_warns_and_then_refuses(tmp_path: Path) -> None:
    """Strict or not: the day that the build is made for decides, not the machine's."""
    warned = build(ROOT, tmp_path / "warned", "--strict", day=FIRST + A_DAY, ONLY="it")
    assert warned.status == 0, warned.log
    assert "Sources are overdue" in warned.log
    refused = build(ROOT, tmp_path / "refused", day=FIRST + 61 * A_DAY, ONLY="it")
    assert refused.status != 0
    assert "Sources are overdue for more than 60 days" in refused.log
    assert not (tmp_path / "refused" / "index.html").exists()
