"""The inputs that the fuzzer starts from, those that it found, and the few that are kept and replayed at every test run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "corpus"
FOUND = ROOT / ".cache" / "fuzz"
INPUTS = sorted(KEPT.glob("*/*"))
"""The files that are kept."""
MOST, LONGEST = 20, 4096
"""How many inputs of a kind are kept, and of how many bytes at most."""

Arc = tuple[CodeType, int, int]
"""Two lines of a function that ran one after the other."""


def text(given: bytes) -> str:
    """The text that bytes stand for: those that are no UTF-8 become lone surrogates, which JavaScript's texts may hold too."""
    return given.decode("utf-8", "surrogateescape")


def written(folder: Path, given: bytes) -> Path:
    """The file that holds an input, named by its sum."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / sha256(given).hexdigest()[:12]
    file.write_bytes(given)
    return file


def seeds(target: str) -> Iterator[bytes]:
    """What the tests know of a kind of input."""
    from tests import calls, judged

    orders = [json.dumps(case["order"]) for case in judged.CASES]
    replies = [
        json.dumps(judged.ORDINARY | reply["reply"] | {"status": reply["status"], "details": reply["details"]})
        for reply in judged.REPLIES
    ]
    days = [text for case in judged.CASES for text in case["order"].values() if isinstance(text, str) and "2" in text]
    written_out = ["lunedì 7 settembre 2026 alle ore 14.30", "7. 9. 2026", "Sept. 7th, 2026 2:30 p.m.", "07/09/26 14:30 UTC+2"]
    found = {
        "order": orders,
        "reply": [*replies, *orders[:20]],
        "paste": [*calls.pasted(), *replies],
        "day": [*days, *written_out],
        "sender": [calls.SENDER, "Zoë", "\u202ea\r\nb\x00"],
    }
    yield from (seed.encode() for seed in (*found[target], *calls.ODD) if len(seed) < LONGEST)


def words() -> Iterator[str]:
    """What a text's reader knows, as a fuzzer's dictionary has it."""
    from checker.reading import labels, names, statuses
    from tests import calls

    known = {*statuses.statuses(), *statuses.payments(), *names.months(), *names.weekdays(), "<td>", "<!--", "&#x41;"}
    known |= labels.ORDER | labels.STATE | labels.PAYMENT | {line for text in calls.pasted() for line in text.splitlines()}
    for one in sorted(known):
        if 0 < len(one.encode()) < 60:
            yield '"' + "".join(f"\\x{byte:02x}" for byte in one.encode()) + '"'


def keep(target: str) -> None:
    """Keep the inputs that reach most of the checker, each for what no other does; the largest gain first."""
    from checker.words import LANGUAGES
    from tests.promises import PROMISES

    PROMISES[target]("", LANGUAGES[:1])  # what is loaded and kept once is no input's own
    reached = {}
    for file in sorted(path for folder in (FOUND, KEPT) for path in (folder / target).glob("*")):
        given = file.read_bytes()
        if len(given) <= LONGEST:
            reached[given] = arcs(lambda given=given: PROMISES[target](text(given), LANGUAGES[:1]))
    covered: set[Arc] = set()
    for file in (KEPT / target).glob("*"):
        file.unlink()
    for _ in range(MOST):
        best = max(reached, key=lambda given: (len(reached[given] - covered), -len(given)))
        if reached[best] <= covered:
            break
        covered |= reached.pop(best)
        print(written(KEPT / target, best), len(covered))
    print(f"{len(set().union(covered, *reached.values()))} arcs in all that was found, {len(covered)} in what is kept")


def arcs(run: Any) -> set[Arc]:
    """The arcs of the checker that something runs."""
    found: set[Arc] = set()

    def called(frame: FrameType, _event: str, _given: object) -> Any:
        if "checker" not in Path(frame.f_code.co_filename).parts:
            return None
        last = frame.f_lineno

        def line(frame: FrameType, _event: str, _given: object) -> Any:
            nonlocal last
            found.add((frame.f_code, last, frame.f_lineno))
            last = frame.f_lineno
            return line

        return line

    sys.settrace(called)
    try:
        run()
    finally:
        sys.settrace(None)
    return found
