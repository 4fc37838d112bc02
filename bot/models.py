"""aiogram's models, of which only those an update is made of are built: building all six hundred
takes 2.3 seconds and 100 MB of every process (docs/decisions/0009)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Literal, Optional, TypeVar, Union

from pydantic import BaseModel

M = TypeVar("M", bound=type[BaseModel])


@contextmanager
def built_later() -> Iterator[None]:
    """aiogram asks pydantic to build each of its models while they are imported; inside, pydantic
    lets it be."""
    own = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda cls, **_: None)  # type: ignore[assignment]
    try:
        yield
    finally:
        BaseModel.model_rebuild = own  # type: ignore[method-assign]


with built_later():
    import aiogram.types
    from aiogram.client.default import Default


@cache
def names() -> Mapping[str, Any]:
    """What aiogram's annotations mention, as the end of `aiogram.types` has it."""
    models = {name: getattr(aiogram.types, name) for name in aiogram.types.__all__}
    typing = {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal}
    return {**models, **typing, "Default": Default}


def built(model: M) -> M:
    """Builds a model with all that it is made of; one that is built already is let be."""
    model.model_rebuild(_types_namespace=names())
    return model


built(aiogram.types.Update)
