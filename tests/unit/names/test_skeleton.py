"""One consonant key for the usual spellings of one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.skeleton import skeleton


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("SMRT", "ZOMOROD ZOMORROUD"),
        ("SFKMFLT", "SOVCOMFLOT SOVKOMFLOT"),
        ("TTNKNK", "TAEDONGGANG DAEDONGGANG"),
        ("KMKNK", "KUMGANG GEUMGANG KEUMKANG"),
        ("PNKNK", "PYONGYANG PHYONGYANG PYEONGYANG"),
        ("JSN", "CHOSON JOSEON"),
        ("HSN", "HASSAN HASAN KHASAN"),
        ("MHMT", "MUHAMMAD MOHAMED MOHAMMED MUHAMMED"),
        ("AHMT", "AHMADI AHMEDI AKHMEDI"),
        ("KSM", "QASEM GHASSEM KASSEM QASIM"),
        ("NSR", "NUSRAH NUSRA"),
        ("FS", "FAWZI FAOUZI FAUZI"),
        ("JFT", "JAVAD JAWAD DJAWAD"),
        ("AR", "YURI IOURI JURIJ YURIY"),
        ("AFKN", "EVGENY YEVGENIY JEVGENIJ"),
        ("ALKSNTR", "ALEXANDER ALEKSANDR"),
        ("SRF", "TSAREV CAREV"),
        ("STRN", "SHCHEDRIN SCHEDRIN"),
        ("PTRFJ", "PETROVIC PETROVICH"),
        ("HRSTS", "CHRISTOS KHRISTOS HRISTOS"),
        ("AMPR", "ANBAR AMBAR"),
    ],
)
def test_spellings_of_one_word_have_one_key(key: str, spellings: str) -> None:
    assert {skeleton(spelling) for spelling in spellings.split()} == {key}


@pytest.mark.parametrize(
    ("left", "right"),
    [("SALINA", "SARINA"), ("FUROUZEH", "FIRONZEH"), ("YONG", "JONG"), ("SARINA", "SABRINA"), ("DONGFENG", "DONGHAI")],
)
def test_other_words_have_other_keys(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


def test_a_word_without_consonants_leaves_its_mark_and_an_empty_one_nothing() -> None:
    assert (skeleton("AYA"), skeleton(""), skeleton("11"), skeleton("A3")) == ("A", "", "1", "A3")


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", max_size=20))
def test_only_an_empty_word_has_an_empty_key(word: str) -> None:
    assert bool(skeleton(word)) == bool(word)
