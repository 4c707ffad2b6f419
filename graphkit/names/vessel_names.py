"""A ship's name taken apart: prefixes off, numbers read, letters typed as figures put right.

`M/V Wan Heng No. 11`, `WANHENG11` and `WAN HENG XI` have one form. Where a name can be read in more than one way
(MTGOLBON, SUN1) the further readings are forms of their own, to find it by and not to merge by.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphkit.names.affixes import Affixes, table
from graphkit.names.forms import NameForm
from graphkit.names.inner_names import split_names
from graphkit.names.letters_and_figures import typed_readings
from graphkit.names.numerals import split_numerals
from graphkit.names.scripts import readings


@dataclass(frozen=True, slots=True)
class _Words:
    prefixes: Affixes
    doubtful: Affixes
    suffixes: Affixes
    glued: tuple[str, ...]
    shortest_after_glued: int
    written_out: dict[str, str]


@cache
def _words() -> _Words:
    listed = table("vessel_words.toml")

    def affixes(name: str, *, at_end: bool) -> Affixes:
        return Affixes.of({tuple(words.split()): words for words in listed[name]}, at_end=at_end)

    return _Words(
        affixes("prefixes", at_end=False),
        affixes("doubtful_prefixes", at_end=False),
        affixes("suffixes", at_end=True),
        tuple(listed["glued_prefixes"]),
        listed["shortest_after_glued"],
        {short: word for word, spellings in listed["written_out"].items() for short in spellings},
    )


def vessel_form(name: str) -> NameForm:
    """The likeliest form of a ship's name; the number at the end may be Roman: KUM SONG III is KUM SONG 3."""
    return _form(_likeliest(readings(split_names(name, bare_ex=True)[0])[0]))


def vessel_forms(name: str) -> tuple[NameForm, ...]:
    """Every form a ship's name may be meant as, the likeliest first; names borne as well (a.k.a.) are among them."""
    printed = split_names(name, bare_ex=True)
    meant = (words for text in printed for reading in readings(text) for words in _meant(reading))
    return tuple(dict.fromkeys(map(_form, meant)))


def _likeliest(reading: str) -> tuple[str, ...]:
    """The words of one reading, letters apart from figures."""
    words = reading.split()
    if reading.replace(" ", "").isalpha():
        return tuple(words)
    return tuple([part for word in words for part in (typed_readings(word)[0] if _mixed(word) else (word,))])


def _mixed(word: str) -> bool:
    return not word.isalpha() and not word.isdigit()


def _meant(reading: str) -> Iterator[tuple[str, ...]]:
    """The likeliest words, then those with a doubtful figure, a doubtful or a glued prefix taken the other way."""
    likeliest = _likeliest(reading)
    yield likeliest
    words = reading.split()
    for index, word in enumerate(words):
        if _mixed(word):
            for other in typed_readings(word)[1:]:
                before, behind = (_likeliest(" ".join(part)) for part in (words[:index], words[index + 1 :]))
                yield before + other + behind
    listed = _words()
    bare, prefix = listed.doubtful.split(likeliest)
    if prefix and _names_something(bare):
        yield bare
    first = likeliest[0] if likeliest else ""
    if first.startswith(listed.glued) and len(first) >= len(listed.glued[0]) + listed.shortest_after_glued:
        yield (first[len(listed.glued[0]) :], *likeliest[1:])


def _form(words: tuple[str, ...]) -> NameForm:
    listed = _words()
    if words in listed.prefixes.meanings:
        return NameForm(words, ())
    for affixes in (listed.prefixes, listed.suffixes):
        while True:
            bare, affix = affixes.split(words)
            if not affix or not _names_something(bare):
                break
            words = bare
    core, numerals = split_numerals(words, roman_last=True)
    if not listed.written_out.keys().isdisjoint(core):
        core = tuple(listed.written_out.get(word, word) for word in core)
    if len(core) > 1 and len(core[-1]) == 1 < len(core[-2]):
        # CARLOTA A and CARLOTA B are sisters like CARLOTA 1 and CARLOTA 2.
        return NameForm(core[:-1], (*numerals, core[-1]))
    return NameForm(core, numerals)


def _names_something(words: tuple[str, ...]) -> bool:
    """Whether a word is left besides numbers: the ship TANKER 1 is no tanker named 1."""
    return any(not word.isdigit() for word in words)
