"""Entries by id, number, printed name and form: where a mention is looked up."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pandas as pd

from graphkit.model.vocabulary import NameKind, Scope, Standing
from graphkit.names.normalise import comparison_form
from graphkit.resolve.classes import ANY, MERGING_NAMES, VESSEL
from graphkit.resolve.own_references import OWN
from graphkit.resolve.prepare import PreparedBuild, plain_rows
from graphkit.resolve.prepared import Prepared

_MOST_NAME_BITS = 12.0

Step = tuple[str, set[str]]  # why these records fit, and which they are


class Lookup:
    """The entries of a build, found in the ways that mentions name them.

    rows: every record that a source has a row about. entries: those among them whose name is no placeholder, which can
    be found by an id alone.
    """

    def __init__(self, build: PreparedBuild, identifiers: pd.DataFrame) -> None:
        records = build.records
        self.rows = set(records.index[records["standing"].eq(Standing.ENTRY)])
        self.entries = set(records.index[build.taking_part])
        self._dataset = records["dataset"].to_dict()
        self._primary: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._second: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._spellings: dict[str, list[str]] = defaultdict(list)
        spellings = plain_rows(build.spellings, "record_id", "value", "name_kind", "dataset")
        for record_id, value, name_kind, dataset in spellings:
            if record_id in self.entries:
                table = self._primary if name_kind == NameKind.PRIMARY else self._second
                table[(dataset, value)].add(record_id)
                if name_kind != NameKind.WEAK:
                    self._forms[comparison_form(value)].add(record_id)
            else:
                self._spellings[record_id].append(value)
        self._numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._numbers_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._read_numbers(identifiers)
        self.vessel_forms = _vessel_forms(build.prepared, self.entries)
        self.form_of = _first_vessel_forms(build.prepared)

    def steps(self, record_id: str, scope: str) -> Iterator[Step]:
        """The records that a mention may mean, surest way first."""
        if scope == Scope.LIST:
            yield from self._in_list(record_id)
        elif scope == Scope.BUILD:
            yield from self._in_build(record_id)

    def _in_list(self, record_id: str) -> Iterator[Step]:
        """An alias counts only where no primary name fits, spelling by spelling."""
        dataset, spellings = self._dataset[record_id], self._spellings[record_id]
        for table, what in ((self._primary, "primary name"), (self._second, "further name")):
            found = set().union(*(table.get((dataset, spelling), set()) for spelling in spellings))
            yield f"{what} of an entry of the same list, as printed", found

    def _in_build(self, record_id: str) -> Iterator[Step]:
        numbers = self._numbers_of.get(record_id, [])
        own = [value for scheme, value in numbers if scheme == "own_id"]
        yield "id of the row", {f"{OWN}{value}" for value in own} & self.rows
        yield "record id", set(own) & self.rows
        for scheme in ("imo", "company_imo"):
            for found_scheme, value in numbers:
                if found_scheme == scheme:
                    yield f"{scheme} number", self._numbers.get((scheme, value), set())
        for spelling in self._spellings[record_id]:
            yield "name, the only party that bears it", self._forms.get(comparison_form(spelling), set())

    def _read_numbers(self, identifiers: pd.DataFrame) -> None:
        kept = identifiers[identifiers["scheme"].isin(["imo", "company_imo", "own_id"]) & identifiers["value"].ne("")]
        for record_id, scheme, value in plain_rows(kept, "record_id", "scheme", "value"):
            if record_id in self.entries:
                self._numbers[(scheme, value)].add(record_id)
            else:
                self._numbers_of[record_id].append((scheme, value))


def _vessel_forms(prepared: Prepared, entries: set[str]) -> dict[str, list[tuple[str, float, NameKind]]]:
    """Form of a ship's name to the ships that bear it: record, bits, kind of name."""
    names = prepared.names[VESSEL]
    table = names.spelling.table
    bits = np.minimum(table.bits, _MOST_NAME_BITS)
    rows = names.entries.owners()
    found: dict[str, list[tuple[str, float, NameKind]]] = defaultdict(list)
    for row, form_number, kind in zip(rows.tolist(), names.form.tolist(), names.kind.tolist(), strict=True):
        record_id = prepared.ids[row]
        if record_id in entries and prepared.name_class[row] in {VESSEL, ANY}:
            bearer = (record_id, float(bits[form_number]), MERGING_NAMES[kind])
            found[table.forms[form_number].key].append(bearer)
    return found


def _first_vessel_forms(prepared: Prepared) -> dict[str, str]:
    """The form of the first name of each record that may be a ship."""
    names = prepared.names[VESSEL]
    has = np.flatnonzero(np.diff(names.entries.start) > 0)
    first = names.form[names.entries.start[has]]
    forms = names.spelling.table.forms
    return {prepared.ids[row]: forms[form].key for row, form in zip(has.tolist(), first.tolist(), strict=True)}
