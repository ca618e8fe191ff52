"""OVHcloud's own replies, translated to the contract at the edge.

The reply to GET /me/order/{id}, taken as it is, with the replies of its `/status` (a bare string) and `/details` (the
list of GET /me/order/{id}/details/{id}) put beside it under these names; fields of the contract may stand beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
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
_NO_PRODUCT = frozenset({"CAUTION", "DELIVERY", "GIFT", "REFUND", "VOUCHER"})
"""Kinds of detail that are a price beside the product, not a product (OVHcloud's OrderDetailTypeEnum)."""

_REPLY = frozenset(_RENAMED) | _UNUSED | {"details"}


def translated(value: Mapping[Any, Any], contract: Collection[str]) -> tuple[dict[Any, Any], tuple[Warning, ...]]:
    """The order's fields in the `contract`'s names, and warnings. The password and its addresses end here.

    A mapping with `orderId` is OVHcloud's reply; any other is the contract's own order already.
    """
    if "orderId" not in value:
        return {name: item for name, item in value.items() if name not in SECRET}, ()
    fields = {name: item for name, item in value.items() if name in contract}
    for name, ours in _RENAMED.items():
        if value.get(name) is not None and fields.get(ours) is None:
            fields[ours] = value[name]
    ignored = [name for name in value if name not in _REPLY and name not in contract]
    return _with_details(fields, value.get("details")), (Warning.REPLY_FIELDS_IGNORED,) if ignored else ()


def _with_details(fields: dict[Any, Any], details: object) -> dict[Any, Any]:
    """The order with what its details tell: one detail speaks of the order itself, several are its `lines`."""
    if not details or "lines" in fields:
        return fields
    if not isinstance(details, list | tuple) or not all(isinstance(detail, Mapping) for detail in details):
        return {**fields, "details": details}
    lines = [_line(detail) for detail in details if detail.get("detailType") not in _NO_PRODUCT]
    if not lines:
        return fields
    if len(lines) == 1:
        return {**fields, **lines[0]}
    product = fields.pop("product", None)
    return {**fields, "lines": [{"product": product, **line} for line in lines]}


def _line(detail: Mapping[str, Any]) -> dict[str, Any]:
    """What a detail tells for certain; its product is named in prose only, so that one is asked for."""
    line: dict[str, Any] = {}
    if detail.get("detailType") == "RENEW":
        line["order_kind"] = "renewal"
    if detail.get("cancelled") is True:
        line["order_status"] = "cancelled"
    return line
