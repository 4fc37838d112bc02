"""Holds requests and answers to the description of the API (JSON Schema, as much of it as the
description uses)."""

import re
from collections.abc import Iterator
from typing import Any

from web.openapi import document

DOCUMENT = document("https://otinim.example")
SCHEMAS = DOCUMENT["components"]["schemas"]
SORTS: dict[str, Any] = {
    "object": dict, "string": str, "integer": int, "number": int | float, "boolean": bool,
    "array": list, "null": type(None),
}  # fmt: skip


def references(node: Any) -> Iterator[str]:
    match node:
        case {"$ref": str() as found}:
            yield found
        case dict():
            for inner in node.values():
                yield from references(inner)
        case list():
            for inner in node:
                yield from references(inner)


def at(pointer: str) -> Any:
    found: Any = DOCUMENT
    for part in pointer.removeprefix("#/").split("/"):
        found = found[part]
    return found


def resolved(node: Any) -> Any:
    return at(node["$ref"]) if "$ref" in node else node


def fits(value: Any, schema: Any) -> bool:
    if "$ref" in schema:
        return fits(value, at(schema["$ref"]))
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return any(fits(value, s) for s in schema[several])
    return (
        value == schema.get("const", value)
        and value in schema.get("enum", [value])
        and isinstance(value, SORTS[schema["type"]])
        and (schema["type"] != "integer" or not isinstance(value, bool))
        and ("pattern" not in schema or bool(re.search(schema["pattern"], value)))
        and schema.get("minimum", 0) <= (value if schema["type"] == "integer" else 0)
        and (schema["type"] != "array" or all(fits(v, schema["items"]) for v in value))
        and (schema["type"] != "object" or has_fields(value, schema))
    )


def has_fields(value: dict[str, Any], schema: Any) -> bool:
    """What isn't named may only be there where the description says so."""
    known, more = schema["properties"], schema.get("additionalProperties", False)
    unknown = value.keys() - known.keys()
    return (
        set(schema.get("required", ())) <= value.keys()
        and (not unknown or bool(more))
        and all(fits(v, known[k]) for k, v in value.items() if k in known)
        and (more in (True, False) or all(fits(value[k], more) for k in unknown))
    )


def operation(method: str, path: str) -> dict[str, Any]:
    """What is said of a request; a path as it is written goes before one with a hole in it."""
    plain = path.partition("?")[0]
    for template in sorted(DOCUMENT["paths"], key=lambda t: t.count("{")):
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, plain) and method.lower() in DOCUMENT["paths"][template]:
            found: dict[str, Any] = DOCUMENT["paths"][template][method.lower()]
            return found
    raise AssertionError(f"{method} {path} is not described")


def hold(method: str, path: str, status: int, body: Any, sent: Any = None) -> None:
    """The answer is one of those described; what was sent and taken is what may be sent."""
    told = operation(method, path)
    assert str(status) in told["responses"], f"{method} {path} answers {status}"
    content = resolved(told["responses"][str(status)])["content"]
    if "application/json" in content:
        assert fits(body, content["application/json"]["schema"]), (method, path, status, body)
    if status == 200 and isinstance(sent, dict) and sent:
        schema = told["requestBody"]["content"]["application/json"]["schema"]
        assert fits(sent, schema), (method, path, sent)
