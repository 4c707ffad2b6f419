import pytest

from graphkit.sources.un_consolidated.entries import Element
from graphkit.sources.un_consolidated.names import further_names, names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("", []),
        (" , ", []),
        ('"KOMID"', ["KOMID"]),
        ("“Chief Kahwa”", ["Chief Kahwa"]),
        ("“General” Sidiki", ["“General” Sidiki"]),
        # The sign before Abdullah is a letter of Arabic names and no quotation mark.
        ("‘Abdullah al-Amin’", ["‘Abdullah al-Amin’"]),
        ("Haj Qasem; Haji Qassem; Sardar Soleimani", ["Haj Qasem", "Haji Qassem", "Sardar Soleimani"]),
        ("Mohammad Sabet b) M. Javad Kareemi Sabet", ["Mohammad Sabet", "M. Javad Kareemi Sabet"]),
        ("AL-BASHAER TRADING COMPANY, LTD", ["AL-BASHAER TRADING COMPANY, LTD"]),
        ("Leader (Hong Kong) International Trading Limited", ["Leader (Hong Kong) International Trading Limited"]),
        ("Jin Tiesan (金铁三)", ["Jin Tiesan", "金铁三"]),
        ("華信船務(香港)有限公司", ["華信船務(香港)有限公司"]),
        ("Amir Khazmat (original script: Амир Хазмат)", ["Amir Khazmat", "Амир Хазмат"]),
        ("حسن غول (Hassan Ghul; Hassan Gul)", ["حسن غول", "Hassan Ghul", "Hassan Gul"]),
        (") Abdelrahman al Dabissi", ["Abdelrahman al Dabissi"]),
    ],
)
def test_an_alias_cell_gives_its_names_without_splitting_a_single_one(cell: str, names: list[str]) -> None:
    assert names_in(cell) == names


def test_a_name_in_the_note_of_an_alias_has_the_quality_of_that_alias() -> None:
    parts = {"QUALITY": "Low", "ALIAS_NAME": "Abu Banat", "NOTE": "original script: Абу Банат"}
    alias = Element("INDIVIDUAL_ALIAS", 2, [Element(tag, 2, pieces=[text]) for tag, text in parts.items()])
    entry = Element("INDIVIDUAL", 1, [alias])
    assert [(name.text, name.kind.value) for name in further_names(entry)] == [
        ("Abu Banat", "weak"),
        ("Абу Банат", "weak"),
    ]


def test_the_primary_name_and_repeated_aliases_are_not_said_again() -> None:
    names = ["KOREA ANSAN", "ANSAN", "ANSAN"]
    aliases = [
        Element("ENTITY_ALIAS", 1, [Element("QUALITY", 1, pieces=["a.k.a."]), Element("ALIAS_NAME", 1, pieces=[name])])
        for name in names
    ]
    entry = Element("ENTITY", 1, [Element("FIRST_NAME", 1, pieces=["KOREA ANSAN"]), *aliases])
    assert [name.text for name in further_names(entry)] == ["ANSAN"]
