"""What is in a case: its sources, how old they are, and every row that was set aside or noted."""

from graphkit.analyse.evidence import list_ages
from graphkit.model.answers import Intake, IntakeRemark, IntakeSource
from graphkit.store.base import Store


def intake(store: Store, *, remarks: bool = False) -> Intake:
    """The sources of the case; remarks: also every single remark of their load reports."""
    sources = tuple(
        IntakeSource(
            name=row["source"],
            format=row["format"],
            files=tuple(row["files"]),
            published=row["published"],
            read=row["read"],
            sha256=tuple(row["sha256"]),
            rows=row["rows"],
            kept=row["kept"],
            set_aside=row["set_aside"],
            notes=row["notes"],
            unresolved=row["unresolved"],
        )
        for row in store.rows("sources_of_case")
    )
    found = store.rows("remarks") if remarks else []
    told = tuple(
        IntakeRemark(row["dataset"], row["file"], row["line"], row["reason"], row["text"], row["set_aside"])
        for row in sorted(found, key=lambda row: (row["dataset"], row["file"], row["line"], row["reason"], row["text"]))
    )
    return Intake(sources, told, list_ages(store))
