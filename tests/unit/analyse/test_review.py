"""The queue of a person: what is asked, in which order, and what judgements answer with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.analyse.record_cards import RecordCards
from graphkit.analyse.review import Lines, doubtful_pairs, entities_of_records, in_view, still_open, value
from graphkit.errors import WrongUse
from graphkit.model.answers.review import DoubtfulPair, Party, RecordFact, RecordLink, RecordName
from graphkit.session.opening import open_case
from graphkit.store.local import LocalStore
from tests.review_cases import FIRMS, PEOPLE, SHIPS, Doubt, doubtful_case, put_pairs

LINES = Lines(merge_at=15.0, even_at=6.0)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return doubtful_case(tmp_path_factory.mktemp("review"), PEOPLE, SHIPS, FIRMS)


@pytest.fixture(scope="module")
def store(case: Path) -> LocalStore:
    return open_case(case).store


def asked(pairs: list[DoubtfulPair] | tuple[DoubtfulPair, ...]) -> list[str]:
    return [f"{pair.left} {pair.right}" for pair in pairs]


def test_closeness_is_one_at_even_odds_and_a_half_on_the_merge_line_and_above() -> None:
    # From even odds at 6 to the merge line at 15 are 9 bits; a rule stopped what is heavier.
    assert [LINES.closeness(weight) for weight in (6.0, 15.0, 19.5, -3.0, -12.0)] == [1.0, 0.5, 0.5, 0.5, 0.25]


def test_value_grows_with_what_hangs_on_the_pair_and_most_when_one_party_would_become_listed() -> None:
    # 1 + log2(1 + hangs): nothing hangs, 1; one listed party, 1 + log2 5; both listed, 1 + log2 2; 3 links, 1 + log2 4.
    assert value(1.0, listed=0, links=0, records=2) == 1.0
    assert value(1.0, listed=1, links=0, records=2) == 3.3219
    assert value(1.0, listed=2, links=0, records=2) == 2.0
    assert value(0.5, listed=0, links=3, records=2) == 1.5
    assert value(1.0, listed=0, links=0, records=5) == 3.0


def test_the_most_valuable_pair_comes_first_with_what_hangs_on_it(store: LocalStore) -> None:
    ships, firms, people = doubtful_pairs(store, LINES)
    # The ship is listed, has one link, and a second record: the cell of the links table that names it. So has the firm.
    assert (ships.left, ships.right, ships.kind) == ("own:heng", "own:wan", "vessel")
    assert (ships.listed, ships.links, ships.records, ships.further) == (1, 1, 3, 0)
    assert ships.value == 2.6922  # closeness 2 ** (-4.5 / 9) = 0.70711, 4 + 1 + 1 hang: 1 + log2 7 = 3.80735
    assert (firms.listed, firms.links, firms.records) == (0, 1, 3)
    assert firms.value == 2.0517  # closeness 2 ** (-3 / 9) = 0.7937, 1 + 1 hang: 1 + log2 3
    assert (people.value, people.kind) == (0.5, "person")


def test_a_queue_can_be_of_one_kind_only(store: LocalStore) -> None:
    assert asked(doubtful_pairs(store, LINES, kind="company")) == ["own:dong own:tae"]
    with pytest.raises(WrongUse, match="There is no kind 'ship' to review; the kinds are vessel, company, person."):
        doubtful_pairs(store, LINES, kind="ship")


def test_several_doubtful_pairs_between_two_parties_are_one_question(tmp_path: Path) -> None:
    # own:ref/wan is the cell that names the ship in the links table; it is a record of the same party.
    lighter = Doubt("own:heng", "own:ref/wan", 7.0, "evidence does not suffice")
    within = Doubt("own:ref/wan", "own:wan", 9.0, "evidence does not suffice")
    case = doubtful_case(tmp_path, lighter, SHIPS, within)
    (pair,) = doubtful_pairs(open_case(case).store, LINES)
    assert (pair.right, pair.match_weight, pair.further) == ("own:wan", 10.5, 1)


def test_a_judged_pair_is_not_asked_again_and_a_judgement_on_strangers_changes_nothing(store: LocalStore) -> None:
    pairs, entity_of = doubtful_pairs(store, LINES), entities_of_records(store)
    left = still_open(pairs, entity_of, same=[("own:wan", "own:heng")], different=[("own:kim", "own:su")])
    assert asked(left) == ["own:dong own:tae"]
    gone = still_open(pairs, entity_of, same=[("own:zzz", "own:heng")], different=[("own:kim", "own:zzz")])
    assert gone == list(pairs)


def test_who_is_not_the_one_is_not_the_other_either_once_both_were_judged_the_same() -> None:
    template = DoubtfulPair("", "", "", "", "vessel", "", "", 10.0, "", 0, 0, 2, 0, 1.0)
    ab, bc, ac = (replace(template, left=left, right=right) for left, right in ("ab", "bc", "ac"))
    entity_of = {each: each.upper() for each in "abc"}

    def open_after(same: list[tuple[str, str]], different: list[tuple[str, str]]) -> list[str]:
        return asked(still_open([ab, bc, ac], entity_of, same=same, different=different))

    assert open_after([], []) == ["a b", "b c", "a c"]
    assert open_after([("a", "b")], []) == ["b c"]  # a is b, so that a c is the same question
    assert open_after([("a", "b")], [("c", "b")]) == []
    assert open_after([("a", "b"), ("b", "c")], []) == []
    assert open_after([], [("a", "b")]) == ["b c", "a c"]


def test_a_pair_in_view_holds_all_that_is_stated_and_the_evidence_heaviest_first(store: LocalStore) -> None:
    view = in_view(store, doubtful_pairs(store, LINES)[0], LINES)
    assert [name for name, *_ in view.evidence] == ["name", "flag"]
    card = view.right
    assert card.names == (
        RecordName("WAN HENG 11", "primary"),
        RecordName("KUMJINGANG3", "alias"),
        RecordName("HEUNG JIN", "former"),
    )
    assert card.numbers == (RecordFact("imo", "8791667", "8791667", "ok"),)
    assert {(fact.property, fact.value) for fact in card.facts} == {("flag", "BZ"), ("built", "1989")}
    assert [(link.type, link.role, link.holds, link.other) for link in card.links] == [
        ("OWNS", "registered_owner", False, "TAEDONGGANG SHIPPING CO LTD")
    ]
    assert isinstance(card.links[0], RecordLink)
    assert card.party == Party("vessel-imo-8791667", "WAN HENG 11", records=2, links=1, listed=True)
    assert [ref.source for ref in card.sources] == ["reg"]
    assert RecordCards(store).card("own:wan") == card


def test_an_internal_record_is_in_no_public_queue(tmp_path: Path) -> None:
    header = "id,name,kind,imo,visibility"
    entities = f"{header}\na,ZEUS,vessel,8791667,public\nb,ZEUS,vessel,,internal\nwan,X,vessel,,\ntae,Y,company,,"
    case = doubtful_case(tmp_path, entities=entities)
    put_pairs(case, Doubt("own:a", "own:b", 10.0, "evidence does not suffice"))
    assert doubtful_pairs(open_case(case).store, LINES) == ()
    assert len(doubtful_pairs(open_case(case, internal=True).store, LINES)) == 1
