"""The built site on 127.0.0.1, as a plain web server serves it; each request is written down."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from checker.publish.serving import policy

if TYPE_CHECKING:
    from types import TracebackType


class Serving(ThreadingHTTPServer):
    """Serves a folder while the `with` block runs.

    `asked` holds each request as it came: method, address with query, headers, body.
    `replaced` gives other bytes for a path (`/assets/x.zip`), or None where the file is to be missing.
    Of a path in `halved` the first half is sent, and the rest once its event is set.
    `headers` are sent with each answer: those that the site has for servers. `kinds` gives another Content-Type for an
    ending or for a file's name.
    While `talking` is not set, requests are taken and not answered.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.folder = folder
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.asked: list[str] = []
        self.replaced: dict[str, bytes | None] = {}
        self.halved: dict[str, Event] = {}
        self.talking = Event()
        self.talking.set()
        self.headers = dict(policy.HEADERS)
        self.kinds: dict[str, str] = {}
        self.callers: list[socket.socket] = []

    def __enter__(self) -> Self:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """Be gone, for those too who still hold a line."""
        self.talking.set()
        self.shutdown()
        self.server_close()
        self.hang_up()

    def hang_up(self) -> None:
        """Break off all that is being sent."""
        for caller in self.callers:
            with suppress(OSError):
                caller.shutdown(socket.SHUT_RDWR)

    def get_request(self) -> tuple[socket.socket, object]:
        """Take a call, and remember who calls."""
        caller, address = super().get_request()
        self.callers.append(caller)
        return caller, address

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser may leave before all is sent; anything else is a fault of this server."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # narrower in the base class

    def path_of(self, pattern: str) -> str:
        """The one path that the site has for a pattern (`assets/checker/*/python.wasm`)."""
        (found,) = self.folder.glob(pattern)
        return f"/{found.relative_to(self.folder).as_posix()}"


class _Handler(SimpleHTTPRequestHandler):
    server: Serving
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        kinds = self.server.kinds
        return kinds.get(Path(path).name) or kinds.get(Path(path).suffix) or super().guess_type(path)

    def do_GET(self) -> None:
        self._note()
        self.server.talking.wait()
        path = unquote(urlsplit(self.path).path)
        if path in self.server.halved:
            self._halve(path)
        elif path not in self.server.replaced:
            super().do_GET()
        elif (content := self.server.replaced[path]) is None:
            self.send_error(404)
        else:
            self._send(200, self.guess_type("index.html" if path.endswith("/") else path), content)

    def do_POST(self) -> None:
        self._note()
        self.send_error(405)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == 404:
            self._send(404, "text/html", self._not_found().read_bytes())
        else:
            super().send_error(code, message, explain)

    def _not_found(self) -> Path:
        """The page for what is not found that lies nearest to it: each language's folder has its own."""
        wanted = self.server.folder / unquote(urlsplit(self.path).path).lstrip("/")
        places = (folder / "404.html" for folder in wanted.parents if folder.is_relative_to(self.server.folder))
        return next(place for place in places if place.is_file())

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: `asked` has it all."""

    def _note(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(f"{self.requestline}\n{self.headers}{body.decode(errors='replace')}")

    def _halve(self, path: str) -> None:
        content = (self.server.folder / path.lstrip("/")).read_bytes()
        half = len(content) // 2
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:half])
        self.server.halved[path].wait()
        self.wfile.write(content[half:])

    def _send(self, code: int, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
