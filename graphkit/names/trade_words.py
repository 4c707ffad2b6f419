"""The words of a trade, one for each meaning: SHPG, NAVIERA and DENIZCILIK are SHIPPING, SERVICES is SERVICE.

They say what a company does and not which one it is, so that they weigh next to nothing when two names are compared.
Places are kept apart: a place that is the only difference tells a branch or a sister.
"""

from dataclasses import dataclass
from functools import cache

from graphkit.names.affixes import table

_Phrases = dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """written: one word for each spelling. not_first: spellings that count only behind the first word.

    phrases: by first word, the words of a phrase and what they are written as, longest first.
    """

    written: dict[str, str]
    not_first: frozenset[str]
    phrases: _Phrases


@cache
def _lexicon() -> _Lexicon:
    listed = table("trade_words.toml")
    spellings = {spelling: word for word, of_word in listed["words"].items() for spelling in of_word}
    phrases = {spelling: word for spelling, word in spellings.items() if " " in spelling} | listed["phrases"]
    by_first: _Phrases = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        parts = tuple(phrase.split())
        by_first[parts[0]] = (*by_first.get(parts[0], ()), (parts, tuple(phrases[phrase].split())))
    return _Lexicon(spellings, frozenset(listed["not_first"]), by_first)


def written_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a company's name with abbreviations written out and trade words in one English form."""
    lexicon = _lexicon()
    written = lexicon.written
    if lexicon.phrases.keys().isdisjoint(words):
        read = [written.get(word, word) for word in words]
        if words and words[0] in lexicon.not_first:
            read[0] = words[0]
        return tuple(read)
    return _with_phrases(words, lexicon)


def _with_phrases(words: tuple[str, ...], lexicon: _Lexicon) -> tuple[str, ...]:
    read: list[str] = []
    index = 0
    while index < len(words):
        word = words[index]
        for phrase, written in lexicon.phrases.get(word, ()):
            if words[index : index + len(phrase)] == phrase:
                read += written
                index += len(phrase)
                break
        else:
            read.append(word if not index and word in lexicon.not_first else lexicon.written.get(word, word))
            index += 1
    return tuple(read)


@cache
def generic_words() -> frozenset[str]:
    """Words of next to no weight when two names are compared, in every spelling."""
    generic = set(table("trade_words.toml")["generic"])
    return frozenset(generic | {spelling for spelling, word in _lexicon().written.items() if word in generic})


@cache
def place_words() -> frozenset[str]:
    """Words of countries, seas and the larger ports and towns."""
    return frozenset(table("trade_words.toml")["places"]["words"].split())
