"""The SVG text: its golden file, what it says, and what hostile names may not do to it."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from graphkit.errors import WrongUse
from graphkit.model.answers import SourceRef, Step
from graphkit.present import diagram
from graphkit.present.diagram import grammar
from graphkit.present.diagram.page import render_page
from graphkit.present.diagram.svg import render
from tests.diagram_cases import (
    IMG_NAME,
    LONG_NAME,
    an_san_1,
    company,
    fleet_of,
    hostile_names,
    link,
    picture,
    three_levels,
    unproven_listing,
)
from tests.golden_files import assert_golden

SVG = "{http://www.w3.org/2000/svg}"


def drawn_texts(picture: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def party(picture: str, name: str) -> ElementTree.Element:
    groups = ElementTree.fromstring(picture).iter(f"{SVG}g")
    return next(group for group in groups if (group.get("aria-label") or "").startswith(name))


@pytest.mark.golden
@pytest.mark.parametrize("case", [an_san_1, unproven_listing, three_levels])
def test_the_picture_is_the_golden_one(case: object) -> None:
    assert_golden(f"{case.__name__}.svg", render(case(), version="0"))  # type: ignore[attr-defined, operator]


def test_the_picture_says_everything_that_a_reader_needs_beside_it() -> None:
    texts = drawn_texts(render(three_levels(), version="1.2.3"))
    assert texts[0] == "Which listed parties stand behind LODESTAR?"
    for said in (
        "As of 2018-09-01 · 13 parties, 20 links",
        "Left out: 12 further addresses are hidden.",
        "Sources: ofac-sdn (read 2021-07-12); un-sc (published 2026-02-27, read 2026-03-01); reg-hk (no date given).",
        "Made with graphkit 1.2.3",
        "SANCTIONED: a listing was in force on 2018-09-01",
        "control, not ownership",
        "may hold: the dates allow it on 2018-09-01 and do not prove it",
    ):
        assert said in texts
    assert "Dashed links are leads, not findings." in " ".join(texts)


def test_the_key_explains_only_what_is_present() -> None:
    texts = drawn_texts(render(unproven_listing()))
    assert "person" not in texts
    assert "control, not ownership" not in texts
    assert not any(text.startswith("SANCTIONED") for text in texts)


def test_an_unknown_status_is_dashed_and_white_or_plain_inside_and_never_sanctioned() -> None:
    picture = render(unproven_listing())
    owner = party(picture, "Company Paper Lantern Shipping Ltd")
    assert owner.get("aria-label") == "Company Paper Lantern Shipping Ltd, listing date unknown"
    outline = owner.find(f"{SVG}g[@class='node']/{SVG}rect")
    assert outline is not None
    assert (outline.get("stroke"), outline.get("stroke-dasharray")) == (grammar.LISTED, grammar.DASHES)
    assert outline.get("fill") == "#E8EEF7"
    assert "SANCTIONED" not in picture
    assert (
        "listing date unknown: listed, and no source proves that the listing was in force on 2018-06-29"
        in drawn_texts(picture)
    )


def test_a_sanctioned_party_has_a_heavy_red_border_and_the_word() -> None:
    owner = party(render(an_san_1()), "Company Korea Ansan Shipping Company, sanctioned")
    outline = owner.find(f"{SVG}g[@class='node']/{SVG}rect")
    assert outline is not None
    assert (outline.get("stroke"), outline.get("stroke-width")) == ("#B00020", "3.5")
    assert "SANCTIONED" in [text.text for text in owner.iter(f"{SVG}text")]


def test_a_circle_is_named_in_the_caption() -> None:
    caption = " ".join(drawn_texts(render(hostile_names())))
    assert "Drawn upwards, because it closes a circle: The Very Long Exa…ng Kong) Limited to <img" in caption


def test_hostile_names_are_shown_as_text_and_nothing_else() -> None:
    picture = render(hostile_names())
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(picture).iter()}
    assert tags == {"svg", "title", "desc", "g", "rect", "path", "text"}
    assert IMG_NAME in drawn_texts(picture)
    assert LONG_NAME in [title.text for title in ElementTree.fromstring(picture).iter(f"{SVG}title")]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", picture)


def test_the_picture_has_no_style_no_script_and_no_address() -> None:
    root = ElementTree.fromstring(render(hostile_names()))
    names = {name for element in root.iter() for name in element.attrib}
    assert not names & {"style", "href", "src", "onload", "onclick"}
    assert not any(name.startswith("on") for name in names)
    assert root.get("role") == "img"


def test_the_same_network_gives_the_same_bytes_in_any_order() -> None:
    case = three_levels()
    other = replace(case, entities=case.entities[::-1], steps=case.steps[::-1], lists=case.lists[::-1])
    assert render(case) == render(case) == render(other)


def test_the_place_of_a_file_on_somebody_s_machine_is_never_shown() -> None:
    private = SourceRef("eq-07", place="p. 2", file="/home/somebody/case/eq-07.pdf")
    parties = (company("a", "Upper Ltd"), company("b", "Lower Ltd"))
    case = picture("b", parties, (Step("a", "b", (link("1", share=51, sources=(private,)),)),))
    for text in (render(case), render_page(case)):
        assert "somebody" not in text
        assert "eq-07" in text


def test_a_network_that_is_too_large_is_folded_and_says_so() -> None:
    texts = " ".join(drawn_texts(render(fleet_of(60))))
    assert "As of 2018-06-29 · 40 parties, 39 links" in texts
    assert "Left out: not drawn, further from Fleet Example Ltd: 22 parties and 22 links." in texts


def test_the_suffix_chooses_the_form() -> None:
    assert diagram.render(an_san_1(), ".svg") == render(an_san_1())
    assert diagram.render(an_san_1(), ".HTML").startswith("<!DOCTYPE html>")


def test_an_unknown_suffix_is_wrong_use() -> None:
    with pytest.raises(
        WrongUse, match=r"^A diagram cannot be written as '\.docx'; end the file name in \.svg or \.html\.$"
    ):
        diagram.render(an_san_1(), ".docx")
