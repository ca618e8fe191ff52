"""A built page as its tests see it: elements in order, ids, and where its links lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from checker import words
from checker.publish.tables import deadlines

LANGUAGES = words.LANGUAGES
LISTED = (
    "index",
    "checker",
    "order-status",
    "status",
    "withdrawal",
    "deadlines",
    "unpaid",
    "updates",
    "method",
    "sources",
)
"""The pages of the menu, in its order."""

NAMES = (*LISTED, "accessibility", "privacy", "licences", "translations")
"""The pages that every language has."""

IN_TWO = ("programs", "publish", "writers")
"""The pages that are written in Italian and English only."""

COUNTRIES = tuple(f"deadlines/{code.lower()}" for code in deadlines.countries())
"""The pages that nobody writes: one for each country, in every language."""

EVERY_PAGE = [
    *((language, name) for language in LANGUAGES for name in NAMES),
    *((language, name) for language in ("it", "en") for name in IN_TWO),
]
"""Each written page in the languages it is written in."""

NOT_FOUND = {
    "it": "Pagina non trovata",
    "en": "Page not found",
    "fr": "Page introuvable",
    "de": "Seite nicht gefunden",
    "es": "Página no encontrada",
    "pt": "Página não encontrada",
    "pl": "Nie znaleziono strony",
}
"""What the page for what is not found is called."""


@dataclass(slots=True, eq=False)
class Element:
    """One element: its tag, its attributes, the element around it and the text inside it."""

    tag: str
    attributes: dict[str, str]
    outer: "Element | None"
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text inside it."""
        return "".join(self.pieces)

    @property
    def around(self) -> "list[Element]":
        """The elements around it, the innermost first."""
        return [self.outer, *self.outer.around] if self.outer else []

    @property
    def in_article(self) -> bool:
        """Whether it stands inside the article."""
        return any(element.tag == "article" for element in self.around)

    @property
    def language(self) -> str:
        """The language that it is marked as being in, by itself or by what is around it."""
        return next((element.attributes["lang"] for element in (self, *self.around) if "lang" in element.attributes), "")

    def has_class(self, name: str) -> bool:
        """Whether the element carries the class."""
        return name in self.attributes.get("class", "").split()


@dataclass
class Page(HTMLParser):
    """A page of the built site."""

    path: Path
    elements: list[Element] = field(default_factory=list)

    VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

    def __post_init__(self) -> None:
        """Read the file at once."""
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.feed(self.path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        element = Element(tag, {key: value or "" for key, value in attrs}, self.open[-1] if self.open else None)
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of that tag."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Add the text to all that is open."""
        for element in self.open:
            element.pieces.append(data)

    def all(self, tag: str) -> list[Element]:
        """All elements of that tag, in order."""
        return [element for element in self.elements if element.tag == tag]

    def one(self, tag: str, **attributes: str) -> Element:
        """The only element of that tag with those attributes."""
        found = [e for e in self.all(tag) if attributes.items() <= e.attributes.items()]
        assert len(found) == 1, f"{len(found)} <{tag}> with {attributes} in {self.path}"
        return found[0]

    def inside(self, outer: Element, tag: str) -> list[Element]:
        """All elements of that tag inside another element, in order."""
        return [element for element in self.all(tag) if outer in element.around]

    @property
    def ids(self) -> set[str]:
        """Every id on the page."""
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}

    @property
    def headings(self) -> list[tuple[str, str]]:
        """Tag and id of each heading of the article below the title."""
        tags = {"h2", "h3", "h4", "h5", "h6"}
        return [(e.tag, e.attributes.get("id", "")) for e in self.elements if e.in_article and e.tag in tags]


def flat(words: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(words.split())


def rows_of(found: Page) -> list[list[str]]:
    """The text of the cells of each row of a page's tables."""
    rows = ([flat(cell.text) for cell in found.inside(row, "td")] for row in found.all("tr"))
    return [row for row in rows if row]


def languages_of(name: str) -> list[str]:
    """The languages that a page is written in."""
    if name in COUNTRIES:
        return list(LANGUAGES)
    return [language for language, written in EVERY_PAGE if written == name]


def place(language: str, name: str) -> str:
    """The address of a page as seen from the site's root: "en/order-status/"; empty for the source's home page."""
    return ("" if language == words.SOURCE else f"{language}/") + ("" if name == "index" else f"{name}/")


def page_path(site: Path, language: str, name: str) -> Path:
    """Where a page of the site lies."""
    return site / place(language, name) / "index.html"


def page(site: Path, language: str, name: str) -> Page:
    """A page of the built site."""
    return Page(page_path(site, language, name))


def target(site: Path, origin: Path, address: str) -> tuple[Path, str] | None:
    """The file and the anchor that an address on the page `origin` leads to; None for another site."""
    parts = urlsplit(urljoin(f"http://here/{origin.relative_to(site).as_posix()}", address))
    if parts.netloc != "here" or parts.scheme != "http":
        return None
    path = unquote(parts.path).lstrip("/")
    return site / (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(parts.fragment)
