"""The ownership tests on a whole build in one pass, for the columns that every entity carries.

They are computed from public statements alone, on the day of the build. `verdict` gives any other day, the proof, and
with --internal what internal statements add.
"""

from collections import defaultdict
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.effective import shares_of
from graphkit.analyse.ownership.fixed_point import Reached
from graphkit.analyse.ownership.register import Register, register
from graphkit.analyse.ownership.rules import rules_named
from graphkit.graph.adjacency import Bools, Ints, runs
from graphkit.graph.stakes import Stakes
from graphkit.model.dates import to_day
from graphkit.model.vocabulary import Kind, Visibility

_NO_SUBJECT = {str(Kind.VESSEL), str(Kind.AIRCRAFT), str(Kind.ADDRESS)}
_READ = ("entity_id", "kind", "unknown", "dissolved", "dissolved_min", "dissolved_max")


def with_verdicts(entities: pa.Table, numbers: pa.Table, listings: pa.Table, today: date) -> pa.Table:
    """The table of entities with what the tests say of each on a day.

    numbers: the table link_numbers.
    """
    found = public_register(entities, numbers, listings, to_day(today))
    subjects = ~np.isin(entities["kind"].to_numpy(zero_copy_only=False).astype(str), sorted(_NO_SUBJECT))
    results = {rule.authority.lower(): Blocked(found, rule) for rule in rules_named("all", found.day)}
    columns: dict[str, list[str] | list[float]] = {
        f"blocked_{name}": _answers(blocked, subjects) for name, blocked in results.items()
    }
    columns["blocked_review"] = _review(results, subjects)
    columns["blocked_because"] = _because(found, results)
    columns["blocked_as_of"] = [today.isoformat()] * len(entities)
    shares = shares_of(found.stakes, found.listed(None), found.listed(None, possible=True))
    for name, share in (("min", shares.least), ("max", shares.most)):
        columns[f"effective_listed_share_{name}"] = np.round(100.0 * share, 9).tolist()
    for name, column in columns.items():
        place = entities.schema.get_field_index(name)
        entities = entities.set_column(
            place, entities.schema.field(place), pa.array(column, entities.schema.types[place])
        )
    return entities


def public_register(entities: pa.Table, numbers: pa.Table, listings: pa.Table, day: int | None) -> Register:
    """Everybody and everything that anybody may see."""
    shown = pc.not_equal(entities["visibility"], str(Visibility.INTERNAL)).to_numpy()
    ends = [numbers[name].to_numpy() for name in ("from_number", "to_number")]
    public = numbers["public"].to_numpy() & shown[ends[0]] & shown[ends[1]]
    listings = listings.filter(pc.not_equal(listings["visibility"], str(Visibility.INTERNAL)))
    if not public.all():
        numbers = numbers.filter(pa.array(public))
    return register(numbers, entities.select(_READ), listings.to_pylist(), day)


def _answers(blocked: Blocked, subjects: Bools) -> list[str]:
    surely, possibly = blocked.rounds >= 0, blocked.possible_rounds >= 0
    answers = np.where(surely, "yes", np.where(possibly, "possible", np.where(subjects, "no", "")))
    # A ship can be listed; it cannot be owned into being blocked.
    answers[~subjects & (blocked.rounds != 0) & (blocked.possible_rounds != 0)] = ""
    return [str(answer) for answer in answers]


def _review(results: dict[str, Blocked], subjects: Bools) -> list[str]:
    told: dict[int, list[str]] = defaultdict(list)
    for name, blocked in results.items():
        for party in np.flatnonzero(blocked.review & subjects):
            told[int(party)].append(name)
    return ["; ".join(told[party]) if party in told else "" for party in range(len(subjects))]


def _because(found: Register, results: dict[str, Blocked]) -> list[str]:
    """The holders that were added up when each party met a test, of all tests together."""
    stakes = found.stakes
    told: dict[int, set[str]] = defaultdict(set)
    for blocked in results.values():
        for pair in _added_up(stakes, blocked.surely):
            told[int(stakes.held[pair])].add(str(found.ids[int(stakes.holder[pair])]))
    return ["; ".join(sorted(told[party])) if party in told else "" for party in range(len(found.ids))]


def _added_up(stakes: Stakes, reached: Reached) -> Ints:
    """The pairs by which a group of a rule held a party that met the test, of holders that it had reached before."""
    keys = reached.group * stakes.parties + reached.party
    order = np.argsort(keys)
    later = np.flatnonzero(reached.round > 0)
    if not len(later):
        return later
    up = stakes.holdings.up
    first, sizes = up[reached.party[later]], np.diff(up)[reached.party[later]]
    of = np.repeat(later, sizes)
    pairs = runs(first, sizes)
    wanted = reached.group[of] * stakes.parties + stakes.holder[pairs]
    at = order[np.minimum(np.searchsorted(keys[order], wanted), len(keys) - 1)]
    counted = stakes.there[pairs] & (keys[at] == wanted) & (reached.round[at] < reached.round[of])
    return np.unique(pairs[counted])
