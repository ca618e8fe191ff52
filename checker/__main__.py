"""The command line: an order in (JSON), its verdict out (JSON, or sentences with --lang)."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checker.answer import parsed
from checker.rules import check
from checker.rules.verdict import Outcome, Verdict
from checker.words import LANGUAGES, explain, text

EXAMPLE = """\
example:
  $ echo '{"now": "2026-09-08T09:00:00+02:00", "ordered_at": "2026-09-05", "country": "IT", "customer_type": "consumer",
          "product": "web_hosting", "payment_status": "paid"}' | python -m checker --lang en
  Yes, you can withdraw: up to and including Monday, 21 September 2026.
  ...

The fields are described in checker/rules/data/order.schema.json. OVHcloud's reply to GET /me/order/{id} is read as it
is, with the replies of its /status and /details added under these names.
Exit status: 0, or 2 where an order was invalid.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status."""
    parser = argparse.ArgumentParser(
        prog="checker",
        description="What an OVHcloud order's status means, whether it can be withdrawn from, until when, and why.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", default="-", help="one order as JSON; standard input where absent")
    parser.add_argument("--lines", action="store_true", help="read JSON Lines, one a line; without --lang one verdict a line")
    parser.add_argument("--lang", choices=LANGUAGES, help="print sentences in this language instead of JSON")
    chosen = parser.parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        raw = sys.stdin.buffer.read() if chosen.file == "-" else Path(chosen.file).read_bytes()
    except OSError as error:
        parser.error(f"cannot read {chosen.file}: {error.strerror}")
    read = raw.decode("utf-8", "replace")
    now = datetime.now(UTC).isoformat()
    status = 0
    texts = [line for line in read.split("\n") if line.strip()] if chosen.lines else [read]
    for order in map(parsed, texts):
        if isinstance(order, dict) and order.get("now") is None:
            order["now"] = now
        verdict = check(order)
        status = 2 if verdict.outcome is Outcome.INVALID else status
        try:
            print(_sentences(verdict, chosen.lang) if chosen.lang else _json(verdict, chosen.lines), flush=True)
        except BrokenPipeError:  # whoever reads has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            break
    return status


def _json(verdict: Verdict, one_line: bool) -> str:
    return json.dumps(verdict.as_json(), indent=None if one_line else 2)


def _sentences(verdict: Verdict, language: str) -> str:
    """The explanation as text: the answer first, then its figures, notes and steps."""
    return "\n".join(_said(explain(verdict, language)))


def _said(said: dict[str, Any], number: int | None = None) -> Iterator[str]:
    yield said["answer"] if number is None else f"\n[{number}] {said['answer']}"
    yield from (f"  {error['label']}: {error['text']}" for error in said["errors"])
    if said["status"]:
        parts = " ".join(part["text"] for part in said["status"]["parts"])
        yield "  " + ": ".join(filter(None, (said["status"]["label"], parts)))
    yield from (f"  {fact['label']}: {fact['text']}" for fact in said["facts"])
    yield from (f"  ! {note}" for note in said["notes"])
    for place, step in enumerate(said["steps"], 1):
        source = step["source"]
        yield f"  {place}. {step['text']}"
        yield f"     {step['nature_label']}: {source['title']}, {source['place']} <{source['address']}>"
        if not source["confirmed"]:
            yield f"     ({text('non abbiamo potuto leggere il testo ufficiale', said['lang'])})"
    for place, line in enumerate(said["lines"], 1):
        yield from _said(line, place)


if __name__ == "__main__":
    sys.exit(main())
