"""Places: every ISO code, the examined countries, the parts of the Union, and time zones byte for byte."""

from datetime import datetime
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays
import pycountry
import pytest

from checker.publish import places
from checker.rules import data

PLACES = data.table("places")
COUNTRIES = PLACES["countries"]
EUROPEAN_UNION = {
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
}
ZONE_FILES = sorted(
    path.relative_to(places.DATA / "zoneinfo").as_posix()
    for path in (places.DATA / "zoneinfo").rglob("*")
    if path.is_file() and path.name != "EDITION"
)


def countries_with(right: str) -> set[str]:
    """The countries whose right is of this kind."""
    return {code for code, entry in COUNTRIES.items() if entry.get("right") == right}


def all_zones() -> set[str]:
    """Every time zone that a country or region has."""
    return {entry["zone"] for entry in COUNTRIES.values() if "zone" in entry} | set(PLACES["zones"].values())


def test_every_iso_country() -> None:
    """Every ISO 3166-1 code is there, in order, and no other."""
    assert sorted(country.alpha_2 for country in pycountry.countries) == list(COUNTRIES)


def test_rights() -> None:
    """The directive holds in the 27 and the EEA, Britain has its own regulations, three countries were found without."""
    assert 27 == len(EUROPEAN_UNION)
    assert EUROPEAN_UNION | {"IS", "LI", "NO"} == countries_with("directive")
    assert {"GB"} == countries_with("gb")
    assert {"CA", "CH", "US"} == countries_with("none")
    assert len(COUNTRIES) - 30 - 1 - 3 - 7 == len(countries_with("not_examined"))


def test_parts_of_the_union() -> None:
    """Åland and six French overseas places have a country code of their own and belong to the Union."""
    parts = {code: (entry["part_of"], entry["region"]) for code, entry in COUNTRIES.items() if "part_of" in entry}
    expected = {
        "AX": ("FI", "FI-01"),
        "GF": ("FR", "FR-973"),
        "GP": ("FR", "FR-971"),
        "MF": ("FR", "FR-MF"),
        "MQ": ("FR", "FR-972"),
        "RE": ("FR", "FR-974"),
        "YT": ("FR", "FR-976"),
    }
    assert expected == parts
    assert all(region in PLACES["regions"][country] for country, region in parts.values())


@pytest.mark.parametrize(
    "code", [*("AW", "BL", "BQ", "CW", "FO", "GG", "GI", "GL", "IM", "JE"), *("NC", "PF", "PM", "SJ", "SX", "TF", "WF")]
)
def test_outside_the_union(code: str) -> None:
    """A territory of a member state that is outside the Union, or apart from Britain, was not examined."""
    assert "not_examined" == COUNTRIES[code]["right"]


def test_regions() -> None:
    """The examined countries list their ISO 3166-2 codes, without those outside the Union or the EEA."""
    examined = countries_with("directive") | {"CA", "CH", "GB", "US"}
    assert examined == PLACES["regions"].keys()
    known = {part.code for part in pycountry.subdivisions} | {
        f"NO-{county}" for county in holidays.country_holidays("NO").subdivisions
    }
    listed = {code for codes in PLACES["regions"].values() for code in codes}
    outside = {code for code in known if code[:2] in examined} - listed
    french = {f"FR-{part}" for part in ("BL", "CP", "NC", "PF", "PM", "TF", "WF")}
    dutch = {f"NL-{part}" for part in ("AW", "BQ1", "BQ2", "BQ3", "CW", "SX")}
    assert french | dutch | {"NO-21", "NO-22"} == outside
    assert set() == listed - known
    assert all(sorted(set(codes)) == codes for codes in PLACES["regions"].values())


def test_regions_with_closed_days() -> None:
    """Every region that has closed days of its own is a region that can be given."""
    for country in places.DIRECTIVE:
        assert data.table(f"closed_days/{country}")["regions"].keys() <= set(PLACES["regions"][country])


def test_aliases() -> None:
    """The older codes of the overseas departments, and the one of `holidays`, lead to the code that is used."""
    expected = {"GF": "973", "GP": "971", "GY": "973", "MQ": "972", "RE": "974", "YT": "976"}
    assert {f"FR-{old}": f"FR-{new}" for old, new in expected.items()} == PLACES["aliases"]


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("IT", "Europe/Rome"),
        ("DE", "Europe/Berlin"),
        ("ES", "Europe/Madrid"),
        ("PT", "Europe/Lisbon"),
        ("CY", "Asia/Nicosia"),
        ("GB", "Europe/London"),
        ("US", "America/New_York"),
        ("CA", "America/Toronto"),
        ("RU", "Europe/Moscow"),
        ("AU", "Australia/Sydney"),
        ("BR", "America/Sao_Paulo"),
        ("UA", "Europe/Kyiv"),
        ("UZ", "Asia/Tashkent"),
        ("CN", "Asia/Shanghai"),
        ("MX", "America/Mexico_City"),
        ("NZ", "Pacific/Auckland"),
        ("AR", "America/Argentina/Buenos_Aires"),
    ],
)
def test_country_zones(country: str, zone: str) -> None:
    """A country's zone is that of its capital or of most people."""
    assert zone == COUNTRIES[country]["zone"]


def test_region_zones() -> None:
    """Islands and enclaves with a clock of their own, or a zone of their own, are told apart."""
    expected = {
        "ES-CE": "Africa/Ceuta",
        "ES-CN": "Atlantic/Canary",
        "ES-GC": "Atlantic/Canary",
        "ES-ML": "Africa/Ceuta",
        "ES-TF": "Atlantic/Canary",
        "FI-01": "Europe/Mariehamn",
        "FR-971": "America/Guadeloupe",
        "FR-972": "America/Martinique",
        "FR-973": "America/Cayenne",
        "FR-974": "Indian/Reunion",
        "FR-976": "Indian/Mayotte",
        "FR-MF": "America/Marigot",
        "PT-20": "Atlantic/Azores",
        "PT-30": "Atlantic/Madeira",
    }
    assert expected == PLACES["zones"]


def test_every_zone_has_its_file() -> None:
    """Every zone that a country, a region or another name leads to is packed."""
    assert set() == (all_zones() | set(PLACES["links"].values())) - set(ZONE_FILES)


def test_packed_zones() -> None:
    """The packed zones are those of zone.tab and UTC."""
    text = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert sorted({row[2] for row in rows} | {"Etc/UTC"}) == ZONE_FILES


@pytest.mark.parametrize("zone", ZONE_FILES)
def test_zone_bytes(zone: str) -> None:
    """A zone file holds the bytes of the tzdata package."""
    packed = (places.DATA / "zoneinfo" / zone).read_bytes()
    assert resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes() == packed


def test_links() -> None:
    """A name that a browser may still report leads to a zone with the same clock."""
    expected = {"Asia/Calcutta": "Asia/Kolkata", "Europe/Kiev": "Europe/Kyiv", "UTC": "Etc/UTC"}
    assert expected.items() <= PLACES["links"].items()
    assert set() == PLACES["links"].keys() & set(ZONE_FILES)
    for name, target in PLACES["links"].items():
        paths = [resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")) for zone in (name, target)]
        assert paths[0].read_bytes() == paths[1].read_bytes(), name


def test_edition() -> None:
    """The edition of the zones is written beside them, and in places.json with that of the codes."""
    edition = (places.DATA / "zoneinfo" / "EDITION").read_text("utf-8").strip()
    assert "2026f" == edition
    assert PLACES["edition"].startswith(f"tzdata {edition}, pycountry ")


def test_generated_files_are_fresh() -> None:
    """The files equal what their generator makes of the packages."""
    assert [] == places.stale(places.files())
    assert 0 == places.main(["--check"])


def test_stale_files_are_shown_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--check names a file that differs, is missing or is no longer wanted and writes nothing; a run puts all right."""
    monkeypatch.setattr(places, "DATA", tmp_path)
    places.main([])
    (tmp_path / "places.json").write_text("{}", "utf-8")
    (tmp_path / "zoneinfo" / "Europe" / "Rome").unlink()
    (tmp_path / "zoneinfo" / "Europe" / "Atlantis").write_bytes(b"TZif")
    capsys.readouterr()
    assert 1 == places.main(["--check"])
    assert ["places.json", "zoneinfo/Europe/Atlantis", "zoneinfo/Europe/Rome"] == capsys.readouterr().out.split()
    assert "{}" == (tmp_path / "places.json").read_text("utf-8")
    assert 0 == places.main([])
    assert 0 == places.main(["--check"])


def test_packed_zones_compute() -> None:
    """Python reads a packed file: Rome is an hour ahead of UTC in winter, two in summer."""
    with (places.DATA / "zoneinfo" / "Europe" / "Rome").open("rb") as file:
        rome = ZoneInfo.from_file(file)
    offsets = [datetime(2040, month, 15, tzinfo=rome).strftime("%z") for month in (1, 7)]
    assert ["+0100", "+0200"] == offsets
