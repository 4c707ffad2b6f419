"""Where a case is judged: its records and parties by what a person calls them, and the table of judgements.

The build is the one in force when the bench was made, so that a judgement carries the fingerprints of what its person
saw. The case is held for writing only while the table is written.
"""

from collections.abc import Iterable
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.analyse.find import one_entity
from graphkit.case.folder import CaseFolder
from graphkit.errors import JudgementError, NotFound, WrongUse
from graphkit.model.answers.review import JudgedRow
from graphkit.store.local import LocalStore

if TYPE_CHECKING:
    from graphkit.resolve.admission import Admission
    from graphkit.resolve.judgements import Judgement

RecordPair = tuple[str, str]
_SAME = "same"


class Bench:
    """The judgements of one case against its build. internal: whether internal records may be named and seen."""

    def __init__(self, case: str | Path, *, internal: bool = False) -> None:
        self.folder = CaseFolder(Path(case))
        self.store = LocalStore(self.folder, internal=internal)
        self._all = self.store if internal else LocalStore(self.folder, internal=True)

    @property
    def takes_effect(self) -> str:
        """The command that makes judgements effective."""
        return f"graphkit build --add --case {self.folder.path}"

    @cached_property
    def known(self) -> dict[str, str]:
        """The fingerprint of every record, internal ones included."""
        from graphkit.resolve.judgements import fingerprints

        names, identifiers = (self._all.table(f"record_{each}").to_pandas() for each in ("names", "identifiers"))
        return fingerprints(names, identifiers)

    @cached_property
    def _imo(self) -> dict[str, set[str]]:
        from graphkit.resolve.admission import ship_numbers

        return ship_numbers(self._all.table("record_identifiers").to_pandas())

    @cached_property
    def _visible(self) -> set[str]:
        return set(self.store.table("records")["record_id"].to_pylist())

    def judgements(self) -> "list[Judgement]":
        """The table as it is now."""
        from graphkit.resolve.judgements import read_judgements

        return read_judgements(self.folder.judgements_file)

    def admission(self) -> "Admission":
        """The test that new judgements have to pass beside those of the table."""
        from graphkit.resolve.admission import Admission

        return Admission(self.known, self._imo, self.judgements())

    def add(self, judgements: "Iterable[Judgement]") -> None:
        """Write judgements at once; call within `folder.writing()`."""
        from graphkit.resolve.judgements import add_judgements

        if new := list(judgements):
            add_judgements(self.folder.judgements_file, new)

    def take_back(self, judgements: "Iterable[Judgement]") -> None:
        """Remove judgements from the table, as far as they still stand there."""
        from graphkit.resolve.judgements import remove_judgements

        with self.folder.writing():
            remove_judgements(self.folder.judgements_file, judgements)

    def row(self, judgement: "Judgement", state: str) -> JudgedRow:
        """A judgement as it is told; a record that only internal statements know is told without its id."""
        left, right = (each if each in self._visible else "(internal)" for each in (judgement.left, judgement.right))
        return JudgedRow(left, right, judgement.judgement, state)

    def record(self, text: str) -> str:
        """The id of the record that a text names; an id of one's own tables also without its prefix.

        Raises:
            JudgementError: there is none.
        """
        for record_id in (text, f"own:{text}"):
            if record_id in self.known:
                return record_id
        raise JudgementError(f"There is no record {text!r} in the case; `graphkit explain ENTITY` shows record ids.")

    def pairs(self, left: str, right: str, judgement: str) -> list[RecordPair]:
        """The pairs of records that a judgement on two texts is about.

        A text that is no record's id names a party: different means from each of its records, same means as the first
        of them, which is enough to be one with all. A record and its own party: the party's other records.

        Raises:
            JudgementError: nothing answers to a text.
            WrongUse: both name one party.
            Ambiguous: several parties have the name.
        """
        lefts, rights = self._meant(left), self._meant(right)
        if len(lefts) == len(rights) == 1:
            return [(lefts[0], rights[0])]
        if lefts == rights:
            raise WrongUse(f"{left!r} and {right!r} are one party; name the record of it that is meant.")
        found = [(one, other) for one, other in product(lefts, rights) if one != other]
        return found[:1] if judgement == _SAME else found

    def _meant(self, text: str) -> list[str]:
        """The record of this id, or the records of the party that answers to the text."""
        try:
            return [self.record(text)]
        except JudgementError as unknown:
            try:
                return self.records_of(one_entity(self.store, text))
            except NotFound:
                raise unknown from None

    def beside(self, record_id: str) -> list[str]:
        """The other records of a record's entity."""
        (row,) = self._all.rows("entities_of_records", record_ids=[record_id])
        return [each for each in self.records_of(row["entity_id"]) if each != record_id]

    def records_of(self, entity_id: str) -> list[str]:
        """The records of an entity, entries before mentions."""
        rows = self._all.rows("records_of_entity", entity_id=entity_id)
        ranked = sorted({(row["standing"] != "entry", row["record_id"]) for row in rows})
        return [record_id for _, record_id in ranked]
