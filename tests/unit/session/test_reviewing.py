"""A session of review: judgements in the case's table at once, later at the end, and every step taken back."""

from pathlib import Path

import pytest

from graphkit.case.folder import CaseFolder
from graphkit.errors import CaseError
from graphkit.resolve.judgements import Judgement, read_judgements
from graphkit.session.reviewing import Review
from tests.review_cases import ENTITIES, FIRMS, PEOPLE, SHIPS, doubtful_case

AT = "2026-11-24T12:00:00+00:00"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return doubtful_case(tmp_path, SHIPS, FIRMS, PEOPLE)


def session(case: Path, **options: object) -> Review:
    return Review(case, who="me", now=lambda: AT, **options)  # type: ignore[arg-type]


def judged(case: Path) -> list[str]:
    return [f"{each.left} {each.right} {each.judgement}" for each in read_judgements(case / "judgements.csv")]


def current(review: Review) -> str:
    return review.current.left if review.current else ""


def answer(review: Review, judgement: str, why: str = "") -> str:
    assert review.current
    return review.judge(review.current, judgement, why)


def test_a_judgement_is_in_the_table_before_the_next_pair_is_asked(case: Path) -> None:
    review = session(case)
    assert (review.size, review.left, current(review)) == (3, 3, "own:heng")
    assert answer(review, "different", "another hull") == ""
    (stored,) = read_judgements(case / "judgements.csv")
    known = {stored.left: stored.left_fingerprint, stored.right: stored.right_fingerprint}
    assert all(known.values())
    assert stored == Judgement(
        "own:heng", "own:wan", "different", "another hull", "me", AT, known["own:heng"], known["own:wan"]
    )
    assert (review.left, current(review), review.count("different"), review.count("same")) == (2, "own:dong", 1, 0)


def test_without_a_reason_the_judgement_says_what_the_machine_had_shown(case: Path) -> None:
    review = session(case)
    answer(review, "same")
    (stored,) = read_judgements(case / "judgements.csv")
    assert stored.why == "reviewed at +10.5 bits: another number in the ship's name"


def test_what_was_judged_does_not_come_back_before_the_case_is_built_again(case: Path) -> None:
    review = session(case)
    answer(review, "same")
    answer(review, "different")
    assert [pair.left for pair in session(case).answer().pairs] == ["own:kim"]


def test_a_judgement_whose_record_has_changed_asks_again(case: Path) -> None:
    stale = "left,right,judgement,left_fingerprint\nown:heng,own:wan,same,0123456789abcdef\n"
    (case / "judgements.csv").write_text(stale, encoding="utf-8")
    assert session(case).size == 3


def test_later_puts_a_pair_behind_all_others(case: Path) -> None:
    review = session(case)
    for left in ("own:heng", "own:dong", "own:kim"):
        assert (current(review), review.put_off_before) == (left, False)
        assert review.current
        review.put_off(review.current)
    assert (current(review), review.put_off_before, review.left) == ("own:heng", True, 3)


def test_undo_takes_back_one_step_after_the_other_also_from_the_table(case: Path) -> None:
    other = "left,right,judgement\nown:dong,own:su,different\n"
    (case / "judgements.csv").write_text(other, encoding="utf-8")
    review = session(case)
    answer(review, "same")
    assert review.current
    review.put_off(review.current)
    answer(review, "different")
    assert judged(case)[1:] == ["own:heng own:wan same", "own:kim own:su different"]
    assert review.undo()
    assert (judged(case)[1:], current(review), review.count("different")) == (["own:heng own:wan same"], "own:kim", 0)
    assert review.undo()
    assert (len(judged(case)), current(review)) == (2, "own:dong")
    assert review.undo()
    assert (judged(case), current(review), review.left) == (["own:dong own:su different"], "own:heng", 3)
    assert review.undo() is None
    assert judged(case) == ["own:dong own:su different"]


def test_an_answer_that_would_join_two_hulls_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    two = ENTITIES.replace(
        "heng,WAN HENG 12,vessel,,KUM JIN GANG 3,,", "heng,WAN HENG 12,vessel,,KUM JIN GANG 3,9003550,"
    )
    case = doubtful_case(tmp_path, SHIPS, entities=two)
    review = session(case)
    assert answer(review, "same").startswith("They bear two valid ship IMO numbers (8791667 and 9003550)")
    assert (review.left, review.undo(), (case / "judgements.csv").exists()) == (1, None, False)


def test_the_case_is_held_only_while_a_judgement_is_written(case: Path) -> None:
    review = session(case)
    with CaseFolder(case).writing(), pytest.raises(CaseError, match="Another process is writing"):
        answer(review, "same")
    assert (review.left, judged(case)) == (3, [])
    assert answer(review, "same") == ""


def test_a_limit_and_a_kind_make_the_queue_shorter(case: Path) -> None:
    assert [pair.left for pair in session(case, limit=2).answer().pairs] == ["own:heng", "own:dong"]
    assert [pair.kind for pair in session(case, kind="person").answer().pairs] == ["person"]


def test_a_case_without_doubts_asks_nothing(tmp_path: Path) -> None:
    review = session(doubtful_case(tmp_path))
    assert (review.current, review.left, review.undo()) == (None, 0, None)
