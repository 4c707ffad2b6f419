"""Names that a ship only broadcast or painted: found as claims of that ship, never as names of another."""

import re

from graphkit.analyse.evidence import source_ref
from graphkit.analyse.patterns import as_expression, is_pattern
from graphkit.model.answers import Found
from graphkit.names.normalise import comparison_form
from graphkit.names.similarity import similarity
from graphkit.store.base import Store


def claims_found(store: Store, text: str) -> list[Found]:
    """Claims of this name, each with its day and source; the id is that of the ship that made the claim."""
    claims = []
    for row in store.rows("claims"):
        score = _claim_score(text, row["claimed_name"])
        if score:
            numbers = {"imo": row["claimed_imo"]} if row["claimed_imo"] else {}
            claims.append(
                Found(
                    row["entity_id"],
                    "claim",
                    row["claimed_name"],
                    numbers,
                    score,
                    row["claimed_name"],
                    row["type"],
                    row["start"] or None,
                    (source_ref(row),),
                )
            )
    return claims


def _claim_score(text: str, claimed: str) -> float:
    form = comparison_form(claimed)
    if is_pattern(text):
        return 1.0 if re.fullmatch(as_expression(text), form) else 0.0
    words = comparison_form(text).split()
    fits = bool(words) and (set(words) <= set(form.split()) or "".join(words) == form.replace(" ", ""))
    return round(similarity(text, claimed), 4) if fits else 0.0
