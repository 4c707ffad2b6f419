"""Which parties of a case a row may mean, why, and what speaks against it.

Numbers and names are weighed by the resolution. What it leaves out is added: names that only a ship's radio or hull
bore, weak aliases, and numbers in running text. Two checked numbers that differ are two parties, whatever their names.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.analyse.numbers_in_text import numbers_in_text
from graphkit.model.answers import SourceRef
from graphkit.model.answers.screening import Match
from graphkit.names.normalise import joined_form
from graphkit.names.vessel_names import vessel_form
from graphkit.session.screening_account import WORDS, Account, proven
from graphkit.session.screening_case import CaseParties, Claim
from graphkit.session.screening_rows import RowReader, Subjects

_EVEN = 0.5  # a name or number that is there, and nothing says whose
_CLAIMED = 1.0  # of the claim: the ship bore this very name or number; that the row's ship is this one is not said
_SURE_PLAIN = 0.9  # the very name, of an aircraft or of figures alone
_NAMED_BITS = -3.0  # of names so near that a person would take them for one


@dataclass(frozen=True, slots=True)
class Found:
    """A party that a row may mean. vetoed: a number proves that it is another."""

    party: str
    match: Match
    score: float
    matched: str
    column: str
    reasons: tuple[str, ...]
    contradictions: tuple[str, ...] = ()
    vetoed: bool = False
    date: str = ""
    sources: tuple[SourceRef, ...] = ()


class Matcher:
    """Looks for the parties of some rows. min_score: 0 to 1; a pair below it is no hit."""

    def __init__(self, parties: CaseParties, reader: RowReader, min_score: float | None) -> None:
        import numpy as np

        from graphkit.resolve.scorecard import probability
        from graphkit.resolve.weights import default_weights

        self._parties = parties
        self._reader = reader
        imos = parties.compared.said.values["imo"]
        self._imos: dict[str, list[str]] = defaultdict(list)
        for row, imo in zip(imos.rows.tolist(), imos.texts.tolist(), strict=True):
            of_party = self._imos[parties.compared.said.ids[row]]
            of_party += [] if imo in of_party else [imo]
        bound = float(probability(np.array([default_weights().screen_at]))[0])
        self.min_score = bound if min_score is None else min_score

    def found(self, subjects: Subjects, rows: list[dict[str, str]]) -> dict[int, list[Found]]:
        """By place of the row, each party once, in the likeliest way."""
        best: dict[int, dict[str, Found]] = defaultdict(dict)
        if subjects.row:
            for ways in (self._compared, self._claimed, self._plain):
                for place, one in ways(subjects):
                    _keep(best[subjects.row[place]], one)
        for row, cells in enumerate(rows):
            for one in self._in_text(cells):
                # What a number or a name in its own column said is not said again, least of all what it ruled out.
                if not (row in best and one.party in best[row]):
                    best[row][one.party] = one
        return {row: list(parties.values()) for row, parties in best.items() if parties}

    def _compared(self, subjects: Subjects) -> Iterator[tuple[int, Found]]:
        """Numbers and names that the resolution weighs."""
        import numpy as np

        from graphkit.resolve.scorecard import probability

        scored = self._parties.compared.compared(subjects.said())
        score = probability(scored.compared.match_weight)
        other = proven(scored.compared)
        named = np.nan_to_num(scored.compared.names.bits, nan=-99.0) >= _NAMED_BITS
        # A name so near that it would be a hit is told as ruled out when a number proves another party.
        kept = np.where(other, named, score >= self.min_score)
        ids = self._parties.compared.said.ids
        for pair in np.flatnonzero(kept).tolist():
            account = Account.of(scored, pair)
            place = int(scored.row[pair])
            match, matched = account.match()
            yield (
                place,
                Found(
                    party=str(ids[scored.party[pair]]),
                    match=match,
                    score=round(float(score[pair]), 4),
                    matched=matched,
                    column=subjects.column[place],
                    reasons=account.reasons(),
                    contradictions=account.contradictions(),
                    vetoed=bool(other[pair]),
                ),
            )

    def _claimed(self, subjects: Subjects) -> Iterator[tuple[int, Found]]:
        """Names and IMO numbers that a ship only broadcast or painted."""
        if not self._parties.claims:
            return
        cells = subjects.cells
        for place, name_class in enumerate(subjects.name_class):
            if name_class not in {"vessel", "any"}:
                continue
            imos = {number for _, number in numbers_in_text(cells["imo"][place])}
            for name in _names_of(cells, place):
                for claim in self._parties.claims.get(vessel_form(name).key, ()):
                    yield place, self._claim(claim, claim.name, subjects.column[place], imos)
            for imo in imos:
                for claim in self._parties.claimed_imos.get(imo, ()):
                    yield place, self._claim(claim, f"IMO {imo}", subjects.column[place], imos)

    def _claim(self, claim: Claim, matched: str, column: str, imos: set[str]) -> Found:
        own = self._own_imos(claim.party)
        other = bool(imos and own) and not (imos & {*own, claim.imo})
        told = f"{claim.type.replace('_', ' ').lower()}, {claim.certainty.replace('_', ' ')}"
        return Found(
            party=claim.party,
            match=Match.CLAIMED_NAME,
            score=_CLAIMED,
            matched=matched,
            column=column,
            reasons=(f"{matched} was only broadcast or painted by this ship ({told}); it is no name on a list",),
            contradictions=(f"IMO number differs: {', '.join(sorted(imos))} / {', '.join(own)}",) if other else (),
            vetoed=other,
            date=claim.date,
            sources=(claim.source,),
        )

    def _own_imos(self, party: str) -> list[str]:
        return self._imos.get(party, [])

    def _plain(self, subjects: Subjects) -> Iterator[tuple[int, Found]]:
        """Weak aliases, and names of what has no rules of comparison, when they are the same."""
        for place in range(len(subjects.row)):
            for name in _names_of(subjects.cells, place):
                for each in self._parties.plain.get(joined_form(name), ()):
                    score = _EVEN if each.weak else _SURE_PLAIN
                    why = "a weak alias: the list itself warns of it" if each.weak else "the same name"
                    if score >= self.min_score:
                        reasons = (f"{why}: {each.name}",)
                        yield (
                            place,
                            Found(
                                each.party,
                                Match.ALIAS if each.weak else Match.NAME,
                                score,
                                each.name,
                                subjects.column[place],
                                reasons,
                            ),
                        )

    def _in_text(self, cells: dict[str, str]) -> Iterator[Found]:
        if self.min_score > _EVEN:
            return
        ids = self._parties.compared.said.ids
        for scheme, number in numbers_in_text(self._reader.text(cells)):
            for party in self._parties.compared.with_number(scheme, number):
                reason = f"{WORDS[scheme]} {number} stands in the text of the row; it may be another party's"
                yield Found(str(ids[party]), Match.NUMBER_IN_TEXT, _EVEN, number, "", (reason,))


def _keep(found: dict[str, Found], one: Found) -> None:
    """The likeliest way a row means a party; a proof that it is another stands against every name."""
    known = found.get(one.party)
    ruled_out = known and one.vetoed and not known.vetoed and known.match is not Match.NUMBER
    likelier = known and not known.vetoed and not one.vetoed and one.score > known.score
    if known is None or ruled_out or likelier:
        found[one.party] = one


def _names_of(cells: dict[str, list[str]], place: int) -> list[str]:
    further = f"{cells['aliases'][place]};{cells['former_names'][place]}".split(";")
    return [name for each in (cells["name"][place], *further) if (name := each.strip())]
