"""The home page, the pages on this site itself, and tables on narrow screens."""

from __future__ import annotations

import json
import re
from importlib.metadata import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.publish.runtime import WEB
from checker.publish.tables.home import CONTACT, NO_CONTACT
from checker.publish.tables.stacked import stack
from checker.words import LANGUAGES, text
from tests.conftest import ROOT, build
from tests.site.built import EVERY_PAGE, flat, page, rows_of

if TYPE_CHECKING:
    from tests.conftest import Built

LICENCES = {"MIT": "mkdocs-material", "LGPL-2.1": "pycountry"}
SHIPPED = {"MPL-2.0": "pyodide", "OFL-1.1": "@expo-google-fonts/source-sans-3"}
NAMED = {"MIT", "CC BY-NC-SA 4.0", "MPL-2.0", "PSF-2.0", "Apache-2.0", "OFL-1.1", "Unicode-3.0", "LGPL-2.1"}
DOORS = {"checker/", "order-status/"}
READY = ("deadlines", "status", "withdrawal", "unpaid", "updates", "method")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_has_two_doors_and_the_ready_answers(site: Path, language: str) -> None:
    """First the order and the FAQ, and that the site is not OVHcloud's; then the search; then each ready answer."""
    home = page(site, language, "index")
    doors, ready = (element for element in home.all("div") if element.has_class("doors"))
    assert DOORS == {link.attributes["href"] for link in home.inside(doors, "a")}
    assert [f"{name}/" for name in READY] == [link.attributes["href"] for link in home.inside(ready, "a")]
    before = home.elements[: home.elements.index(doors)]
    assert any(element.tag == "strong" and "OVHcloud" in element.text for element in before)
    (find,) = [element for element in home.all("p") if element.has_class("find")]
    assert "hidden" in find.attributes, "without JavaScript there is no search"
    assert home.inside(find, "button")


@pytest.mark.parametrize("language", LANGUAGES)
def test_licences_are_those_of_what_is_shipped(site: Path, language: str) -> None:
    """Each row links to its licence; the names of the licences are those that the packages themselves state."""
    found = page(site, language, "licences")
    rows = [row for row in rows_of(found) if len(row) == 3]
    assert NAMED <= {row[2] for row in rows}
    for licence, package in LICENCES.items():
        assert str(metadata(package)["License-Expression"]).startswith(licence)
    for licence, package in SHIPPED.items():
        stated = json.loads((WEB / "node_modules" / package / "package.json").read_text(encoding="utf-8"))["license"]
        assert licence in stated
    linked = [row for row in found.all("tr") if found.inside(row, "td")]
    assert [] == [row.text for row in linked if not found.inside(found.inside(row, "td")[2], "a")]


@pytest.fixture(scope="module")
def reachable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as somebody publishes it who can be written to."""
    folder = tmp_path_factory.mktemp("reachable")
    done: Built = build(ROOT, folder / "site", CONTACT="help@example.org", ONLY="it")
    assert 0 == done.status, done.log
    return done.site


@pytest.mark.parametrize("name", ["accessibility", "privacy"])
def test_the_publisher_says_whom_to_write_to(site: Path, reachable: Path, name: str) -> None:
    """The address given in CONTACT is linked; where none is given the page says so."""
    told = page(reachable, "it", name)
    assert "mailto:help@example.org" in {link.attributes["href"] for link in told.all("a") if "href" in link.attributes}
    assert flat(text(CONTACT, "it").format(contact="help@example.org")) in flat(told.one("article").text)
    assert NO_CONTACT in flat(page(site, "it", name).one("article").text)


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_a_wide_table_can_be_read_on_a_phone(site: Path, language: str, name: str) -> None:
    """Each cell of a written table of three columns or more says under which head it stands."""
    found = page(site, language, name)
    for table in (
        table for table in found.all("table") if "class" not in table.attributes and "data-stacked" in table.attributes
    ):
        heads = [flat(head.text) for head in found.inside(table, "th")]
        assert len(heads) >= 3
        for row in found.inside(table, "tr"):
            labels = [flat(cell.attributes["data-label"]) for cell in found.inside(row, "td")]
            assert labels in ([], heads)
    written = [table for table in found.all("table") if not any(outer.has_class("translations") for outer in table.around)]
    narrow = [table for table in written if not table.attributes]
    assert [] == [table for table in narrow if len(found.inside(table, "th")) >= 3]


def test_a_table_of_two_columns_stays_a_table() -> None:
    """It fits on any screen."""
    two = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    assert two == stack(two)
    assert 3 == len(
        re.findall("data-label", stack(two.replace("<th>b", "<th>c</th><th>b").replace("<td>2", "<td>3</td><td>2")))
    )
