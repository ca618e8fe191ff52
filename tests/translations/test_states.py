"""`status`, `diff` and `mark`: what a writer learns of a translation that falls behind."""

from __future__ import annotations

import pytest

from checker.publish.translations.records import By, Records
from checker.publish.translations.states import PageState, State, states
from tests.translations.conftest import Site, edit


def found(site: Site) -> PageState:
    """Give the state of the one page."""
    (state,) = states(site.docs)
    return state


def test_a_page_that_is_not_there_is_missing(site: Site) -> None:
    """Without a file the page is missing, with none of its sections."""
    site.translation.unlink()
    assert (State.MISSING, {}) == (found(site).state, found(site).sections)


def test_a_page_never_compared_is_not_called_current(site: Site) -> None:
    """A page that nobody has marked is unrecorded, however well it fits."""
    assert State.UNRECORDED is found(site).state


def test_a_marked_page_is_current(site: Site) -> None:
    """After `mark` every section is current, with the day of the review and who translated it."""
    site.mark()
    state = found(site)
    assert (State.CURRENT, "2026-11-23", By.PERSON) == (state.state, str(state.reviewed), state.by)
    assert {"top", "when", "how"} == set(state.behind(State.CURRENT))


def test_a_changed_section_makes_that_section_stale(site: Site) -> None:
    """Other words in one section of the original: that section is stale, the others stay current."""
    site.mark()
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    state = found(site)
    assert (State.STALE, ["when"]) == (state.state, state.behind(State.STALE))


@pytest.mark.parametrize(("old", "new"), [("che non serve più", "che\nnon  serve più"), ("più.", "piu\u0300.")])
def test_the_same_words_are_not_stale(site: Site, old: str, new: str) -> None:
    """A line broken elsewhere, or an accent composed otherwise, changes nothing."""
    site.mark()
    edit(site.original, old, new)
    assert State.CURRENT is found(site).state


def test_a_changed_title_makes_the_top_stale(site: Site) -> None:
    """The title and the excerpt belong to the top."""
    site.mark()
    edit(site.original, "cambiato idea", "cambiato idea in tempo")
    assert ["top"] == found(site).behind(State.STALE)


def test_a_correction_of_the_translation_changes_nothing(site: Site) -> None:
    """Only the original's words count: a typo corrected in the translation neither spoils nor mends its state."""
    site.mark()
    edit(site.translation, "no longer need", "do not need")
    assert State.CURRENT is found(site).state
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    edit(site.translation, "You have 14", "You have 30")
    assert State.STALE is found(site).state


def test_marking_one_section_leaves_the_others_behind(site: Site) -> None:
    """`mark` with a section named records that one only."""
    site.mark()
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    edit(site.original, "clicca su", "poi clicca su")
    site.mark("when")
    assert ["how"] == found(site).behind(State.STALE)


def test_a_new_section_of_the_original_is_missing(site: Site) -> None:
    """While the translation lacks a heading that the original has gained, its record says which ones it has."""
    site.mark()
    edit(site.original, "## Come", "## Perché\n\nPerché sì.\n\n## Come")
    site.docs.ids["cancel"].insert(1, "why")  # type: ignore[attr-defined]  # a list here
    state = found(site)
    assert (["why"], ["top", "when", "how"]) == (state.behind(State.MISSING), state.behind(State.CURRENT))


def test_mark_keeps_who_translated(site: Site) -> None:
    """A second review without `--by` leaves the translator's name as it was."""
    site.run("mark", "en", "cancel", "--by", "machine", "--reviewed", "2026-01-01")
    site.mark()
    assert (By.MACHINE, "2026-11-23") == (found(site).by, str(found(site).reviewed))


def test_mark_refuses_what_is_not_there(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """A section that neither page has is refused with those that there are."""
    with pytest.raises(SystemExit):
        site.run("mark", "en", "cancel", "wehn")
    assert "wehn; it has how, top, when" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "way_out"), [(("xx", "cancel"), "there are en"), (("en", "cancle"), "there are cancel")])
def test_a_wrong_name_is_refused_with_the_right_ones(
    site: Site, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], way_out: str
) -> None:
    """A language or page that does not exist is an error that names those that do."""
    with pytest.raises(SystemExit):
        site.run("diff", *arguments)
    assert way_out in capsys.readouterr().err


def test_diff_shows_then_and_now(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """`diff` gives the original's old and new words, and the line of the translation to correct."""
    site.mark()
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    site.run("diff", "en")
    said = capsys.readouterr().out
    assert "docs/en/cancel.md:9: “when” is stale" in said
    assert "-Hai 14 giorni da quando hai ordinato" in said
    assert "+Hai 30 giorni da quando hai ordinato" in said
    assert "how" not in said


def test_diff_of_a_current_page_is_empty(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """What is current is not shown."""
    site.mark()
    site.run("diff", "en")
    assert "" == capsys.readouterr().out


def test_status_names_the_stale_section(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """`status` has a line for each page, with the sections that are behind."""
    site.mark()
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    site.run("status")
    assert "en  cancel           stale; stale: when" in capsys.readouterr().out.splitlines()


def test_words_that_no_record_names_are_forgotten(site: Site) -> None:
    """The original's words are kept while a record names them, and no longer."""
    site.mark()
    folder = site.docs.folder / ".translations" / "originals"
    before = set(folder.iterdir())
    edit(site.original, "Hai 14 giorni", "Hai 30 giorni")
    site.mark()
    assert (3, 1) == (len(set(folder.iterdir())), len(before - set(folder.iterdir())))


def test_the_same_records_give_the_same_file(site: Site) -> None:
    """What is written is read back as it was."""
    site.mark()
    records = Records(site.docs)
    path = site.docs.folder / ".translations" / "en.toml"
    before = path.read_bytes()
    records.write("en", records.of("en"))
    assert before == path.read_bytes()
