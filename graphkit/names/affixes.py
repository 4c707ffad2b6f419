"""Fixed words at the ends of a name: legal forms of companies, prefixes of ships.

The longest one counts, and a name that is nothing else keeps a word.
"""

import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A word list of graphkit.names/data; its header says what it holds and where it comes from."""
    return tomllib.loads(resources.files("graphkit.names").joinpath("data", name).read_text(encoding="utf-8"))


def spelt_out(spelling: str) -> Iterable[tuple[str, ...]]:
    """Every spelling that `CO|COMPANY LTD` stands for."""
    return itertools.product(*(word.split("|") for word in spelling.split()))


@dataclass(frozen=True, slots=True)
class Affixes:
    """Spellings by their outermost word: their sizes in words, longest first, and what each spelling stands for."""

    meanings: Mapping[tuple[str, ...], str]
    sizes: Mapping[str, tuple[int, ...]]
    at_end: bool

    @classmethod
    def of(cls, meanings: Mapping[tuple[str, ...], str], *, at_end: bool) -> "Affixes":
        """Affixes behind (at_end) or in front of a name."""
        sizes: dict[str, set[int]] = defaultdict(set)
        for spelling in meanings:
            sizes[spelling[-1 if at_end else 0]].add(len(spelling))
        ordered = {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}
        return cls(meanings, ordered, at_end)

    def split(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """The words without the longest affix, and what that stands for; the same words and "" without one."""
        if words:
            for size in self.sizes.get(words[-1 if self.at_end else 0], ()):
                if size < len(words):
                    part = words[-size:] if self.at_end else words[:size]
                    if part in self.meanings:
                        return (words[:-size] if self.at_end else words[size:]), self.meanings[part]
        return words, ""
