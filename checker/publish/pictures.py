"""The pictures that the source names but that never came with it: schematic drawings, labelled in each language."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from checker.publish.links import split_code
from checker.publish.panel import label
from checker.words import N_, text

FOLDER = "assets/pictures"
THUMBNAIL = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<file>[^)\s]+)\)\{\.thumbnail\}")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: the template's `name`, its size in pixels, what the caption says and what is written inside it."""

    name: str
    width: int
    height: int
    caption: str
    labels: tuple[str, ...]
    words: tuple[str, ...]


DRAWN = {
    "images/order_final-min.gif": Picture(
        "latest-order",
        480,
        330,
        N_(
            "Schema disegnato per questo sito, non una schermata vera: nella dashboard, lo stato dell'ultimo ordine e "
            "il collegamento all'elenco completo."
        ),
        labels=("control-panel", "most-recent-order", "delivering", "view-my-orders"),
        words=(
            N_("Schema"),
            N_("Ordine n. 12345678"),
            N_("ordinato"),
            N_("confermato"),
            N_("in consegna"),
            N_("pronto"),
        ),
    ),
    "images/billing_final_0.gif": Picture(
        "billing",
        480,
        400,
        N_(
            "Schema disegnato per questo sito, non una schermata vera: lo stato delle fatture, il pulsante per "
            "saldarle e i metodi di pagamento salvati."
        ),
        labels=("control-panel", "billing", "invoices", "payment-methods"),
        words=(N_("Schema"), N_("pagata"), N_("da pagare"), N_("Paga"), N_("Carta"), N_("predefinita")),
    ),
}


def expand(markdown: str, language: str, root: str) -> str:
    """The Markdown with each drawn picture in place of the one that is missing: a link to the picture at full size.

    `root` is the relative address of the site's root as seen from the page ("../", "../../").
    """

    def figure(match: re.Match[str]) -> str:
        picture = DRAWN.get(match["file"])
        if picture is None:
            return match[0]
        source = f"{root}{FOLDER}/{picture.name}.{language}.svg"
        alt = escape(f"{text('Schema', language)}: {match['alt']}")
        enlarge = escape(text("Ingrandisci lo schema", language))
        caption = escape(text(picture.caption, language), quote=False)
        return (
            f'<figure class="picture"><a href="{source}" title="{enlarge}">'
            f'<img class="thumbnail" src="{source}" alt="{alt}" width="{picture.width}" height="{picture.height}" '
            f'loading="lazy"></a><figcaption>{caption}</figcaption></figure>'
        )

    return "".join(part if code else THUMBNAIL.sub(figure, part) for part, code in split_code(markdown))


def draw(picture: Picture, language: str) -> str:
    """The picture as SVG, with its labels and words in `language`."""
    template = Path(__file__).parent / "pictures" / f"{picture.name}.svg"
    values = {key.replace("-", "_"): label(key, language) for key in picture.labels}
    values |= {f"word_{number}": text(word, language) for number, word in enumerate(picture.words)}
    drawing = Template(template.read_text(encoding="utf-8"))
    return drawing.substitute({key: escape(value) for key, value in values.items()}, language=language)


def publish(site: Path, languages: list[str]) -> None:
    """Write every drawing in every language into the built site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for picture in DRAWN.values():
        for language in languages:
            (folder / f"{picture.name}.{language}.svg").write_text(draw(picture, language), encoding="utf-8")
