"""Every example in README.md and docs/ runs, and prints what the page says it prints."""

import os
import shutil
from pathlib import Path

import pytest

from tests.doc_examples import ROOT, Example, evened, examples, rewritten, run_console, run_python

# docs/neo4j.md needs a server: tests/integration runs its examples.
PAGES = sorted(path for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")) if path.name != "neo4j.md")


@pytest.mark.golden
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_print_what_it_says(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample_data", tmp_path / "sample_data")
    shutil.copytree(ROOT / "tests" / "data" / "pages", tmp_path / "pages")
    printed: list[str] = []
    for example in examples(page):
        if example.language == "python":
            run_python(example, tmp_path)
        else:
            printed.append(run_console(example, tmp_path))
    if os.environ.get("GRAPHKIT_GOLDEN") == "write":
        page.write_text(rewritten(page, printed), encoding="utf-8")
    stated = [example.text for example in examples(page) if example.language == "console"]
    assert [evened(text) for text in printed] == [evened(text) for text in stated]


def test_every_page_that_speaks_of_commands_has_examples_that_run() -> None:
    with_examples = {page.name for page in PAGES if examples(page)}
    assert {"README.md", "tutorial.md", "sources.md", "resolving.md", "questions.md"} <= with_examples


def test_an_example_is_a_command_and_what_it_prints() -> None:
    example = Example("console", "$ graphkit sources\nsource\n$ graphkit find x\n")
    assert example.commands == ["graphkit sources", "graphkit find x"]
