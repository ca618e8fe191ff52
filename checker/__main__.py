"""The command line: an order in (JSON), its verdict out: as JSON, in sentences, as a calendar, or as a withdrawal letter."""

from __future__ import annotations

import argparse
import json
import os
import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from checker.answer import parsed
from checker.rules import check
from checker.rules.order import Order, read
from checker.rules.verdict import Outcome, Verdict
from checker.words import LANGUAGES, explain, text
from checker.words.calendar_file import calendar_file
from checker.words.letter import Sender, letters
from checker.words.plain_text import NOTHING, explanation_text, letters_text

EXAMPLE = """\
example:
  $ echo '{"now": "2026-09-08T09:00:00+02:00", "ordered_at": "2026-09-05", "country": "IT", "customer_type": "consumer",
          "product": "web_hosting", "payment_status": "paid"}' | python -m checker --lang en
  Yes, you can withdraw: up to and including Monday, 21 September 2026.
  ...

The fields are described in checker/rules/data/order.schema.json. OVHcloud's reply to GET /me/order/{id} is read as it
is, with the replies of its /status and /details added under these names.
Exit status: 0; 1 where an order has no calendar or no letter; 2 where an order was invalid. With --format calendar or letter,
1 and 2 are explained on standard error.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status."""
    chosen = _chosen(arguments)
    sys.stdout.reconfigure(  # type: ignore[union-attr]
        encoding="utf-8", errors="replace", newline="\n" if chosen.format == "calendar" else None
    )
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    now = datetime.now(UTC).isoformat()
    status = 0
    texts = [line for line in chosen.read.split("\n") if line.strip()] if chosen.lines else [chosen.read]
    for order in map(parsed, texts):
        if isinstance(order, dict) and order.get("now") is None:
            order["now"] = now
        said, found = _answer(order, chosen)
        status = max(status, found)
        refused = found > 0 and chosen.format in NOTHING
        try:
            print(said, end="" if said.endswith("\n") else "\n", file=sys.stderr if refused else sys.stdout, flush=True)
        except BrokenPipeError:  # whoever reads has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            break
    return status


def _chosen(arguments: list[str] | None) -> Namespace:
    """The arguments, with what was `read`; ends the program where they cannot be."""
    parser = argparse.ArgumentParser(
        prog="checker",
        description="What an OVHcloud order's status means, whether it can be withdrawn from, until when, and why.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", default="-", help="one order as JSON; standard input where absent")
    parser.add_argument("--lines", action="store_true", help="read JSON Lines, one order a line; print JSON so too")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of all that is not JSON")
    parser.add_argument(
        "--format",
        choices=("text", "json", "calendar", "letter"),
        help="what to print: the verdict as json (without --lang), text that explains it (with --lang), an iCalendar file "
        "with the days not to miss, or the withdrawal letter",
    )
    parser.add_argument("--sender-name", help="who writes the letter")
    parser.add_argument("--sender-address", help="the sender's address, in one line or several")
    parser.add_argument("--order-number", help="the order's number, for the letter")
    chosen = parser.parse_args(arguments)
    chosen.format = chosen.format or ("text" if chosen.lang else "json")
    if chosen.format != "json" and not chosen.lang:
        parser.error(f"--format {chosen.format} needs a language: add --lang")
    if chosen.format != "letter" and (chosen.sender_name or chosen.sender_address or chosen.order_number):
        parser.error("--sender-name, --sender-address and --order-number go with --format letter")
    try:
        raw = sys.stdin.buffer.read() if chosen.file == "-" else Path(chosen.file).read_bytes()
    except OSError as error:
        parser.error(f"cannot read {chosen.file}: {error.strerror}")
    chosen.read = raw.decode("utf-8", "replace")
    return chosen


def _answer(order: object, chosen: Namespace) -> tuple[str, int]:
    """What is said of an order, and its exit status."""
    verdict = check(order)
    status = 2 if verdict.outcome is Outcome.INVALID else 0
    if chosen.format == "json":
        return json.dumps(verdict.as_json(), indent=None if chosen.lines else 2), status
    if chosen.format == "text" or status:
        return explanation_text(explain(verdict, chosen.lang)), status
    orders, _ = read(order)
    found = _calendar(orders[0], verdict, chosen) if chosen.format == "calendar" else _letter(orders, verdict, chosen)
    return (found, 0) if found else (text(NOTHING[chosen.format], chosen.lang), 1)


def _calendar(order: Order, verdict: Verdict, chosen: Namespace) -> str | None:
    return calendar_file(verdict, order.local_now, chosen.lang)


def _letter(orders: tuple[Order, ...], verdict: Verdict, chosen: Namespace) -> str:
    sender = Sender(chosen.sender_name, chosen.sender_address, chosen.order_number)
    return letters_text(letters(orders, verdict, sender, chosen.lang))


if __name__ == "__main__":
    sys.exit(main())
