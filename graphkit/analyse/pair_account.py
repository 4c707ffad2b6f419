"""What was held against each other in a judged pair, and what could not be, since a side states nothing of it.

The tables of a build keep the pieces that counted. Which two spellings they speak of, and what is absent, is read from
the records themselves.
"""

from dataclasses import replace

from graphkit.analyse.record_cards import RecordCards, Tables
from graphkit.model.answers import MergedPair
from graphkit.model.answers.review import RecordName
from graphkit.names.similarity import similarity

_REGISTER = {"registration_number", "registration_id", "tax_id", "ru_inn", "ru_ogrn", "cn_uscc", "kr_brn"}
_COUNTRY = {"country", "nationality"}
# A piece of evidence, and of what a record must state something for it, by kind of record.
_PIECES: dict[str, dict[str, set[str]]] = {
    "vessel": {
        **{piece: {piece} for piece in ("imo", "mmsi", "call_sign", "type", "built", "gt", "dwt")},
        "flag": {"flag", "former_flag"},
    },
    "company": {
        **{piece: {piece} for piece in ("company_imo", "lei", "address")},
        "company_number": _REGISTER,
        "country": _COUNTRY,
    },
    "person": {"birth_day": {"birth_date"}, "person_number": {"passport", "national_id"}, "country": _COUNTRY},
}
_CLASS_OF = {"organization": "company"}
_MOST_NAMES = 50  # of a record, primary ones first, among which the closest are looked for


class PairAccount:
    """Judged pairs told with the names that were compared and with what is not stated."""

    def __init__(self, tables: Tables) -> None:
        self._cards = RecordCards(tables)
        self._names: dict[str, tuple[RecordName, ...]] = {}
        self._stated: dict[str, set[str]] = {}

    def told(self, pair: MergedPair, kind: str) -> MergedPair:
        """A pair with its names and absences. kind: what its records are."""
        left, right = self._closest(pair)
        return replace(pair, left_compared=left, right_compared=right, not_stated=self._absent(pair, kind))

    def _closest(self, pair: MergedPair) -> tuple[RecordName | None, RecordName | None]:
        """The names that the evidence speaks of, else those that are most alike; None for a record without one."""
        sides = [self._names_of(record_id)[:_MOST_NAMES] for record_id in (pair.left, pair.right)]
        details = {detail for name, _, _, detail in pair.evidence if name == "name"}
        both = [(one, other) for one in sides[0] for other in sides[1]]
        for one, other in both:
            if f"{one.name} / {other.name}" in details:
                return one, other
        if not both:
            return next(iter(sides[0]), None), next(iter(sides[1]), None)
        return max(both, key=lambda names: similarity(names[0].name, names[1].name))

    def _absent(self, pair: MergedPair, kind: str) -> tuple[tuple[str, str], ...]:
        """Pieces that one side or both state nothing of; a piece that counted is not absent."""
        counted = {name for name, _, _, _ in pair.evidence}
        left, right = self._stated_of(pair.left), self._stated_of(pair.right)
        found = []
        for piece, needs in _PIECES.get(_CLASS_OF.get(kind, kind), {}).items():
            missing = [side for side, stated in (("left", left), ("right", right)) if not needs & stated]
            if missing and piece not in counted:
                found.append((piece, "both" if len(missing) == 2 else missing[0]))
        return tuple(found)

    def _names_of(self, record_id: str) -> tuple[RecordName, ...]:
        if record_id not in self._names:
            self._names[record_id] = self._cards.names(record_id)
        return self._names[record_id]

    def _stated_of(self, record_id: str) -> set[str]:
        if record_id not in self._stated:
            self._stated[record_id] = self._cards.stated(record_id)
        return self._stated[record_id]
