"""Wildcards in a name: `H?PE S*`, where `*` stands for any letters and `?` for any one letter."""

import re
from collections.abc import Iterator

from graphkit.names.normalise import comparison_form


def is_pattern(text: str) -> bool:
    """Whether a text holds a wildcard."""
    return "*" in text or "?" in text


def as_expression(text: str) -> str:
    """Wildcards as a regular expression over comparison forms, which hold letters, figures and single blanks only."""
    wildcards = {"*": ".*", "?": "."}
    return " ".join("".join(wildcards.get(part) or part for part in _parts(text)).split())


def _parts(pattern: str) -> Iterator[str]:
    """The wildcards of a pattern and, between them, its text in comparison form; a gap beside a wildcard stays one."""
    for part in re.split(r"([*?])", pattern):
        form = comparison_form(part)
        if part in {"*", "?"}:
            yield part
        elif part:
            before = " " if not part[0].isalnum() else ""
            after = " " if form and not part[-1].isalnum() else ""
            yield f"{before}{form}{after}"
