"""Tries every mutant of `checker/rules`, and says which of them no test notices. Takes some ten minutes of an idle machine.

    python -m tests.mutation [--again] [MODULE ...]

Each is tried in a fork of one pytest that has collected the tests, until the first of them fails. `--again`: only those
that went unnoticed the last time. Exit status: 1 where one went unnoticed that `survivors.toml` does not explain.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.judged import judged
from tests.mutation.explained import EXPLAINED, explained
from tests.mutation.mutants import ROOT, RULES, Mutant, imported, live, mutants, replaced
from tests.strategies import drawn

NAMES = ("cases", "decisions", "oracle", "order", "questions", "reply", "sources", "standing", "steps")
LONG = "three_years or midnight or region_not_told or later_order or could_not_be_read"
"""Tests that take long, and notice no more than the others."""
TESTS = [*(f"tests/rules/test_{name}.py" for name in NAMES), "tests/test_schema.py", "-k", f"not ({LONG})"]
QUIETLY = ["-q", "-s", "-p", "no:cacheprovider", "--assert=plain"]

SECONDS = 4
"""How long a test may work beside ten times what it takes without a mutant: some mutants never end."""
QUICK = 0.05
"""How long a test takes, in seconds, that is tried first on the next mutant: one test notices several in a row."""
LAST = ROOT / ".cache" / "survivors.json"


class Mutating:
    """The plugin that runs the collected tests once as they are, then for each mutant until one fails."""

    def __init__(self, tried: Iterable[Mutant]) -> None:
        self.tried = tried
        self.noticed: dict[Mutant, str] = {}
        """What noticed a mutant, a test most often; "" where nothing did."""
        self.took: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the tests whose orders are drawn: what notices a mutant shall notice it each time."""
        items[:] = [item for item in items if not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants, each in a fork of its own."""
        for ripe in (False, True):
            drawn(300, ripe=ripe)
        self.live = live()
        gc.freeze()
        if failed := self.forked(session.items, None):
            raise pytest.UsageError(f"without any mutant: {failed}")
        items = sorted(session.items, key=lambda item: self.took[item.nodeid])
        for mutant in self.tried:
            noticed = self.noticed[mutant] = self.forked(items, mutant)
            if self.took.get(noticed, QUICK) < QUICK:
                items.sort(key=lambda item: item.nodeid != noticed)
            print(noticed or "UNNOTICED", *mutant.name, sep=" | ", file=sys.stderr, flush=True)
        return True

    def forked(self, items: list[Any], mutant: Mutant | None) -> str:
        """What fails with a mutant in place, or ""; without a mutant, notes how long each test takes."""
        read, write = os.pipe()
        if not os.fork():
            with Path(os.devnull).open("w") as nowhere, os.fdopen(write, "w") as told:
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
                try:
                    told.write(self.run(items, mutant))
                finally:
                    told.flush()
                    os._exit(0)
        os.close(write)
        with os.fdopen(read) as told:
            answer = told.read() or '["no answer in time", {}]'
        os.wait()
        failed, took = json.loads(answer)
        self.took |= took
        return str(failed)

    def run(self, items: list[Any], mutant: Mutant | None) -> str:
        """In the fork: put the mutant in place and run the tests, without pytest's own ado; none of these has a fixture."""
        took = {}
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            if mutant and not replaced(mutant, self.live):
                imported(mutant)
        except Exception:
            return json.dumps(["cannot be imported", {}])
        for item in items:
            if mutant is None:
                judged.cache_clear()  # takes its time in the test that comes first
            signal.setitimer(signal.ITIMER_PROF, SECONDS + 10 * self.took.get(item.nodeid, SECONDS))
            began = time.process_time()
            try:
                item.obj(**(item.callspec.params if hasattr(item, "callspec") else {}))
            except Exception:
                return json.dumps([item.nodeid, {}])
            took[item.nodeid] = time.process_time() - began
        return json.dumps(["", {} if mutant else took])


def main() -> int:
    """Try the mutants; print what came of them, by module."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("modules", nargs="*", metavar="MODULE", help="`periods`, say; all of them where none is named")
    reader.add_argument("--again", action="store_true")
    asked = reader.parse_args()
    last = [tuple(name) for name in json.loads(LAST.read_text("utf-8"))] if asked.again else []
    files = [file for file in sorted(RULES.rglob("*.py")) if not asked.modules or file.stem in asked.modules]
    plugin = Mutating(mutant for file in files for mutant in mutants(file) if not asked.again or mutant.name in last)
    pytest.main([*TESTS, *QUIETLY], plugins=[plugin])
    left = [mutant.name for mutant, noticed in plugin.noticed.items() if not noticed]
    LAST.write_text(json.dumps(left), "utf-8")
    tried, unnoticed = Counter(mutant.name[0] for mutant in plugin.noticed), Counter(name[0] for name in left)
    for file, number in tried.items():
        print(f"{file}: {number} mutants, {number - unnoticed[file]} noticed")
    print(f"{tried.total()} mutants, {tried.total() - len(left)} noticed, {len(left)} not")
    new = set(left) - set(explained())
    for name in sorted(new):
        print(f"not in {EXPLAINED.name}:", *name, sep=" | ")
    return 1 if new else 0


if __name__ == "__main__":
    raise SystemExit(main())
