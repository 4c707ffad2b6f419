"""Names of houses, vessels, companies and people, each in the manner of its owner's country.

Strangers that look alike are made on purpose: sisters that differ in a number, an ordinal or a place, ships of a common
name, and firms that share nothing but the words of the trade.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import Final

from graphkit.synthetic.parties import Clan
from graphkit.synthetic.vocabulary import data, legal_forms, position, syllables, word_lines, words_of
from graphkit.synthetic.words import Name, Role, Word

_BY_SYLLABLES: Final = frozenset({"han", "hangul"})
_TRIES: Final = 20


@cache
def _list(table: str, key: str) -> tuple[str, ...]:
    found = data(table)[key]
    return tuple(found.split() if isinstance(found, str) else found)


def house(script: str, random: Random) -> Name:
    """The name of a house, two or three syllables written as one word: HAIFENG, VOLGAMOR."""
    count = 2 if script in _BY_SYLLABLES else random.choice((2, 2, 3))
    first, *others = random.sample(syllables(script), count)
    return Name((first, *(replace(word, glued=True) for word in others)), script)


def numbered(name: Name, number: int) -> Name:
    """The name with a number at its end: HAI FENG 8."""
    return Name((*name.words, Word(str(number), Role.NUMBER)), name.script)


def common_name(random: Random) -> Name:
    """A name that many hulls bear, such as SEA STAR."""
    return Name(tuple(Word(text) for text in random.choice(_list("vessel_names", "common")).split()))


@dataclass(slots=True)
class VesselNames:
    """The names of one clan's ships: a manner, the series it has begun, and the number each has come to."""

    clan: Clan
    series: list[tuple[Name, int]] = field(default_factory=list)

    def another(self, random: Random) -> Name:
        """A new ship's name: the next of a series, or one that stands alone."""
        if self.series and random.random() < 0.6:
            at = random.randrange(len(self.series))
            base, last = self.series[at]
            number = last + random.choice((1, 1, 1, 2, 10))
            self.series[at] = (base, number)
            return numbered(base, number)
        base = self._base(random)
        if random.random() < 0.5:
            number = random.choice((1, 1, 2, 3, 5, 7, 8, 11))
            self.series.append((base, number))
            return numbered(base, number)
        return base

    def _base(self, random: Random) -> Name:
        script = self.clan.script
        if script in _BY_SYLLABLES and random.random() < 0.75:
            return Name(tuple(random.sample(syllables(script), 2)), script)
        second = Word(random.choice(_list("vessel_names", "second")))
        if random.random() < 0.4:
            return Name((*self.clan.house.words, second))
        if script not in _BY_SYLLABLES and random.random() < 0.4:
            return house(script, random)
        return Name((Word(random.choice(_list("vessel_names", "first"))), second))


def company_name(clan: Clan, role: str, country: str, random: Random, *, vessel: Name | None, count: int) -> Name:
    """The name of a company. count: how many of its role its clan has; vessel: the ship a shell is set up for."""
    form = random.choice(legal_forms(country))
    legal = form.word(clan.script)
    business = random.choice(words_of("business", clan.script))
    if role == "shell":
        words, script = _shell(clan, business, vessel, random, count)
    else:
        kind = {"top": random.choice(("GROUP", "HOLDINGS")), "manager": "MANAGEMENT"}.get(role, "")
        kind = kind or random.choice(("HOLDINGS", "INVESTMENT", "INTERNATIONAL"))
        core = clan.house.words if role != "holding" or random.random() < 0.6 else house(clan.script, random).words
        words, script = (*core, business, position(kind, clan.script)), clan.script
    return Name((legal, *words) if form.before else (*words, legal), script)


def _shell(clan: Clan, business: Word, vessel: Name | None, random: Random, count: int) -> tuple[tuple[Word, ...], str]:
    """A single-ship company: numbered, by ordinal, by place, after its ship, or two words of the sea."""
    manner = random.choices(("number", "ordinal", "place", "ship", "words"), (25, 12, 15, 28, 20))[0]
    core = clan.house.words
    if manner == "number":
        return (*core, business, Word(_spelt(count + 1), Role.NUMBER)), clan.script
    if manner == "ordinal":
        ordinal = _list("companies", "ordinals")[count % 12]
        return (Word(ordinal, Role.NUMBER), Word("OCEAN"), *core, business), "latin"
    if manner == "place":
        towns = [town for home in data("places")["homes"].values() for town in home["towns"]]
        return (*core, *(Word(word, Role.PLACE) for word in random.choice(towns).split()), business), "latin"
    if manner == "ship" and vessel:
        return (*vessel.words, business), vessel.script
    first, second = (Word(random.choice(_list("companies", key))) for key in ("first", "second"))
    return (first, second, business), "latin"


_ONES: Final = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE".split()


def _spelt(number: int) -> str:
    return _ONES[number - 1] if number <= len(_ONES) else str(number)


def person_name(script: str, random: Random) -> Name:
    """A person's name in the order of the script's country."""
    customs = data("people")[script]
    if "families" in customs:
        family = random.choice(_words("people", script, "families", Role.FAMILY))
        first, second = random.sample(syllables(script), 2)
        glued = script == "han"
        given = (replace(first, role=Role.GIVEN), replace(second, role=Role.GIVEN, glued=glued))
        return Name((family, *given), script)
    given_name = random.choice(_words("people", script, "given", Role.GIVEN))
    stem = [
        replace(word, role=Role.FAMILY, glued=at > 0) for at, word in enumerate(random.sample(syllables(script), 2))
    ]
    ending = random.choice(_endings(script))
    return Name((given_name, *stem, ending), script)


@cache
def _words(table: str, script: str, key: str, role: Role) -> tuple[Word, ...]:
    return word_lines(data(table)[script][key], role)


@cache
def _endings(script: str) -> tuple[Word, ...]:
    text = "\n".join(data("people")[script]["endings"])
    return tuple(replace(word, glued=True) for word in word_lines(text, Role.FAMILY))


def distinct(taken: set[str], make: Callable[[], Name]) -> Name:
    """A name that nobody in `taken` bears, and that is in it from now on; after many tries a number tells it apart."""
    for _ in range(_TRIES):
        name = make()
        if name.text not in taken:
            break
    else:
        last = len(taken)
        while numbered(name, last).text in taken:
            last += 1
        name = numbered(name, last)
    taken.add(name.text)
    return name
