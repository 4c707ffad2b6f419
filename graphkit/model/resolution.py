"""What the decision who is who hands on: record id to entity id, the judged pairs, and what stayed open."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Resolution:
    """record_entities: record_id, entity_id, kind. pairs, pair_evidence, unresolved: as declared in tables.

    alarms: sentences on judgements that no longer fit and on clusters that look odd.
    """

    record_entities: pd.DataFrame
    pairs: pd.DataFrame
    pair_evidence: pd.DataFrame
    unresolved: pd.DataFrame
    alarms: tuple[str, ...] = ()
