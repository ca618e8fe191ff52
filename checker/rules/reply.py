"""OVHcloud's own replies, translated to the contract at the edge.

The reply to GET /me/order/{id}, taken as it is, with the replies of its `/status` (a bare string) and `/details` (the
list of GET /me/order/{id}/details/{id}) put beside it under these names; fields of the contract may stand beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from checker.rules.shown import SECRET
from checker.rules.verdict import Warning

_RENAMED = {
    "date": "ordered_at",
    "expirationDate": "order_expires",
    "retractionDate": "trader_last_day",
    "status": "order_status",
}
_UNUSED = frozenset({"orderId", "priceWithTax", "priceWithoutTax", "tax", "metadatas"}) | SECRET
_NO_PRODUCT = ("CAUTION", "DELIVERY", "GIFT", "REFUND", "VOUCHER")
"""Kinds of detail that are a price beside the product, not a product (OVHcloud's OrderDetailTypeEnum)."""

_REPLY = frozenset(_RENAMED) | _UNUSED | {"details"}


@dataclass(frozen=True, slots=True)
class Malformed:
    """In place of an order's `lines`: details that are no list of objects."""

    details: object


def translated(value: Mapping[Any, Any], contract: Collection[str]) -> tuple[dict[Any, Any], tuple[Warning, ...]]:
    """The order's fields in the `contract`'s names, and warnings. The password and its addresses end here.

    A mapping with `orderId` is OVHcloud's reply; any other is the contract's own order already. What stands in the
    contract's names comes from the customer and goes before what OVHcloud says.
    """
    if "orderId" not in value:
        return {name: item for name, item in value.items() if name not in SECRET}, ()
    own = {name: item for name, item in value.items() if name in contract and item is not None}
    told = {ours: value[name] for name, ours in _RENAMED.items() if value.get(name) is not None}
    details = _details(value.get("details"), own)
    ignored = [name for name in value if name not in _REPLY and name not in contract]
    return {**told, **details, **own}, (Warning.REPLY_FIELDS_IGNORED,) if ignored else ()


def _details(details: object, own: dict[Any, Any]) -> dict[str, Any]:
    """What its details tell of the order: one detail speaks of the order itself, several are its `lines`."""
    if not details or "lines" in own:
        return {}
    if not isinstance(details, list | tuple) or not all(isinstance(detail, Mapping) for detail in details):
        return {"lines": Malformed(details)}
    lines = [_line(detail) for detail in details if detail.get("detailType") not in _NO_PRODUCT]
    if len(lines) < 2:
        return lines[0] if lines else {}
    product = {"product": own.pop("product")} if "product" in own else {}  # of each line, if of the order
    return {"lines": [product | {name: item for name, item in line.items() if name not in own} for line in lines]}


def _line(detail: Mapping[str, Any]) -> dict[str, Any]:
    """What a detail tells for certain; its product is named in prose only, so that one is asked for."""
    line: dict[str, Any] = {}
    if detail.get("detailType") == "RENEW":
        line["order_kind"] = "renewal"
    if detail.get("cancelled") is True:
        line["order_status"] = "cancelled"
    return line
