"""What every store offers: named questions with parameters, answered by rows of plain values."""

from collections.abc import Sequence
from typing import Any, Protocol

Row = dict[str, Any]
Value = str | int | float | bool | Sequence[str] | None


class Store(Protocol):
    """A place to ask. The question is shared between stores, the code is not.

    Questions are named after the files in cypher/queries; their headers give parameters, columns and order.
    """

    def rows(self, question: str, /, **parameters: Value) -> list[Row]:
        """The rows of a question's answer, in the question's own order."""
        ...

    def lists(self) -> list[Row]:
        """What the case was built from: source, published, read."""
        ...

    @property
    def warning(self) -> str | None:
        """What a person should know before believing the answers, such as a load that was cut short."""
        ...

    def close(self) -> None:
        """Let go of files or of the connection."""
        ...
