"""What the visits come to: medians and ranges, ratios, bytes by file, and the table of README.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tests.bench.startup.measure import Visit

NAMES = {"site": "this site", "stock": "Pyodide + micropip", "pyscript": "PyScript", "javascript": "plain JavaScript"}
BEGIN, END = "<!-- bench:startup -->", "<!-- /bench:startup -->"
OWN = "/assets/checker/"
"""Where the site keeps what the checker needs; the rest of a visit is the theme's and the page itself."""


@dataclass(slots=True)
class Runs:
    """All that was measured. `figures`: by setting, page and visit, each figure's values in the order of the rounds."""

    day: str
    machine: str
    rounds: int = 0
    figures: dict[str, list[float]] = field(default_factory=dict)
    files: dict[str, dict[str, int]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    others: list[float] = field(default_factory=list)

    @classmethod
    def begun(cls) -> Runs:
        """Nothing measured yet, on this day and this machine."""
        asked = subprocess.run(
            [shutil.which("chromium") or "chromium", "--version"], capture_output=True, text=True, check=True
        )
        version = re.search(r"\d+", asked.stdout)
        machine = f"{os.cpu_count()} cores, Chromium {version.group() if version else '?'}"
        return cls(datetime.now(UTC).date().isoformat(), machine)

    @classmethod
    def read(cls, file: Path) -> Runs:
        """What `write` wrote."""
        return cls(**json.loads(file.read_text(encoding="utf-8")))

    def write(self, file: Path) -> None:
        """Keep it for `--last`."""
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    def add(self, setting: str, page: str, kind: str, visit: Visit, sent: Mapping[str, int]) -> None:
        """One visit, the `first` or the `second`. Exits where a page says something else than the others."""
        long_tasks = visit.long_tasks
        values = {
            "ready": visit.ready,
            "answered": visit.answered,
            "painted": visit.painted,
            "long tasks": len(long_tasks),
            "blocked": sum(lasts - 50 for lasts in long_tasks),
            "longest": max(long_tasks, default=0),
            "processor": visit.processor,
            "bytes": sum(sent.values()),
            "own bytes": sum(size for path, size in sent.items() if page != "site" or path.startswith(OWN)),
        }
        for name, value in values.items():
            self.figures.setdefault(f"{setting} | {page} | {kind} | {name}", []).append(value)
        self.others.append(visit.others)
        if kind == "first":
            self.files[page] = dict(sent)
        self.answers[page] = visit.answer
        if len(set(self.answers.values())) > 1:
            sys.exit(f"The pages don't answer the same: {self.answers}")

    def pressed(self, page: str, answered: float, painted: float) -> None:
        """One press of the button with Python at hand."""
        self.figures.setdefault(f"fast | {page} | press | answered", []).append(answered)
        self.figures.setdefault(f"fast | {page} | press | painted", []).append(painted)

    def values(self, setting: str, page: str, kind: str, name: str) -> list[float]:
        """A figure's values, none where it was not measured."""
        return self.figures.get(f"{setting} | {page} | {kind} | {name}", [])

    def noise(self) -> float:
        """The part of the processors that others used until the answer, from 0 to 1: the median of all visits."""
        return median(self.others) if self.others else 0.0


Row = tuple[str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("first visit, answer on the page", "fast", "first", "answered", "s"),
    ("second visit, answer on the page", "fast", "second", "answered", "s"),
    ("sent for the first visit, brotli", "fast", "first", "own bytes", "MB"),
    ("main thread held up, first visit", "fast", "first", "blocked", "s"),
    ("tasks of more than 50 ms there", "fast", "first", "long tasks", ""),
    ("first visit at 9 Mbit/s and 60 ms", "9 Mbit/s", "first", "answered", "s"),
    ("phone on slow 4G, Python ready", "phone", "first", "ready", "s"),
    ("phone on slow 4G, answer on the second visit", "phone", "second", "answered", "s"),
    ("button to answer, Python ready", "fast", "press", "painted", "ms"),
)
"""The table: what a row says, and where its figure is found."""


def printed(runs: Runs) -> str:
    """Everything measured, for the terminal."""
    lines = [f"{runs.day}, {runs.machine}, rounds: {runs.rounds}, others used {runs.noise():.0%} of the processors", ""]
    lines += [f"{'setting | page | visit | figure':46} {'median':>10} {'min':>10} {'max':>10}  of stock"]
    for name, values in runs.figures.items():
        setting, page, kind, what = name.split(" | ")
        lines.append(
            f"{name:46} {median(values):10.0f} {min(values):10.0f} {max(values):10.0f}  "
            f"{ratio(values, runs.values(setting, 'stock', kind, what)) if page != 'stock' else ''}"
        )
    for page, files in runs.files.items():
        lines += ["", f"{NAMES[page]}: {sum(files.values()):,} bytes sent for the first visit"]
        lines += [f"{size:12,}  {path}" for path, size in sorted(files.items(), key=lambda item: -item[1])]
    return "\n".join([*lines, "", f"All answered: {' / '.join(sorted(set(runs.answers.values())))}"])


def ratio(values: list[float], others: list[float]) -> str:
    """How often one median goes into another: `1/5.2`; nothing where there is none to compare with."""
    if not (values and others and median(values) and median(others)):
        return ""
    return f"1/{median(others) / median(values):.1f}"


def table(runs: Runs) -> str:
    """The table of README.md. Raises KeyError where something was not measured."""
    pages = list(NAMES)
    head = [
        f"| median of {runs.rounds} rounds (least to most) | {' | '.join(NAMES.values())} | ratio |",
        f"|---|{'---|' * (len(pages) + 1)}",
    ]
    body = []
    for words, setting, kind, what, unit in ROWS:
        found = [runs.values(setting, page, kind, what) for page in pages]
        if not all(found):
            raise KeyError(words)
        cells = [written(values, unit) for values in found]
        body.append(f"| {words} | {' | '.join(cells)} | {ratio(found[0], found[1])} |")
    return "\n".join([*head, *body])


def written(values: Iterable[float], unit: str) -> str:
    """A median with its range, in s, ms or MB (kB), or a number of things."""
    known = list(values)
    if unit == "MB":
        size = median(known)
        return f"{size / 1e6:.2f} MB" if size > 1e5 else f"{size / 1e3:.0f} kB"
    scale, digits = {"s": (1000, 2), "ms": (1, 0), "": (1, 0)}[unit]
    least, middle, most = (f"{value / scale:.{digits}f}" for value in (min(known), median(known), max(known)))
    return f"{middle} {unit} ({least}–{most})".replace("  ", " ")


def into_readme(runs: Runs, readme: Path) -> None:
    """Put the table between its markers. Exits where README.md has none or something was not measured."""
    text: str = readme.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        sys.exit(f"{readme.name} lacks {BEGIN} … {END}")
    try:
        made: Any = table(runs)
    except KeyError as missing:
        sys.exit(f"Not measured in this run: {missing}")
    before, rest = text.split(BEGIN)
    told = f"Measured on {runs.day}: {runs.machine}; others used {runs.noise():.0%} of the processors meanwhile."
    readme.write_text(f"{before}{BEGIN}\n{made}\n\n{told}\n{END}{rest.split(END)[1]}", encoding="utf-8")
