"""A form's questions as plain HTML: native controls, each with its label, its hint and the place of its error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

CALENDAR = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19 3h-1V1h-2v2H8V1H6v2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 '
    '0 0 2-2V5a2 2 0 0 0-2-2m0 16H5V9h14z"/></svg>'
)

Choice = tuple[str, str]
"""A value and the words that the reader sees."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for one field of the order.

    `unsure` is what its "I don't know" is called; `first` tells that it is asked from the start.
    """

    field: str
    words: str
    unsure: str
    hint: str | None = None
    first: bool = False

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
        """The attributes of the element around it: one that is not asked from the start waits to be called for."""
        later = " data-first" if self.first else " hidden"
        return f'class="checker-field" data-field="{self.field}"{later}'

    @property
    def notes(self) -> str:
        """Its hint, and where its error will stand."""
        hint = f'<p class="checker-hint" id="{self.name}-hint">{escape(self.hint)}</p>' if self.hint else ""
        return f'{hint}<p class="checker-error" id="{self.name}-error"></p>'


def select(question: Question, content: str, more: str = "") -> str:
    """A list to choose from; `content` are its options as HTML, `more` is what follows it."""
    content += options([("null", question.unsure)])
    control = f'<select name="{question.field}" {question.attributes}>{content}</select>'
    return _labelled(question, control + more)


def day(question: Question, pick: str) -> str:
    """A day: typed as the reader's language writes it, or picked from the browser's own calendar, which `pick` opens."""
    words, unsure, label = escape(question.words), escape(question.unsure), f"{question.name}-label"
    control = f"""<div class="checker-day">
<input type="text" name="{question.field}" autocomplete="off" spellcheck="false" {question.attributes}>
<button type="button" class="checker-pick" aria-label="{escape(pick)}: {words}" hidden>{CALENDAR}</button>
<input type="date" min="2000-01-01" max="2199-12-31" tabindex="-1" aria-hidden="true"></div>
<output class="checker-read" for="{question.name}"></output>
<label class="checker-radio"><input type="checkbox" name="{question.field}" value="null" aria-describedby="{label}">
{unsure}</label>"""
    return _labelled(question, control)


def radios(question: Question, choices: Iterable[Choice]) -> str:
    """A few choices, all in sight."""
    control = f'<input type="radio" name="{question.field}"'
    inner = "".join(
        f'<label class="checker-radio">{control} value="{value}"> {escape(words)}</label>'
        for value, words in [*choices, ("null", question.unsure)]
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
    label = f'<label for="{question.name}" id="{question.name}-label">{escape(question.words)}</label>'
    return f"<div {question.opening}>{label}{question.notes}{control}</div>"
