"""A slow line between browser and server: one rate for all connections together, and the time that a packet is under way.

It stands before the server rather than in the browser, whose own emulation is set for each page and each worker apart.
TCP's slow start and lost packets are not played; a new connection waits for its handshake.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.startup.serve import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

PACKETS = 2 * 1460
"""How many bytes a connection sends before another one's turn."""
LATE = 0.02
"""How long the line may have overslept, in seconds, and still make up for it."""


@dataclass(frozen=True, slots=True)
class Line:
    """`rate` in bit/s, towards the browser; `round_trip` in seconds."""

    rate: float
    round_trip: float


@contextmanager
def slowed(line: Line, ports: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """The servers at the ports, behind the line, at ports of their own while the block runs."""
    fronts = {name: free_port() for name in ports}
    pairs = [(fronts[name], ports[name]) for name in ports]
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(line, pairs), daemon=True)
    process.start()
    try:
        for front in fronts.values():
            wait_for(front)
        yield fronts
    finally:
        process.terminate()
        process.join()


def _run(line: Line, pairs: list[tuple[int, int]]) -> None:
    with suppress(KeyboardInterrupt):
        asyncio.run(_listen(_Link(line), pairs))


async def _listen(link: _Link, pairs: list[tuple[int, int]]) -> None:
    for front, server in pairs:
        await asyncio.start_server(link.carrying(server), "127.0.0.1", front)
    await asyncio.Event().wait()


class _Link:
    """The line: whoever has something to send waits for its turn."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.turn = asyncio.Lock()
        self.free_at = 0.0

    def carrying(self, server: int) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there, back = await asyncio.open_connection("127.0.0.1", server)
            await asyncio.sleep(self.line.round_trip)
            with suppress(ConnectionError):
                await asyncio.gather(self.pump(reader, back, metered=False), self.pump(there, writer, metered=True))

        return carry

    async def pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, metered: bool) -> None:
        """Hand on what comes, each piece when the line has carried it."""
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arrival = asyncio.create_task(self.deliver(under_way, target))
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError):
            while piece := await source.read(PACKETS):
                if metered:
                    async with self.turn:
                        self.free_at = max(self.free_at, loop.time() - LATE) + len(piece) * 8 / self.line.rate
                        await asyncio.sleep(self.free_at - loop.time())
                under_way.put_nowait((loop.time() + self.line.round_trip / 2, piece))
        under_way.put_nowait((loop.time() + self.line.round_trip / 2, b""))
        await arrival

    @staticmethod
    async def deliver(under_way: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
        """Write each piece when it arrives; an empty one is the end."""
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError):
            while True:
                when, piece = await under_way.get()
                await asyncio.sleep(when - loop.time())
                if not piece:
                    break
                target.write(piece)
                await target.drain()
        target.close()
