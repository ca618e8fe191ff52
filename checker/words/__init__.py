"""A verdict in sentences. A sentence never decides: all that is said here stands in the verdict already."""

from checker.words.catalogue import LANGUAGES, N_, SOURCE, text
from checker.words.explain import explain
from checker.words.labels import label

__all__ = ["LANGUAGES", "N_", "SOURCE", "explain", "label", "text"]
