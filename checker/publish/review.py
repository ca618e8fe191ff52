"""When each source is to be read again: laws change, and so do OVHcloud's texts. A build warns of the overdue, then refuses."""

from __future__ import annotations

from datetime import date, timedelta

import click
from mkdocs.exceptions import PluginError

from checker.rules import data
from checker.rules.sources import source
from checker.rules.verdict import Nature

EVERY = {Nature.LAW: timedelta(days=182), Nature.TRADER_TERMS: timedelta(days=91), Nature.FAQ: timedelta(days=91)}
"""How long a reading holds: half a year for laws and judgments, a quarter for what OVHcloud may change on any day."""
GRACE = timedelta(days=60)
"""How long an overdue source is only warned of."""


def due(name: str) -> date:
    """The day by which a source is to be read again; one that could not be read, by which it is to be tried again."""
    last = source(name).read or data.table("sources")["edition"]
    return date.fromisoformat(last) + EVERY[source(name).nature]


def overdue(today: date) -> dict[str, date]:
    """What should have been read again before `today`, with the day by which, the oldest first."""
    found = {name: due(name) for name in data.table("sources")["sources"]}
    return dict(sorted(((name, day) for name, day in found.items() if day < today), key=lambda item: item[1]))


def check(today: date) -> None:
    """Say on standard error what is overdue. Raises PluginError where something has been for more than 60 days.

    It is no warning of MkDocs': with --strict that would be a refusal.
    """
    late = overdue(today)
    if not late:
        return
    listed = "".join(f"\n  {name}: {source(name).title}, by {day}" for name, day in late.items())
    told = f"To be read again, with a new `read` in checker/rules/data/sources.json:{listed}"
    if min(late.values()) + GRACE < today:
        raise PluginError(
            f"Sources are overdue for more than {GRACE.days} days: what this site says may no longer hold. {told}"
        )
    click.secho(f"WARNING -  Sources are overdue. {told}", fg="yellow", err=True)
