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

RUNS = 0.01
"""How long a slowed program runs at a time, in seconds."""

DUTY = """
import os, signal, sys, time
group, runs, rests = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
parent = os.getppid()
while os.getppid() == parent:
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


class Use:
    """The use of the processors since this was made, by a process group and by all others."""

    def __init__(self, group: int) -> None:
        self.group = group
        self.before = _times()
        self.own_before = _ticks(group)

    def told(self) -> tuple[float, float]:
        """The milliseconds of processor time that the group took, and the part of all processors that others used, 0 to 1."""
        own = _ticks(self.group) - self.own_before
        whole, idle = (now - then for now, then in zip(_times(), self.before, strict=True))
        return own * 1000 / os.sysconf("SC_CLK_TCK"), max(0.0, 1 - (idle + own) / whole) if whole else 0.0


def quiet(enough: float, patience: float) -> None:
    """Wait until no more than a part of the processors is in use, 0 to 1; `patience` seconds at most."""
    end = time.monotonic() + patience
    while _busy() > enough and time.monotonic() < end:
        pass


def _busy(seconds: float = 0.5) -> float:
    before = _times()
    time.sleep(seconds)
    after = _times()
    whole, idle = (now - then for now, then in zip(after, before, strict=True))
    return 1 - idle / whole if whole else 0.0


def _ticks(group: int) -> int:
    """The time that a group's processes have run, in the kernel's ticks."""
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(words[2]) == group:
                ticks += sum(map(int, words[11:15]))
    return ticks


def _times() -> tuple[int, int]:
    with Path("/proc/stat").open(encoding="ascii") as stat:
        ticks = [int(number) for number in stat.readline().split()[1:9]]
    return sum(ticks), ticks[3] + ticks[4]
