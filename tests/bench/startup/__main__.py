"""Measure how fast the checker starts, beside its peers: every page in turn, round by round.

python -m tests.bench.startup [--rounds 7] [--quick] [--only VARIANT …] [--settings SETTING …] [--site FOLDER] [--readme]
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.startup import peers, report
from tests.bench.startup.link import slowed
from tests.bench.startup.measure import SETTINGS, browser, click, visit
from tests.bench.startup.processor import quiet
from tests.bench.startup.serve import compressed, serving

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Playwright

    from tests.bench.startup.serve import Served

VARIANTS = ("site", "stock", "pyscript", "javascript")
PAGES = {"site": "checker/"}
LOUD = 0.25
"""Above this part of the processors in others' use, figures are not worth much."""


def main() -> int:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.startup", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true", help="one round")
    parser.add_argument("--only", nargs="+", choices=VARIANTS, default=VARIANTS)
    parser.add_argument("--settings", nargs="+", choices=list(SETTINGS), default=list(SETTINGS))
    parser.add_argument("--site", type=Path, help="a built site; without it, the site is built")
    parser.add_argument("--patience", type=float, default=5, help="seconds to wait for a quiet machine before each visit")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "order-checker-bench")
    parser.add_argument("--last", action="store_true", help="measure nothing, show the last run again")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md; needs every page and setting")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the server and the browser are to end as well
    kept = chosen.cache / "last.json"
    runs = report.Runs.read(kept) if chosen.last else measured(folders(chosen.only, chosen.site, chosen.cache), chosen, kept)
    print(report.printed(runs))
    if chosen.readme:
        report.into_readme(runs, peers.ROOT / "README.md")
    return 0


def folders(variants: tuple[str, ...], site: Path | None, cache: Path) -> Mapping[str, Path]:
    """The folder of each variant, made anew, with the compressed files beside the others."""
    made = {
        "site": lambda: peers.site(cache / "site", site),
        "stock": lambda: peers.stock(cache / "stock", cache),
        "pyscript": lambda: peers.pyscript(cache / "pyscript", cache),
        "javascript": lambda: peers.javascript(cache / "javascript"),
    }
    cache.mkdir(parents=True, exist_ok=True)
    return {name: compressed(made[name](), cache / "br") for name in variants}


def measured(places: Mapping[str, Path], chosen: argparse.Namespace, kept: Path) -> report.Runs:
    """All rounds of all settings, the pages in turn, each round begun by another one; kept in a file after each round."""
    rounds = 1 if chosen.quick else chosen.rounds
    names = list(places)
    with sync_playwright() as playwright, serving(places, chosen.cache / "nginx") as served, ExitStack() as lines:
        runs = report.Runs.begun()
        direct = {page: one.port for page, one in served.items()}
        ports = {
            name: lines.enter_context(slowed(setting.line, direct)) if setting.line else direct
            for name, setting in SETTINGS.items()
            if name in chosen.settings
        }
        for number in range(rounds):
            first = number % len(names)
            for name in ports:
                for page in names[first:] + names[:first]:
                    print(f"round {number + 1}, {name}, {page}", file=sys.stderr, flush=True)
                    twice(playwright, runs, name, page, served[page], ports[name][page], chosen.patience)
            runs.rounds += 1
            runs.write(kept)
    if runs.noise() > LOUD:
        print(f"Others used {runs.noise():.0%} of the processors: measure again when they are quiet.", file=sys.stderr)
    return runs


def twice(
    playwright: Playwright, runs: report.Runs, setting: str, page: str, served: Served, port: int, patience: float
) -> None:
    """Visit a page with a fresh profile, and again with what the browser has kept; on the fast line, press its button too."""
    address = f"http://127.0.0.1:{port}/{PAGES.get(page, '')}"
    with tempfile.TemporaryDirectory(prefix="order-checker-profile-", ignore_cleanup_errors=True) as profile:
        for kind in SETTINGS[setting].visits:
            quiet(LOUD, patience)
            with browser(playwright, Path(profile), SETTINGS[setting]) as (tab, group):
                served.sent()
                runs.add(setting, page, kind, visit(tab, group, address), served.sent())
                if setting == "fast" and kind == "second":
                    runs.pressed(page, *click(tab, address))


if __name__ == "__main__":
    sys.exit(main())
