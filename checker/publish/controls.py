"""A form's questions as plain HTML: native controls, each with its label, its hint and the place of its error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

Choice = tuple[str, str]
"""A value and the words that the reader sees."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one field of the order.

    `when` names fields with the codes that call for this question (one of them is enough); None where it always stands.
    """

    field: str
    words: str
    hint: str | None = None
    when: Mapping[str, Sequence[str]] | None = None

    @property
    def name(self) -> str:
        """The id of its control."""
        return f"checker-{self.field}"

    @property
    def attributes(self) -> str:
        """The name and description of its control."""
        described = f"{self.name}-hint {self.name}-error" if self.hint else f"{self.name}-error"
        return f'id="{self.name}" aria-describedby="{described}"'

    @property
    def opening(self) -> str:
        """The attributes of the element around it."""
        when = f' data-when="{escape(json.dumps(self.when))}"' if self.when else ""
        return f'class="checker-field" data-field="{self.field}"{when}'

    @property
    def notes(self) -> str:
        """Its hint, and where its error will stand."""
        hint = f'<p class="checker-hint" id="{self.name}-hint">{escape(self.hint)}</p>' if self.hint else ""
        return f'{hint}<p class="checker-error" id="{self.name}-error"></p>'


def select(question: Question, content: str, more: str = "") -> str:
    """A list to choose from; `content` are its options as HTML, `more` is what follows it."""
    control = f'<select name="{question.field}" {question.attributes}>{content}</select>'
    return _labelled(question, control + more)


def day(question: Question) -> str:
    """A day, typed or picked from a calendar; within the years that the rules read."""
    control = f'<input type="date" name="{question.field}" min="2000-01-01" max="2199-12-31" {question.attributes}>'
    return _labelled(question, control)


def radios(question: Question, choices: Iterable[Choice]) -> str:
    """A few choices, all in sight."""
    control = f'<input type="radio" name="{question.field}"'
    inner = "".join(
        f'<label class="checker-radio">{control} value="{value}"> {escape(words)}</label>' for value, words in choices
    )
    legend = f"<legend>{escape(question.words)}</legend>"
    return (
        f'<fieldset role="radiogroup" {question.opening} {question.attributes}>{legend}{question.notes}'
        f'<div class="checker-radios">{inner}</div></fieldset>'
    )


def options(choices: Iterable[Choice]) -> str:
    """The options of a list."""
    return "".join(f'<option value="{value}">{escape(words)}</option>' for value, words in choices)


def group(words: str, choices: Iterable[Choice], attributes: str = "") -> str:
    """Options under a heading."""
    return f'<optgroup label="{escape(words)}"{attributes}>{options(choices)}</optgroup>'


def _labelled(question: Question, control: str) -> str:
    label = f'<label for="{question.name}">{escape(question.words)}</label>'
    return f"<div {question.opening}>{label}{question.notes}{control}</div>"
