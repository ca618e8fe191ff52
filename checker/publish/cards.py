"""The picture that other sites show beside a link to a page: the page's title, and whose site it is not.

Drawn in sixteen shades, so that a file stays small: from the ground to white, and to the colour of the icon's check mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from mkdocs.exceptions import PluginError
from PIL import Image, ImageDraw, ImageFont

FOLDER = "assets/cards"
WIDTH, HEIGHT = 1200, 630
"""What the readers of Open Graph ask for, in pixels."""

FONTS = Path(__file__).parents[1] / "web" / "node_modules" / "@expo-google-fonts" / "source-sans-3"
BOLD, REGULAR = "700Bold", "400Regular"
NPM = "npm ci --prefix checker/web"

GROUND, LIGHT, CHECK = (0x0B, 0x55, 0x63), (0xFF, 0xFF, 0xFF), (0x8F, 0xE3, 0xC4)
"""The site's primary colour (docs/assets/css/site.css), what is written on it, and the check mark of the site's icon."""
LIGHTS, CHECKS = 12, 4
"""Shades from the ground to each of the two: sixteen together, the ground being the first."""

MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
NAME_SIZE, NAME_HEIGHT = 46, 116
TITLE_SIZES = ((88, 2), (80, 2), (72, 2), (64, 3), (54, 4), (46, 5), (40, 6), (34, 7))
"""Sizes in pixels, each with the lines that there is room for; the first at which a title fits is taken."""
TITLE_HEIGHT, LEADING = 338, 1.15
LINE, FOOT_SIZES = 516, (38, 34, 30, 26)

OUTLINE = ((6, 11.5), (16, 6), (26, 11.5), (26, 21.5), (16, 27), (6, 21.5), (6, 11.5), (16, 6))
TICK = ((11, 16.5), (14.5, 20), (21, 13))
"""The parcel of docs/assets/images/favicon.svg, in its units."""
MARK, UNIT, FINER = 96, 4, 4
"""The mark's side in pixels, the pixels of one unit, and how many times larger the mark is drawn to have smooth edges."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture says: the `site`'s name, the page's `title` and, as `foot`, whose site it is not."""

    site: str
    title: str
    foot: str

    @property
    def words(self) -> str:
        """All of it, for who does not see it."""
        return f"{self.title} – {self.site} – {self.foot}"


def publish(site_dir: Path, address: str, card: Card) -> None:
    """Write the picture to its address below the site's root. Raises PluginError where the font is not installed."""
    target = site_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(draw(card))


@cache
def draw(card: Card) -> bytes:
    """The picture as PNG: the same words give the same bytes. Raises PluginError where the font is not installed."""
    light = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(light)
    pen.text((MARGIN + MARK + 18, NAME_HEIGHT), card.site, 255, font(BOLD, NAME_SIZE), anchor="lm")
    size, lines = laid_out(card.title)
    step = round(size * LEADING)
    first = TITLE_HEIGHT - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        pen.text((MARGIN, first + step * number), line, 255, font(BOLD, size), anchor="lm")
    pen.line((MARGIN, LINE, WIDTH - MARGIN, LINE), 96, 2)
    foot = next((size for size in FOOT_SIZES if font(REGULAR, size).getlength(card.foot) <= ROOM), FOOT_SIZES[-1])
    pen.text((MARGIN, (LINE + HEIGHT) / 2), card.foot, 232, font(REGULAR, foot), anchor="lm")
    picture = light.point(lights())
    picture.paste(mark(), (MARGIN - 4, NAME_HEIGHT - MARK // 2))
    picture.putpalette(palette())
    file = BytesIO()
    # The highest compression takes twenty times as long, for a quarter of the bytes.
    picture.save(file, "PNG", bits=4, compress_level=3)
    return file.getvalue()


def laid_out(title: str) -> tuple[int, list[str]]:
    """The title's size in pixels and its lines: all its words, however many they are."""
    for size, most in TITLE_SIZES:
        letters = font(BOLD, size)
        lines = balanced(title, letters)
        if len(lines) <= most and all(letters.getlength(line) <= ROOM for line in lines):
            break
    return size, lines


def balanced(title: str, letters: ImageFont.FreeTypeFont) -> list[str]:
    """The title in as few lines as it takes, and these of about the same length."""
    length = cache(letters.getlength)
    lines = wrapped(title, length, ROOM)
    for room in range(ROOM, 0, -40):
        narrower = wrapped(title, length, room)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def wrapped(title: str, length: Callable[[str], float], room: int) -> list[str]:
    """The title in lines of at most `room` pixels of `length`; a longer word has a line of its own. No-break spaces hold."""
    first, *others = title.split(" ")
    lines = [first]
    for word in others:
        longer = f"{lines[-1]} {word}"
        if length(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels. Raises PluginError, with the way out, where it is not installed."""
    file = FONTS / weight / f"SourceSans3_{weight}.ttf"
    if not file.exists():
        raise PluginError(f"{file.name}, for the pages' pictures, is not installed. Run this in the project's folder: {NPM}")
    # The other engine sets pairs of letters closer where the machine has a library for it: not the same bytes everywhere.
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def mark() -> Image.Image:
    """The site's own mark, a parcel with a check mark, in the shades of the palette."""
    drawn = stroked(OUTLINE, 2).point(lights())
    tick = stroked(TICK, 3).point([shade * (CHECKS + 1) // 256 for shade in range(256)])
    drawn.paste(tick.point([LIGHTS - 1 + shade for shade in range(256)]), mask=tick.point([0, *[255] * 255]))
    return drawn


def stroked(points: Sequence[tuple[float, float]], width: float) -> Image.Image:
    """A line through points of the icon, with round ends, white on black; `width` in units of the icon."""
    scale = UNIT * FINER
    offset = MARK * FINER / 2 - 16 * scale
    large = Image.new("L", (MARK * FINER, MARK * FINER))
    pen = ImageDraw.Draw(large)
    placed = [(x * scale + offset, y * scale + offset) for x, y in points]
    pen.line(placed, 255, round(width * scale), joint="curve")
    for x, y in (placed[0], placed[-1]):
        pen.circle((x, y), width * scale / 2, 255)
    return large.resize((MARK, MARK), Image.Resampling.BOX)


def lights() -> list[int]:
    """For each brightness, 0 to 255, its shade from the ground to white."""
    return [brightness * LIGHTS // 256 for brightness in range(256)]


def palette() -> list[int]:
    """The red, green and blue of each shade: from the ground to white, then to the colour of the check mark."""
    colours = [mixed(LIGHT, shade / (LIGHTS - 1)) for shade in range(LIGHTS)]
    colours += [mixed(CHECK, shade / CHECKS) for shade in range(1, CHECKS + 1)]
    return [part for colour in colours for part in colour]


def mixed(colour: tuple[int, int, int], share: float) -> list[int]:
    """A colour on the ground, `share` of it from 0 to 1."""
    return [round(below + (above - below) * share) for below, above in zip(GROUND, colour, strict=True)]
