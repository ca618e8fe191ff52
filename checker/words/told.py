"""One step of the reasoning as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from checker.rules.moments import utc
from checker.rules.sources import source
from checker.rules.verdict import Step
from checker.words import sentences
from checker.words.catalogue import text
from checker.words.citations import citation
from checker.words.dates import in_words, listed
from checker.words.labels import field_label, label
from checker.words.steps import STEPS
from checker.words.strip import closed_day


def told(step: Step, language: str, said: Mapping[str, str] = STEPS) -> dict[str, Any]:
    """A step's text, nature, nature_label and source (see `citation`); `said` has the sentence of its rule."""
    message = said.get(f"{step.rule}_in_zone") if "zone" in step.values else None
    values = {name: _value(name, value, language) for name, value in step.values.items()}
    return {
        "text": text(message or said[step.rule], language).format(**values),
        "nature": str(step.nature),
        "nature_label": text(sentences.NATURES[step.nature], language),
        "source": citation(source(step.source), language),
    }


def fields(names: Sequence[str], language: str) -> str:
    """Fields named inside a sentence."""
    quoted = text(sentences.QUOTED, language)
    return listed([quoted.format(name=field_label(name, language)) for name in names], language)


def _value(name: str, value: Any, language: str) -> str:
    match value:
        case datetime():
            return utc(value)
        case date():
            return in_words(value, language)
        case list() if name == "closed":
            return listed([closed_day(closed["day"], closed["why"], language) for closed in value], language)
        case list():
            return fields(value, language)
        case str() if name == "country":
            return label("country", value, language)
        case _:
            return str(value)
