"""Rows of any table against parties that were read once: which pairs are worth comparing, and what each weighs.

The rarity of words and values is that of the parties alone, so that a row scores the same in whatever table it stands.
A pair that shares neither number nor key of a name (screen_keys) is never compared.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graphkit.names.forms import NameForm
from graphkit.resolve.classes import LEGAL, PERSON, VESSEL
from graphkit.resolve.evidence import Compared, Comparison
from graphkit.resolve.form_table import FormTable, Spelt, WordCounts, form_table
from graphkit.resolve.name_screen import may_be_one
from graphkit.resolve.prepared import FEATURES, NUMBERS, Prepared, prepared
from graphkit.resolve.ragged import Crossed, Floats, Ints, Ragged, Texts
from graphkit.resolve.record_names import RecordNames, record_names
from graphkit.resolve.said import Column, Said
from graphkit.resolve.screen_keys import NameIndex, NameKeys
from graphkit.resolve.weights import Weights, default_weights

CLASSES = (VESSEL, LEGAL, PERSON)
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class ScoredRows:
    """m pairs: rows of the table, parties, and what was compared. prepared: what `compared` speaks of."""

    row: Ints
    party: Ints
    compared: Compared
    prepared: Prepared


class Parties:
    """Those who are looked for. said: what is known of each; a party has any number of names and numbers."""

    def __init__(self, said: Said, weights: Weights | None = None) -> None:
        self.said = said
        self._weights = weights or default_weights()
        self._names = {name_class: record_names(said, name_class) for name_class in CLASSES}
        tables = {name_class: names.spelling.table for name_class, names in self._names.items()}
        self._counts = {name_class: WordCounts.of(table) for name_class, table in tables.items()}
        self._index = {name_class: NameIndex.of(table) for name_class, table in tables.items()}
        self._bearers = {name_class: _bearers(names) for name_class, names in self._names.items()}
        features = prepared(said, self._names).features
        pieces = self._weights.pieces
        self._worth = {
            name: dict(zip(each.values, pieces[name.partition(" ")[0]].value_bits(each), strict=True))
            for name, each in features.items()
        }
        self._numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
        for scheme in NUMBERS:
            column = said.values.get(scheme, Column.of((), ()))
            for row, value in zip(column.rows.tolist(), column.texts.tolist(), strict=True):
                self._numbers[(scheme, value)].append(row)

    def with_number(self, scheme: str, value: str) -> list[int]:
        """The parties that bear a number."""
        return self._numbers.get((scheme, value), [])

    def compared(self, rows: Said) -> ScoredRows:
        """Every pair of a row and a party that may be one, in the order of the rows."""
        names = {name_class: record_names(rows, name_class, self._counts[name_class]) for name_class in CLASSES}
        pairs = [self._by_number(rows), *(self._by_name(name_class, names[name_class]) for name_class in CLASSES)]
        size = np.int64(max(len(self.said.ids), 1))
        keys = np.unique(np.concatenate([row * size + party for row, party in pairs]))
        row, party = keys // size, keys % size
        used_rows, left = np.unique(row, return_inverse=True)
        used_parties, right = np.unique(party, return_inverse=True)
        together = self._together(rows, names, used_rows, used_parties)
        comparison = Comparison(together, self._weights, self._worth_of(together))
        return ScoredRows(row, party, comparison.pairs(left + len(used_parties), right.astype(np.int64)), together)

    def _by_number(self, rows: Said) -> tuple[Ints, Ints]:
        found = [
            (row, party)
            for scheme in NUMBERS
            if (column := rows.values.get(scheme)) is not None
            for row, value in zip(column.rows.tolist(), column.texts.tolist(), strict=True)
            for party in self.with_number(scheme, value)
        ]
        both = np.array(found, dtype=np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def _by_name(self, name_class: str, names: RecordNames) -> tuple[Ints, Ints]:
        """Rows and parties of which a name of the class shares a key."""
        table = names.spelling.table
        if not len(table) or not len(self._names[name_class].form):
            return _NONE, _NONE
        keys, index = NameKeys.of(table), self._index[name_class]
        found = [*index.telling(keys), self._alike(name_class, table, *index.word.found(keys.word))]
        size = np.int64(len(self._names[name_class].spelling.table))
        forms = np.unique(np.concatenate([asked * size + known for asked, known in found]))
        asked, known = forms // size, forms % size
        asking, known_to = _bearers(names), self._bearers[name_class]
        crossed = Crossed.of(asking.lengths(asked), known_to.lengths(known))
        row = asking.values[asking.start[asked][crossed.pair] + crossed.left]
        party = known_to.values[known_to.start[known][crossed.pair] + crossed.right]
        return row, party

    def _alike(self, name_class: str, table: FormTable, asked: Ints, known: Ints) -> tuple[Ints, Ints]:
        """Those pairs of forms that share more than a word."""
        if not len(asked):
            return asked, known
        used, left = np.unique(asked, return_inverse=True)
        used_known, right = np.unique(known, return_inverse=True)
        known_forms = self._names[name_class].spelling.table.forms
        together, place = _forms_together(
            [*(table.forms[each] for each in used.tolist()), *(known_forms[each] for each in used_known.tolist())],
            name_class,
            self._counts[name_class],
        )
        near = may_be_one(together, place[left], place[right + len(used)])
        return asked[near], known[near]

    def _together(self, rows: Said, names: dict[str, RecordNames], used_rows: Ints, used_parties: Ints) -> Prepared:
        """Parties, then rows, as the records of one comparison."""
        sides = ((self.said, used_parties), (rows, used_rows))
        said = _joined(*(_taken(said, used) for said, used in sides))
        return prepared(
            said,
            {
                name_class: _names_together(
                    (self._names[name_class], used_parties),
                    (names[name_class], used_rows),
                    self._counts[name_class],
                )
                for name_class in CLASSES
            },
        )

    def _worth_of(self, together: Prepared) -> dict[str, Floats]:
        """What agreeing on each value weighs; one that no party states is never agreed on."""
        return {
            piece: np.array([self._worth[piece].get(value, 0.0) for value in together.features[piece].values])
            for piece in FEATURES
        }


def _bearers(names: RecordNames) -> Ragged:
    """For each form the rows that bear it."""
    return Ragged.by_row(names.form, names.entries.owners(), len(names.spelling.table))


def _forms_together(forms: list[NameForm], name_class: str, counts: WordCounts) -> tuple[FormTable, Ints]:
    """A table of distinct forms, and the place in it of each form given."""
    numbers = {form: place for place, form in enumerate(dict.fromkeys(forms))}
    place = np.array([numbers[form] for form in forms], dtype=np.int64)
    return form_table(list(numbers), name_class, counts), place


def _names_together(one: tuple[RecordNames, Ints], other: tuple[RecordNames, Ints], counts: WordCounts) -> RecordNames:
    """The names of some rows of two, as those of one."""
    lengths: list[Ints] = []
    forms: list[NameForm] = []
    kinds: list[Ints] = []
    printed: list[Ints] = []
    texts: list[Texts] = []
    for names, rows in (one, other):
        place, _ = names.entries.taken(rows)
        lengths.append(names.entries.lengths(rows))
        forms += [names.spelling.table.forms[form] for form in names.form[place].tolist()]
        kinds.append(names.kind[place])
        printed.append(names.printed[place] + sum(len(each) for each in texts))
        texts.append(names.names)
    table, form = _forms_together(forms, one[0].spelling.table.name_class, counts)
    start = np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64)
    nothing = Ragged(np.zeros(1, dtype=np.int64), _NONE)
    return RecordNames(
        spelling=Spelt(table, nothing),
        names=np.concatenate(texts),
        entries=Ragged(start, np.arange(len(form))),
        form=form,
        kind=np.concatenate(kinds),
        printed=np.concatenate(printed),
    )


def _taken(said: Said, rows: Ints) -> Said:
    """What some of the records say. rows: in their order."""
    place = np.full(len(said.ids), -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))

    def column(each: Column) -> Column:
        kept = place[each.rows] >= 0
        return Column(place[each.rows[kept]], each.texts[kept])

    return Said(
        said.ids[rows],
        said.name_class[rows],
        {},
        {piece: column(each) for piece, each in said.values.items() if piece in FEATURES},
        {piece: each[rows] for piece, each in said.measures.items()},
    )


def _joined(one: Said, other: Said) -> Said:
    """The records of one, then those of the other."""
    first = len(one.ids)

    def column(piece: str) -> Column:
        parts = [one.values[piece]] if piece in one.values else []
        if piece in other.values:
            parts.append(Column(other.values[piece].rows + first, other.values[piece].texts))
        return Column.joined(parts)

    return Said(
        np.concatenate([one.ids, other.ids]),
        np.concatenate([one.name_class, other.name_class]),
        {},
        {piece: column(piece) for piece in {*one.values, *other.values}},
        {
            piece: np.concatenate([_measure(said, piece) for said in (one, other)])
            for piece in {*one.measures, *other.measures}
        },
    )


def _measure(said: Said, piece: str) -> Floats:
    return said.measures.get(piece, np.full(len(said.ids), np.nan))
