"""Why records are one: which names were compared, what is not stated, what people said, and the way between two."""

from pathlib import Path

import pytest

from graphkit.analyse.day import as_of
from graphkit.analyse.explanation import explain
from graphkit.errors import NotFound
from graphkit.model.answers import Explanation, MergedPair
from graphkit.model.answers.review import JudgementTold, RecordName
from graphkit.present.text import render
from graphkit.session.opening import open_case
from graphkit.store.local import LocalStore
from tests.review_cases import SHIPS, Doubt, doubtful_case

TODAY = as_of("2020-01-01")
ENTITIES = """
    id,name,kind,aliases,former_names,imo,mmsi,flag,built
    wan,WAN HENG 11,vessel,KUMJINGANG3,HEUNG JIN,8791667,,BZ,1989
    jin,KUM JIN GANG 3,vessel,,,8791667,,KP,
    gang,KUMJINGANG3,vessel,,,8791667,,KP,
    heng,WAN HENG 12,vessel,,KUM JIN GANG 3,,,BZ,1991
    tae,TAEDONGGANG,company,,,,,,
"""
OTHER = Doubt("own:gang", "own:heng", 7.0, "evidence does not suffice")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> LocalStore:
    case: Path = doubtful_case(tmp_path_factory.mktemp("explained"), SHIPS, OTHER, entities=ENTITIES)
    return open_case(case).store


def pair_of(answer: Explanation, left: str, right: str) -> MergedPair:
    (found,) = (each for each in (*answer.merges, *answer.doubts) if (each.left, each.right) == (left, right))
    return found


def test_the_names_that_the_evidence_speaks_of_are_told_with_their_kinds(store: LocalStore) -> None:
    pair = pair_of(explain(store, "own:wan", TODAY), "own:heng", "own:wan")
    assert pair.left_compared == RecordName("KUM JIN GANG 3", "former")
    assert pair.right_compared == RecordName("KUMJINGANG3", "alias")


def test_where_the_evidence_names_none_the_names_most_alike_are_told(store: LocalStore) -> None:
    pair = pair_of(explain(store, "own:wan", TODAY), "own:gang", "own:heng")
    assert (pair.left_compared, pair.right_compared) == (
        RecordName("KUMJINGANG3", "primary"),
        RecordName("KUM JIN GANG 3", "former"),
    )


def test_what_one_side_or_both_do_not_state_is_told_as_absent_and_not_as_different(store: LocalStore) -> None:
    absent = dict(pair_of(explain(store, "own:wan", TODAY), "own:heng", "own:wan").not_stated)
    assert absent == {"imo": "left", "mmsi": "both", "call_sign": "both", "type": "both", "gt": "both", "dwt": "both"}


def test_two_records_are_told_by_their_comparison_or_by_the_merges_between_them(store: LocalStore) -> None:
    direct = explain(store, "own:wan", TODAY, pair=("own:wan", "own:heng"))
    assert ([(each.left, each.right) for each in direct.doubts], direct.merges) == ([("own:heng", "own:wan")], ())
    # The cell that names the ship in the links table was joined with the ship, and the ship with the other row.
    chain = explain(store, "own:wan", TODAY, pair=("own:ref/wan", "own:jin"))
    assert [(each.left, each.right) for each in chain.merges] == [("own:ref/wan", "own:wan"), ("own:jin", "own:wan")]
    assert "did not join each other; these 2 merges lead from one to the other:" in render(chain, "table")
    nothing = explain(store, "own:wan", TODAY, pair=("own:wan", "own:tae"))
    assert (nothing.merges, nothing.doubts) == ((), ())
    assert "own:wan and own:tae were not joined, and no comparison of theirs is kept" in render(nothing, "table")
    with pytest.raises(NotFound, match="Neither 'own:tae' nor 'own:heng' is a record of it"):
        explain(store, "own:wan", TODAY, pair=("own:tae", "own:heng"))


def test_judgements_stand_with_their_pair_and_below_whether_in_force_or_not(store: LocalStore) -> None:
    said = JudgementTold("own:wan", "own:heng", "different", "seen apart", "", "2026-11-24T12:00:00+00:00", "waiting")
    strange = JudgementTold("own:x", "own:y", "same", "", "", "", "orphaned")
    answer = explain(store, "own:wan", TODAY, judgements=[said, strange], merge_at=15.0)
    assert pair_of(answer, "own:heng", "own:wan").judged == said
    assert answer.judgements == (said,)
    assert (
        "  own:wan and own:heng are different, said on 2026-11-24: seen apart "
        "(not in this build: it waits for the next one, or a rule forbids it)\n"
    ) in render(answer, "table")


def test_a_pair_in_doubt_is_told_with_its_sum_and_its_distance_from_the_merge_line(store: LocalStore) -> None:
    told = render(explain(store, "own:wan", TODAY, pair=("own:wan", "own:heng"), merge_at=15.0), "table")
    assert (
        "In doubt, for a person to judge:\n"
        "  own:heng and own:wan: another number in the ship's name\n"
        "    names        KUM JIN GANG 3 (former) / KUMJINGANG3 (alias)\n"
        "    agrees       +9.5  name: KUM JIN GANG 3 / KUMJINGANG3\n"
        "    agrees       +1  flag: BZ\n"
        "    not stated   MMSI, call sign, type, gross tonnage, deadweight by either; IMO by own:heng\n"
        "    sum          +10.5 bits = 9.5 + 1, 4.5 short of the merge line\n"
        "    decided by   nobody yet\n"
    ) in told
