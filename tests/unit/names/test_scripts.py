"""Names of every script in the Latin capitals that lists print."""

import time
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.normalise import comparison_form
from graphkit.names.scripts import readings


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("대동강해운", ("DAEDONGGANG SHIPPING", "TAEDONGGANG SHIPPING")),
        ("조선금강무역회사", ("KOREA GEUMGANG TRADING CO", "KOREA KUMGANG TRADING CO")),
        ("평양", ("PYONGYANG", "PYEONGYANG")),
        ("려명", ("RYEOMYEONG", "RYOMYONG")),
        ("大连海运有限公司", ("DALIAN SHIPPING CO LTD", "DALIAN HAIYUN CO LTD")),
        ("上海东方", ("SHANGHAI DONGFANG",)),
        ("永發航運有限公司", ("YONGFA SHIPPING CO LTD", "WING FAT SHIPPING CO LTD")),
        ("中远海运", ("COSCO SHIPPING",)),
        ("しんせい丸", ("SHINSEI MARU",)),
        ("日本郵船株式会社", ("NIPPON YUSEN CO LTD", "NIPPON YUSEN JSC")),
        ("ПАО «Совкомфлот»", ("PAO SOVKOMFLOT",)),
        ("Красный Юг", ("KRASNYY YUG", "KRASNY YUG")),
        ("کشتیرانی جمهوری اسلامی ایران", ("ISLAMIC REPUBLIC OF IRAN SHIPPING LINES",)),
        ("شركة النقل البحري ش.م.م", ("COMPANY TRANSPORT MARITIME LLC",)),
        ("Ναυτιλιακή Εταιρεία Αιγαίον Α.Ε.", ("SHIPPING COMPANY AIGAION SA",)),
        ("Müller", ("MULLER", "MUELLER")),
        ("Straße Ørsted Łódź", ("STRASSE ORSTED LODZ", "STRASSE OERSTED LODZ")),
        ("ＡＮ ＳＡＮ １", ("AN SAN 1",)),
        ("שלום", ("SLVM",)),
        ("საქართველო", ("SAKARTVELO",)),
    ],
)
def test_a_name_is_read_as_lists_print_it_the_usual_way_first(printed: str, expected: tuple[str, ...]) -> None:
    assert readings(printed)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("printed", "latin"),
    [
        # The list of the UN prints both.
        ("華信船務(香港)有限公司", "HUAXIN SHIPPING HONG KONG CO LTD"),
        ("القاعدة في جزيرة العرب", "AL QAIDA IN ARABIAN PENINSULA"),
        ("شبكة محمد جمال", "NETWORK MUHAMMAD JAMAL"),
        ("Умаров Доку Хаматович", "UMAROV DOKU KHAMATOVICH"),
        ("Катиба ат-Таухид валь-Джихад", "KATIBA AT TAUKHID VAL DZHIKHAD"),
        ("조선", "KOREA"),
        ("조선", "JOSEON"),
        ("조선", "CHOSON"),
        ("릉라도", "RUNGRADO"),
        ("신라", "SILLA"),
        ("Ναυτιλία", "NAFTILIA"),
        ("Мурманское морское пароходство", "MURMANSKOYE MORSKOYE PAROKHODSTVO"),
        ("Мурманское морское пароходство", "MURMANSKOYE MARINE SHIPPING"),
        ("судоходной компании", "SHIPPING COMPANY"),
        ("Чорноморське пароплавство", "BLACK SEA SHIPPING"),
        ("Об'єднана", "UNITED"),
        ("للملاحة", "SHIPPING"),
        ("Евгений", "YEVGENIY"),
        ("Евгений", "EVGENY"),
        ("Александр", "ALEXANDR"),
        ("Ђорђевић", "DJORDJEVIC"),
        ("България", "BULGARIA"),
        ("نور", "NUR"),
        ("しょうじ", "SHOJI"),
        ("シンセイ", "SHINSEI"),
        ("佐々木", "ZUOZUOMU"),
    ],
)
def test_one_of_the_readings_is(printed: str, latin: str) -> None:
    assert latin in readings(printed)


def test_each_part_of_a_name_is_read_by_its_own_script() -> None:
    assert readings("M/V 금강 3 (香港)")[0] == "M V GEUMGANG 3 HONG KONG"


def test_traditional_and_simplified_characters_read_alike() -> None:
    assert readings("上海東方國際貿易有限公司") == readings("上海东方国际贸易有限公司")


def test_an_initial_is_no_word() -> None:
    assert readings("И. Иванов") == ("I IVANOV",)
    assert "AND" in readings("Иванов и сын")[0].split()


def test_marks_that_nobody_sees_change_nothing() -> None:
    assert readings("\u202b대동\u200b강\u202c") == readings("대동강")


def test_plain_latin_has_one_reading_and_nothing_has_an_empty_one() -> None:
    assert readings("Ch'ongguk Shipping & Co., S.A.") == ("CHONGGUK SHIPPING AND CO SA",)
    assert readings("") == readings("؟、") == ("",)


def test_a_long_text_does_not_take_long() -> None:
    begun = time.perf_counter()
    assert len(readings("대동강해운大连海运 морской порт شركة " * 300)) == 4
    assert time.perf_counter() - begun < 2  # some hundredths of a second where nothing else runs


# Names as people write them, and names as somebody who means harm does.
_NAMES = st.text(max_size=40) | st.text(
    alphabet="대동강해운ㄱᄀ海運有限公司しょっー々шищъЁеиїђ.,-'& ναυςμπΈ العربية٣ـكپ Äß\u202e\u0301"
)


@given(_NAMES)
def test_readings_are_capital_words_and_read_as_themselves(text: str) -> None:
    found = readings(text)
    assert 1 <= len(found) == len(set(found)) <= 4
    for reading in found:
        assert all("A" <= sign <= "Z" or "0" <= sign <= "9" or sign == " " for sign in reading)
        assert reading == " ".join(reading.split())
        assert readings(reading) == (reading,)


@pytest.mark.parametrize("script", ["han", "hangul", "cyrillic", "greek", "arabic"])
def test_no_foreign_word_is_listed_twice_and_english_is_in_comparison_form(script: str) -> None:
    file = resources.files("graphkit.names").joinpath("data", "foreign_words.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))[script]
    entries = {**tables["fixed"], **{f"{english} ": spellings for english, spellings in tables["words"].items()}}
    spellings = [spelling for listed in entries.values() for spelling in listed]
    assert sorted(spellings) == sorted(set(spellings))
    for english in entries:
        for choice in english.strip().split(" / "):
            assert choice == comparison_form(choice)
