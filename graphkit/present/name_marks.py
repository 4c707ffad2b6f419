"""Where two spellings differ, word by word and letter by letter, so that an eye finds WAN HENG 11 and 12 at once."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Run = tuple[str, bool]  # a piece of a spelling, and whether it is not in the other one
_ALIKE = 0.5  # below, hardly a letter stands where the other has it, and marks would say nothing
_STRAY = 1  # so many equal letters between two differences are chance
_WORD = re.compile(r"\s+|[^\s]+")


def marked(left: str, right: str) -> tuple[list[Run], list[Run]]:
    """Both spellings in runs that are or are not in the other; capitals do not count. Unlike ones stay whole.

    Words that both have stay unmarked; of other words the letters are marked where they are alike, else the whole word.
    """
    if alike(left, right) < _ALIKE:
        return [(left, False)], [(right, False)]
    words = _WORD.findall(left), _WORD.findall(right)
    found: tuple[list[Run], list[Run]] = ([], [])
    for tag, start, end, beside, until in _codes(*([word.upper() for word in side] for side in words)):
        one, other = "".join(words[0][start:end]), "".join(words[1][beside:until])
        if tag == "equal":
            runs: tuple[list[Run], list[Run]] = ([(one, False)], [(other, False)])
        elif tag == "replace" and alike(one, other) >= _ALIKE:
            runs = _letters(one, other)
        else:
            runs = [(one, True)], [(other, True)]
        for side, more in zip(found, runs, strict=True):
            side.extend(more)
    return _joined(found[0]), _joined(found[1])


def _letters(left: str, right: str) -> tuple[list[Run], list[Run]]:
    codes = _codes(*_evened(left, right))
    differs = [
        tag != "equal" or (0 < number < len(codes) - 1 and end - start <= _STRAY and left[start:end].strip() != "")
        for number, (tag, start, end, _, _) in enumerate(codes)
    ]
    return (
        [(left[start:end], different) for (_, start, end, _, _), different in zip(codes, differs, strict=True)],
        [(right[start:end], different) for (_, _, _, start, end), different in zip(codes, differs, strict=True)],
    )


def _codes(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())


def alike(left: str, right: str) -> float:
    """How much of two spellings is common, 0 to 1: for laying them side by side, not for deciding anything."""
    return SequenceMatcher(None, *_evened(left, right), autojunk=False).ratio()


def side_by_side(left: Sequence[str], right: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Names of two records, each beside the one most like it, then those that are left over on either side."""
    ranked = sorted(
        (-alike(one, other), place, beside, one, other)
        for place, one in enumerate(left)
        for beside, other in enumerate(right)
    )
    pairs: list[tuple[int, str, str]] = []
    for likeness, place, _, one, other in ranked:
        if -likeness >= _ALIKE and not any(one == taken or other == given for _, taken, given in pairs):
            pairs.append((place, one, other))
    taken, given = {one for _, one, _ in pairs}, {other for _, _, other in pairs}
    rest = [name for name in left if name not in taken], [name for name in right if name not in given]
    longest = max(map(len, rest))
    filled = [[*names, *[None] * (longest - len(names))] for names in rest]
    return [*((one, other) for _, one, other in sorted(pairs)), *zip(*filled, strict=True)]


def _evened(left: str, right: str) -> tuple[str, str]:
    one, other = left.upper(), right.upper()
    return (one, other) if (len(one), len(other)) == (len(left), len(right)) else (left, right)


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one kind put together, empty pieces left out."""
    found: list[Run] = []
    for text, different in runs:
        if text and found and found[-1][1] == different:
            found[-1] = (found[-1][0] + text, different)
        elif text:
            found.append((text, different))
    return found
