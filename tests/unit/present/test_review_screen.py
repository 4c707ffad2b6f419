"""A doubtful pair on a screen: what differs is marked without colour too, it fits the window, and names are text."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from graphkit.model.answers import SourceRef
from graphkit.model.answers.review import (
    DoubtfulPair,
    PairInView,
    Party,
    RecordCard,
    RecordFact,
    RecordLink,
    RecordName,
)
from graphkit.present.evidence_sum import Sum
from graphkit.present.name_marks import marked, side_by_side
from graphkit.present.record_rows import compared_rows, stated_by_neither
from graphkit.present.review_screen import Standing, help_page, pair_page

LEFT = RecordCard(
    id="own:wan",
    name="WAN HENG 11",
    kind="vessel",
    standing="entry",
    names=(RecordName("WAN HENG 11", "primary"), RecordName("KUMJINGANG3", "alias"), RecordName("HEUNG JIN", "former")),
    numbers=(RecordFact("imo", "8791667", "8791667", "ok"),),
    facts=(RecordFact("flag", "Belize", "BZ"), RecordFact("built", "1989")),
    listings=("UN KPe.1 asset freeze since 2018-03-30",),
    links=(RecordLink("OWNS", "registered_owner", False, "TAEDONGGANG", "company-1"),),
    sources=(SourceRef("reg", file="entities.csv", line=2),),
    party=Party("vessel-imo-8791667", "WAN HENG 11", 3, 1, True),
)
RIGHT = RecordCard(
    id="own:heng",
    name="WAN HENG 12",
    kind="vessel",
    standing="mention",
    names=(RecordName("WAN HENG 12", "primary"), RecordName("KUM JIN GANG 3", "former")),
    numbers=(),
    facts=(RecordFact("flag", "BZ", "BZ"), RecordFact("built", "1991")),
    listings=(),
    links=(),
    sources=(SourceRef("press", file="entities.csv", line=3),),
    party=Party("vessel-x", "WAN HENG 12", 1, 0, False),
)
PAIR = DoubtfulPair(
    "own:wan", "own:heng", "WAN HENG 11", "WAN HENG 12", "vessel", "vessel-imo-8791667", "vessel-x",
    9.5, "another number in the ship's name", 1, 1, 4, 2, 3.8,
)  # fmt: skip
EVIDENCE = (("name", "agrees", 11.5, "KUMJINGANG3 / KUM JIN GANG 3"), ("flag", "contradicts", -2.0, "KP / BZ"))
VIEW = PairInView(PAIR, LEFT, RIGHT, EVIDENCE, 15.0)


def console(width: int, height: int, *, encoding: str = "utf-8") -> Console:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
    return Console(file=file, width=width, height=height, color_system=None, force_terminal=True)


def screen(view: PairInView, width: int, height: int, standing: Standing | None = None, **options: object) -> list[str]:
    encoding = str(options.pop("encoding", "utf-8"))
    made = console(width, height, encoding=encoding)
    page = pair_page(made, view, standing or Standing(4, 3, same=1), **options)  # type: ignore[arg-type]
    return ["".join(segment.text for segment in line).rstrip() for line in page.lines]


def test_letters_that_differ_are_found_whatever_their_case() -> None:
    assert marked("WAN HENG 11", "Wan Heng 12") == (
        [("WAN HENG 1", False), ("1", True)],
        [("Wan Heng 1", False), ("2", True)],
    )
    assert marked("SARINA", "SABRINA") == ([("SARINA", False)], [("SA", False), ("B", True), ("RINA", False)])
    assert marked("ZHONG PETROLEUM MANAGEMENT LTD", "ZHONG INTERNATIONAL MANAGEMENT LTD") == (
        [("ZHONG ", False), ("PETROLEUM", True), (" MANAGEMENT LTD", False)],
        [("ZHONG ", False), ("INTERNATIONAL", True), (" MANAGEMENT LTD", False)],
    )
    assert marked("HORSE", "KYOLLIM") == ([("HORSE", False)], [("KYOLLIM", False)])


def test_names_stand_beside_the_one_most_like_them() -> None:
    left, right = ["WAN HENG 11", "KUMJINGANG3", "HEUNG JIN"], ["KUM JIN GANG 3", "WAN HENG 12"]
    assert side_by_side(left, right) == [
        ("WAN HENG 11", "WAN HENG 12"),
        ("KUMJINGANG3", "KUM JIN GANG 3"),
        ("HEUNG JIN", None),
    ]


def test_each_row_says_whether_the_sides_agree_differ_or_say_nothing() -> None:
    # Flags are compared by their letters; two lists or two sources are no contradiction.
    rows = {row.label: row.sign for row in compared_rows(LEFT, RIGHT)}
    assert rows == {
        "names": "differs",
        "IMO": "open",
        "flag": "agrees",
        "built": "differs",
        "held by": "open",
        "listed": "open",
        "kind": "agrees",
        "source": "open",
    }
    assert stated_by_neither(LEFT, RIGHT) == ["MMSI", "call sign", "type"]


def test_the_sum_says_how_far_it_is_from_the_merge_line_and_what_no_piece_explains() -> None:
    added = Sum(EVIDENCE, 9.5, 15.0)
    assert (added.rest, added.verdict) == (0.0, "5.5 short of the merge line, 15")
    assert replace(added, total=10.5).rest == 1.0
    assert replace(added, total=16.0).verdict == "at or above the merge line, 15"
    # 15 bits are 30 signs: 9.5 bits 19, the line in the last place.
    assert added.bar(9.5, 30, "#") == "#" * 19
    assert added.total_bar(30, "#", "|") == "#" * 19 + " " * 10 + "|"


def test_a_pair_stands_side_by_side_with_its_sum_and_the_reason_for_asking() -> None:
    lines = screen(VIEW, 100, 30)
    assert lines[0] == " One vessel or two?   1 of 4 judged   3 left   this session: 1 same, 0 different"
    shown = [" ".join(line.split()) for line in lines]
    for line in (
        "own:wan own:heng",
        "names WAN HENG 1{1} ≠ WAN HENG 1{2}",
        "KUMJINGANG3 (alias) KUM{ }JIN{ }GANG{ }3 (former)",
        "HEUNG JIN (former)",
        "IMO 8791667 not stated",
        "flag Belize (as BZ) = BZ",
        "built 1989 ≠ 1991",
        "held by TAEDONGGANG (registered owner) not stated",
        "source reg (entities.csv:2) press (entities.csv:3)",
        "Neither states: MMSI, call sign, type",
        "Left to you: another number in the ship's name",
    ):
        assert line in shown, line
    assert [line.rstrip("█ ┃") for line in shown if line.startswith(("name agrees", "flag contra", "total"))] == [
        "name agrees KUMJINGANG3 / KUM JIN GANG 3 +11.5",
        "flag contradicts KP / BZ -2",
        "total 5.5 short of the merge line, 15 +9.5",
    ]
    told = " ".join(shown)
    assert "If same: WAN HENG 11 (3 records, 1 link, LISTED) and WAN HENG 12 (1 record) become one." in told
    assert "2 more doubtful pairs of theirs are answered with it." in told
    assert shown[-1] == "same different later undo write a reason open all ? help quit"


@pytest.mark.parametrize(("width", "height"), [(80, 24), (60, 14), (200, 60), (40, 12)])
def test_a_screen_fits_its_window_and_keeps_the_keys_in_the_last_line(width: int, height: int) -> None:
    many = replace(LEFT, names=tuple(RecordName(f"NAME NUMBER {number}", "alias") for number in range(40)))
    for view in (VIEW, replace(VIEW, left=many)):
        for whole in (False, True):
            lines = screen(view, width, height, whole=whole)
            assert len(lines) == height
            assert max(map(len, lines)) <= width
            assert lines[-1].endswith(("quit", "q"))
        assert any(line.startswith("total") for line in screen(view, width, height))


def test_what_does_not_fit_can_be_turned_through_to_its_end() -> None:
    many = replace(LEFT, names=tuple(RecordName(f"NAME NUMBER {number}", "alias") for number in range(40)))
    view = replace(VIEW, left=many)
    assert "more lines: press o" in " ".join(screen(view, 60, 14))
    seen: set[str] = set()
    top, below = 0, 1
    while below:
        page = pair_page(console(80, 24), view, Standing(1, 1), whole=True, top=top)
        seen |= {"".join(segment.text for segment in line) for line in page.lines}
        top, below = top + 5, page.below
    told = " ".join(seen)
    assert [number for number in range(40) if f"NAME NUMBER {number} " not in told] == []
    assert "become one." in told


def test_hostile_names_are_shown_as_text() -> None:
    evil = "[red]EVIL[/red] \u202e \x1b[2J STAR"
    card = replace(LEFT, name=evil, names=(RecordName(evil, "primary"),), party=replace(LEFT.party, name=evil))
    view = replace(VIEW, left=card, pair=replace(PAIR, reason=evil), evidence=(("name", "agrees", 1.0, evil),))
    told = "\n".join(screen(view, 160, 30, Standing(1, 1, who=evil, why=evil, message=evil)))
    assert told.count("[red]EVIL[/red] \\u202e \\u001b[2J STAR") == 7
    assert "\u202e" not in told
    assert "\x1b" not in told


def test_a_terminal_without_unicode_gets_plain_signs() -> None:
    lines = screen(VIEW, 80, 24, encoding="ascii")
    assert all(line.isascii() for line in lines)
    assert any("WAN HENG 1{1}" in line and " ! " in line for line in lines)


def test_help_tells_every_key_and_fits_a_small_window() -> None:
    lines = ["".join(segment.text for segment in line) for line in help_page(console(80, 24)).lines]
    assert len(lines) <= 23
    for key in ("s  ", "d  ", "l or space", "u  ", "w  ", "o  ", "q  "):
        assert any(line.startswith(key) for line in lines), key
