"""What changed between two builds, and what became of the findings that a person noted."""

from dataclasses import dataclass
from typing import Literal

from graphkit.model.answers.parties import ListAge

MATTERS = ("entities", "listings", "owners", "links", "verdicts", "names", "sources")
"""What a change is about, in the order in which changes are told."""

State = Literal["holds", "weaker", "new counter-evidence", "gone"]
STATES: tuple[State, ...] = ("holds", "weaker", "new counter-evidence", "gone")
"""What became of a finding, from the best to the worst."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entity, or of a source.

    matter: one of MATTERS. change: new | gone | changed | delisted | merged | split | moved | grounds | newer. id: the
    entity in the new build, or as it was last called when it is gone; empty for a source. old_id: its id in the old
    build where that is another one. what: the listing, number, rule or column. other_id, other: the other party of a
    holding, a merge or a split. before, after: in words; empty where there was or is nothing. note: what else a reader
    has to know. concerns: ids of the watched entities that it concerns, where a list is watched.
    """

    matter: str
    change: str
    id: str
    name: str
    kind: str
    what: str
    before: str = ""
    after: str = ""
    old_id: str = ""
    other_id: str = ""
    other: str = ""
    note: str = ""
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How many changes there are of one kind, and of how many entities."""

    matter: str
    change: str
    count: int
    entities: int


@dataclass(frozen=True, slots=True)
class ComparedBuild:
    """A build that was compared. case: the name of its folder. verdicts_as_of: the day of its verdicts."""

    case: str
    build: str
    verdicts_as_of: str


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from one build to another.

    counts: of all changes. changes: those that are told; truncated when there are more of a kind than were asked for.
    """

    old: ComparedBuild
    new: ComparedBuild
    counts: tuple[ChangeCount, ...]
    changes: tuple[Change, ...]
    truncated: bool = False
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchedParty:
    """A row of a list of one's own and the entity that it names; above: how many parties stand above that one."""

    line: int
    text: str
    id: str
    name: str
    above: int


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row of a table of one's own that could not be used, with its line and the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Watch:
    """What changed of the parties on a list of one's own and of those above them."""

    old: ComparedBuild
    new: ComparedBuild
    watched: tuple[WatchedParty, ...]
    unresolved: tuple[WrongRow, ...]
    counts: tuple[ChangeCount, ...]
    changes: tuple[Change, ...]
    lists: tuple[ListAge, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding as it was written into the case: what the build in force answers, in short."""

    claim: str
    question: str
    as_of: str
    build: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A finding and what became of it. changes: in words, with ids. now: what it rests on today, in short."""

    line: int
    claim: str
    question: str
    as_of: str
    build: str
    state: State
    changes: tuple[str, ...]
    evidence: str
    now: str
    at: str = ""
    who: str = ""

    @property
    def falls(self) -> bool:
        """Whether the statement can no longer be made as it was."""
        return self.state in {"gone", "new counter-evidence"}


@dataclass(frozen=True, slots=True)
class Recheck:
    """All findings of a case, asked again of one build. wrong: rows that could not be asked."""

    build: str
    findings: tuple[Rechecked, ...]
    wrong: tuple[WrongRow, ...]
    lists: tuple[ListAge, ...] = ()
