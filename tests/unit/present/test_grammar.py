"""What is written on parties and lines, and that no text from a source can do harm there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model.answers import Entity
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty, Kind, LinkType, Status
from graphkit.present.diagram import grammar
from graphkit.present.diagram.grammar import Head, Pattern
from graphkit.present.diagram.link_wording import has_ended, line_style, link_label
from graphkit.present.diagram.measure import text_width, wrapped
from graphkit.present.diagram.plain import cut_in_middle, harmless
from graphkit.present.diagram.wording import accessible_name, listing_lines, party_lines
from tests.diagram_cases import OFAC_SOURCE, UN_SOURCE, an_san_1, company, link, listing, undated, vessel


def texts(entity: Entity) -> list[str]:
    return [line.text for line in party_lines(entity)]


def test_a_vessel_shows_its_name_in_capitals_its_number_its_flag_and_that_it_is_sanctioned() -> None:
    ship, owner = an_san_1().entities
    assert texts(ship) == ["AN SAN 1", "IMO 7303803 · flag KP", "SANCTIONED"]
    assert texts(owner) == ["Korea Ansan Shipping Company", "IMO co. 5676084 · KP", "SANCTIONED"]
    assert accessible_name(ship) == "Vessel AN SAN 1, sanctioned"


def test_a_listing_that_nothing_proves_for_the_day_is_said_in_words_and_not_as_sanctioned() -> None:
    entity = company("c", "Paper Lantern Ltd", sanctioned=Status.UNKNOWN)
    assert texts(entity) == ["Paper Lantern Ltd", "HK", "listing date unknown"]
    assert accessible_name(entity) == "Company Paper Lantern Ltd, listing date unknown"


def test_a_party_that_nobody_names_has_a_question_mark() -> None:
    nobody = Entity("p", Kind.PERSON, "UNDISCLOSED", unknown=True)
    assert texts(nobody) == ["?", "UNDISCLOSED"]
    assert accessible_name(nobody) == "Person UNDISCLOSED, unknown party"


def test_a_name_is_cut_in_the_middle_at_34_letters_so_that_its_number_stays() -> None:
    name = "STAR HORIZON INTERNATIONAL SHIPPING NO. 11"
    assert texts(vessel("v", name, flag=None)) == ["STAR HORIZON INTE…SHIPPING NO. 11"]
    assert cut_in_middle("x" * 34) == "x" * 34
    assert len(cut_in_middle("x" * 35)) == 34


def test_an_identifier_is_never_cut_however_long_it_is() -> None:
    entity = company("c", "Long Number Ltd", identifiers={"registration_number": "12345" * 20})
    name, *number, country = texts(entity)
    assert (name, country) == ("Long Number Ltd", "HK")
    assert "".join(number).replace(" ", "") == "reg." + "12345" * 20


@pytest.mark.parametrize(
    ("given_link", "label"),
    [
        (link("1", share=51, start="2015-03-01"), "51% · 2015"),
        (link("1", share=33.33, start="2015"), "33.33% · 2015"),
        (link("1", share=100), "100% · undated"),
        (link("1", share_range=(25, 50), start="2015"), "25-50% · 2015"),
        (link("1", share_range=(None, 25), start="2015"), "up to 25% · 2015"),
        (link("1", share_range=(75, None), start="2015"), "75% or more · 2015"),
        # All that is known is that it is a share: that is no number, and certainly not 100 %.
        (link("1", share_range=(0, 100), start="2015"), "share unknown · 2015"),
        (link("1", start="2015"), "share unknown · 2015"),
        (link("1", role="registered_owner", start="2016-07"), "registered owner · 2016"),
        (link("1", role="beneficial_owner", start="2016"), "beneficial owner · share unknown · 2016"),
        (link("1", share=75, start="2010-01-05", end="2014"), "75% · 2010-2014"),
        (link("1", share=75, end="2014-02-03"), "75% · until 2014"),
        (link("1", share=75, start="2014-02", end="2014-11"), "75% · 2014-02 to 2014-11"),
        (link("1", share=75, start="before 2017"), "75% · before 2017"),
        (link("1", share=75, start="~2017", possible=True), "75% · ~2017 · may hold"),
        (link("1", LinkType.MANAGES, role="ship_manager", start="2013", end="2016"), "ship manager · 2013-2016"),
        (link("1", LinkType.OPERATES, start="2013"), "operator · 2013"),
        (link("1", LinkType.CONTROLS, role="listed as controlled by"), "listed as controlled by · undated"),
        (link("1", LinkType.ACTS_FOR, start="2013"), "represented by · 2013"),
        (link("1", LinkType.LINKED_TO, sources=(OFAC_SOURCE,)), "linked to · OFAC"),
        (link("1", LinkType.LINKED_TO, sources=(OFAC_SOURCE, UN_SOURCE)), "linked to · OFAC · UN"),
        (link("1", LinkType.SHARED_ADDRESS), "same address"),
        (link("1", LinkType.SHARED_MANAGER, role="SEA FLEET LTD"), "same manager (SEA FLEET LTD)"),
        (link("1", share=51, start="2015", certainty=Certainty.SUSPECTED), "51% · 2015 · suspected"),
        (link("1", share=51, start="2015", certainty=Certainty.UNKNOWN), "51% · 2015 · certainty unknown"),
        (link("1", share=51, start="2015", certainty=Certainty.CONFIRMED), "51% · 2015"),
    ],
)
def test_a_line_says_the_share_or_the_role_then_when_then_how_sure(given_link: object, label: str) -> None:
    assert link_label(given_link) == label  # type: ignore[arg-type]


def test_ownership_is_solid_control_dotted_and_a_mere_tie_thin_with_an_open_head() -> None:
    owns = line_style(link("1"), "2018-06-29")
    manages = line_style(link("1", LinkType.MANAGES), "2018-06-29")
    linked = line_style(link("1", LinkType.LINKED_TO), "2018-06-29")
    family = line_style(link("1", LinkType.FAMILY_OF), "2018-06-29")
    assert (owns.pattern, owns.width, owns.head) == (Pattern.SOLID, 1.5, Head.FILLED)
    assert (manages.pattern, manages.width, manages.head) == (Pattern.DOTTED, 1.5, Head.FILLED)
    assert (linked.pattern, linked.width, linked.head) == (Pattern.SOLID, 1.0, Head.OPEN)
    assert family.head is Head.NONE


@pytest.mark.parametrize("certainty", CERTAINTY_WEIGHT)
def test_whatever_is_less_than_stated_is_dashed_and_says_so(certainty: Certainty) -> None:
    style = line_style(link("1", LinkType.MANAGES, certainty=certainty), "2018-06-29")
    sure = certainty in {Certainty.CONFIRMED, Certainty.STATED}
    assert (style.pattern is Pattern.DASHED) is not sure
    assert (grammar.CERTAINTY_WORDS[certainty] in style.label) is not sure


def test_what_was_over_on_the_day_is_grey_and_what_ended_later_is_not() -> None:
    past, later = link("1", start="2010", end="2014"), link("2", start="2010", end="2018-07")
    assert line_style(past, "2018-06-29").colour == grammar.ENDED
    assert line_style(later, "2018-06-29").colour == grammar.LINE
    assert has_ended(later, "any")
    # "2018" may be any day of that year: on 29 June nothing proves that the link was over.
    assert not has_ended(link("3", end="2018"), "2018-06-29")


def test_a_listing_shows_its_reference_and_measure_and_why_it_is_not_in_force() -> None:
    assert [line.text for line in listing_lines(listing("UN", "KPe.062"))] == ["UN KPe.062", "asset freeze"]
    gone = listing("EU", "7", status=Status.NO, delisted="2017-01-01")
    assert [line.text for line in listing_lines(gone)] == ["EU 7", "asset freeze", "delisted 2017-01-01"]
    early = replace(undated("EU", "7"), status=Status.NO)
    assert [line.text for line in listing_lines(early)] == ["EU 7", "asset freeze", "not in force"]


def test_every_kind_and_every_link_type_has_its_look_and_word() -> None:
    assert set(grammar.PARTY_STYLES) == set(Kind)
    assert set(grammar.LINK_WORDS) == set(grammar.LINK_VERBS) == set(LinkType)
    assert set(grammar.CERTAINTY_WORDS) == set(Certainty)


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("\u202eLIVE\u202c", "LIVE"),
        ("A\u2066B\u2067C\u2068D\u2069E\u200eF\u200fG", "ABCDEFG"),
        ("A\u202aB\u202bC\u202dD", "ABCD"),
        ("A\x00B\x1bC\x7fD\x9fE", "A B C D E"),
        ("A\r\nB\tC\u2028D\u2029E", "A B C D E"),
        ("A\ud800B\uffffC", "A\ufffdB\ufffdC"),
        ("e\u0301" + "\u0301" * 30, "e\u0301\u0301\u0301"),
        ("شرکت کشتی\u200cرانی", "شرکت کشتی\u200cرانی"),  # the joiner is part of the Persian word
    ],
)
def test_control_and_direction_marks_are_made_harmless(name: str, drawn: str) -> None:
    assert harmless(name) == drawn


@given(st.text())
def test_a_harmless_text_stays_as_it_is_and_is_one_printable_line(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert all(sign >= " " and sign not in "\x7f\u2028\u2029\ufffe\uffff" for sign in once)


@given(st.text(min_size=1), st.floats(min_value=40, max_value=400))
def test_wrapped_text_keeps_every_word_and_fits_its_width(text: str, width: float) -> None:
    plain = harmless(text)
    lines = wrapped(plain, width, 12)
    assert "".join(lines).replace(" ", "") == plain.replace(" ", "")
    assert all(text_width(line, 12) <= width or len(line) == 1 for line in lines)


def test_a_chinese_sign_is_as_wide_as_the_font_is_high_and_a_bold_letter_wider_than_a_plain_one() -> None:
    assert text_width("船", 10) == pytest.approx(10 * 1.08)
    assert text_width("SHIP", 10, bold=True) > text_width("SHIP", 10)
    assert text_width("É", 10) == text_width("E", 10)
