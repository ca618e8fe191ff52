"""A real nginx with the configuration that the project gives out, on the built site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.publish.serving import nginx

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Where Debian puts it."""

AROUND = """\
{user}daemon off;
master_process off;
error_log {folder}/error.log;
pid {folder}/pid;
{module}events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
"""What Debian's own nginx.conf puts around a site, in a folder that anybody may write to."""


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def waited(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens to the port."""
    while True:
        assert process.poll() is None, f"{process.args!r} ended with {process.returncode}"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)


def program() -> str:
    """Nginx, which stands where not everybody's PATH leads."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not found or not MODULE.exists():
        pytest.fail("On Debian: apt install nginx-light libnginx-mod-http-brotli-static", pytrace=False)
    return found


@dataclass(frozen=True, slots=True)
class Running:
    """An nginx at work: the port that it listens to, and the number of its process."""

    port: int
    process: int


@dataclass(frozen=True, slots=True)
class Nginx:
    """An nginx to be: its folder and the port that the configuration says."""

    folder: Path
    port: int

    @classmethod
    def of(cls, folder: Path, site: str, port: int) -> Nginx:
        """Write the configuration of a site, and around it what nginx wants besides."""
        (folder / "site.conf").write_text(site, encoding="utf-8")
        user = "user root;\n" if os.geteuid() == 0 else ""
        whole = AROUND.format(folder=folder, user=user, module=f"load_module {MODULE};\n")
        (folder / "nginx.conf").write_text(whole, encoding="utf-8")
        return cls(folder, port)

    def command(self, *more: str) -> list[str]:
        """How nginx is started."""
        return [program(), "-c", str(self.folder / "nginx.conf"), "-p", str(self.folder), *more]

    @contextmanager
    def running(self, *before: str) -> Iterator[Running]:
        """Let nginx run; `before` stands before its command."""
        command = [*before, *self.command()]
        with (self.folder / "output").open("wb") as output, subprocess.Popen(command, stderr=output) as process:
            try:
                waited(self.port, process)
                yield Running(self.port, process.pid)
            finally:
                process.terminate()


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the built site."""
    port = free_port()
    configuration = nginx.configuration(str(site), f"127.0.0.1:{port}")
    with Nginx.of(tmp_path_factory.mktemp("nginx"), configuration, port).running():
        yield port


@pytest.fixture(scope="session")
def store() -> Iterator[str]:
    """The address of an object store that speaks the S3 API over HTTP."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            waited(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
