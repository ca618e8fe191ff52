"""What stands on the home page and at the foot of others: the search, the ready answers, whom to write to."""

from __future__ import annotations

import os
from html import escape

from checker.publish.building import DOCS
from checker.publish.tables.reader import Reader
from checker.words import N_, SOURCE

READY = ("deadlines", "status", "withdrawal", "unpaid", "updates", "method")
"""The pages whose answers need no question, in the order in which they are sought."""

SEARCH = N_("Cerca nelle risposte")
CONTACT = N_("Scrivi a {contact}.")
NO_CONTACT = N_("Chi pubblica questa copia del sito non ha indicato un indirizzo.")


def search(reader: Reader) -> str:
    """A button that opens the search; the page's script shows it, for without JavaScript there is no search."""
    return f'<p class="find" hidden><button type="button" class="md-button">{escape(reader.say(SEARCH))}</button></p>'


def pages(reader: Reader) -> str:
    """The ready answers: each page's title and what it says in a line."""
    found = [DOCS.page(reader.language, name) or DOCS.page(SOURCE, name) for name in READY]
    doors = "\n\n".join(f"[**{page.meta['title']}** {page.meta['excerpt']}]({page.name}.md){{.door}}" for page in found if page)
    return f'<div class="doors" markdown="1">\n\n{doors}\n\n</div>'


def contact(reader: Reader) -> str:
    """Whom to write to: the address that the publisher of this copy gave in CONTACT, an e-mail address or a page's."""
    given = os.environ.get("CONTACT", "")
    if not given:
        return reader.say(NO_CONTACT)
    return reader.say(CONTACT, contact=f"[{given}]({given if '://' in given else f'mailto:{given}'})")
