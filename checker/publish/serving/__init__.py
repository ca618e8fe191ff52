"""What a web server needs of the built site: lasting names, headers, packed files; and the way onto a server."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from checker.publish import bill
from checker.publish.building import i18n_of, root_of
from checker.publish.serving import compressed, headers, immutable, manifest

CACHE = ".cache/compressed"
"""Below the project's folder: what was packed at earlier builds."""


def name(config: MkDocsConfig) -> None:
    """Give what pages load its lasting name. What names those files again comes after this."""
    immutable.publish(Path(config.site_dir), config.site_url or "/")


def finish(config: MkDocsConfig) -> None:
    """Write the bill of materials and the headers for static hosts, pack the whole site, and write down what it is made of.

    Nothing is written or changed after this. Neither a preview nor a build with COMPRESS=no in the environment is packed.
    """
    site = Path(config.site_dir)
    places = [root_of(language, config) for language in i18n_of(config).build_languages]
    whole = headers.static_host(urlsplit(config.site_url or "/").path or "/", places)
    (site / headers.FILE).write_text(whole, encoding="utf-8")
    bill.publish(site, get_build_datetime())
    if not previewing() and os.environ.get("COMPRESS") != "no":
        compressed.publish(site, Path(config.config_file_path).parent / CACHE)
    manifest.publish(site)


def previewing() -> bool:
    """Whether `mkdocs serve` is at work. It tells so only to plugins that are not loaded anew at each build."""
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == "serve"
