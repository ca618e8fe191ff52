"""Closed days: the table against two independent libraries, a table written from the statutes, and its own generator."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import holidays
import pytest
from dateutil.easter import easter  # type: ignore[import-untyped]  # has no stubs
from workalendar.registry import registry  # type: ignore[import-untyped]  # has no stubs

from checker.publish import closed_days, places
from checker.rules import data

CASES = Path(__file__).parents[1] / "cases"
YEARS = range(2018, 2041)
Days = frozenset[date]


class Difference(NamedTuple):
    """Weekdays that the table and another source see differently: where, which, who is right and why."""

    place: str
    only_in: str
    days: Days
    right: str
    why: str


def on(text: str) -> Days:
    """The days written in a text."""
    return frozenset(date.fromisoformat(day) for day in text.split())


def yearly(month: int, day: int, first: int = 2018, last: int = 2040) -> Days:
    """The same date every year."""
    return frozenset(date(year, month, day) for year in range(first, last + 1))


def from_easter(offset: int, first: int = 2018, last: int = 2040) -> Days:
    """The day so many days from Easter, every year."""
    return frozenset(easter(year) + timedelta(days=offset) for year in range(first, last + 1))


MIDSUMMER_EVES = frozenset(
    day for year in YEARS for day in (date(year, 6, number) for number in range(19, 26)) if day.weekday() == 4
)
TIME_LIMITS = "the state's law on time limits names the day, though it is no public holiday"
CUSTOM = "kept by custom; Code du travail L3133-1 and L3422-2 do not list it"
SWAPPED = "a working day swapped with a Saturday is no public holiday"
DECREE = "a royal decree under Algemene termijnenwet art. 3(3)"

ISLANDS = "a holiday of the autonomous region, not examined: the reader is told that it may move the day"

FROM_HOLIDAYS = [
    Difference("PT-20", "holidays", from_easter(50) - on("2019-06-10 2030-06-10"), "table", ISLANDS),
    Difference("PT-30", "holidays", yearly(7, 1) | yearly(12, 26), "table", ISLANDS),
    Difference("AT", "table", from_easter(-2), "table", TIME_LIMITS),
    Difference("DK", "table", yearly(6, 5) - on("2028-06-05"), "table", TIME_LIMITS),
    Difference("DK", "table", yearly(12, 24) | yearly(12, 31), "table", TIME_LIMITS),
    Difference("FR-971", "holidays", from_easter(-24) | from_easter(-2), "table", CUSTOM),
    Difference("FR-971", "holidays", yearly(7, 21), "table", CUSTOM),
    Difference("FR-972", "holidays", yearly(7, 21), "table", CUSTOM),
    Difference("FR-MF", "holidays", yearly(7, 21), "table", CUSTOM),
    Difference("GR", "holidays", on("2027-05-04 2032-05-04 2033-05-02"), "table", "1 May moves by decision, none taken"),
    Difference("GR", "holidays", on("2038-05-03 2039-05-02"), "table", "1 May moves by decision, none taken"),
    Difference("HU", "holidays", on("2018-03-16 2018-04-30 2018-10-22 2018-11-02 2018-12-24"), "table", SWAPPED),
    Difference("HU", "holidays", on("2018-12-31 2019-08-19 2019-12-24 2019-12-27 2020-08-21"), "table", SWAPPED),
    Difference("HU", "holidays", on("2020-12-24 2021-12-24 2022-03-14 2022-10-31 2024-08-19"), "table", SWAPPED),
    Difference("HU", "holidays", on("2024-12-24 2024-12-27 2025-05-02 2025-10-24 2025-12-24"), "table", SWAPPED),
    Difference("HU", "holidays", on("2026-01-02 2026-08-21"), "table", SWAPPED),
    Difference("LI", "table", from_easter(-2), "table", TIME_LIMITS),
    Difference("LI", "table", yearly(1, 2, 2022) | from_easter(-47, 2022), "table", TIME_LIMITS),
    Difference("LI", "table", yearly(12, 24, 2021) | yearly(12, 31, 2021), "table", TIME_LIMITS),
    Difference("LV", "holidays", on("2018-04-30 2020-06-22 2021-05-03 2021-06-25 2021-11-19"), "table", SWAPPED),
    Difference("LV", "holidays", on("2023-05-05 2024-12-23 2024-12-30 2025-05-02 2025-11-17"), "table", SWAPPED),
    Difference("LV", "holidays", on("2026-01-02 2026-06-22"), "table", SWAPPED),
    Difference("NL", "table", yearly(5, 5) - on("2020-05-05 2025-05-05"), "table", "Algemene termijnenwet art. 3(1)"),
    Difference("NL", "table", on("2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27"), "table", DECREE),
    Difference("NL", "table", on("2020-05-22 2021-05-14 2022-05-27"), "table", DECREE),
    Difference("NL", "table", on("2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30"), "table", DECREE),
    Difference("NL", "table", on("2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26"), "table", DECREE),
    Difference("SE", "table", MIDSUMMER_EVES, "table", TIME_LIMITS),
    Difference("SE", "table", yearly(12, 24) | yearly(12, 31), "table", TIME_LIMITS),
]

WESTERN = "Cyprus keeps the Orthodox Easter, workalendar the Western one"
NO_FULL_DAY = "a half day from noon or one o'clock"

FROM_WORKALENDAR = [
    Difference("AT", "table", from_easter(-2, 2024, 2030), "table", TIME_LIMITS),
    Difference("BG", "table", on("2025-12-31 2026-01-02"), "table", "the cabinet made both days off, for the euro"),
    Difference("BG", "table", on("2027-05-04 2028-12-27"), "table", "the first working day after (art. 154(2) КТ)"),
    Difference("CY", "table", on("2024-03-18 2024-05-03 2024-05-06 2024-06-24 2026-02-23 2026-04-10"), "table", WESTERN),
    Difference("CY", "table", on("2026-04-13 2026-06-01 2027-03-15 2027-04-30 2027-05-03 2027-06-21"), "table", WESTERN),
    Difference("CY", "table", on("2029-02-19 2029-04-06 2029-04-09 2029-05-28 2030-03-11 2030-04-26"), "table", WESTERN),
    Difference("CY", "table", on("2030-04-29 2030-06-17"), "table", WESTERN),
    Difference("CY", "workalendar", on("2024-02-12 2024-03-29 2024-05-20 2026-02-16 2026-04-03"), "table", WESTERN),
    Difference("CY", "workalendar", on("2026-04-06 2026-05-25 2027-02-08 2027-03-26 2027-03-29"), "table", WESTERN),
    Difference("CY", "workalendar", on("2027-05-17 2029-02-12 2029-03-30 2029-04-02 2029-05-21"), "table", WESTERN),
    Difference("CY", "workalendar", on("2030-03-04 2030-04-19 2030-04-22 2030-06-10"), "table", WESTERN),
    Difference("CY", "workalendar", from_easter(2, 2024, 2030), "table", "Easter Tuesday closes the banks only"),
    Difference("CY", "workalendar", yearly(12, 24, 2024, 2030), "table", "Christmas Eve closes the public service only"),
    Difference("CY", "workalendar", yearly(7, 15, 2024, 2030), "table", "a slip for 15 August"),
    Difference("CY", "table", yearly(8, 15, 2024, 2030), "table", "15 August stands in July there"),
    Difference("DE-BE", "table", on("2025-05-08"), "table", "eighty years since the end of the war, by statute"),
    Difference("DE-BY", "workalendar", yearly(8, 15, 2024, 2030), "table", "a public holiday in some communes only"),
    Difference("DE-MV", "table", yearly(3, 8, 2024, 2030), "table", "a public holiday there since 2023"),
    Difference("DE-TH", "table", yearly(9, 20, 2024, 2030), "table", "a public holiday there since 2019"),
    Difference("DK", "table", yearly(6, 5, 2024, 2030) - on("2028-06-05"), "table", TIME_LIMITS),
    Difference("DK", "table", yearly(12, 31, 2024, 2030), "table", TIME_LIMITS),
    Difference("DK", "workalendar", from_easter(26, 2024, 2030), "table", "Great Prayer Day was abolished from 2024"),
    Difference("GR", "table", on("2024-05-07"), "table", "1 May 2024 fell in Holy Week and was moved"),
    Difference("GR", "workalendar", on("2024-05-01"), "table", "1 May 2024 fell in Holy Week and was moved"),
    Difference("HU", "table", yearly(12, 24, 2026, 2030), "table", "a public holiday since 2026 (2026. évi LXXII. törvény)"),
    Difference("IE", "table", on("2024-02-05 2025-02-03 2026-02-02 2027-02-01"), "table", "St Brigid, since 2023"),
    Difference("IE", "table", on("2028-02-07 2029-02-05 2030-02-01"), "table", "St Brigid, since 2023"),
    Difference("IE", "workalendar", on("2024-03-18 2026-12-28 2027-12-27 2027-12-28"), "table", "no substitutes by law"),
    Difference("IE", "workalendar", on("2028-01-03 2029-03-19 2030-03-18"), "table", "no substitutes by law"),
    Difference("IS", "workalendar", yearly(12, 24, 2024, 2030) | yearly(12, 31, 2024, 2030), "table", NO_FULL_DAY),
    Difference("IT", "table", yearly(10, 4, 2026, 2030), "table", "a public holiday since 2026 (legge 151/2025)"),
    Difference("NL", "table", on("2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15"), "table", DECREE),
    Difference("NL", "table", on("2027-05-07 2028-04-28 2028-05-26"), "table", DECREE),
    Difference("PL", "table", yearly(12, 24, 2025, 2030), "table", "a public holiday since 2025"),
    Difference("RO", "table", yearly(1, 6, 2025, 2030) | yearly(1, 7, 2025, 2030), "table", "public holidays since 2024"),
    Difference("SK", "workalendar", yearly(9, 1, 2024, 2030), "table", "no day off since 2024 (zákon 530/2023)"),
    Difference("SK", "workalendar", yearly(11, 17, 2025, 2030), "table", "no day off since 2025 (zákon 261/2025)"),
    Difference("SK", "workalendar", on("2026-05-08 2026-09-15"), "table", "no days off in 2026 (zákon 261/2025)"),
]


def weekdays(days: Iterable[date]) -> set[date]:
    """The days that are no Saturday or Sunday."""
    return {day for day in days if day.weekday() < 5}


def table_days() -> dict[str, set[date]]:
    """Every place of the table with the weekdays closed there, a region's with its country's."""
    found = {}
    for country in places.DIRECTIVE:
        table = data.table(f"closed_days/{country}")
        found[country] = weekdays(map(date.fromisoformat, table["days"]))
        for region, own in table["regions"].items():
            found[region] = found[country] | weekdays(map(date.fromisoformat, own))
    return found


TABLE = table_days()


def seen(place: str, other: str, days: set[date], years: range) -> set[tuple[str, str, date]]:
    """The differences between the table and another source, each as place, the side that has the day, and the day."""
    ours = {day for day in TABLE[place] if day.year in years}
    return {(place, "table", day) for day in ours - days} | {(place, other, day) for day in days - ours}


def known(differences: list[Difference]) -> set[tuple[str, str, date]]:
    """The listed differences, day by day."""
    return {(entry.place, entry.only_in, day) for entry in differences for day in weekdays(entry.days)}


def by_holidays(place: str) -> set[date]:
    """The weekdays that the package `holidays` calls public holidays."""
    country, _, region = {"FR-67": "FR-6AE", "FR-68": "FR-6AE"}.get(place, place).partition("-")
    return weekdays(holidays.country_holidays(country, subdiv=region or None, years=YEARS))


def by_workalendar(place: str, years: range) -> set[date]:
    """The weekdays that `workalendar` calls holidays."""
    calendar = registry.get(place)()
    return weekdays(day for year in years for day, _ in calendar.holidays(year))


def test_holidays_package() -> None:
    """Weekdays 2018 to 2040 are those of `holidays`, but for the listed ones and no other."""
    found = {difference for place in TABLE for difference in seen(place, "holidays", by_holidays(place), YEARS)}
    assert known(FROM_HOLIDAYS) == found


def test_workalendar() -> None:
    """Weekdays 2024 to 2030 are those of `workalendar` wherever it knows the place, but for the listed ones."""
    years = range(2024, 2031)
    shared = TABLE.keys() & registry.region_registry.keys()
    found = {entry for place in shared for entry in seen(place, "workalendar", by_workalendar(place, years), years)}
    assert known(FROM_WORKALENDAR) == found


def test_workalendar_places() -> None:
    """All states but Liechtenstein and all German Länder are compared with `workalendar`."""
    shared = TABLE.keys() & registry.region_registry.keys()
    assert {"LI"} == set(places.DIRECTIVE) - shared
    assert 16 == len([place for place in shared if place.startswith("DE-")])


@pytest.mark.parametrize("differences", [FROM_HOLIDAYS, FROM_WORKALENDAR], ids=["holidays", "workalendar"])
def test_differences_are_listed_once(differences: list[Difference]) -> None:
    """No day stands in two entries of a list of differences, and every entry holds a weekday."""
    sizes = [len(weekdays(entry.days)) for entry in differences]
    assert 0 not in sizes
    assert len(known(differences)) == sum(sizes)


def from_the_statutes() -> Iterator[tuple[str, set[date]]]:
    """The weekdays of the table written from the statutes, place by place."""
    cases = json.loads((CASES / "closed_days_2024_2030.json").read_text("utf-8"))
    for place in cases:
        country = place.partition("-")[0]
        named = [day for entry in {country, place} for year in cases[entry].values() for day in year]
        yield place, weekdays(map(date.fromisoformat, named))


@pytest.mark.parametrize(
    ("place", "days"), list(from_the_statutes()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_table_written_from_the_statutes(place: str, days: set[date]) -> None:
    """Weekdays 2024 to 2030 are those written from the statutes; Britain moves no day, Rome's patron is local."""
    if place == "GB":
        assert set() == days
    elif place == "IT-RM":
        assert place not in TABLE
    else:
        assert set() == seen(place, "statutes", days, range(2024, 2031))


@pytest.mark.parametrize(
    ("country", "month_day", "first"), [("IT", "10-04", 2026), ("PL", "12-24", 2025), ("LU", "05-09", 2019)]
)
def test_new_holidays_begin_in_their_year(country: str, month_day: str, first: int) -> None:
    """A holiday made by a recent law is closed from its first year on, and not a year before."""
    days = data.table(f"closed_days/{country}")["days"]
    assert list(range(first, 2041)) == [year for year in YEARS if f"{year}-{month_day}" in days]


@pytest.mark.parametrize("country", places.DIRECTIVE)
def test_shape(country: str) -> None:
    """Every file covers 2018 to 2040, in order, with a name for each day and no region day twice."""
    table = data.table(f"closed_days/{country}")
    assert (country, "2018-01-01", "2040-12-31") == (table["country"], table["first"], table["last"])
    for days in (table["days"], *table["regions"].values()):
        assert sorted(days) == list(days)
        assert all(name and table["first"] <= day <= table["last"] for day, name in days.items())
        assert {day[:4] for day in table["days"]} == {str(year) for year in YEARS}
    assert not any(table["days"].keys() & own.keys() for own in table["regions"].values())


def test_regions() -> None:
    """The regions with days of their own: the Länder, Alsace and Moselle, the overseas departments, Bolzano, the islands."""
    laender = ["BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"]
    french = ["57", "67", "68", "6AE", "971", "972", "973", "974", "976", "MF"]
    expected = {*(f"DE-{land}" for land in laender), *(f"FR-{part}" for part in french), "IT-BZ", "PT-20", "PT-30"}
    assert expected == {place for place in TABLE if "-" in place}


def test_abolition_days() -> None:
    """Each overseas department adds the day of its decree (Code du travail L3422-2) and nothing else."""
    expected = {"971": "05-27", "972": "05-22", "973": "06-10", "974": "12-20", "976": "04-27", "MF": "05-28"}
    regions = data.table("closed_days/FR")["regions"]
    found = {part: {day[5:] for day in regions[f"FR-{part}"]} for part in expected}
    assert {part: {day} for part, day in expected.items()} == found


def test_no_swapped_days() -> None:
    """No day that was merely swapped with a Saturday is closed, in whatever year the next edition adds."""
    names = [name for country in ("HU", "LV") for name in data.table(f"closed_days/{country}")["days"].values()]
    assert [] == [name for name in names if "helyettesítve" in name or "pārcelta" in name]


def test_generated_files_are_fresh() -> None:
    """The files equal what their generator makes of the packages and corrections."""
    assert [] == closed_days.differences(closed_days.files())
    assert 0 == closed_days.main(["--check"])


def test_stale_line_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that differs from the generator's text makes --check fail and print the country, day and side."""
    italy = places.DATA / "closed_days" / "IT.json"
    wanted = closed_days.files()
    wanted[italy] = wanted[italy].replace('"2027-10-04"', '"2027-10-05"')
    monkeypatch.setattr(closed_days, "files", lambda: wanted)
    assert 1 == closed_days.main(["--check"])
    lines = capsys.readouterr().out.splitlines()
    assert [("IT -", "2027-10-04"), ("IT +", "2027-10-05")] == [(line[:4], line.split('"')[1]) for line in lines]


def test_missing_file_is_stale() -> None:
    """A country without a file is stale too."""
    path = places.DATA / "closed_days" / "XX.json"
    assert ['XX +{"country": "XX"}'] == closed_days.differences(closed_days.files() | {path: '{"country": "XX"}'})


def corrections() -> list[dict[str, object]]:
    """The corrections, as listed."""
    entries: list[dict[str, object]] = data.table("corrections")
    return entries


def test_corrections_say_why() -> None:
    """Each correction does one thing, in a known place, with a name, a statute, a listed source and one sentence."""
    sources = data.table("sources")["sources"]
    for entry in corrections():
        assert entry["source"] is None or entry["source"] in sources
        assert 1 == len({"add", "remove", "possible"} & entry.keys()), entry
        assert (entry["region"] or entry["country"]) in TABLE
        assert entry["name"]
        assert entry["statute"]
        assert str(entry["reason"]).endswith(".")
        assert ". " not in str(entry["reason"])


def test_idle_correction_is_refused() -> None:
    """A correction that no longer changes anything is an error, so that none outlives its reason."""
    idle = {"add": ["2026-10-04"], "name": "San Francesco"}
    with pytest.raises(ValueError, match="changes nothing any more"):
        closed_days.correct({date(2026, 10, 4): "San Francesco"}, [idle])


def test_possible_days_are_left_out() -> None:
    """A day that only some communes keep, or whose effect was not examined, is documented and not closed."""
    left_out = [entry for entry in corrections() if "possible" in entry]
    assert {"DE-BY", "DE-SN", "DE-TH", "PT-20", "PT-30"} == {entry["region"] for entry in left_out}
    for entry in left_out:
        assert not weekdays(closed_days.dates_of(entry["possible"])) & (TABLE[str(entry["region"])] - TABLE["DE"])  # type: ignore[arg-type]  # read from JSON
