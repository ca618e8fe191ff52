"""A slower processor, and how busy others keep the one that is there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = 0.005
"""How long a slowed program runs at a time, in seconds."""

DUTY = """
import os, signal, sys, time
group, runs, rests = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
while True:
    os.killpg(group, signal.SIGSTOP)
    time.sleep(rests)
    os.killpg(group, signal.SIGCONT)
    time.sleep(runs)
"""


@contextmanager
def slower(group: int, times: int) -> Iterator[None]:
    """Let a process group run one part of the time in so many, while the block runs: all its threads alike.

    The browser's own `setCPUThrottlingRate` slows a page's main thread and leaves its workers as fast as they are.
    """
    if times == 1:
        yield
        return
    duty = subprocess.Popen(
        [sys.executable, "-c", DUTY, str(group), str(RUNS), str(RUNS * (times - 1))], stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        duty.kill()
        duty.wait()
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


def group_of(profile: Path) -> int:
    """The process group of the Chromium that uses a profile's folder."""
    wanted = f"--user-data-dir={profile}".encode()
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = entry.read_bytes().split(b"\0")
            if wanted in words and not any(word.startswith(b"--type=") for word in words):
                return os.getpgid(int(entry.parent.name))
    raise ProcessLookupError(profile)


def quiet(enough: float, patience: float = 5) -> float:
    """Wait until less than a part of the processors is in use, `patience` seconds at most; the part found last, from 0 to 1."""
    end = time.monotonic() + patience
    while (found := busy()) > enough and time.monotonic() < end:
        pass
    return found


def busy(seconds: float = 0.5) -> float:
    """The part of all processors that is in use, from 0 to 1, while this program waits."""
    before = _times()
    time.sleep(seconds)
    after = _times()
    whole, idle = (now - then for now, then in zip(after, before, strict=True))
    return 1 - idle / whole if whole else 0.0


def _times() -> tuple[int, int]:
    with Path("/proc/stat").open(encoding="ascii") as stat:
        ticks = [int(number) for number in stat.readline().split()[1:9]]
    return sum(ticks), ticks[3] + ticks[4]
