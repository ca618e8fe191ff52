"""The boxes this site adds to the source's answers, so that the source file itself stays word for word."""

from checker.publish import anchors
from checker.words import N_, text

# page and section -> what the checker offers to somebody who has just read that answer
INVITATIONS = {
    "order-status": {
        "cancel": N_("Vuoi sapere se puoi recedere, e fino a quale giorno?"),
        "delivery": N_("Vuoi capire che cosa significa lo stato del tuo ordine e che cosa succede adesso?"),
    }
}


FOREWORDS = {
    "order-status": N_(
        "È il testo di OVHcloud del 10 novembre 2022: «noi» è OVHcloud, non questo sito. "
        "[Che cosa è cambiato da allora](updates.md)."
    )
}
"""What a reader must know before a page that is not in this site's own words."""


def add(pinned: str, page: str, language: str) -> str:
    """The pinned page with its foreword, and an invitation to the checker at the end of each section that has one."""
    for anchor, question in INVITATIONS.get(page, {}).items():
        pinned = anchors.append(pinned, anchor, box(question, language))
    return f"{_noted(text(FOREWORDS[page], language), language)}\n\n{pinned}" if page in FOREWORDS else pinned


def box(question: str, language: str) -> str:
    """One invitation, as Markdown."""
    button = f"[{text('Controlla il tuo ordine', language)}](checker.md){{.md-button .md-button--primary}}"
    return _noted(f"{text(question, language)}\n\n{button}", language)


def _noted(words: str, language: str) -> str:
    return (
        '<div class="invitation" markdown="1" data-search-exclude="true">\n\n'
        f"*{text('Nota di questo sito', language)}*{{.invitation__by}}\n"
        f"{words}\n\n"
        "</div>"
    )
