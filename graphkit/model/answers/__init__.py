"""What a question returns: entities, chains and the evidence of their steps, made for people and for JSON.

Field names are the keys of the JSON answers; where a key is a Python keyword the field's metadata names it. Dates stay
as the source printed them; `status` and `holds` say what they mean on the day that was asked for.
"""

from graphkit.model.answers.chains import (
    Chain,
    Connection,
    Fleet,
    FleetVessel,
    OpenEnd,
    Paths,
    PathStep,
    PossibleMatch,
    Step,
    Subgraph,
    Trace,
    Weakest,
)
from graphkit.model.answers.parties import Entity, Holds, LinkEvidence, ListAge, Listed, SourceRef
from graphkit.model.answers.profiles import Found, Held, KnownEvent, KnownFact, KnownName, Profile, Search
from graphkit.model.answers.reports import (
    Coverage,
    Explanation,
    Intake,
    IntakeRemark,
    IntakeSource,
    MergedPair,
    ReportCoverage,
)
from graphkit.model.answers.timeline import Indicator, NearChange, NearListing, Timeline, TimelineEntry

__all__ = [
    "Chain",
    "Connection",
    "Coverage",
    "Entity",
    "Explanation",
    "Fleet",
    "FleetVessel",
    "Found",
    "Held",
    "Holds",
    "Indicator",
    "Intake",
    "IntakeRemark",
    "IntakeSource",
    "KnownEvent",
    "KnownFact",
    "KnownName",
    "LinkEvidence",
    "ListAge",
    "Listed",
    "MergedPair",
    "NearChange",
    "NearListing",
    "OpenEnd",
    "PathStep",
    "Paths",
    "PossibleMatch",
    "Profile",
    "ReportCoverage",
    "Search",
    "SourceRef",
    "Step",
    "Subgraph",
    "Timeline",
    "TimelineEntry",
    "Trace",
    "Weakest",
]
