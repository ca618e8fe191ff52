"""The published JSON Schemas of Order and Verdict, held against the code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from jsonschema import Draft202012Validator

from checker import check
from checker.rules import codes, data, verdict
from checker.rules import order as orders_code
from checker.rules.shown import SECRET
from tests.strategies import near_orders, orders

CASES = json.loads((Path(__file__).parent / "cases" / "withdrawal.json").read_text(encoding="utf-8"))
ORDER, VERDICT = (data.table(f"{name}.schema") for name in ("order", "verdict"))
IMPOSSIBLE = {"no_such_day", "out_of_range", "in_future", "before_order", "before_withdrawal", "unknown_code",
              "region_of_other_country", "beside_lines", "not_begun"}  # fmt: skip
"""Errors of meaning, which a schema cannot see; it does see unknown product codes and the like."""


def valid(schema: dict[str, Any], value: object) -> bool:
    """Tell whether a JSON value is valid under a schema."""
    return Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize("schema", [ORDER, VERDICT], ids=["order", "verdict"])
def test_schema_is_a_schema(schema: dict[str, Any]) -> None:
    """Each schema is valid under JSON Schema 2020-12."""
    Draft202012Validator.check_schema(schema)


def test_order_schema_has_the_fields_of_the_code() -> None:
    """The fields of the schema are the fields that the code reads, at the top and in a line."""
    assert set(orders_code.FIELDS) == set(ORDER["properties"])
    assert set(orders_code.FIELDS) - {"now", "lines"} == set(ORDER["properties"]["lines"]["items"]["properties"])


def test_schemas_have_the_codes_of_the_code() -> None:
    """Every enumeration of the schemas is the code's own."""
    in_order = {
        "customer_type": codes.CustomerType,
        "product": codes.Product,
        "order_kind": codes.OrderKind,
        "order_status": codes.OrderStatus,
        "payment_status": codes.PaymentStatus,
    }
    for field, enum in in_order.items():
        assert [*enum, None] == ORDER["$defs"][field]["enum"]
    properties = VERDICT["$defs"]["verdict"]["properties"]
    for field, enum in {
        "outcome": verdict.Outcome,
        "law_status": verdict.LawStatus,
        "basis": verdict.Basis,
        "cost": verdict.Cost,
        "status": verdict.Status,
    }.items():
        assert [*enum, None] == properties[field]["enum"]
    assert list(verdict.Warning) == properties["warnings"]["items"]["enum"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_cases_keep_the_schemas(case: dict[str, Any]) -> None:
    """A worked order is valid unless it is a bad one, and its verdict always is."""
    found = check(case["order"]).as_json()
    assert valid(VERDICT, found)
    if found["outcome"] != "invalid":
        assert valid(ORDER, case["order"])


@settings(max_examples=300, deadline=None)
@given(orders())
def test_valid_orders_keep_the_schemas(order: dict[str, Any]) -> None:
    """Any valid order is valid under the schema, and so is its verdict."""
    assert valid(ORDER, order)
    assert valid(VERDICT, check(order).as_json())


@settings(max_examples=500, deadline=None)
@given(near_orders(deep=False).filter(lambda order: "orderId" not in order))  # OVHcloud's reply is another form
def test_what_the_schema_refuses_the_code_refuses(order: dict[str, Any]) -> None:
    """A value of the wrong form is refused by both; the code refuses more only for what it means, and drops passwords."""
    assume(not any(isinstance(value, str) and value.endswith("\n") for value in order.values()))  # for Python's "$", no end
    found = json.loads(json.dumps(check(order).as_json()))
    assert valid(VERDICT, found)
    refusals = {error["code"] for error in found["error_details"]}
    if valid(ORDER, {name: value for name, value in order.items() if name not in SECRET}):
        assert refusals <= IMPOSSIBLE
    else:
        assert refusals


def test_example_of_the_schema_is_answered() -> None:
    """The example that the schema shows gets an answer."""
    assert "eligible" == check(ORDER["examples"][0]).as_json()["outcome"]
