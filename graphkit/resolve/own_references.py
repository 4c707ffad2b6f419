"""Statements whose ids of one's own tables were told apart: the rows under their new ids, and whatever names them.

A cell that names such an id means the thing in its own source, where there is exactly one. Where there are several or
none it means all of them, so that it fits none alone and stays open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graphkit.model.identifiers import Identifier
from graphkit.model.records import Event, Expectation, Link, Listing, Record, Statement
from graphkit.model.vocabulary import Standing

OWN = "own:"
MARK = "~"  # between an id and what tells its things apart
_OWN_ID = "own_id"


def is_own_row(record: Record) -> bool:
    """Whether a record is a row of one's own entities."""
    return record.standing is Standing.ENTRY and record.id.startswith(OWN)


@dataclass(frozen=True, slots=True)
class Renaming:
    """New ids for the statements of one source. meant: which things each id means there."""

    new_ids: Mapping[Record, str]
    meant: Mapping[str, set[str]]

    def apply(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements in their order, under the new ids."""
        statements = list(statements)
        mentions = {
            statement.id: new
            for statement in statements
            if isinstance(statement, Record) and (new := self._mention_id(statement)) != statement.id
        }
        return [self._renamed(statement, mentions) for statement in statements]

    def _renamed(self, statement: Statement, mentions: Mapping[str, str]) -> Statement:
        match statement:
            case Record() if is_own_row(statement):
                return replace(statement, id=self.new_ids.get(statement, statement.id))
            case Record():
                numbers = tuple(number for each in statement.identifiers for number in self._own_ids(each))
                return replace(statement, id=mentions.get(statement.id, statement.id), identifiers=numbers)
            case Link():
                holder, held = (mentions.get(end, end) for end in (statement.from_id, statement.to_id))
                return replace(statement, from_id=holder, to_id=held)
            case Listing() | Expectation():
                return replace(statement, record_id=mentions.get(statement.record_id, statement.record_id))
            case Event():
                parties = tuple((mentions.get(party, party), role) for party, role in statement.participants)
                return replace(statement, participants=parties)
            case _:
                return statement

    def _mention_id(self, record: Record) -> str:
        """A mention that means one thing here may mean another elsewhere and is a record of its own."""
        if record.standing is not Standing.MENTION:
            return record.id
        things = {thing for number in record.identifiers for thing in self._things_named(number)}
        return f"{record.id}{MARK}{things.pop().rpartition(MARK)[2]}" if len(things) == 1 else record.id

    def _own_ids(self, number: Identifier) -> list[Identifier]:
        things = self._things_named(number)
        return [replace(number, value=thing.removeprefix(OWN)) for thing in sorted(things)] or [number]

    def _things_named(self, number: Identifier) -> set[str]:
        named = f"{OWN}{number.value.removeprefix(OWN)}"
        return self.meant.get(named, set()) if number.scheme == _OWN_ID else set()
