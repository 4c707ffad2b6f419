"""The commands that draw: the demonstration, and a diagram of what a trace found."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tests.cli.command import ROOT, graphkit


def texts(picture: Path) -> str:
    """All that is written in an SVG, one text a line."""
    found = ElementTree.fromstring(picture.read_text(encoding="utf-8")).itertext()
    return "\n".join(" ".join(each.split()) for each in found)


def test_the_demonstration_builds_traces_draws_and_says_what_to_try_next(tmp_path: Path) -> None:
    ran = graphkit("demo", folder=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    printed = ran.out.splitlines()
    assert printed[0].startswith("Built the sample case of 2018 in graphkit-demo/case: ")
    assert "Chain 1, ownership: KOREA ANSAN SHIPPING COMPANY" in printed
    assert (tmp_path / "graphkit-demo" / "an-san-1.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    tries = [line.strip() for line in printed if line.startswith("  graphkit ")]
    assert len(tries) == 5
    for line in tries[:2]:
        assert graphkit(*line.split()[1:], folder=tmp_path).code == 0


def test_the_demonstration_can_be_repeated_and_put_elsewhere(tmp_path: Path) -> None:
    for _ in range(2):
        assert graphkit("demo", "--folder", tmp_path / "here").code == 0
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == ["an-san-1.html", "case"]


def test_a_diagram_names_the_parties_the_day_and_the_lists(sample_case: Path, tmp_path: Path) -> None:
    ran = graphkit("diagram", "7303803", "--as-of", "2018-06-29", "-o", tmp_path / "it.svg", "--case", sample_case)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Drawn: {tmp_path / 'it.svg'}\n")
    written = texts(tmp_path / "it.svg")
    for told in ("AN SAN 1", "KOREA ANSAN SHIPPING COMPANY", "As of 2018-06-29", "sample_data"):
        assert told in written
    assert str(ROOT) not in written


def test_a_diagram_of_a_mode_shows_no_wider_one(sample_case: Path, tmp_path: Path) -> None:
    for mode, told in (("ownership", False), ("association", True)):
        picture = tmp_path / f"{mode}.svg"
        assert graphkit("diagram", "9003550", "--mode", mode, "-o", picture, "--case", sample_case).code == 0
        assert ("linked to" in texts(picture)) is told


def test_a_picture_that_cannot_be_written_is_told_and_the_name_of_nobody_draws_nothing(
    sample_case: Path, tmp_path: Path
) -> None:
    nowhere = graphkit("diagram", "7303803", "-o", tmp_path / "no" / "it.svg", "--case", sample_case)
    assert (nowhere.code, nowhere.out) == (2, "")
    assert nowhere.err.endswith("cannot be written (No such file or directory).\n")
    nobody = graphkit("diagram", "HOPE SEA", "-o", tmp_path / "it.svg", "--case", sample_case)
    assert (nobody.code, (tmp_path / "it.svg").exists()) == (1, False)
