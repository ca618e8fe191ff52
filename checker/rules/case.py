"""An order under judgement: what is known of it so far, and the steps that led there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from checker.rules import places, status
from checker.rules.codes import Product
from checker.rules.deadline import Deadline, Event, deadline, event, moved_in_some_region
from checker.rules.moments import Moment
from checker.rules.order import Order
from checker.rules.places import Right
from checker.rules.sources import cited, source
from checker.rules.verdict import Basis, Outcome, Step, Verdict, Warning

GOODS = frozenset({Product.GOODS, Product.CUSTOM_GOODS})


@dataclass
class Case:
    """One order on its way through the decision table; `silent` where only the outcome is wanted, not the steps."""

    order: Order
    silent: bool = False
    steps: list[Step] = field(default_factory=list)
    warnings: set[Warning] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        """The state whose law applies, where it is known."""
        return self.order.place.country if self.order.place else None

    @property
    def has_right(self) -> bool:
        """Whether the law of the country, where it is known, gives consumers a right to withdraw."""
        return self.order.place is None or self.order.place.right in (Right.DIRECTIVE, Right.GB)

    @property
    def is_service(self) -> bool:
        """A service contract, digital services included: neither goods nor digital content (art. 2(6))."""
        return self.order.product not in GOODS | {Product.DIGITAL_CONTENT}

    @property
    def withdrawn(self) -> Moment | None:
        """When the withdrawal was sent; where only its arrival is known, the latest moment that this can have been."""
        return self.order.withdrawn_at or self.order.trader_informed_on

    def offered(self, moment: Moment) -> bool:
        """Whether OVHcloud's own date keeps the order open at `moment`: its panel compares instants, strictly."""
        trader = self.order.trader_last_day
        if trader is None:
            return False
        if trader.instant and moment.instant:
            return moment.instant < trader.instant
        return self.order.day(moment) <= self.order.day(trader)

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
        stated = order.zone is not places.zone_of(place.country)
        zones = {region: None if stated else places.own_zone(region) for region in places.regions(place.country)}
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
            warnings=tuple(sorted(warnings)),
            steps=tuple(self.steps),
            **keys,
        )

    def ask(self, *missing: str, because: str, **keys: Any) -> Verdict:
        """The verdict that waits for the fields `missing`, which the source `because` makes decisive."""
        self.cite("depends_on", because, fields=sorted(missing))
        return self.answer(Outcome.NEEDS_INFORMATION, None, missing=tuple(sorted(missing)), **keys)
