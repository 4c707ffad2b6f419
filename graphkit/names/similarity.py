"""How alike two names are as text, 0 to 1: to order what was found and to suggest, never to decide who is who."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from graphkit.names.normalise import comparison_form


def similarity(left: str, right: str) -> float:
    """How alike two names are as text, 0 to 1: Jaro-Winkler of the comparison forms and of the joined forms, the
    better.
    """
    a, b = comparison_form(left), comparison_form(right)
    if not a or not b:
        return 0.0
    return max(JaroWinkler.similarity(a, b), JaroWinkler.similarity(a.replace(" ", ""), b.replace(" ", "")))


def closest(text: str, forms: Sequence[str], *, limit: int = 5, at_least: float = 0.8) -> tuple[str, ...]:
    """The comparison forms nearest to a text, as suggestions for a person; nothing is ever taken from them."""
    wanted = comparison_form(text)
    if not wanted:
        return ()
    found = process.extract(wanted, forms, scorer=JaroWinkler.similarity, limit=limit, score_cutoff=at_least)
    return tuple(form for form, _, _ in found)
