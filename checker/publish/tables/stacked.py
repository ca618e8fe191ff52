"""Tables of several columns, made ready for narrow screens: there a row becomes a card, and each cell says what it is."""

from __future__ import annotations

import re

FEWEST = 3
"""A table of two columns is read on any screen."""

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th(?: style=[^>]*)?>(.*?)</th>", re.DOTALL)
CELL = re.compile(r"<td(?=>| style=)")
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def stack(html: str) -> str:
    """The HTML of a page with `data-stacked` on such tables, and on their cells the column's name as `data-label`.

    The roles say what the style sheet makes browsers forget: that this is a table, its rows and its cells.
    """
    return TABLE.sub(_stacked, html)


def _stacked(found: re.Match[str]) -> str:
    table = found[0]
    names = [TAG.sub("", name).replace('"', "&quot;") for name in HEAD.findall(table)]
    if len(names) < FEWEST:
        return table

    def row(cells: re.Match[str]) -> str:
        columns = iter(names)
        return f'<tr role="row">{CELL.sub(lambda _: _cell(next(columns)), cells[1])}</tr>'.replace(
            "<th>", '<th scope="col" role="columnheader">'
        )

    return ROW.sub(row, table).replace("<table>", '<table data-stacked role="table">', 1)


def _cell(name: str) -> str:
    return f'<td role="cell" data-label="{name}"'
