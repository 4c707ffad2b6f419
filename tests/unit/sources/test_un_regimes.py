from datetime import date

import pytest

from graphkit.model.dates import When
from graphkit.model.vocabulary import Kind, Measure
from graphkit.sources.un_consolidated.regimes import Regime, measures, regime_of, speaks_of_embargo_only

LISTED = When("2011-02-26", date(2011, 2, 26), date(2011, 2, 26))


def words(kind: Kind, list_type: str, comment: str = "") -> list[str]:
    return [measure.value for measure, _ in measures(kind, regime_of(list_type), comment, LISTED)]


@pytest.mark.parametrize(
    ("kind", "list_type", "expected"),
    [
        (Kind.ORGANIZATION, "DPRK", ["asset_freeze"]),
        (Kind.PERSON, "DPRK", ["asset_freeze", "travel_ban"]),
        (Kind.PERSON, "Iraq", ["asset_freeze"]),
        (Kind.PERSON, "GB", ["travel_ban"]),
        (Kind.PERSON, "Atlantis", ["asset_freeze"]),
    ],
)
def test_a_listing_forbids_what_its_regime_orders(kind: Kind, list_type: str, expected: list[str]) -> None:
    assert words(kind, list_type) == expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban).", ["travel_ban"]),
        ("Listed pursuant to paragraph 17 of resolution 1970 ( Asset Freeze).", ["asset_freeze"]),
        (
            "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban,Asset Freeze)",
            ["asset_freeze", "travel_ban"],
        ),
        ("Believed to be in Libya.", ["asset_freeze", "travel_ban"]),
    ],
)
def test_what_an_entry_prints_wins_over_its_regime(comment: str, expected: list[str]) -> None:
    assert words(Kind.PERSON, "Libya", comment) == expected


def test_a_measure_that_was_added_later_has_its_own_day() -> None:
    comment = (
        "Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban). "
        "Listed on 17 March 2011 pursuant to paragraph 17 of resolution 1970 (Asset Freeze)."
    )
    assert measures(Kind.PERSON, regime_of("Libya"), comment, LISTED) == [
        (Measure.ASSET_FREEZE, When("17 March 2011", date(2011, 3, 17), date(2011, 3, 17))),
        (Measure.TRAVEL_BAN, LISTED),
    ]


def test_gb_is_guinea_bissau_and_a_movement_is_no_country() -> None:
    assert (regime_of("GB").country, regime_of("DPRK").country, regime_of("Taliban").country) == ("GW", "KP", "")
    assert regime_of("Atlantis") == Regime("UN Atlantis", "", (Measure.ASSET_FREEZE,))


def test_an_arms_embargo_alone_is_noticed() -> None:
    embargo = "subject to the measures imposed by paragraph 14 of resolution 2216 (2015) (targeted arms embargo)."
    assert speaks_of_embargo_only(embargo)
    assert not speaks_of_embargo_only(f"{embargo} Listed pursuant to paragraph 11 of resolution 2140 (Asset Freeze).")
    assert not speaks_of_embargo_only("It contributed to evading the arms embargo imposed by resolution 1718 (2006).")
