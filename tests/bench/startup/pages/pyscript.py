"""The checker's rules with their own table of closed days, from a zip, the page written in Python."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from pyscript import document, when, window  # type: ignore[import-not-found]  # PyScript brings it

from checker.answer import answer

kind, _, query = window.location.hash[1:].partition("?")
told = {"true": True, "false": False, "null": None}


def show() -> None:
    """Answer the order in the address."""
    order = {name: told.get(value, value) for name, value in parse_qsl(query)}
    order["now"] = datetime.now(UTC).isoformat(timespec="seconds")
    explanation = json.loads(answer(json.dumps(order), "it"))["explanation"]
    place = document.querySelector(".checker-answer")
    title = document.createElement("h2")
    title.textContent = explanation["answer"]
    place.replaceChildren(title)
    for fact in explanation["facts"]:
        row = document.createElement("p")
        row.textContent = f"{fact['label']}: {fact['text']}"
        place.append(row)
    place.hidden = False


@when("submit", "form")  # type: ignore[untyped-decorator]
def pressed(event: Any) -> None:
    """Answer again."""
    event.preventDefault()
    show()


document.querySelector(".checker").dataset.ready = ""
if kind == "answered":
    show()
