"""Lighthouse's marks for a phone; printed, never asserted.

    python -m tests.bench.lighthouse ADDRESS [--runs 3] [--pages order-status checker] [--languages it en pl]

ADDRESS is where the built site is served, packed and with lasting names, as a real server would: a preview is another thing.
npx fetches Lighthouse, 176 MB, the first time. Accessibility, best practices and search engines do not hang on the machine;
performance does, so close what else runs: its marks here are those of the run in the middle.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.site.built import place

LIGHTHOUSE = "lighthouse@13.5.0"
BIN = Path(sys.executable).parent
CATEGORIES = {"performance": "perf", "accessibility": "a11y", "best-practices": "best", "seo": "seo"}
TIMES = {
    "first-contentful-paint": "FCP ms",
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "bytes",
}


def main() -> None:
    """Run Lighthouse on each page in each language, and print a table and what cost points."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.lighthouse", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", nargs="+", default=["order-status", "checker"])
    parser.add_argument("--languages", nargs="+", default=["it", "en", "pl"])
    chosen = parser.parse_args()
    print(f"{'':26}" + "".join(f"{head:>9}" for head in (*CATEGORIES.values(), *TIMES.values())))
    for where in (place(language, name) for name in chosen.pages for language in chosen.languages):
        reports = [report(f"{chosen.address.rstrip('/')}/{where}") for _ in range(chosen.runs)]
        marks = [median(each["categories"][name]["score"] * 100 for each in reports) for name in CATEGORIES]
        times = [median(each["audits"][name]["numericValue"] for each in reports) for name in TIMES]
        print(f"/{where:25}" + "".join(f"{value:9.3f}" if 0 < value < 1 else f"{value:9.0f}" for value in (*marks, *times)))
        for lost in sorted({line for each in reports for line in costly(each)}):
            print(f"    {lost}", flush=True)


def report(address: str) -> Any:
    """Lighthouse's report on a page, as it sees it on a phone in the middle range on a slow mobile network."""
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("There is no Chromium here. On Debian: apt install chromium")
    flags = "--headless=new --no-sandbox --disable-gpu --disable-quic"
    command: list[str | Path] = [
        BIN / "npx",
        "--yes",
        LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        f"--chrome-flags={flags}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return json.loads(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


def costly(told: Any) -> Iterator[str]:
    """What cost a page points in a category that does not hang on the machine's speed."""
    for name, category in told["categories"].items():
        for part in category["auditRefs"] if name in CATEGORIES and name != "performance" else ():
            audit = told["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['id']} ({audit['title']})"


if __name__ == "__main__":
    main()
