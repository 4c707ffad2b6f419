"""Two names and nothing else: the same answer from either side and from a table, whatever the names hold."""

import math

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graphkit.resolve.compare_names import compare_names
from graphkit.session.matching import compare_pairs

KINDS = ("company", "person", "vessel")  # an organization is compared as a company
HOSTILE = [
    "",
    "   ",
    "A",
    "7",
    "11",
    "12345678",
    "🚢🚢",
    "UNKNOWN",
    "N/A",
    "KIM 🚢 Гудзон 安山",
    "\u202eKOTI\u202c",
    "KOTI\x00\x1b[31m",
    '"KOTI"',
    "'; DROP TABLE",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "KOTI " * 300,
    "İSTANBUL ẞ ﬁ",
]
NO_NAME = "one of them has no name to compare"
names = st.text(max_size=20) | st.lists(st.sampled_from("AN SAN ANSAN KOTI 1 11 III LTD KIM 安 Гудзон".split())).map(
    " ".join
)


def agree(left: str, right: str, kind: str) -> None:
    one, other = compare_names(left, right, kind), compare_names(right, left, kind)
    row = compare_pairs([left], [right], kind).iloc[0]
    assert (one.similarity, one.match_weight, one.screen, one.merge, one.reason) == (
        (other.similarity, other.match_weight, other.screen, other.merge, other.reason)
    )
    assert (one.screen, one.merge) == (row["screen"], row["merge"])
    assert one.similarity == pytest.approx(row["similarity"], abs=0.002)
    assert one.match_weight == pytest.approx(row["match_weight"], abs=0.015)
    assert 0.0 <= one.similarity <= 1.0
    assert math.isfinite(one.match_weight)
    assert one.screen or not one.merge
    assert math.fsum(piece.weight for piece in one.evidence) == pytest.approx(
        one.match_weight if one.evidence else 0.0, abs=0.015
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_compared_like_others(name: str, kind: str) -> None:
    for other in ("KOTI", name):
        agree(name, other, kind)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(names, names)
def test_a_table_and_two_names_give_one_answer(kind: str, left: str, right: str) -> None:
    agree(left, right, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["A" * 10_000, "KOTI " * 2_000, "0" * 10_000, "安" * 10_000])
def test_ten_thousand_letters_are_a_name_like_another(name: str, kind: str) -> None:
    agree(name, "KOTI", kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["", "  ", "?!", "UNKNOWN", "N/A"])
def test_what_is_no_name_is_never_the_same_name(name: str, kind: str) -> None:
    found = compare_names(name, name, kind)
    assert (found.similarity, found.screen, found.merge, found.reason) == (0.0, False, False, NO_NAME)
    assert found.evidence == ()


def test_the_sum_of_the_evidence_names_the_number_and_the_legal_form() -> None:
    found = compare_names("WAN HENG 11", "WANHENG NO. 12", "vessel")
    assert [(piece.name, piece.state, piece.detail) for piece in found.evidence] == [
        ("name", "agrees", "WAN HENG / WANHENG"),
        ("numeral", "contradicts", "11 / 12"),
    ]
    assert (found.screen, found.merge, found.reason) == (True, False, "another number in the name")
    found = compare_names("GUDZON VOSTOK", "GUDZON VOSTOK LLC", "company")
    assert [(piece.name, piece.state, piece.detail) for piece in found.evidence] == [
        ("name", "agrees", "GUDZON VOSTOK / GUDZON VOSTOK"),
        ("legal form", "missing", "- / LLC"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "kind", "reason"),
    [
        ("WAN HENG 11", "WANHENG NO. 11", "vessel", "evidence adds up"),
        ("MI RIM", "MI RIM 2", "vessel", "another number in the name"),
        ("KUM SONG 7", "KUM SONG III", "vessel", "another number in the name"),
        ("ZOMOROD", "ZOMORROUD", "vessel", "evidence does not suffice"),
        ("HORSE", "JANUS", "vessel", "too little in common"),
        ("ONE MARITIME LTD", "ONE MARITIME 2 LTD", "company", "another number in the name"),
        ("KIM, Chol Sam", "LEE Jong Hun", "person", "too little in common"),
        ("KIM, Chol Sam", "Chol Sam KIM", "person", "people of alike names are often two"),
    ],
)
def test_the_reason_says_why(left: str, right: str, kind: str, reason: str) -> None:
    assert compare_names(left, right, kind).reason == compare_names(right, left, kind).reason == reason
