"""One search index per language: words are found in any spelling and form, and in customers' own words."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import snowballstemmer  # type: ignore[import-untyped]
from babel import Locale

from checker.publish.offline import INDEX, VERSION

TABLE: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("search.toml").read_text(encoding="utf-8"))
CONFIG = re.compile(r'(?<=<script id="__config" type="application/json">).*?(?=</script>)', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")
# The checker's form begins where words stand outside a paragraph. Material takes it for text, for it has
# `data-search-exclude` end at the first </div> inside.
FORM = re.compile(r"(?<=</p>)\s*[^<\s].*", re.DOTALL)
BETWEEN = r"""[\s\-'’"“”„«»¿¡–—.,;:!?()\[\]/…]"""
# A title says what its section answers; Material's own weight of 1000 would leave the text without a say.
FIELDS = {"asked": 30.0, "title": 10.0, "alt_title": 8.0, "text": 1.0, "alt": 0.5}
# Material counts a page two and a half times as much as its sections; but a section is the nearer answer.
SECTION = 3.0
# What tells how the site is made, for translators, or about the documentation, comes after what answers customers; and what
# leads on to a page of its own after that page.
ASIDE = {
    "withdrawal/#unpaid": 0.3,
    "status": 0.7,
    "updates": 0.3,
    "accessibility": 0.1,
    "licences": 0.1,
    "method": 0.1,
    "privacy": 0.1,
    "publish": 0.1,
    "sources": 0.1,
    "writers": 0.1,
    "translations": 0.01,
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

WORKER = "assets/js/search.js"
"""What the page starts in place of Material's own worker: it fetches that, and the entries, when somebody searches."""
ENTRIES = "assets/search"
"""The folder of the entries, each language's in a file of its own."""
THEIRS = "assets/javascripts/workers/search.*.js"

Entry = dict[str, Any]


def publish(site: Path, roots: Mapping[str, str], default: str) -> None:
    """Write each language's entries; and below its root, where Material looks, its settings, all that a page view fetches."""
    (worker,) = site.glob(THEIRS)
    whole = (site / INDEX).read_text(encoding="utf-8")
    for language, entries in split(whole, list(roots), default).items():
        places = {"entries": f"{ENTRIES}/{language}.json", "worker": worker.relative_to(site).as_posix()}
        _write(site / places["entries"], entries)
        _write(
            site / roots[language] / INDEX,
            {"version": VERSION, "config": settings(language) | places, "docs": []},
        )


def split(index: str, languages: Sequence[str], default: str) -> dict[str, list[Entry]]:
    """The entries of the one index that MkDocs writes (JSON), by language.

    Places in an entry are relative to the language's own root. Each entry gains words that readers never see and by which
    it is found as well: `asked`, what customers type for its title, and `alt_title` and `alt`, other forms and spellings
    of the words of its title and text; and a `boost`, by which it comes sooner or later than others.
    """
    docs: dict[str, list[Entry]] = {language: [] for language in languages}
    for entry in json.loads(index)["docs"]:
        first, _, rest = entry["location"].partition("/")
        language, location = (first, rest) if first in docs and first != default else (default, entry["location"])
        docs[language].append({**entry, "location": location})
    return {language: findable(without_form(entries), language) for language, entries in docs.items()}


def settings(language: str) -> dict[str, Any]:
    """The index's settings for one language.

    No stemmer: Material's queries end in a wildcard, which skips it, so that a stemmed index no longer finds the exact
    word. Wildcards skip lunr's list of stop words as well: ours are separators. "en" is lunr itself, without more to load.
    """
    return {
        "lang": ["en"],
        "separator": separator(language),
        "pipeline": [],
        "fields": {name: {"boost": boost} for name, boost in FIELDS.items()},
    }


def separator(language: str) -> str:
    """The expression for what parts words: spaces, punctuation, and the words that tell nothing, like articles."""
    empty = {spelling for word in empty_words(language) for spelling in spellings(word)}
    words = "|".join(sorted(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in empty))
    return (f"(?:^|{BETWEEN}+)(?:{words})(?={BETWEEN}|$)|" if words else "") + f"{BETWEEN}+"


def without_form(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without the words of the checker's form."""
    return [
        {**entry, "text": FORM.sub("", entry["text"])} if entry["location"] == "checker/" else entry
        for entry in entries
        if not entry["location"].startswith("checker/#")
    ]


def findable(entries: Sequence[Entry], language: str) -> list[Entry]:
    """A language's entries with what they are found by besides their own words."""
    words = Words(language, (entry[part] for entry in entries for part in ("title", "text")))
    return [
        {
            **entry,
            "asked": words.asked(entry["title"]),
            "alt_title": words.besides(entry["title"]),
            "alt": words.besides(entry["text"]),
            "boost": round(entry.get("boost", 1.0) * boost(entry["location"]), 3),
        }
        for entry in entries
    ]


def boost(location: str) -> float:
    """How much sooner (above 1) or later than others an entry is found."""
    aside = ASIDE.get(location, ASIDE.get(location.partition("/")[0], 1.0))
    return aside * (SECTION if "#" in location else 1.0)


class Words:
    """The words of a language's pages, by stem, and what customers type for them."""

    def __init__(self, language: str, pages: Iterable[str]) -> None:
        self.stem = stemmer(language)
        self.empty = empty_words(language)
        self.by_stem: dict[str, set[str]] = {}
        for word in set().union(*map(self.told, pages)):
            self.by_stem.setdefault(self.stem(word), set()).add(word)
        synonyms: dict[str, str] = TABLE.get(language, {}).get("synonyms", {})
        self.synonyms = [(set(said.split()), set(typed.split())) for said, typed in synonyms.items()]

    def told(self, html: str) -> set[str]:
        """The words of a text that tell something."""
        return words_of(html) - self.empty

    def besides(self, html: str) -> str:
        """What else a text is to be found by: the forms its words have elsewhere on the pages, and all their spellings."""
        told = self.told(html)
        return " ".join(sorted(longest(told.union(*(self.by_stem[self.stem(word)] for word in told))) - told))

    def asked(self, title: str) -> str:
        """What customers type for the words of a title."""
        said = words_of(title)
        return " ".join(sorted(longest({word for ours, typed in self.synonyms if ours <= said for word in typed})))


def words_of(html: str) -> set[str]:
    """The words of a text, in lower case."""
    return {word.lower() for word in WORD.findall(TAG.sub(" ", html))}


def longest(words: Iterable[str]) -> set[str]:
    """All spellings of words, but none that begins another: a query finds words by their beginnings."""
    ordered = sorted({spelling for word in words for spelling in spellings(word)})
    return {word for word, after in pairwise([*ordered, ""]) if not after.startswith(word)}


def empty_words(language: str) -> set[str]:
    """The words that tell nothing of what is sought."""
    return set(TABLE.get(language, {}).get("empty", "").split())


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What takes a word to its stem; to itself where Snowball does not know the language."""
    name = (Locale(language).english_name or "").lower()
    return cache(snowballstemmer.stemmer(name).stemWord) if name in snowballstemmer.algorithms() else str


@cache
def spellings(word: str) -> frozenset[str]:
    """The ways a word is typed: as it is, without diacritics, and with umlauts spelt out."""
    return frozenset({word, fold(word), word.translate(UMLAUTS)})


def fold(word: str) -> str:
    """The word in lower case and without diacritics: perché -> perche, Łódź -> lodz."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("ł", "l"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def rebase(html: str, root: str) -> str:
    """The page with Material's own base set to `root`, the language's root, where it looks for its index, and our worker."""

    def ours(match: re.Match[str]) -> str:
        config = json.loads(match[0])
        above = config["search"].partition("assets/")[0]
        return json.dumps({**config, "base": root, "search": f"{above}{WORKER}"}).replace("</", "<\\/")

    return CONFIG.sub(ours, html, count=1)


def _write(target: Path, value: Any) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
