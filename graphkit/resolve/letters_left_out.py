"""Texts that one slip of the pen sets apart, found without comparing each with each.

Two texts that differ in one letter, or have two neighbours exchanged, become one text when the right letter of each is
left out; of which one has a letter more, one becomes the other. So each text stands under itself and under all that is
left of it without one letter (the deletion neighbourhood of Mor and Fraenkel, 1982).
"""

from collections.abc import Iterator

import numpy as np

from graphkit.resolve.ragged import Ints, new_runs

_SHORTEST, _LONGEST = 4, 40  # letters of a text that is looked at; of a longer one its first
_AT_ONCE = 1_000_000  # keys that are put in order at a time
_BASE = np.uint64(1_099_511_628_211)


def letters_left_out(texts: list[str]) -> Iterator[tuple[Ints, Ints]]:
    """Places of texts and keys, equal for texts that are one or one slip apart; in parts that have no key in common,
    and only keys that several texts have. That two texts share one by chance costs a comparison and nothing else.
    """
    places, hashes = slip_hashes(texts)
    parts = np.uint64(1 + len(hashes) // _AT_ONCE)
    for part in range(int(parts)):
        at = np.flatnonzero(hashes % parts == part)
        at = at[np.argsort(hashes[at], kind="stable")]
        first = new_runs(hashes[at].view(np.int64))
        shared = ~first
        shared[:-1] |= shared[1:]
        yield places[at[shared]], (np.cumsum(first) - 1)[shared]


def slip_hashes(texts: list[str]) -> "tuple[Ints, np.ndarray[tuple[int], np.dtype[np.uint64]]]":
    """Each text, whole and without each of its letters, as its place and 64 bits of hash."""
    lengths = np.minimum(np.array([len(text) for text in texts], dtype=np.int64), _LONGEST)
    places, hashes = [np.zeros(0, np.int32)], [np.zeros(0, np.uint64)]
    # Texts of one length at a time: their letters are a matrix.
    for length in range(_SHORTEST, _LONGEST + 1):
        at = np.flatnonzero(lengths == length).astype(np.int32)
        if len(at):
            places.append(np.repeat(at, length + 1))
            hashes.append(_without_one([texts[place][:length] for place in at.tolist()], length).ravel())
    return np.concatenate(places), np.concatenate(hashes)


def _without_one(texts: list[str], length: int) -> "np.ndarray[tuple[int, int], np.dtype[np.uint64]]":
    """A row per text: its hash, and its hash without each of its letters."""
    letters = np.array(texts, dtype=f"U{length}").view(np.uint32).reshape(len(texts), length).astype(np.uint64)
    power = _BASE ** np.arange(length, dtype=np.uint64)
    before = np.zeros((len(texts), length + 1), dtype=np.uint64)
    behind = np.zeros((len(texts), length + 1), dtype=np.uint64)
    for place in range(length):
        before[:, place + 1] = before[:, place] * _BASE + letters[:, place]
        last = length - 1 - place
        behind[:, last] = behind[:, last + 1] + letters[:, last] * power[place]
    without = before[:, :-1] * power[::-1] + behind[:, 1:]
    return np.column_stack([before[:, -1], without])
