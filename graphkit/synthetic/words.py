"""Names as words with a part to play, each of which may be written in several ways and in another script.

A name in another script is written from the words themselves, never transliterated: where one word has no such form,
the name has none.
"""

from dataclasses import dataclass
from enum import StrEnum

_WITHOUT_BLANKS = frozenset({"han", "hangul"})


class Role(StrEnum):
    """What a word does in a name: CORE tells parties apart, NUMBER and PLACE tell sisters apart."""

    CORE = "core"
    NUMBER = "number"
    PLACE = "place"
    BUSINESS = "business"
    POSITION = "position"
    LEGAL = "legal"
    GIVEN = "given"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Word:
    """A word: Latin capitals, the other script (empty: none), further spellings; glued: no blank before it."""

    text: str
    role: Role = Role.CORE
    native: str = ""
    also: tuple[str, ...] = ()
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name. script: in which its words may be written besides Latin letters."""

    words: tuple[Word, ...]
    script: str = "latin"

    @property
    def text(self) -> str:
        """The name as its bearer writes it in Latin letters."""
        return written(self.words)

    @property
    def native(self) -> str:
        """The name in its other script; empty when it cannot be written so."""
        if self.script == "latin" or any(not word.native and word.role is not Role.NUMBER for word in self.words):
            return ""
        parts = [(word.native or word.text, word.glued) for word in self.words]
        if self.script in _WITHOUT_BLANKS:
            return "".join(text for text, _ in parts)
        return "".join(text if glued else f" {text}" for text, glued in parts).strip()


def written(words: tuple[Word, ...] | list[Word]) -> str:
    """Words in Latin letters, with a blank before each that is not glued."""
    return "".join(word.text if word.glued else f" {word.text}" for word in words).strip()
