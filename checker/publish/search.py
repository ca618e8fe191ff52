"""One search index per language, that finds words typed without their accents."""

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

# The languages for which Material ships a word list; any other is indexed without one.
WORD_LISTS = frozenset({"de", "en", "es", "fr", "it", "pt"})
CONFIG = re.compile(r'(?<=<script id="__config" type="application/json">).*?(?=</script>)', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")


def fold(word: str) -> str:
    """The word in lower case and without diacritics: perché -> perche, Łódź -> lodz."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def split(index: str, languages: Sequence[str], default: str) -> dict[str, str]:
    """The one index that MkDocs writes, as one for each language (JSON texts).

    Places in an index are relative to the language's own root, and each entry gains `alt`: its accented words without
    their accents, which readers can find and never see.
    """
    whole: dict[str, Any] = json.loads(index)
    docs: dict[str, list[dict[str, Any]]] = {language: [] for language in languages}
    for entry in whole["docs"]:
        first, _, rest = entry["location"].partition("/")
        language, location = (first, rest) if first in docs and first != default else (default, entry["location"])
        docs[language].append({**entry, "location": location, "alt": folded(f"{entry['title']} {entry['text']}")})
    return {
        language: json.dumps(
            {"config": settings(whole["config"], language), "docs": entries}, ensure_ascii=False, separators=(",", ":")
        )
        for language, entries in docs.items()
    }


def settings(config: dict[str, Any], language: str) -> dict[str, Any]:
    """The index's settings for one language."""
    if language in WORD_LISTS:
        return {**config, "lang": [language]}
    return {**config, "lang": ["en"], "pipeline": []}


def folded(html: str) -> str:
    """The accented words of a text, once each, without their accents."""
    words = (word.lower() for word in WORD.findall(TAG.sub(" ", html)))
    return " ".join(sorted({fold(word) for word in words if fold(word) != word}))


def rebase(html: str, root: str) -> str:
    """The page with Material's own base set to `root`, the language's root, below which it looks for its index."""
    return CONFIG.sub(lambda match: json.dumps({**json.loads(match[0]), "base": root}).replace("</", "<\\/"), html, count=1)
