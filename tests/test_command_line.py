"""The command line, as a person and as another program use it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.__main__ import EXAMPLE
from checker.rules.order import read
from checker.rules.sources import source
from checker.words.calendar_file import calendar_file
from checker.words.letter import Sender, letters

CASES = json.loads((Path(__file__).parent / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
BY_ID = {case["id"]: case["order"] for case in CASES}
ORDER = CASES[0]["order"]


def run(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    """Run `python -m checker` as a program of its own."""
    data = given if isinstance(given, bytes) else given.encode()
    return subprocess.run([sys.executable, "-m", "checker", *arguments], input=data, capture_output=True, check=False)


def test_prints_the_verdict_as_json() -> None:
    """An order on standard input gives its verdict on standard output and exit status 0."""
    done = run(given=json.dumps(ORDER))
    assert (0, check(ORDER).as_json()) == (done.returncode, json.loads(done.stdout))


def test_reads_a_file(tmp_path: Path) -> None:
    """An order in a file gives the same."""
    file = tmp_path / "order.json"
    file.write_text(json.dumps(ORDER), encoding="utf-8")
    assert check(ORDER).as_json() == json.loads(run(str(file)).stdout)


def test_lines_answers_line_by_line() -> None:
    """JSON Lines in, each line's own verdict out, as `check` gives it; an invalid one among them sets the exit status to 2."""
    orders: list[dict[str, Any]] = [case["order"] for case in CASES]
    before = datetime.now(UTC).isoformat()
    done = run("--lines", given="\n".join(json.dumps(order) for order in orders))
    after = datetime.now(UTC).isoformat()
    for order, line in zip(orders, done.stdout.splitlines(), strict=True):
        # An order without `now` is judged at the present, which lies between these two.
        assert json.loads(line) in [check({"now": now} | order).as_json() for now in (before, after)], order
    assert 2 == done.returncode


def test_a_source_that_could_not_be_read_is_marked() -> None:
    """In sentences, every step whose source could not be read says so in a line of its own, and no other step does."""
    done = run("--lines", "--lang", "it", given="\n".join(json.dumps(case["order"]) for case in CASES))
    confirmed = [source(step.source).confirmed for case in CASES for step in check(case["order"]).steps]
    marked = re.findall(r"^ {5}\(", done.stdout.decode(), re.MULTILINE)
    assert False in confirmed
    assert confirmed.count(False) == len(marked)


def test_says_it_in_a_language() -> None:
    """With --lang the answer comes first, in sentences."""
    assert run("--lang", "it", given=json.dumps(ORDER)).stdout.decode().startswith("Sì, puoi recedere: fino a lunedì 21")


@pytest.mark.parametrize(
    ("options", "same"), [(["--format", "json"], []), (["--format", "text", "--lang", "it"], ["--lang", "it"])]
)
def test_the_formats_without_being_named(options: list[str], same: list[str]) -> None:
    """JSON is what there is without --lang, sentences what there is with it."""
    assert run(*same, given=json.dumps(ORDER)).stdout == run(*options, given=json.dumps(ORDER)).stdout


@pytest.mark.parametrize("name", ["text", "calendar", "letter"])
def test_words_need_a_language(name: str) -> None:
    """Whatever is written in words without --lang is refused, with the way out."""
    done = run("--format", name, given=json.dumps(ORDER))
    assert (2, b"") == (done.returncode, done.stdout)
    assert b"add --lang" in done.stderr


def test_a_calendar_is_the_file_itself() -> None:
    """The calendar comes out byte by byte as it is to be saved, made for the clock where the customer lives."""
    order = BY_ID["fr-saturday"] | {"now": "2026-09-19T22:00:00Z"}
    done = run("--lang", "it", "--format", "calendar", given=json.dumps(order))
    expected = calendar_file(check(order), datetime.fromisoformat("2026-09-20T00:00:00+02:00"), "it")
    assert expected
    assert (0, expected.encode()) == (done.returncode, done.stdout)


def test_a_letter_in_two_languages() -> None:
    """Each letter comes with its subject above it, the trader's below a rule; sender and number stand in both."""
    order = BY_ID["it-mon"] | {"country": "FR"}
    sender = ("--sender-name", "Ada Rossi", "--sender-address", "Via Roma 1\n00184 Roma", "--order-number", "12")
    done = run("--lang", "it", "--format", "letter", *sender, given=json.dumps(order))
    ours, theirs = letters(read(order)[0], check(order), Sender("Ada Rossi", "Via Roma 1\n00184 Roma", "12"), "it")
    first, second = done.stdout.decode().split(f"\n{'-' * 72}\n\n")
    assert (0, f"Oggetto: {ours['subject']}\n\n{ours['body']}") == (done.returncode, first)
    assert (True, True) == (second.endswith(theirs["body"]), f"{theirs['subject']}\n" in second)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("calendar", "Per questo ordine non c'è nessun giorno da segnare in calendario.\n"),
        ("letter", "Per questo ordine non c'è nessuna dichiarazione di recesso da inviare.\n"),
    ],
)
def test_where_there_is_nothing_it_is_said(name: str, sentence: str) -> None:
    """An order without a day to note, or without a statement to send, is told so on standard error, with exit status 1."""
    done = run("--lang", "it", "--format", name, given=json.dumps(BY_ID["age-15d"]))
    assert (1, b"", sentence) == (done.returncode, done.stdout, done.stderr.decode())


def test_a_sender_without_a_letter_is_refused() -> None:
    """The sender's details are refused where nothing would be done with them."""
    done = run("--lang", "it", "--sender-name", "Ada Rossi", given=json.dumps(ORDER))
    assert (2, b"") == (done.returncode, done.stdout)
    assert b"--format letter" in done.stderr


def test_now_is_the_present_where_it_is_absent() -> None:
    """An order without `now` is judged at the present: an order of long ago has expired."""
    order = {key: value for key, value in ORDER.items() if key != "now"} | {"ordered_at": "2020-01-07"}
    assert "expired" == json.loads(run(given=json.dumps(order)).stdout)["outcome"]


@pytest.mark.parametrize(
    "given",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"now": ' + b"9" * 5000 + b"}", b"null", b'{"product": "\\ud800"}', b"NaN"],
    ids=["empty", "cut", "bytes", "deep", "huge", "null", "surrogate", "nan"],
)
@pytest.mark.parametrize(
    ("options", "silent"),
    [([], "stderr"), (["--lang", "it"], "stderr"), (["--lang", "it", "--format", "letter"], "stdout"),
     (["--lang", "it", "--format", "calendar"], "stdout")],
    ids=["json", "it", "letter", "calendar"],
)  # fmt: skip
def test_no_input_gives_a_traceback(given: bytes, options: list[str], silent: str) -> None:
    """Whatever comes in, an answer with exit status 2 comes out; in place of a file or letter, on standard error."""
    done = run(*options, given=given)
    assert (2, b"") == (done.returncode, getattr(done, silent))
    assert done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named in one sentence, without a traceback."""
    done = run(str(tmp_path / "nowhere.json"))
    assert 2 == done.returncode
    assert b"cannot read" in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_shows_an_example_that_works() -> None:
    """The example in --help gives the answer that it shows."""
    help_text = run("--help").stdout.decode()
    assert EXAMPLE.strip() in help_text
    order = re.search(r"'(\{.*?\})'", EXAMPLE, re.DOTALL)
    assert order
    answer = re.search(r"^ {2}(Yes.*)$", EXAMPLE, re.MULTILINE)
    assert answer
    assert answer[1] == run("--lang", "en", given=order[1]).stdout.decode().splitlines()[0]
