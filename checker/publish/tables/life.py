"""The life of an order, drawn from `rules/status.py`: the stages when all goes well from top to bottom, the others beside."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

from checker.publish.tables.reader import Reader, reference
from checker.publish.tables.statuses import name
from checker.rules.status import ENDS, LEAVES, LIFE, LIFE_SAYS, STAGE
from checker.rules.verdict import Status
from checker.words import N_
from checker.words.dates import listed
from checker.words.sentences import QUOTED
from checker.words.standing import ORDERED

TITLE = N_("La vita di un ordine OVHcloud")
USUALLY = N_("Di solito un ordine passa per: {stages}.")
MOMENT = N_("Durante «{stage}» può comparire «{moment}».")
LEAVE = N_("Da {stages} un ordine può passare a {ends}.")
WHY = {
    Status.LAPSED: N_("se non paghi in tempo"),
    Status.DOCUMENTS_REQUESTED: N_("se OVHcloud li chiede"),
    Status.CANCELLING: N_("se recedi o se OVHcloud annulla"),
}
"""Under the label of a stage that not every order has."""

WIDTH, LEFT, RIGHT, GAP = 400, 180, 176, 100
"""The picture's width; the widths of the left and the right boxes; from one row to the next."""
HEIGHT = 76
LETTERS = 19
"""How many letters fit in a line of a box."""
ROWS = {stage: row for row, stage in enumerate(LIFE, 1)}
"""The rows of the left boxes, below the order itself."""


def life(reader: Reader) -> str:
    """The picture as inline SVG, its words as its description."""
    rows = [None, *LIFE]
    beside = _beside()
    height = GAP * (len(rows) - 1) + HEIGHT + 4
    drawn = [_box(2, row, LEFT, _label(stage, reader)) for row, stage in enumerate(rows)]
    drawn += [_arrow(2 + LEFT / 2, row * GAP + HEIGHT + 2, 0, GAP - HEIGHT) for row in range(len(rows) - 1)]
    for status, row in beside.items():
        why = reader.say(WHY[status]) if status in WHY else ""
        drawn.append(_box(WIDTH - RIGHT - 2, row, RIGHT, _label(status, reader), why))
    drawn += _links(beside)
    says = "\n".join(reference(name, reader.language) for name in LIFE_SAYS)
    return (
        f'<figure class="life"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(reader.say(TITLE))}" '
        f'aria-describedby="life-in-words"><desc id="life-in-words">{escape(in_words(reader))}</desc>'
        f"{''.join(drawn)}</svg></figure>\n\n{says}"
    )


def in_words(reader: Reader) -> str:
    """What the picture shows."""
    said = [reader.say(USUALLY, stages=listed([_label(stage, reader) for stage in (None, *LIFE)], reader.language))]
    for moment, stage in _moments():
        said.append(reader.say(MOMENT, stage=_label(stage, reader), moment=name(moment, reader.language)))
    for end, stages in ENDS.items():
        leaves = listed([_quoted(stage, reader) for stage in LEAVES[end]], reader.language)
        ends = " → ".join(_quoted(stage, reader) for stage in stages)
        said.append(reader.say(LEAVE, stages=leaves, ends=ends))
    return " ".join(said)


def _quoted(stage: Status, reader: Reader) -> str:
    return reader.say(QUOTED, name=_label(stage, reader))


def _label(stage: Status | None, reader: Reader) -> str:
    return name(stage, reader.language) if stage else reader.say(ORDERED)


def _moments() -> list[tuple[Status, Status]]:
    """The moments of a stage that have a label of their own, each with its stage."""
    return [(moment, stage) for moment, stage in STAGE.items() if moment is not Status.PAYMENT_PENDING]


def _beside() -> dict[Status, int]:
    """The stages on the right, each with its row: beside the one it belongs to, or the middle of those it is left from."""
    moments = {moment: ROWS[stage] for moment, stage in _moments()}
    ends: dict[Status, int] = {}
    for first, stages in ENDS.items():
        lowest = max(ROWS[stage] for stage in LEAVES[first]) - len(stages) + 1
        ends |= {stage: lowest + place for place, stage in enumerate(stages)}
    return moments | ends


def _links(beside: dict[Status, int]) -> Iterator[str]:
    """The arrows between left and right: a moment goes back where it came from; an end has a line from each it may follow."""
    start, end = 2 + LEFT, WIDTH - RIGHT - 2
    for moment, row in beside.items():
        if moment in STAGE:
            middle = _middle(row)
            yield _arrow(start, middle - 8, end - start, 0) + _arrow(end, middle + 8, start - end, 0)
    for first, stages in ENDS.items():
        target = _middle(beside[first])
        bus = (start + end) / 2
        for stage in LEAVES[first]:
            middle = _middle(ROWS[stage])
            level = middle + 20 * (middle < target)
            yield f'<path class="out" d="M{start} {level:g}H{bus:g}V{target:g}"/>'
        yield _arrow(bus, target, end - bus, 0)
        for place in range(1, len(stages)):
            yield _arrow(end + RIGHT / 2, (beside[first] + place - 1) * GAP + HEIGHT + 2, 0, GAP - HEIGHT)


def _middle(row: int) -> float:
    return row * GAP + 2 + HEIGHT / 2


def _arrow(x: float, y: float, right: float, down: float) -> str:
    """A line with its head at the end."""
    head = f"l{-6 if right > 0 else 6} -4v8z" if right else "l-4 -6h8z"
    return f'<path d="M{x:g} {y:g}l{right:g} {down:g}"/><path class="head" d="M{x + right:g} {y + down:g}{head}"/>'


def _box(x: float, row: int, width: int, words: str, below: str = "") -> str:
    lines = [(line, "") for line in textwrap.wrap(words, LETTERS)]
    lines += [(line, ' class="why"') for line in textwrap.wrap(below, LETTERS + 6)]
    top = _middle(row) - 8.5 * len(lines) + 12.5
    said = "".join(
        f'<text x="{x + width / 2:g}" y="{top + 17 * place:g}"{kind}>{escape(line)}</text>'
        for place, (line, kind) in enumerate(lines)
    )
    return f'<rect x="{x:g}" y="{row * GAP + 2}" width="{width}" height="{HEIGHT}" rx="8"/>{said}'
