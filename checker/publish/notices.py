"""What a page says of its own translation, in the reader's language."""

from __future__ import annotations

from checker.words.catalogue import N_, NN_

MISSING_PAGE = N_("Questa pagina non è ancora tradotta: qui sotto la leggi in italiano.")
STALE_PAGE = N_("L'originale italiano di questa pagina è cambiato e la traduzione non è ancora aggiornata in ogni parte.")
MISSING_SECTION = N_("Questa parte non è ancora tradotta: qui sotto la leggi in italiano.")
STALE_SECTION = N_("L'originale italiano di questa parte è cambiato: la traduzione non è ancora aggiornata.")
ORIGINAL = N_("Leggi l'originale in italiano")
UNREVIEWED = N_("Traduzione automatica, non ancora rivista da una persona.")

OFFER = N_("Questa pagina c'è anche in italiano.")
"""Said in each language of that language: the French is "Cette page existe aussi en français."."""
ACCEPT = N_("Leggila in italiano")
DECLINE = N_("No, grazie")

TITLE = N_("Traduzioni")
STATES = {
    "current": N_("aggiornata"),
    "stale": N_("da aggiornare"),
    "missing": N_("da tradurre"),
    "unrecorded": N_("mai confrontata con l'originale"),
}
BY = {
    "person": N_("una persona"),
    "machine": N_("traduzione automatica"),
    "machine reviewed": N_("traduzione automatica, rivista da una persona"),
}
COLUMNS = {
    "language": N_("Lingua"),
    "page": N_("Pagina"),
    "state": N_("Stato"),
    "words": N_("Parole"),
    "by": N_("Tradotta da"),
    "reviewed": N_("Ultima revisione"),
}
WIDGET = N_("Frasi della verifica dell'ordine")
SOURCE_TEXT = N_("testo originale")
SENTENCES = NN_("{count} frase", "{count} frasi")
