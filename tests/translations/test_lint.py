"""`lint`: each thing that a machine can see, seen where it is wrong and not where it is right."""

from __future__ import annotations

import pytest

from checker.publish.translations import lint
from tests.translations.conftest import Site, edit


def found(site: Site) -> list[str]:
    """Give the problems as lines, without the folder."""
    return [problem.shown(site.docs.folder) for problem in lint.pages(site.docs)]


def test_a_true_translation_has_no_problem(site: Site) -> None:
    """A page with the original's headings, links, pictures, labels, figures and markers passes."""
    assert [] == found(site)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("## How\n\n", "", "en/cancel.md:9: 1 headings, the original has 2: find the one that was dropped"),
        ("## How", "## What\n\n## How", "en/cancel.md:15: a heading too many: the original has 2"),
        ("## How", "### How", "en/cancel.md:13: heading “how” is a ###, in the original a ##; change it"),
        ("14 days", "30 days", "en/cancel.md:9: the figures in “when” differ: 14 is missing, 30 is too many"),
        ("/pages/guide#when", "/pages/guide", "en/cancel.md:9: the link to /pages/guide#when is missing in “when”; add it"),
        ("(/links/manager)", "(/links/contact)", "en/cancel.md:15: the original has no link to /links/contact in “how”"),
        (
            "[the Control Panel](/links/manager)",
            "[x](refund.md)",
            "en/cancel.md:15: there is no page refund.md; correct the link",
        ),
        ("[the Control Panel](/links/manager)", "[x](cancel.md#hwo)", "en/cancel.md:15: cancel.md has no heading “hwo”"),
        ("[the Control Panel](/links/manager)", "[x](#hwo)", "en/cancel.md:15: cancel.md has no heading “hwo”"),
        ("orders.gif", "bills.gif", "en/cancel.md:13: “how” must have images/orders.gif, as in the original; correct it"),
        ("{.thumbnail}", "", "en/cancel.md:13: “how” must have images/orders.gif, as in the original; correct it"),
        ("![your orders]", "![]", "en/cancel.md:17: a picture without a text; say in brackets what it shows"),
        (
            "`Cancel the order`",
            "`Delete order`",
            "“Delete order” is called “Cancel the order” in the Control Panel; correct it",
        ),
        ("`Cancel the order`{.action}", "Cancel the order", "0 button labels in “how”, the original has 1"),
        ("<!-- faq:questions -->", "", "“how” must have <!-- faq:questions -->, as in the original; copy it"),
        ("updated: 2022-11-10\n", "", "en/cancel.md:1: the front matter lacks “updated”"),
        ("updated: 2022-11-10", "updated: 2026-10-08", "“updated” is 2026-10-08, in the original 2022-11-10; make it the same"),
        ("title: How to cancel an order", "title:", "en/cancel.md:1: “title” of the front matter is empty; translate it"),
        ("updated:", "author: me\nupdated:", "en/cancel.md:1: the front matter has “author”, which the original lacks"),
        (
            "This page explains how to cancel an order that you no longer need.",
            "Questa pagina spiega come si annulla un ordine che non serve più.",
            "en/cancel.md:7: this paragraph is that of the page in “it”; translate it",
        ),
        (
            "What to do when you have changed your mind",
            "Che cosa fare quando hai cambiato idea",
            "en/cancel.md:1: the excerpt is that of the original; translate it",
        ),
    ],
)
def test_what_is_wrong_is_found(site: Site, old: str, new: str, problem: str) -> None:
    """Each fault gives its problem, with the file, the line and the way out."""
    edit(site.translation, old, new)
    assert [line for line in found(site) if problem in line], found(site)


def test_a_page_left_in_english_is_found(site: Site) -> None:
    """A third language's page with the English text is not translated."""
    object.__setattr__(site.docs, "languages", ("it", "en", "pl"))
    copy = site.docs.folder / "pl" / "cancel.md"
    copy.parent.mkdir()
    copy.write_bytes(site.translation.read_bytes())
    assert [line for line in found(site) if line.startswith("pl/") and "that of the page in “en”" in line]


def test_a_page_that_the_original_does_not_have_is_found(site: Site) -> None:
    """A page renamed in one language alone is found."""
    site.translation.rename(site.translation.with_name("cancle.md"))
    assert ["en/cancle.md:1: docs/it/ has no page of this name; rename or delete it"] == found(site)


def test_a_label_that_the_glossary_lacks_is_found(site: Site) -> None:
    """A button that the original names must stand in the glossary, or no translation could be checked."""
    edit(site.original, "`Annulla l'ordine`", "`Annulla tutto`")
    assert [line for line in found(site) if "the glossary has no “Annulla tutto”" in line]


def test_a_country_s_own_address_of_ovhcloud_is_no_fault(site: Site) -> None:
    """`ovhcloud.com/it/contact/` is `ovhcloud.com/en-gb/contact/` elsewhere."""
    edit(site.original, "/links/manager", "https://www.ovhcloud.com/it/contact/")
    edit(site.translation, "/links/manager", "https://www.ovhcloud.com/en-gb/contact/")
    assert [] == found(site)


def test_a_translation_behind_its_original_is_no_fault(site: Site) -> None:
    """A section that only the original has makes the page stale, not wrong."""
    site.mark()
    edit(site.original, "## Come", "## Perché\n\nPerché sì, ecco tutto.\n\n## Come")
    site.docs.ids["cancel"].insert(1, "why")  # type: ignore[attr-defined]  # a list here
    assert [] == found(site)


def test_lint_fails_where_something_is_wrong(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """The command's exit status is 1, and what is wrong goes to standard error."""
    edit(site.translation, "14 days", "30 days")
    assert 1 == site.run("lint")
    assert "the figures in “when” differ" in capsys.readouterr().err
