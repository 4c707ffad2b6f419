"""Answers as plain values: the keys and nesting of the JSON contract, from the dataclasses of model.answers."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def plain(answer: Any) -> Any:
    """An answer as dicts, lists, text and numbers; a field's metadata names its key where that is not its name."""
    if is_dataclass(answer) and not isinstance(answer, type):
        return {each.metadata.get("json", each.name): plain(getattr(answer, each.name)) for each in fields(answer)}
    if isinstance(answer, Mapping):
        return {str(key): plain(value) for key, value in answer.items()}
    if isinstance(answer, (list, tuple, set, frozenset)):
        return [plain(value) for value in answer]
    if isinstance(answer, date):
        return answer.isoformat()
    return str(answer) if isinstance(answer, str) else answer
