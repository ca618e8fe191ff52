"""Days as people write them: read where there is one way to read them, left as they are where there is not."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.publish.spoken import HINTS
from checker.reading import iso
from checker.reading.folding import folded
from checker.reading.names import months
from checker.rules.moments import Refused, moment
from checker.words import LANGUAGES, text
from checker.words.dates import in_words

EVERY_MONTH = [(language, month) for language in LANGUAGES for month in range(1, 13)]
LOCALES = {language: Locale.parse({"en": "en_GB", "pt": "pt_PT"}.get(language, language)) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-09-07", "2026-09-07"),
        ("2026-08-16T02:17", "2026-08-16T02:17"),
        ("2026-08-16T02:17:31+02:00", "2026-08-16T02:17:31+02:00"),
        ("2026-08-16T02:17:31.123456Z", "2026-08-16T02:17:31.123456Z"),
        ("7/9/26", "2026-09-07"),
        ("07.09.2026", "2026-09-07"),
        ("7. 9. 2026", "2026-09-07"),
        ("07-09-2026", "2026-09-07"),
        ("7 9 2026", "2026-09-07"),
        ("12 11 26", "2026-11-12"),
        ("2026/9/7", "2026-09-07"),
        ("2026.09.07", "2026-09-07"),
        ("2026-9-7", "2026-09-07"),
        ("lunedì 7 settembre 2026", "2026-09-07"),
        ("LUNEDI 7 SETTEMBRE 2026", "2026-09-07"),
        ("lunedi\u0300, 7 settembre 2026", "2026-09-07"),
        ("il 1º ottobre 2026", "2026-10-01"),
        ("7 set 26", "2026-09-07"),
        ("7-set-26", "2026-09-07"),
        ("Montag, 7. September 2026", "2026-09-07"),
        ("Mo., 7. Sept. 2026", "2026-09-07"),
        ("den 1. Jänner 2026", "2026-01-01"),
        ("7 de septiembre de 2026", "2026-09-07"),
        ("7 de setiembre del 2026", "2026-09-07"),
        ("1er octobre 2026", "2026-10-01"),
        ("mar. 7 juil. 2026", "2026-07-07"),
        ("7th September 2026", "2026-09-07"),
        ("the 7th of September, 2026", "2026-09-07"),
        ("September 7, 2026", "2026-09-07"),
        ("Sept. 7th 2026", "2026-09-07"),
        ("7 wrz 2026 r.", "2026-09-07"),
        ("poniedziałek, 7 wrzesień 2026", "2026-09-07"),
        ("1 de out. de 2026", "2026-10-01"),
        ("segunda-feira, 7 de setembro de 2026", "2026-09-07"),
        ("7\u00a0settembre\u202f2026", "2026-09-07"),
        (" \t7/9/2026\n", "2026-09-07"),
        ("\u200e7/9/2026\u200b", "2026-09-07"),
        ("31/02/2026", "2026-02-31"),
        ("31 febbraio 2026", "2026-02-31"),
        ("7/9/1926", "1926-09-07"),
    ],
)
def test_a_day(typed: str, day: str) -> None:
    """A day is read in any usual form; one that does not exist, or is too far off, is left for the rules to refuse."""
    assert day == iso(typed)


@pytest.mark.parametrize(
    ("clock", "time"),
    [
        (" 14:30", "T14:30"),
        (", 14:30", "T14:30"),
        (" - 14:30", "T14:30"),
        (" alle 14:30", "T14:30"),
        (" alle ore 14.30", "T14:30"),
        (" 14.30", "T14:30"),
        (" um 14:30 Uhr", "T14:30"),
        (" um 9 Uhr", "T09:00"),
        (" à 14h30", "T14:30"),
        (" à 14 h 30", "T14:30"),
        (" à 9 h", "T09:00"),
        (" at 14:30:05", "T14:30:05"),
        (" a las 14:30 h", "T14:30"),
        (" às 14:30", "T14:30"),
        (" r. o godz. 14:30", "T14:30"),
        (" 2:30 pm", "T14:30"),
        (" at 2:30 p.m.", "T14:30"),
        (" 2pm", "T14:00"),
        (" 12:05 am", "T00:05"),
        (" 12 PM", "T12:00"),
        (" 14:30Z", "T14:30Z"),
        (" 14:30 UTC", "T14:30Z"),
        (" 14:30 GMT", "T14:30Z"),
        (" 14:30 UTC+2", "T14:30+02:00"),
        (" 14:30 +0200", "T14:30+02:00"),
        (" 14:30 -0330", "T14:30-03:30"),
        (" 14:30:05+05:45", "T14:30:05+05:45"),
    ],
)
@pytest.mark.parametrize("day", ["7/9/2026", "2026-09-07", "lunedì 7 settembre 2026", "September 7, 2026"])
def test_a_day_and_a_time(day: str, clock: str, time: str) -> None:
    """A time behind a day goes with it, and so does its offset."""
    assert f"2026-09-07{time}" == iso(day + clock)


@pytest.mark.parametrize(
    "typed",
    [
        "", "ieri", "07/09", "09/2026", "7 settembre", "mar 2026", "settembre 2026", "2026", "20260907", "7/9/226", "7/9/20266",
        "7 jui 2026", "7 ma 2026", "7 xyz 2026", "7 settembrex 2026", "13/13/2026", "9/23/2026", "7/9-2026", "7,9,2026",
        "7/9/2026 8/9/2026", "7/9/2026 o 8/9/2026", "7-8/9/2026", "7/9/2026-14/9/2026", "1.7.9.2026", "12:7/9/2026",
        "martedì 7 settembre 2026", "Sunday, 31/13/2026", "prima del 7/9/2026", "dopo il 7/9/2026", "7/9/2026?",
        "circa 7/9/2026", "n. 7 7/9/2026", "7/9/2026 1", "7/9/2026 14", "7/9/2026 14:3", "7/9/2026 25:10",
        "7/9/2026 14:60", "7/9/2026 13 pm",
        "7/9/2026 0:30 am", "7/9/2026 14:30 CEST", "7/9/2026 14:30 (ora italiana)", "7/9/2026 14:30 EST", "7/9/2026 14:30 +2",
        "7/9/2026 10:00 - 11:30", "7/9/2026 10:00 -11:30", "7/9/2026 12.50 €", "14:30 7/9/2026", "7 set 14:30",
        "7. September 14 Uhr", "７/9/2026", "7/9/٢٠٢٦", "7／9／2026", "7/9/2026 14:30 −02:00", "7/9/2026\x00", "\ud8007/9/2026",
        "7/9/2026" + " " * 100 + "14:30", "x" * 5_000_000,
    ],
)  # fmt: skip
def test_no_guess(typed: str) -> None:
    """What could be read otherwise, or says more than a day and a time, comes back as it was typed."""
    assert typed.strip() == iso(f" {typed}\n")


@pytest.mark.parametrize(("language", "month"), EVERY_MONTH)
def test_every_month_in_every_language(language: str, month: int) -> None:
    """Every month is read by its name, whole or shortened, with a day or without, in CLDR's spelling and without accents."""
    names = {
        LOCALES[language].months[kind][width][month] for kind in ("format", "stand-alone") for width in ("wide", "abbreviated")
    }
    read = {iso(f"7 {spelt} 2026") for name in names for spelt in (name, name.upper(), folded(name), f"{name.strip('.')}.")}
    assert {f"2026-{month:02}-07"} == read


@pytest.mark.parametrize(("language", "month"), EVERY_MONTH)
def test_a_month_by_any_of_its_beginnings(language: str, month: int) -> None:
    """Every beginning of a month's name from three letters on is that month, but one that could be June or July in French."""
    names = [folded(LOCALES[language].months[kind]["wide"][month]) for kind in ("format", "stand-alone")]
    beginnings = {name[:length] for name in names for length in range(3, len(name) + 1)}
    assert {month} == {months()[name] for name in beginnings - {"jui"}}
    assert "jui" not in months()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=100, deadline=None)
@given(day=st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_days_as_languages_write_them(language: str, day: date) -> None:
    """A day as CLDR writes it in each language, and as the checker's own answers do, is read as that day."""
    written = [in_words(day, language), in_words(day, language, "long"), f"{day.day}/{day.month}/{day.year}"]
    written += [format_date(day, form, LOCALES[language]) for form in ("full", "long", "medium")]
    assert {day.isoformat()} == {iso(text) for text in written}


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=50, deadline=None)
@given(day=st.dates(date(2000, 1, 1), date(2199, 12, 1)), later=st.integers(1, 6))
def test_a_weekday_must_be_the_day_s_own(language: str, day: date, later: int) -> None:
    """A day with the name of another weekday is not read: one of the two is a slip."""
    wrong = in_words(day + timedelta(days=later), language).replace(",", "").split()[0]
    typed = f"{wrong} {in_words(day, language, 'long')}"
    assert typed == iso(typed)


PIECES = (
    "7",
    "09",
    "2026",
    "26",
    "/",
    ".",
    "-",
    " ",
    ":",
    "14",
    "30",
    "settembre",
    "mar",
    "di",
    "alle",
    "pm",
    "h",
    "+02:00",
    "Z",
    "T",
)


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_gives_a_day_or_itself(typed: str) -> None:
    """Whatever is typed comes back, or a day in the contract's form, which is not read otherwise a second time."""
    read = iso(typed)
    assert read == iso(read)
    assert read == typed.strip() or understood_by_the_rules(read)


def understood_by_the_rules(read: str) -> bool:
    """Whether the rules see a day in a text, even if one that does not exist or is too far off."""
    try:
        moment(read)
    except Refused as refused:
        return refused.code in ("no_such_day", "out_of_range")
    return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_s_own_examples_are_read(language: str) -> None:
    """Both examples of the question on the order's day, in words and in figures, are read as that day."""
    hint = text(HINTS["ordered_at"], language)
    found = re.findall(r"\b7\W[^,;()]*?2026", hint)
    assert ["2026-09-07", "2026-09-07"] == [iso(example) for example in found]
