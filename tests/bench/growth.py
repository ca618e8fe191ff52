"""How a build grows with its pages: processor time, memory, the site's size; printed, never asserted.

    python -m tests.bench.growth [--sections PAGES] [10 100 500]

Each number is of pages that the site has besides its own, in each language: copies of the FAQ whose headings all differ,
in the menu, their translations recorded. The menu has them in sections of twenty; with `--sections 0` it is one long list.
Each ratio is what came with the pages, against what it were at the pace of the first of the numbers: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checker.publish.anchors import HEADING
from checker.publish.translations.pages import Docs
from checker.publish.translations.records import Record, Records
from tests.conftest import DAY, SITE_URL, epoch
from tests.site.scratch import copied

PAGE = "order-status"


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: pages added in each language, pages in all, processor seconds, peak memory and the site's size in MB."""

    added: int
    pages: int
    seconds: float
    memory: float
    site: float


def main() -> None:
    """Build with nothing added, then with each number of pages, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("added", nargs="*", type=int, default=[10, 100, 500])
    parser.add_argument("--sections", type=int, metavar="PAGES", default=20)
    chosen = parser.parse_args()
    print(f"{'added':>6}{'pages':>7}{'s CPU':>8}{'MB peak':>9}{'MB site':>9}{'kB/page':>9}{'time':>8}{'peak':>6}{'site':>6}")
    before: list[Measured] = []
    for added in sorted({0, *chosen.added}):
        with tempfile.TemporaryDirectory() as place:
            done = measured(grown(copied(Path(place) / "project"), added, chosen.sections), Path(place) / "site", added)
        ratios = [growth(before, done, what) for what in ("seconds", "memory", "site")] if len(before) > 1 else []
        each = done.site * 1000 / done.pages
        row = f"{added:6}{done.pages:7}{done.seconds:8.1f}{done.memory:9.0f}{done.site:9.1f}{each:9.1f}  "
        print(row + "".join(f"{ratio:6.2f}" for ratio in ratios), flush=True)
        before.append(done)


def growth(before: list[Measured], done: Measured, what: str) -> float:
    """What came with the pages added, against what the same number costs at the pace of the first build with any."""
    none, first = ((float(getattr(build, what)), build.added) for build in before[:2])
    pace = (first[0] - none[0]) / first[1]
    return float((getattr(done, what) - none[0]) / (pace * done.added))


def grown(project: Path, pages: int, section: int) -> Path:
    """The project with that many pages more in each language; `section` is how many share a title in the menu, 0 for none."""
    docs = Docs(project / "docs")
    names = [f"copy-{number:03}" for number in range(pages)]
    ids = docs.ids[PAGE]
    for language in docs.languages:
        text = (docs.folder / language / f"{PAGE}.md").read_text(encoding="utf-8")
        for name in names:
            (docs.folder / language / f"{name}.md").write_text(told_apart(text, name), encoding="utf-8")
    with (project / "checker/publish/anchors.toml").open("a", encoding="utf-8") as anchors:
        anchors.writelines(f"\n{name} = {list(ids)}\n" for name in names)
    record(replace(docs, ids={**docs.ids, **dict.fromkeys(names, ids)}), names)
    settings = project / "mkdocs.yml"
    menu = "".join(listed(names, section))
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - updates.md\n", f"  - updates.md\n{menu}"))
    return project


def told_apart(text: str, name: str) -> str:
    """The page with its name in its title and in each heading."""
    titled = re.sub(r'^title: "(.*)"$', rf'title: "\1 {name}"', text, count=1, flags=re.MULTILINE)
    return "\n".join(f"{line} {name}" if HEADING.match(line) else line for line in titled.split("\n"))


def record(docs: Docs, names: list[str]) -> None:
    """Record each page as compared with its original, as `translations mark` does."""
    records = Records(docs)
    compared = {}
    for name in names:
        original = docs.page(docs.source, name)
        assert original
        compared[name] = Record(sections={section.id: section.fingerprint for section in original.sections})
        for section in original.sections:
            records.keep(section)
    for language in docs.languages:
        if language != docs.source:
            records.write(language, {**records.of(language), **compared})


def listed(names: list[str], section: int) -> Iterator[str]:
    """The lines of the menu."""
    for number, name in enumerate(names):
        if section and not number % section:
            yield f"  - From {name}:\n"
        yield f"{'      ' if section else '  '}- {name}.md\n"


def measured(project: Path, site: Path, added: int) -> Measured:
    """Build the project and say what that took."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(site)]
    os.chdir(project)
    environment = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": str(epoch(DAY)), "NO_MKDOCS_2_WARNING": "1"}
    process = os.spawnve(os.P_NOWAIT, sys.executable, command, os.environ | environment)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit("The build failed.")
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    pages = sum(1 for _ in site.rglob("index.html"))
    return Measured(added, pages, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size / 1e6)


if __name__ == "__main__":
    main()
