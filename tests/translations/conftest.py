"""A small site of two languages, for the writers' command to work on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.publish.translations.__main__ import main
from checker.publish.translations.pages import Docs

ORIGINAL = """---
title: Come annullare un ordine
excerpt: Che cosa fare quando hai cambiato idea
updated: 2022-11-10
---

Questa pagina spiega come si annulla un ordine che non serve più.

## Quando

Hai 14 giorni da quando hai ordinato, dice la [guida](/pages/guide#when) di OVHcloud.

## Come

Apri [lo Spazio Cliente](/links/manager) e clicca su `Annulla l'ordine`{.action}.

![i tuoi ordini](images/orders.gif){.thumbnail}

<!-- faq:questions -->
"""

TRANSLATION = """---
title: How to cancel an order
excerpt: What to do when you have changed your mind
updated: 2022-11-10
---

This page explains how to cancel an order that you no longer need.

## When

You have 14 days from your order, says OVHcloud's [guide](/pages/guide#when).

## How

Open [the Control Panel](/links/manager) and click `Cancel the order`{.action}.

![your orders](images/orders.gif){.thumbnail}

<!-- faq:questions -->
"""


class Site:
    """The pages, and what a writer does with them."""

    def __init__(self, folder: Path) -> None:
        self.docs = Docs(folder, {"cancel": ["when", "how"]}, ("it", "en"), "it")
        self.original = folder / "it" / "cancel.md"
        self.translation = folder / "en" / "cancel.md"
        for path, text in ((self.original, ORIGINAL), (self.translation, TRANSLATION)):
            path.parent.mkdir()
            path.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> int:
        """Run the writers' command."""
        return main(list(arguments), self.docs)

    def mark(self, *sections: str) -> None:
        """Record the translation as reviewed on a day of ours."""
        assert self.run("mark", "en", "cancel", *sections, "--reviewed", date(2026, 11, 23).isoformat()) == 0


def edit(path: Path, old: str, new: str) -> None:
    """Replace words in a file that has them once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A translation that fits its original and was never recorded."""
    return Site(tmp_path)
