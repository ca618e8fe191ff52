"""An order under judgement: what is known of it so far, and the steps that led there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from checker.rules import national, places, status
from checker.rules.codes import GOODS, Product
from checker.rules.deadline import Deadline, Event, Informed, deadline, event, moved_in_some_region
from checker.rules.moments import Moment
from checker.rules.order import Order
from checker.rules.periods import DAY, add_months
from checker.rules.places import Right
from checker.rules.sources import cited, source
from checker.rules.standing import standing
from checker.rules.verdict import Basis, Outcome, Step, Verdict, Warning


@dataclass
class Case:
    """One order on its way through the decision table; `silent` where only the outcome is wanted, not the steps."""

    order: Order
    silent: bool
    steps: list[Step] = field(default_factory=list)
    warnings: set[Warning] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        """The state whose law applies, where it is known."""
        return self.order.place.country if self.order.place else None

    @property
    def has_right(self) -> bool:
        """Whether the law of the country, where it is known, gives consumers a right to withdraw."""
        return self.order.place is None or self.order.place.right.given

    @property
    def is_service(self) -> bool:
        """A service contract, digital services included: neither goods nor digital content (art. 2(6))."""
        return self.order.product not in {None, Product.DIGITAL_CONTENT, *GOODS}

    @property
    def earlier_by_national_text(self) -> date | None:
        """The end where national law, read to the letter, counts the first day of the period too, if before the safe day."""
        if self.country not in national.FIRST_DAY_COUNTED:
            return None
        end = self.deadline
        without = end.initial.nominal - DAY
        last = add_months(without, 12) if end.period is end.extended else end.period.nominal - DAY
        return last if last < end.safe_day else None  # twelve months from 28 and from 29 February end on one day

    @property
    def day_in_france(self) -> date | None:
        """The day it was in France when the order was made, where that was an earlier day and the period hangs on it."""
        ordered = self.order.ordered_at.at(self.order.zone) if self.order.ordered_at else None
        if self.order.product in GOODS or ordered is None or self.start is None:
            return None
        day = Moment.of(ordered).day(places.zone("Europe/Paris"))
        return day if day < self.start and self.deadline.informed in (Informed.IN_TIME, Informed.UNKNOWN) else None

    @property
    def earliest_day(self) -> date | None:
        """The earliest last day that somebody could argue for, where that is before the safe day."""
        in_france = self.day_in_france
        days = [self.earlier_by_national_text, in_france + 14 * DAY if in_france else None]
        return min((day for day in days if day), default=None)

    @property
    def withdrawn(self) -> Moment | None:
        """When the withdrawal was sent; where only its arrival is known, the latest moment that this can have been."""
        return self.order.withdrawn_at or self.order.trader_informed_on

    def offered(self, moment: Moment) -> date | None:
        """OVHcloud's own last day, where it keeps the order open at `moment`: its panel compares instants, strictly."""
        trader = self.order.trader_last_day
        if trader is None:
            return None
        day = self.order.day(trader)
        instants = trader.instant and moment.instant
        still = moment.instant < trader.instant if instants else self.order.day(moment) <= day  # type: ignore[operator]  # both are there
        return day if still else None

    @cached_property
    def start(self) -> date | None:
        """The day the period starts from, not counted: conclusion, for goods delivery (art. 9(2)); None if unknown."""
        moment = self.order.delivered_on if self.order.product in GOODS else self.order.ordered_at
        return self.order.day(moment) if moment else None

    @cached_property
    def _event(self) -> Event:
        assert self.order.place
        assert self.start
        return event(self.order, self.start, self.order.place)

    @cached_property
    def deadline(self) -> Deadline:
        """The end of the right. Only behind the rows that ask for the country and the start."""
        return deadline(self._event)

    @cached_property
    def regions(self) -> tuple[Case, ...]:
        """The case in each region whose holidays or clock could change its days, while the region is not known."""
        order, place = self.order, self.order.place
        if place is None or place.region or place.right is not Right.DIRECTIVE:
            return ()
        moved = moved_in_some_region(self._event)
        zones = {region: None if order.zone_stated else places.own_zone(region) for region in places.regions(place.country)}
        return tuple(
            Case(replace(order, place=replace(place, region=region), zone=zone or order.zone), silent=True)
            for region, zone in zones.items()
            if moved or zone
        )

    def cite(self, rule: str, name: str, **values: Any) -> None:
        """Add a step: `rule` under the source `name`, or under the national provision that transposes it."""
        if self.silent:
            return
        ordered = self.order.ordered_at
        name = cited(name, self.country, self.order.day(ordered) if ordered else None)
        self.steps.append(Step(rule, name, source(name).nature, values))

    def answer(self, outcome: Outcome, basis: Basis | None, **keys: Any) -> Verdict:
        """The verdict, with the steps so far."""
        warnings = self.warnings | status.warnings(self.order) | set(self.order.notes)
        return Verdict(
            outcome,
            basis=basis,
            status=status.status(self.order),
            standing=() if self.silent else standing(self.order),
            today=self.order.today,
            warnings=tuple(sorted(warnings)),
            steps=tuple(self.steps),
            **keys,
        )

    def ask(self, *missing: str, because: str, **keys: Any) -> Verdict:
        """The verdict that waits for the fields `missing`, which the source `because` makes decisive."""
        self.cite("depends_on", because, fields=sorted(missing))
        return self.answer(Outcome.NEEDS_INFORMATION, None, missing=tuple(sorted(missing)), **keys)
