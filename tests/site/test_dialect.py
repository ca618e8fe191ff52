"""The functions from text to text that resolve OVHcloud's notation."""

import re
from string import Template

import pytest

from checker.publish import anchors, callouts, links, pictures
from checker.rules.codes import PaymentStatus
from tests.conftest import ROOT
from tests.site.built import LANGUAGES


def test_a_link_is_resolved_in_the_readers_language() -> None:
    """The address, and the anchor as that page spells it."""
    guide = "/pages/account_and_service_management/managing_billing_payments_and_services/managing_ovh_orders"
    resolved = links.resolve(f"[x]({guide}#esercita-il-diritto-di-recesso)", "en")
    assert resolved.endswith("/ovh-orders#apply-the-right-of-withdrawal)")


def test_code_is_left_alone() -> None:
    """A page may show the notation itself, in a span or in a block."""
    shown = "`[x](/links/manager)`\n\n```\n[x](/links/none)\n```\n"
    assert shown == links.resolve(shown, "it")


def test_an_unknown_link_carries_what_was_asked() -> None:
    """The error knows the kind, the key and the language."""
    with pytest.raises(links.UnknownLink) as caught:
        links.resolve("[x](/links/none)", "it")
    assert ("links", "none", "it") == (caught.value.kind, caught.value.key, caught.value.language)


@pytest.mark.parametrize("kind", ["links", "pages", "fragments"])
def test_every_entry_has_every_language(kind: str) -> None:
    """A writer who adds a key adds it for all readers."""
    assert [] == [key for key, entry in links.TABLE[kind].items() if set(entry) != set(LANGUAGES)]


def test_ids_are_given_in_order_and_not_in_code() -> None:
    """A line in a fenced block is no heading."""
    assert "## A {#a}\n```\n## no\n```\n### B {#b}" == anchors.pin("## A\n```\n## no\n```\n### B", ["a", "b"])


def test_a_wrong_count_is_refused_with_both_numbers() -> None:
    """Nothing is pinned by guess."""
    with pytest.raises(anchors.CountMismatch) as caught:
        anchors.pin("## A\n## B", ["a"])
    assert (2, 1) == (caught.value.headings, caught.value.ids)


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("a", "## A {#a}\none\nNEW\n\n## B {#b}\ntwo"), ("b", "## A {#a}\none\n## B {#b}\ntwo\nNEW\n")],
)
def test_a_box_stands_at_the_end_of_its_section(anchor: str, expected: str) -> None:
    """Before the next heading, or at the end of the page."""
    assert expected == anchors.append("## A {#a}\none\n## B {#b}\ntwo", anchor, "NEW")


def test_an_unknown_picture_is_left_to_mkdocs() -> None:
    """A file that is not drawn here must exist, and MkDocs says so where it does not."""
    assert "![a](b.png){.thumbnail}" == pictures.expand("![a](b.png){.thumbnail}", "it", "../")


@pytest.mark.parametrize("picture", pictures.DRAWN.values(), ids=lambda picture: picture.name)
def test_a_drawing_uses_every_word_it_is_given(picture: pictures.Picture) -> None:
    """The template and the list of words cannot drift apart."""
    template = Template((ROOT / f"checker/publish/pictures/{picture.name}.svg").read_text(encoding="utf-8"))
    given = {label.replace("-", "_") for label in picture.labels} | {f"word_{n}" for n in range(len(picture.words))}
    assert given | {"language"} == set(template.get_identifiers())


def test_a_page_can_ask_a_question_of_the_checker() -> None:
    """The marker becomes the question, each of its answers a link that opens the checker with it; in code it stays."""
    found = callouts.embed("<!-- checker:ask payment_status -->\n\n`<!-- checker:ask product -->`", "en", "../")
    assert found.count("checker/#answers?payment_status=") == len(PaymentStatus)
    assert 'href="../checker/#answers?payment_status=pending">I have sent a bank transfer or a cheque</a>' in found
    assert found.endswith("`<!-- checker:ask product -->`")


def test_a_page_can_show_some_of_the_answers() -> None:
    """Codes behind the question are those that are shown."""
    found = callouts.embed("<!-- checker:ask product vps domain -->", "it", "")
    assert ["vps", "domain"] == re.findall(r"product=(\w+)", found)


@pytest.mark.parametrize("asked", ["colour", "product car", "order_kind"])
def test_a_question_that_cannot_be_asked_is_refused(asked: str) -> None:
    """The error names what was asked and what can be."""
    with pytest.raises(callouts.UnknownQuestion, match=f"knows no {asked}.*order_status, payment_status"):
        callouts.embed(f"<!-- checker:ask {asked} -->", "it", "")
