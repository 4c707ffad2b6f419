"""Stories of who owns whom and what each authority's test says: by the rules alone, and by `verdict` on a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphkit.analyse.day import as_of
from graphkit.analyse.ownership.verdict import verdicts
from tests.ownership_cases import DAY, told

_FILE = Path(__file__).with_name("stories.txt")


@dataclass(frozen=True, slots=True)
class Story:
    """Its lines, and for a party and a day what the three tests say."""

    title: str
    lines: str
    expected: tuple[tuple[str, str, str], ...]


def _stories() -> Iterator[Story]:
    for part in _FILE.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, *rest = part.splitlines()
        lines = [line for line in rest if line and not line.startswith(("#", "="))]
        yield Story(title, "\n".join(lines), tuple(_expected(line) for line in rest if line.startswith("=")))


def _expected(line: str) -> tuple[str, str, str]:
    party, *words = line[1:].split()
    day = words.pop(0)[1:] if words[0].startswith("@") else DAY
    return party, day, " ".join(words)


STORIES = tuple(_stories())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_the_rules_tell_what_was_worked_out_by_hand(story: Story) -> None:
    found = told(story.lines)
    assert [(party, day, found.answers(party, day)) for party, day, _ in story.expected] == list(story.expected)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_verdict_on_a_case_tells_the_same(story: Story, tmp_path: Path) -> None:
    store = told(story.lines).store(tmp_path)
    for party, day, expected in story.expected:
        answer = verdicts(store, party, as_of(day)).verdicts
        review = [f"review:{each.rule}" for each in answer if each.review]
        assert " ".join([*(each.result for each in answer), *review]) == expected, (party, day)


def test_no_story_is_told_twice() -> None:
    assert len({story.title for story in STORIES}) == len(STORIES) >= 100
