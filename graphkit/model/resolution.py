"""What the decision who is who hands on: record id to entity id, the judged pairs, and what stayed open."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Resolution:
    """record_entities: record_id, entity_id, kind. pairs, pair_evidence, unresolved, compared_pairs, record_marks: as
    declared in tables. new_pairs: how many pairs had to be compared, the others being known from an earlier build.

    alarms: sentences on judgements that no longer fit and on clusters that look odd.
    """

    record_entities: pd.DataFrame
    pairs: pd.DataFrame
    pair_evidence: pd.DataFrame
    unresolved: pd.DataFrame
    compared_pairs: pd.DataFrame
    record_marks: pd.DataFrame
    new_pairs: int = 0
    alarms: tuple[str, ...] = ()
