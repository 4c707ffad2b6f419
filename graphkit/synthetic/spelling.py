"""How a source spells a name: its own way with words, then slips.

What tells sisters apart (numbers and places) may be written differently and is never left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from graphkit.synthetic.slips import misread, mistyped
from graphkit.synthetic.vocabulary import data
from graphkit.synthetic.words import Name, Role, Word, written

_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LARGEST_ROMAN: Final = 39
_ONES: Final = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE".split()
_ORDINALS: Final = "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH".split()
_SPOKEN: Final = frozenset({Role.CORE, Role.GIVEN, Role.FAMILY})


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as one record has it, and what was done to it."""

    text: str
    damage: tuple[str, ...] = ()


def roman(number: int) -> str:
    """1 to 39 in Roman figures."""
    text = ""
    for value, figure in _ROMAN:
        text += figure * (number // value)
        number %= value
    return text


def notations(number: str) -> tuple[str, ...]:
    """Other ways to write the number in a name: 8 is NO. 8 and VIII, TWO is 2 and II, SECOND is 2ND."""
    if number in _ORDINALS:
        value = _ORDINALS.index(number) + 1
        return (f"{value}{ {1: 'ST', 2: 'ND', 3: 'RD'}.get(value, 'TH') }",)
    value = _ONES.index(number) + 1 if number in _ONES else int(number)
    ways = [str(value), f"NO. {value}", f"NO {value}"]
    if value <= _LARGEST_ROMAN:
        ways += [roman(value)] * 2
    return tuple(way for way in ways if way != number)


def spell(name: Name, chances: Mapping[str, float], random: Random, *, is_vessel: bool = False) -> Spelling:
    """The name as a source with such chances writes it once."""
    draw = random.random
    if draw() < chances["script"] and (native := name.native):
        return Spelling(native, ("script",))
    words = list(name.words)
    damage = [_reword(words, at, chances, random) for at in range(len(words) - 1, -1, -1)]
    if draw() < chances["join"] and _join(words, random):
        damage.append("joined or split")
    for chance, slip in (("typo", mistyped), ("scan", misread)):
        if draw() < chances[chance]:
            at = random.choice([at for at, word in enumerate(words) if word.role in _SPOKEN])
            slipped = slip(words[at].text, random)
            if slipped and slipped != words[at].text:
                words[at] = replace(words[at], text=slipped)
                damage.append(chance)
    text = written(words)
    if words[-1].role is Role.FAMILY and draw() < 2 * chances["legal"]:
        text = _family_first(words)
        damage.append("order")
    if is_vessel and draw() < chances["prefix"]:
        text = f"{random.choice(data('vessel_names')['prefixes'])} {text}"
        damage.append("prefix")
    return Spelling(text, tuple(dict.fromkeys(filter(None, damage))))


def _reword(words: list[Word], at: int, chances: Mapping[str, float], random: Random) -> str:
    """Write the word at a place otherwise, or leave it out, in place; what was done, empty for nothing."""
    word, draw = words[at], random.random()
    if word.role in _SPOKEN:
        return _put(words, at, word.also, "variant", random) if draw < chances["variant"] else ""
    if word.role is Role.NUMBER:
        return _put(words, at, notations(word.text), "numeral", random) if draw < chances["numeral"] else ""
    if word.role is Role.LEGAL:
        if draw < chances["drop"]:
            del words[at]
            return "legal form dropped"
        return _put(words, at, word.also, "legal form", random) if draw < chances["drop"] + chances["legal"] else ""
    if word.role is Role.PLACE:
        return ""
    if word.role is Role.BUSINESS and draw > 1 - chances["drop"] / 4:
        del words[at]
        return "word dropped"
    return _put(words, at, word.also, "abbreviated", random) if draw < chances["abbreviate"] else ""


def _put(words: list[Word], at: int, others: tuple[str, ...], done: str, random: Random) -> str:
    if not others:
        return ""
    words[at] = replace(words[at], text=random.choice(others))
    if words[at].role is Role.LEGAL and at == 0:  # OOO stands before the name, LLC behind it
        words.append(words.pop(0))
    return done


def _join(words: list[Word], random: Random) -> bool:
    """Write two neighbouring words of the core as one, or one of syllables as two; a number may join its name."""
    places = [at for at in range(1, len(words)) if _may_join(words[at - 1], words[at])]
    if not places:
        return False
    at = random.choice(places)
    words[at] = replace(words[at], glued=not words[at].glued)
    return True


def _may_join(before: Word, word: Word) -> bool:
    joins_core = word.role is Role.CORE or (word.role is Role.NUMBER and word.text.isdigit())
    return (before.role is Role.CORE and joins_core) or (before.role is word.role is Role.GIVEN)


def _family_first(words: list[Word]) -> str:
    given = [word for word in words if word.role is Role.GIVEN]
    return f"{written([word for word in words if word.role is Role.FAMILY])}, {written(given)}"
