"""Texts one slip apart share a key, judged by comparing each with each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from graphkit.resolve.letters_left_out import letters_left_out

WORDS = st.lists(st.text("ABC1", max_size=9), max_size=12)


def sharing(texts: list[str]) -> set[tuple[int, int]]:
    of_key: dict[tuple[int, int], set[int]] = {}
    for part, (place, key) in enumerate(letters_left_out(texts)):
        for one, number in zip(place.tolist(), key.tolist(), strict=True):
            of_key.setdefault((part, number), set()).add(one)
    return {(one, other) for found in of_key.values() for one in found for other in found if one < other}


def left(text: str) -> set[str]:
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


@given(WORDS)
def test_two_texts_share_a_key_where_one_letter_left_out_makes_them_one(texts: list[str]) -> None:
    long = [place for place, text in enumerate(texts) if len(text) >= 4]
    assert sharing(texts) == {(a, b) for a in long for b in long if a < b and left(texts[a]) & left(texts[b])}


@given(st.text("ABCDEF", min_size=4, max_size=45), st.integers(0, 44), st.sampled_from(["more", "other", "swapped"]))
def test_every_single_slip_is_found(text: str, place: int, slip: str) -> None:
    place %= len(text)
    spelt = {
        "more": text[:place] + "X" + text[place:],
        "other": text[:place] + "X" + text[place + 1 :],
        "swapped": text[: place - 1] + text[place : place + 1] + text[place - 1 : place] + text[place + 1 :],
    }[slip]
    assert OSA.distance(text, spelt) <= 1 or (slip == "swapped" and place == 0)
    if place:
        assert sharing([text, spelt]) == {(0, 1)}


def test_short_texts_and_lone_ones_have_no_key() -> None:
    assert sharing([]) == sharing(["", "A", "ABC", "ABC"]) == sharing(["ABCD", "WXYZ"]) == set()


def test_parts_find_what_the_whole_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["SARINA", "SABRINA", "KOTI", "KOTTI", "SARIMA", "ANSAN", "ANSHAN"] * 3
    whole = sharing(texts)
    monkeypatch.setattr("graphkit.resolve.letters_left_out._AT_ONCE", 10)
    assert sharing(texts) == whole
    assert (0, 1) in whole


def test_of_a_long_text_the_first_forty_letters_count() -> None:
    start = "".join(np.random.default_rng(1).choice(list("ABCDEFG"), 40))
    assert sharing([start + "XXX", start + "YYYY"]) == {(0, 1)}


def test_letters_beyond_ascii_are_letters() -> None:
    assert sharing(["\U00020000HAIYUN", "\U00020000HAYUN"]) == {(0, 1)}
