"""The folders as a real server serves them: nginx, files compressed beforehand by brotli, HTTP/1.1 with keep-alive."""

from __future__ import annotations

import hashlib
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
NEEDED = "nginx-light libnginx-mod-http-brotli-static brotli"
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".xml", ".svg", ".py", ".toml", ".wasm", ".zip", ".whl", ".txt", ".bin"}
"""Kinds of files that get a `.br` beside them, the peers' wheels and archives too: some are stored, not packed."""

CONFIGURATION = """
load_module {module};
pid {place}/nginx.pid;
error_log {place}/error.log;
daemon off;
master_process off;
events {{ worker_connections 512; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js mjs; application/json json; application/wasm wasm;
    image/svg+xml svg; application/xml xml; text/plain txt py toml;
  }}
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  brotli_static on;
  client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
  uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
  log_format sent "$uri\\t$status\\t$body_bytes_sent";
  add_header Cache-Control $kept;
  map $uri $kept {{ default "no-cache"; ~^/assets/ "public, max-age=31536000, immutable"; }}
{servers}
}}
"""
SERVER = '  server {{ listen 127.0.0.1:{port}; root "{folder}"; access_log {log} sent; }}\n'


class Served:
    """A folder on a port of its own. `sent` tells what was sent since it was last asked."""

    def __init__(self, folder: Path, port: int, log: Path) -> None:
        self.folder = folder
        self.port = port
        self.log = log
        self.read = 0

    def sent(self) -> dict[str, int]:
        """By path, the bytes of the bodies as they went over the line: compressed. Headers are not counted."""
        text = self.log.read_text(encoding="utf-8")
        lines, self.read = text[self.read :].splitlines(), len(text)
        files: dict[str, int] = {}
        for path, status, size in (line.split("\t") for line in lines):
            if status.startswith("2"):
                files[path] = files.get(path, 0) + int(size)
        return files


@contextmanager
def serving(folders: Mapping[str, Path], place: Path) -> Iterator[dict[str, Served]]:
    """Each folder on a port of its own, while the block runs; nginx keeps its own files in `place`."""
    if not (shutil.which("nginx") and Path(MODULE).exists()):
        sys.exit(f"Please install first: {NEEDED} (Debian: apt-get install {NEEDED})")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    served = {name: Served(folder, free_port(), place / f"{name}.log") for name, folder in folders.items()}
    servers = "".join(SERVER.format(port=one.port, folder=one.folder.resolve(), log=one.log) for one in served.values())
    (place / "nginx.conf").write_text(CONFIGURATION.format(module=MODULE, place=place, servers=servers), encoding="utf-8")
    nginx = subprocess.Popen(["nginx", "-e", place / "error.log", "-c", place / "nginx.conf"])
    try:
        for one in served.values():
            wait_for(one.port)
        yield served
    finally:
        nginx.terminate()
        nginx.wait()


def compressed(folder: Path, cache: Path) -> Path:
    """Put a `.br` beside each file that has none and gets smaller by it; what was compressed once is kept in `cache`."""
    if not shutil.which("brotli"):
        sys.exit(f"Please install first: {NEEDED} (Debian: apt-get install {NEEDED})")
    cache.mkdir(parents=True, exist_ok=True)
    languages = {home.parent for home in folder.glob("??/index.html")}  # a site's other languages are not visited
    files = [path for path in folder.rglob("*") if path.suffix in COMPRESSED and languages.isdisjoint(path.parents)]
    for path in (path for path in files if path.stat().st_size > 200):
        packed = path.with_name(f"{path.name}.br")
        if packed.exists():
            continue
        kept = cache / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.br"
        if not kept.exists():
            subprocess.run(["brotli", "--quality=11", "--lgwin=24", "--force", f"--output={kept}", path], check=True)
        if kept.stat().st_size < path.stat().st_size:
            shutil.copyfile(kept, packed)
    return folder


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def wait_for(port: int, patience: float = 10) -> None:
    """Wait until somebody listens there; `patience` in seconds. Raises ConnectionError."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ConnectionError(port)
