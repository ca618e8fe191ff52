"""What the site asks of nginx beyond sending bytes: the FAQ page against a bare file, on the same core.

    .venv/bin/python -m tests.bench.serving site

The FAQ page, packed by Brotli, against a file of as many bytes from an nginx that is told nothing but where it lies: no
headers, no kinds, no packed copies. Both nginx run on processor 0, wrk on processor 1, turn by turn; the figures are
medians. Requests a second depend on what else the machine does; the processor time that nginx takes for a request does not.
On Debian: apt install wrk nginx-light libnginx-mod-http-brotli-static.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from checker.publish.serving import nginx
from tests.serving.conftest import Nginx, Running, free_port

PAGE = "en/order-status/index.html"
BARE = "server {{ listen 127.0.0.1:{port}; root {folder}; sendfile on; tcp_nopush on; open_file_cache max=16; }}\n"


@dataclass(frozen=True, slots=True)
class Round:
    """What one run of wrk got through: requests a second, and nginx's processor time for each in microseconds."""

    rate: float
    cost: float


def measured(running: Running, path: str, seconds: int) -> Round:
    """Let wrk ask as fast as it can for some seconds, over 32 connections that stay open."""
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c32", f"-d{seconds}s", "-H", "Accept-Encoding: br"]
    before = processor_time(running.process)
    done = subprocess.run([*command, f"http://127.0.0.1:{running.port}{path}"], capture_output=True, text=True, check=True)
    spent = processor_time(running.process) - before
    assert "Non-2xx" not in done.stdout, done.stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    answered = re.search(r"(\d+) requests in", done.stdout)
    assert rate, done.stdout
    assert answered, done.stdout
    return Round(float(rate[1]), spent / int(answered[1]) * 1e6)


def processor_time(process: int) -> float:
    """Seconds of processor time that a process has taken, its own and the kernel's for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def compared(site: Path, folder: Path, rounds: int, seconds: int) -> list[tuple[Round, Round]]:
    """Each round: the page with the site's configuration, and the bare file."""
    for name in ("served", "bare"):
        (folder / name).mkdir()
    (folder / "bare" / "page").write_bytes((site / f"{PAGE}.br").read_bytes())
    port, other = free_port(), free_port()
    ours = Nginx.of(folder / "served", nginx.configuration(str(site), f"127.0.0.1:{port}"), port)
    bare = Nginx.of(folder / "bare", BARE.format(port=other, folder=folder / "bare"), other)
    page = f"/{PAGE.removesuffix('index.html')}"
    with ours.running("taskset", "-c", "0") as serving, bare.running("taskset", "-c", "0") as sending:
        return [(measured(serving, page, seconds), measured(sending, "/page", seconds)) for _ in range(rounds)]


def main() -> int:
    """Measure, and print the medians and their ratios."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.serving", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder that `mkdocs build` has written")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rounds = compared(given.site.resolve(), Path(folder), given.rounds, given.seconds)
    print(f"{(given.site / f'{PAGE}.br').stat().st_size} bytes, {given.rounds} rounds")
    for name, each in zip(("FAQ page", "bare file"), zip(*rounds, strict=True), strict=True):
        rate, cost = (median(getattr(one, figure) for one in each) for figure in ("rate", "cost"))
        print(f"{name:9}  {rate:7,.0f} requests a second  {cost:5.1f} µs of nginx's processor time each")
    print(f"requests a second: {median(page.rate / file.rate for page, file in rounds):.2f} of the bare file's")
    print(f"requests a second of nginx's processor: {median(file.cost / page.cost for page, file in rounds):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
