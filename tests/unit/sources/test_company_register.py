"""Extracts of registers of companies: shareholders, persons with significant control, officers."""

from datetime import date
from pathlib import Path

import pytest

from graphkit.model.records import Share
from graphkit.model.vocabulary import Kind, LinkType
from graphkit.sources.ship_pages.natures import Nature, count, nature_of
from tests.unit.sources.page_folder import DATA, page, read_pages
from tests.unit.sources.plain_folder import remarks

HEADER = "company,shareholder,percentage,shares held,total shares,natures of control"


def test_an_extract_gives_holders_with_their_shares_and_officers() -> None:
    found = read_pages(DATA / "register" / "extract.csv")
    third = Share(33.3333333333, 33.3333333333)
    band = Share(25.0, 50.0, minimum_open=True)
    assert [(found.name(link.from_id), str(link.type), link.role, link.share) for link in found.all_links] == [
        ("HOLDING EXAMPLE LTD", "OWNS", "shareholder", Share(51.0, 51.0)),
        ("MINOR EXAMPLE LTD", "OWNS", "shareholder", third),
        ("THIRD EXAMPLE LTD", "OWNS", "shareholder", band),
        ("Example Person", "OWNS", "beneficial_owner", band),
        ("Example Person", "CONTROLS", "voting_rights", Share(75.0, 100.0)),
        ("Example Person", "CONTROLS", "appoints_board", None),
        ("Example Person", "CONTROLS", "significant_influence", None),
        ("Second Example", "DIRECTS", "director", None),
        ("Clerks Example Ltd", "DIRECTS", "secretary", None),
        ("TOO MUCH EXAMPLE LTD", "OWNS", "shareholder", None),
    ]
    assert {found.name(link.to_id) for link in found.all_links} == {"ASTER EXAMPLE SHIPPING LTD"}
    assert len({link.to_id for link in found.all_links}) == 1
    kinds = {record.name: record.kind for record in found.records}
    assert (kinds["HOLDING EXAMPLE LTD"], kinds["Example Person"]) == (Kind.COMPANY, Kind.PERSON)
    director = found.link("director")
    assert (director.start and director.start.earliest, director.end and director.end.latest) == (
        date(2016, 5, 1),
        date(2018, 12, 31),
    )
    assert found.all_links[1].provenance.wording == "class of shares: ordinary"
    assert remarks(found.report) == [
        (
            8,
            "the row names nobody who holds or directs the company in a way that graphkit knows",
            "ASTER EXAMPLE SHIPPING LTD | EX000001 | Malta | Third Person Example | Auditor | 2016-05-01",
            True,
        ),
        (9, "the number of shares is no part of the total, and the share is left unknown", "4000 of 3000", False),
    ]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        (
            "ownership-of-shares-25-to-50-percent",
            Nature(LinkType.OWNS, "beneficial_owner", Share(25, 50, minimum_open=True)),
        ),
        (
            "ownership-of-shares-50-to-75-percent-as-trust",
            Nature(LinkType.OWNS, "beneficial_owner", Share(50, 75, minimum_open=True, maximum_open=True)),
        ),
        ("Ownership of shares – 75% or more", Nature(LinkType.OWNS, "beneficial_owner", Share(75, 100))),
        (
            "Ownership of voting rights - More than 50% but less than 75%",
            Nature(LinkType.CONTROLS, "voting_rights", Share(50, 75, minimum_open=True, maximum_open=True)),
        ),
        ("Right to appoint or remove directors", Nature(LinkType.CONTROLS, "appoints_board")),
        ("Has significant influence or control", Nature(LinkType.CONTROLS, "significant_influence")),
        ("right-to-share-surplus-assets-25-to-50-percent-limited-liability-partnership", None),
        ("something else", None),
    ],
)
def test_natures_of_control_are_read_in_words_and_in_codes(text: str, nature: Nature | None) -> None:
    assert nature_of(text) == nature


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        ("51,,,", Share(51, 51)),
        ("25-50,,,", Share(25, 50)),
        ("51 per cent,,,", Share(51, 51)),
        ("75% or more,,,", Share(75, 100)),
        (",250,1 000,", Share(25, 25)),
        (",0,1000,", Share(0, 0)),
        (",10,,", None),  # of how many nobody says
        ("half,,,", None),
        ("140,,,", None),
        # A number beside a band is the exacter of the two.
        ("40,,,ownership-of-shares-25-to-50-percent", Share(40, 40)),
    ],
)
def test_a_share_is_exact_a_range_or_unknown(cells: str, share: Share | None, tmp_path: Path) -> None:
    (link,) = page(tmp_path, HEADER, f"A LTD,B LTD,{cells}").all_links
    assert link.share == share


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,000", 1000), ("1 000 000", 1_000_000), ("12", 12), ("1,5", None), ("many", None), ("", None)],
)
def test_a_number_of_shares_is_whole(text: str, number: int | None) -> None:
    assert count(text) == number


def test_a_row_without_a_company_or_without_anybody_else_is_set_aside(tmp_path: Path) -> None:
    found = page(tmp_path, HEADER, ",B LTD,51,,,", "A LTD,,51,,,")
    assert found.all_links == []
    assert [(line, aside) for line, _, _, aside in remarks(found.report)] == [(2, True), (3, True)]
