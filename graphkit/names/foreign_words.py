"""What words of other scripts are in English: 海运 is SHIPPING, судоходная компания SHIPPING COMPANY, شرکت COMPANY.

A reading aid for names, not a translator: it knows the words of companies' and ships' names, some hundred of each
script, and places whose English name is not their sound.
"""

import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from graphkit.names.alphabets import arabic_letters, without_marks

_LONGEST_ENDING: Final = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """english: capital words, or two usual choices between " / "; fixed: never transliterated instead."""

    english: str
    fixed: bool

    def read(self, *, other: bool) -> str:
        """The first choice, or the last."""
        return self.english.split(" / ")[-other]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one script. longest: by first sign the longest entry, in signs, or in words where blanks stand."""

    exact: Mapping[str, Meaning]
    stems: Mapping[str, Meaning]
    longest: Mapping[str, int]

    def of_word(self, word: str) -> Meaning | None:
        """By the whole spelling, else by the longest stem that leaves an ending."""
        if found := self.exact.get(word):
            return found
        for ending in range(_LONGEST_ENDING + 1):
            if found := self.stems.get(word[: len(word) - ending]):
                return found
        return None


def plain_cyrillic(text: str) -> str:
    """Small letters, ё as the е that most print."""
    return text.lower().replace("ё", "е")


def plain_greek(text: str) -> str:
    """Small letters without accents, one sigma."""
    return without_marks(text.lower()).replace("ς", "σ")


_PLAIN: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"han": str, "hangul": str, "cyrillic": plain_cyrillic, "greek": plain_greek, "arabic": arabic_letters}
)


@cache
def lexicon(script: str) -> Lexicon:
    """The lexicon of one of han (with kana), hangul, cyrillic, greek and arabic."""
    exact: dict[str, Meaning] = {}
    stems: dict[str, Meaning] = {}
    for manner in ("fixed", "words"):
        for english, spellings in _tables()[script][manner].items():
            for spelling in spellings:
                plain = _PLAIN[script](unicodedata.normalize("NFKC", spelling)).replace(".", "")
                kept = stems if plain.endswith("*") else exact
                kept.setdefault(plain.rstrip("*"), Meaning(english, manner == "fixed"))
    spaced = script not in {"han", "hangul"}
    longest: dict[str, int] = {}
    for entry in exact:
        longest[entry[0]] = max(longest.get(entry[0], 0), len(entry.split()) if spaced else len(entry))
    return Lexicon(exact, stems, longest)


@cache
def sounds_of_han(manner: str) -> dict[str, str]:
    """Single signs by their sound: `pinyin` where anyascii's is not the usual one, `cantonese` as in Hong Kong."""
    return {sign: sound for sound, signs in _tables()["han"][manner].items() for sign in signs}


@cache
def _tables() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = resources.files("graphkit.names").joinpath("data", "foreign_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
