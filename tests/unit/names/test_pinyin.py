"""Chinese words in pinyin, syllable by syllable."""

import time

import pytest

from graphkit.names.pinyin import differ, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("DONGFENG", ("DONG", "FENG")),
        ("ZHONGYUAN", ("ZHONG", "YUAN")),
        ("GUANGZHOU", ("GUANG", "ZHOU")),
        ("XIANDAI", ("XIAN", "DAI")),
        ("DANGAN", ("DANG", "AN")),  # the longest syllables from the left
        ("SHANGHAI", ("SHANG", "HAI")),
        ("MINGANG", ("MING", "ANG")),
        ("HENG", ()),  # too short to be told from another language
        ("ZHUANG", ()),  # one syllable
        ("SABRINA", ()),
        ("KWANGSONG", ()),  # Korean
        ("", ()),
    ],
)
def test_a_word_is_divided_when_nothing_is_left_over(word: str, expected: tuple[str, ...]) -> None:
    assert syllables(word) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("DONGFENG", "DONGFANG", True),
        ("ZHONGHAI", "ZHONGHUI", True),
        ("DONGFENG", "DONGFENG", False),
        ("DONGFENG", "DONGFENGHAI", False),  # a syllable more is a word more, and no contradiction
        ("DONGFENG", "KWANGSONG", False),
        ("SABRINA", "SARINA", False),
    ],
)
def test_two_words_of_as_many_syllables_differ_in_one(left: str, right: str, expected: bool) -> None:
    assert differ(left, right) is differ(right, left) is expected


@pytest.mark.parametrize("word", ["A" * 10_000, "AO" * 40 + "B", "AO" * 20 + "KR", "XIAN" * 5_000 + "Q"])
def test_a_hostile_word_takes_no_time(word: str) -> None:
    began = time.perf_counter()
    syllables(word)
    assert time.perf_counter() - began < 2.0
