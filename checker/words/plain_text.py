"""Explanations and letters as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.words.catalogue import N_, text
from checker.words.citations import UNCONFIRMED
from checker.words.letter import WIDTH

NOTHING = {
    "calendar": N_("Per questo ordine non c'è nessun giorno da segnare in calendario."),
    "letter": N_("Per questo ordine non c'è nessuna dichiarazione di recesso da inviare."),
}
"""What is said in place of a calendar or a letter that there is none of."""

_SUBJECT = N_("Oggetto: {subject}")


def explanation_text(explanation: Mapping[str, Any]) -> str:
    """What `explain` gives as text: the answer first, then its figures, notes and steps."""
    return "\n".join(_said(explanation))


def letters_text(letters: Sequence[Mapping[str, str]]) -> str:
    """What `letters` gives as text, each letter with its subject above it and a rule between two of them."""
    said = (f"{text(_SUBJECT, letter['lang']).format(subject=letter['subject'])}\n\n{letter['body']}" for letter in letters)
    return f"\n{'-' * WIDTH}\n\n".join(said)


def _said(said: Mapping[str, Any], number: int | None = None, above: Mapping[str, Any] | None = None) -> Iterator[str]:
    yield said["answer"] if number is None else f"\n[{number}] {said['answer']}"
    yield from (f"  {error['label']}: {error['text']}" for error in said["errors"])
    if said["status"] and not (above and above["status"]):  # said once where all share it
        parts = " ".join(part["text"] for part in said["status"]["parts"])
        yield "  " + ": ".join(filter(None, (said["status"]["label"], parts)))
    yield from (f"  {fact['label']}: {fact['text']}" for fact in said["facts"])
    yield from (f"  ! {note}" for note in said["notes"])
    for place, step in enumerate(said["steps"], 1):
        source = step["source"]
        yield f"  {place}. {step['text']}"
        yield f"     {step['nature_label']}: {source['title']}, {source['place']} <{source['address']}>"
        if not source["confirmed"]:
            yield f"     ({text(UNCONFIRMED, said['lang'])})"
    for place, line in enumerate(said["lines"], 1):
        yield from _said(line, place, said)
