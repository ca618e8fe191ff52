"""Text made alike before it is compared: small letters without accents, plain spaces, plain apostrophes and dashes."""

from __future__ import annotations

import re
import unicodedata

_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_COMBINING = range(0x300, 0x370)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
_WORD = re.compile(r"[a-z]+")


def _base(letter: str) -> str:
    """The letter without its accents."""
    parts = unicodedata.decomposition(letter)
    return _base(chr(int(parts.split()[0], 16))) if parts and not parts.startswith("<") else letter


_ALIKE: dict[str, str] = {
    **{letter: _base(letter) for letter in map(chr, _ACCENTED) if letter.islower()},
    **dict.fromkeys(map(chr, _COMBINING), ""),
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_SPACES, " "),
    "ł": "l",
    "ø": "o",
    "đ": "d",
    **dict.fromkeys("’‘ʼ", "'"),
    **dict.fromkeys("–—", "-"),
    "…": "...",
    "№": "n",
}
"""Other digits and full-width forms keep their shape, so that nothing is read from them."""

_PLAIN = str.maketrans(_ALIKE)


def folded(text: str) -> str:
    """The text in small letters, without accents; spaces of every width become plain ones, line ends stay."""
    text = text.lower()
    return text if text.isascii() else text.translate(_PLAIN)


def words(text: str) -> tuple[str, ...]:
    """The words of a folded text, in Latin letters."""
    return tuple(_WORD.findall(text))
