"""Which of the names that an EU annex prints in one cell are primary, former, aliases or in the original script."""

import pytest

from graphkit.model.records import Name
from graphkit.model.vocabulary import Kind, NameKind
from graphkit.sources.eu_annexes.names import PartyNames, names_of
from graphkit.sources.eu_annexes.notes import present_identity
from graphkit.sources.eu_annexes.rows import Row

FORMER, ORIGINAL, WEAK = NameKind.FORMER, NameKind.ORIGINAL, NameKind.WEAK


def names(kind: Kind, **cells: str) -> PartyNames:
    return names_of(Row(2, cells), kind)


@pytest.mark.parametrize(
    ("printed", "primary", "others"),
    [
        ("Chol Ryong (Ryong Gun Bong)", "Chol Ryong", (Name("Ryong Gun Bong", FORMER),)),
        ("HOPE (ex DAWN)", "HOPE", (Name("DAWN", FORMER),)),
        ("Billions No. 18", "Billions No. 18", ()),
        ("SEA (EAST) STAR", "SEA (EAST) STAR", ()),  # a bracket inside a name is part of it
        ("SEA STAR (IMO 9074729)", "SEA STAR (IMO 9074729)", ()),  # a number is no name
        ("()", "()", ()),
    ],
)
def test_brackets_behind_the_name_of_a_ship_hold_former_names(
    printed: str, primary: str, others: tuple[Name, ...]
) -> None:
    assert names(Kind.VESSEL, name=printed) == PartyNames(primary, others)


@pytest.mark.parametrize(
    ("printed", "primary", "others"),
    [
        ("Foreign Trade Bank (FTB)", "Foreign Trade Bank", (Name("FTB"),)),
        ("Korea General (Aliases: KOGEN, GENCO)", "Korea General", (Name("KOGEN"), Name("GENCO"))),
        ("Korea General (f.k.a. Korea First, Ltd)", "Korea General", (Name("Korea First, Ltd", FORMER),)),
        ("Laserchips FZCO (ليزر تشيبس)", "Laserchips FZCO", (Name("ليزر تشيبس", ORIGINAL),)),
        ("NPO Istina (JSC)", "NPO Istina (JSC)", ()),  # a legal form
        ("Horsway Tech (HK)", "Horsway Tech (HK)", ()),  # a place
        ("VTB Bank (Belarus)", "VTB Bank (Belarus)", ()),
        ("JSC Shipyard Zaliv (Zaliv Shipbuilding Yard)", "JSC Shipyard Zaliv (Zaliv Shipbuilding Yard)", ()),
        # The acronym is that of the academy, not of the institute.
        ("Institute (IITP), Academy of Sciences (RAS)", "Institute (IITP), Academy of Sciences (RAS)", ()),
        ("Leader (Hong Kong) International", "Leader (Hong Kong) International", ()),
    ],
)
def test_a_bracket_behind_a_company_is_a_name_only_when_it_plainly_is_one(
    printed: str, primary: str, others: tuple[Name, ...]
) -> None:
    assert names(Kind.ORGANIZATION, name=printed) == PartyNames(primary, others)


@pytest.mark.parametrize(
    ("cell", "others"),
    [
        ("Neil Tsang, Yun Yuan Tsang", ("Neil Tsang", "Yun Yuan Tsang")),
        ("KIM Yong-Nam, CHOE Il-U, RI Su-Yong", ("KIM Yong-Nam", "CHOE Il-U", "RI Su-Yong")),
        ("Chang, Myong Ho", ("Chang, Myong Ho",)),  # surname, given names
        ("de Oliveira, Maria Jose", ("de Oliveira, Maria Jose",)),
        ("Jin Tiesan; Jin Tie San", ("Jin Tiesan", "Jin Tie San")),
    ],
)
def test_commas_part_the_names_of_a_person_and_not_surname_from_given_name(cell: str, others: tuple[str, ...]) -> None:
    assert names(Kind.PERSON, name="Example", alias=cell).others == tuple(Name(other) for other in others)


def test_commas_do_not_part_the_names_of_a_company() -> None:
    found = names(Kind.ORGANIZATION, name="KINGLY WON", alias="KINGLY WON INTERNATIONAL CO., LTD")
    assert found.others == (Name("KINGLY WON INTERNATIONAL CO., LTD"),)


def test_aliases_lose_their_quotes_labels_and_the_word_and() -> None:
    found = names(
        Kind.ORGANIZATION,
        name="Korea Mining",
        alias="‘KOMID’; and Millim; f.k.a.: NADA; A.K.A. MIN; Geoscan (former name); “Vega” Concern; Korea Mining; MIN",
    )
    assert found.others == (
        Name("KOMID"),
        Name("Millim"),
        Name("NADA", FORMER),
        Name("MIN"),
        Name("Geoscan", FORMER),
        Name("“Vega” Concern"),  # quotes around a part of the name are the name's own
    )


def test_names_that_begin_like_a_label_stay_whole() -> None:
    found = names(Kind.ORGANIZATION, name="X", alias="Formula One; Alias Systems; Andorra Trading; FKA Distributing")
    assert [other.text for other in found.others] == [
        "Formula One",
        "Alias Systems",
        "Andorra Trading",
        "FKA Distributing",
    ]


def test_a_value_in_doubled_quotes_keeps_its_semicolon() -> None:
    found = names(Kind.ORGANIZATION, name="X", alias='"Y; and Z"; W')
    assert found.others == (Name("Y; and Z"), Name("W"))


@pytest.mark.parametrize(
    ("cell", "others"),
    [
        ("(金铁三)", (Name("金铁三", ORIGINAL),)),
        ("ООО «Восток» (ОАО «Восток»)", (Name("ООО «Восток» (ОАО «Восток»)", ORIGINAL),)),
        ("OOO «Восток»", (Name("OOO «Восток»"),)),  # its first three letters are Latin
        ("Powerever Co. / 北京威", (Name("Powerever Co."), Name("北京威", ORIGINAL))),
    ],
)
def test_names_without_latin_letters_are_in_the_original_script(cell: str, others: tuple[Name, ...]) -> None:
    assert names(Kind.ORGANIZATION, name="Example", alias=cell).others == others


def test_korean_letters_behind_a_primary_name_are_taken_off() -> None:
    assert names(Kind.PERSON, name="KIM Kwang Yon 김광연") == PartyNames("KIM Kwang Yon", (Name("김광연", ORIGINAL),))


def test_weak_and_previous_names_come_from_their_own_columns() -> None:
    found = names(Kind.PERSON, name="Umar Patek", weakAlias="Pak Taek; 우마르", previousName="Hisyam; Хишам")
    assert found.others == (
        Name("Pak Taek", WEAK),
        Name("우마르", ORIGINAL),
        Name("Hisyam", FORMER),
        Name("Хишам", FORMER),  # former weighs more than its script
    )


def test_care_of_another_company_is_an_address_and_no_alias() -> None:
    # Paekma Shipping is reached through First Oil, which is listed itself.
    found = names(Kind.ORGANIZATION, name="PAEKMA SHIPPING CO", alias="Care of First Oil JV Co Ltd")
    assert found == PartyNames("PAEKMA SHIPPING CO", (), ("Care of First Oil JV Co Ltd",))


@pytest.mark.parametrize(
    "note",
    [
        "Other Ship, formerly a Belize-flagged vessel, is now operating as a DPRK-flagged vessel named the X.",
        "Wan Heng 11, formerly a Belize-flagged vessel, was seen as a DPRK-flagged vessel named the X.",
        "Wan Heng 11, formerly a Ruritania-flagged vessel, is now operating as a DPRK-flagged vessel named the X.",
        "Wan Heng 11 is owned by X.",
    ],
)
def test_other_sentences_give_a_ship_no_new_name(note: str) -> None:
    assert present_identity("WAN HENG 11", [note]) == ((), ())
