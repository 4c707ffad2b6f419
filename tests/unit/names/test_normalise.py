"""Forms of a name that compare equal for every way of printing the same words."""

import pytest

from graphkit.names.normalise import comparison_form, joined_form, visible, words


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Kum-Jin Gang 3", "KUM JIN GANG 3"),
        ("  an   san\t1 ", "AN SAN 1"),
        ("ＡＮ ＳＡＮ １", "AN SAN 1"),  # full width
        ("Ch'ongguk", "CHONGGUK"),
        ("Ch’ongguk", "CHONGGUK"),
        ("Ch´ongguk", "CHONGGUK"),  # the accent that some keyboards print for an apostrophe
        ("Ch`ongguk", "CHONGGUK"),
        ("PETROLEOS DE VENEZUELA, S.A.", "PETROLEOS DE VENEZUELA SA"),
        ("PETROLEOS DE VENEZUELA, S.A", "PETROLEOS DE VENEZUELA SA"),
        ("S. de R.L. de C.V.", "S DE RL DE CV"),
        ("M.V.ANSAN", "MV ANSAN"),
        ("M/V ANSAN", "M V ANSAN"),
        ("J. Smith", "J SMITH"),
        ("Smith & Sons", "SMITH AND SONS"),
        ("A&B", "A AND B"),
        ("CO.,LTD.", "CO LTD"),
        ("№ 11", "NO 11"),
        ("Açık Denizcilik", "ACIK DENIZCILIK"),
        ("Straße", "STRASSE"),
        ("ООО «Гудзон»", "OOO GUDZON"),
        ("华信船务", "HUAXINCHUANWU"),
        ("안산", "ANSAN"),
        ("AN\u200bSAN", "ANSAN"),  # a blank of no width
        ("\u202eAN SAN\u202c", "AN SAN"),  # turned to read from right to left
        ("AN\u2028SAN\x00 1", "AN SAN 1"),
        ("", ""),
        (" -- ?! ", ""),
        ("\ufffd", ""),
    ],
)
def test_the_comparison_form_is_words_in_capitals(printed: str, form: str) -> None:
    assert comparison_form(printed) == form


def test_the_joined_form_does_not_know_where_words_end() -> None:
    spellings = ["Kum Jin Gang 3", "KUMJINGANG3", "KUM-JINGANG 3", "Kum.Jin.Gang.3"]
    assert {joined_form(spelling) for spelling in spellings} == {"KUMJINGANG3"}


def test_other_numbers_and_other_letters_stay_apart() -> None:
    forms = {joined_form(name) for name in ("KUM JIN GANG 3", "KUM JIN GANG 2", "KUN JIN GANG 3", "KUM JIN GANG")}
    assert len(forms) == 4


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("WANHENG11", ("WANHENG", "11")),
        ("Wan Heng-11", ("WAN", "HENG", "11")),
        ("3RD STAR", ("3", "RD", "STAR")),
        ("", ()),
    ],
)
def test_letters_are_split_from_figures(printed: str, parts: tuple[str, ...]) -> None:
    assert words(printed) == parts


def test_the_visible_text_keeps_case_and_accents_and_loses_what_nobody_sees() -> None:
    assert visible("Açık\x1b[31m\u200d  Deniz\u00ad\ncilik") == "Açık [31m Deniz cilik"
