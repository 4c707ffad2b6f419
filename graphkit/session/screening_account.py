"""Why a row and a party may be one, in words: which names and numbers agreed, and what contradicts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.model.answers.screening import Match
from graphkit.model.vocabulary import NameKind

if TYPE_CHECKING:
    from graphkit.resolve.evidence import Compared
    from graphkit.resolve.ragged import Flags
    from graphkit.resolve.screening import ScoredRows

_PROVEN_OTHER = ("imo", "company_imo", "lei")
_NUMBERS = ("imo", "company_imo", "lei", "mmsi", "call_sign", "company_number", "person_number")
_BESIDE = ("flag", "country", "birth_day", "birth_year", "address", "type", "dwt", "gt", "built")
WORDS = {
    "imo": "IMO number",
    "company_imo": "company IMO number",
    "lei": "LEI",
    "mmsi": "MMSI",
    "call_sign": "call sign",
    "company_number": "registration number",
    "person_number": "passport or identity number",
    "birth_day": "birth date",
    "birth_year": "birth year",
    "dwt": "deadweight",
    "gt": "gross tonnage",
    "built": "year of build",
}
_MATCH_OF_NAME = {
    NameKind.PRIMARY: Match.NAME,
    NameKind.ORIGINAL: Match.NAME,
    NameKind.ALIAS: Match.ALIAS,
    NameKind.FORMER: Match.FORMER_NAME,
}
_NUMERALS_DIFFER = (2, 3, 4)  # one has a number, or both have and they differ
_OTHER_LEGAL_FORM = 4


def proven(compared: "Compared") -> "Flags":
    """Pairs of which a checked number proves two parties, and none proves one."""
    import numpy as np

    states = np.array([compared.state[scheme] for scheme in _PROVEN_OTHER])
    found: Flags = np.any(states < 0, axis=0) & ~np.any(states > 0, axis=0)
    return found


@dataclass(frozen=True, slots=True)
class Account:
    """One pair. own, theirs: the names that came nearest, "" where one side has none; kind: of the party's name."""

    scored: "ScoredRows"
    pair: int
    own: str
    theirs: str
    kind: NameKind

    @classmethod
    def of(cls, scored: "ScoredRows", pair: int) -> "Account":
        """Of the pair at a place."""
        from graphkit.resolve.classes import ANY, LEGAL, MERGING_NAMES

        names = scored.compared.names
        left, right = int(names.left[pair]), int(names.right[pair])
        if left < 0 or right < 0:
            return cls(scored, pair, "", "", NameKind.PRIMARY)
        name_class = scored.compared.classes[pair]
        of_class = scored.prepared.names[LEGAL if name_class == ANY else name_class]
        own, theirs = (str(of_class.names[of_class.printed[place]]) for place in (left, right))
        return cls(scored, pair, own, theirs, MERGING_NAMES[int(of_class.kind[right])])

    def match(self) -> tuple[Match, str]:
        """The kind of the match, and the party's name or number that fits."""
        for scheme in _NUMBERS:
            if self._state(scheme) > 0:
                return Match.NUMBER, self._value(scheme)
        if self.scored.compared.names.same_core[self.pair]:
            return _MATCH_OF_NAME[self.kind], self.theirs
        return Match.CLOSE_NAME, self.theirs

    def reasons(self) -> tuple[str, ...]:
        """What agrees, names first."""
        told = []
        if self._name_bits() > 0:
            told.append(self._name_told())
        told += [
            f"{WORDS.get(piece, piece)} agrees{self._shown(piece)}"
            for piece in (*_NUMBERS, *_BESIDE)
            if self._state(piece) > 0
        ]
        return tuple(told) or (self._name_told(),)

    def contradictions(self) -> tuple[str, ...]:
        """What speaks against it."""
        names = self.scored.compared.names
        told = [
            f"{WORDS.get(piece, piece)} differs{self._both(piece)}"
            for piece in (*_NUMBERS, *_BESIDE)
            if self._state(piece) < 0
        ]
        alike = self.own and float(names.unnumbered[self.pair]) > 0
        if self.own and not alike and self.match()[0] is Match.NUMBER:
            told.append(f"the names are hardly alike: {self.own} / {self.theirs}")
        if alike and names.numerals[self.pair] in _NUMERALS_DIFFER:
            told.append(f"another number in the name: {self.own} / {self.theirs}")
        if alike and names.legal_form[self.pair] == _OTHER_LEGAL_FORM:
            told.append(f"another legal form: {self.own} / {self.theirs}")
        return tuple(told)

    def _name_told(self) -> str:
        if not self.own:
            return "no name to compare"
        how = "the same name" if self.scored.compared.names.same_core[self.pair] else "a name close to it"
        kind = "" if self.kind is NameKind.PRIMARY else f" ({self.kind.replace('_', ' ')})"
        return f"{how}: {self.own} / {self.theirs}{kind}"

    def _name_bits(self) -> float:
        return float(self.scored.compared.bits["name"][self.pair]) if self.own else 0.0

    def _state(self, piece: str) -> int:
        return int(self.scored.compared.state[piece][self.pair])

    def _value(self, piece: str) -> str:
        return str(self.scored.prepared.features[piece].values[int(self.scored.compared.common[piece][self.pair])])

    def _shown(self, piece: str) -> str:
        return f": {self._value(piece)}" if piece in self.scored.compared.common else ""

    def _both(self, piece: str) -> str:
        """What each side states."""
        if piece not in self.scored.prepared.features:
            values = self.scored.prepared.measures[piece].values
            sides = [f"{values[row]:g}" for row in self._rows()]
        else:
            sides = [", ".join(self.scored.prepared.features[piece].texts(row)) for row in self._rows()]
        return f": {sides[0]} / {sides[1]}"

    def _rows(self) -> tuple[int, int]:
        return int(self.scored.compared.left[self.pair]), int(self.scored.compared.right[self.pair])
