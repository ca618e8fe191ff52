"""The nginx configuration of the site: one file for `/etc/nginx/conf.d`, printed to standard output."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable

from checker import words
from checker.publish.serving import policy
from checker.publish.serving.headers import (
    CHARSET,
    FOR_EVER,
    KINDS,
    NAMED,
    NEVER_UNASKED,
    SHORT,
    UNKNOWN,
    WORKERS,
    in_charset,
)
from checker.publish.serving.immutable import FOLDER

WHOLE = """\
# Made by `python -m checker.publish.serving.nginx`: make it anew rather than change it.

map "$status $uri" $kept_for {{
    default "{never}";
    "~^(200|206|304) {assets}/" "{for_ever}";
{workers}    "~^(200|206|304) " "{short}";
}}

server {{
    listen {port};
    server_name {name};
    root {folder};
    index index.html;

    # Answers are made at build, packed as well: nothing is left but to send files.
    gzip_static on;
    gzip_vary on;
{brotli}    sendfile on;
    tcp_nopush on;
    open_file_cache max=4096 inactive=1h;
    open_file_cache_valid 10s;
    open_file_cache_errors on;

    # A redirect says no host and no scheme: both are the business of whatever stands in front.
    absolute_redirect off;
    server_tokens off;

    add_header Cache-Control $kept_for always;
{headers}
    charset {charset};
    charset_types {in_charset};
    default_type {unknown};
    types {{
{kinds}    }}

{named}{not_found}}}
"""


def configuration(folder: str, port: str = "80", name: str = "_", root: str = "/", brotli: bool = True) -> str:
    """The whole file: a `map` and a `server`.

    `folder` is that of the host's root on the server, `root` where the site begins below it ("/orders/" for a site built
    with SITE_URL=https://example.org/orders/), `port` what `listen` takes, `brotli` whether nginx has the module for it.
    """
    kinds: dict[str, list[str]] = {}
    for ending, kind in KINDS.items():
        kinds.setdefault(kind, []).append(ending)
    return WHOLE.format(
        never=NEVER_UNASKED,
        for_ever=FOR_EVER,
        short=SHORT,
        assets=re.escape(root + FOLDER),
        workers=lines(f'    "~ {re.escape(root + worker)}$" "{NEVER_UNASKED}";' for worker in WORKERS),
        port=port,
        name=name,
        folder=folder,
        brotli="    brotli_static on;\n" if brotli else "",
        headers=lines(f'    add_header {header} "{value}" always;' for header, value in policy.HEADERS.items()),
        charset=CHARSET,
        in_charset=" ".join(kind for kind in [*kinds, *NAMED.values()] if in_charset(kind) and kind != "text/html"),
        unknown=UNKNOWN,
        kinds=lines(f"        {kind} {' '.join(endings)};" for kind, endings in kinds.items()),
        named=lines(located(root, name, kind) for name, kind in NAMED.items()),
        not_found=lines(missing(root, language) for language in words.LANGUAGES),
    )


def located(root: str, name: str, kind: str) -> str:
    """The kind of a file that lies in the folder of each language under the same name."""
    return f"    location ~ ^{re.escape(root)}([a-z]+/)?{re.escape(name)}$ {{ types {{ }} default_type {kind}; }}"


def missing(root: str, language: str) -> str:
    """What is shown in place of what is not found, in the language of where it was sought; folders are not listed."""
    place = root if language == words.SOURCE else f"{root}{language}/"
    return f"    location {place} {{ error_page 403 =404 {place}404.html; error_page 404 {place}404.html; }}"


def lines(each: Iterable[str]) -> str:
    """The lines, each with its end."""
    return "".join(f"{line}\n" for line in each)


def main() -> int:
    """Print the configuration; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m checker.publish.serving.nginx", description=__doc__)
    parser.add_argument("--root", required=True, help="the folder that the site lies in on the server: /var/www/orders")
    parser.add_argument("--name", default="_", help="the site's host name: example.org")
    parser.add_argument("--port", default="80", help="what nginx is to listen to: 8080, 127.0.0.1:8080")
    parser.add_argument("--under", default="/", help="where the site begins on its host: /orders/")
    parser.add_argument("--no-brotli", action="store_true", help="for an nginx without the module brotli_static")
    given = parser.parse_args()
    sys.stdout.write(configuration(given.root, given.port, given.name, given.under, not given.no_brotli))
    return 0


if __name__ == "__main__":
    sys.exit(main())
