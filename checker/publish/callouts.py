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


def add(pinned: str, page: str, language: str) -> str:
    """The pinned page with an invitation to the checker at the end of each section that has one."""
    for anchor, question in INVITATIONS.get(page, {}).items():
        pinned = anchors.append(pinned, anchor, box(question, language))
    return pinned


def box(question: str, language: str) -> str:
    """One invitation, as Markdown."""
    return (
        '<div class="invitation" markdown="1" data-search-exclude="true">\n\n'
        f"*{text('Nota di questo sito', language)}*{{.invitation__by}}\n"
        f"{text(question, language)}\n\n"
        f"[{text('Controlla il tuo ordine', language)}](checker.md){{.md-button .md-button--primary}}\n\n"
        "</div>"
    )
