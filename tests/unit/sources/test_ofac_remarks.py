"""The grammar of OFAC's remarks: segments, labels, values, and the full stop at the end."""

import pytest

from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact, Name
from graphkit.model.vocabulary import Kind, NameKind, Validity
from graphkit.sources.ofac_sdn.remarks import LinkedParty, Remarks, parse
from graphkit.sources.ofac_sdn.segments import segments

OK, UNCHECKED, BAD_FORMAT = Validity.OK, Validity.UNCHECKED, Validity.BAD_FORMAT


def said(text: str, kind: Kind = Kind.ORGANIZATION) -> Remarks:
    return parse(segments(text), kind)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" . ", []),
        (";;. ;", []),
        ("DOB 1970; Gender Male.", ["DOB 1970", "Gender Male."]),
        ("a.k.a. 'X; Y'; Gender Male.", ["a.k.a. 'X; Y'", "Gender Male."]),
        ("Gender Male; a.k.a. 'X; Y'.", ["Gender Male", "a.k.a. 'X; Y'."]),
        ("DOB 1970; alt. f.k.a. 'X; Y; Z'; n.k.a. 'W'.", ["DOB 1970", "alt. f.k.a. 'X; Y; Z'", "n.k.a. 'W'."]),
        ("a.k.a. 'MU'AWIYA'; DOB 1970.", ["a.k.a. 'MU'AWIYA'", "DOB 1970."]),
        ("POB P'yongyang; citizen Korea, North.", ["POB P'yongyang", "citizen Korea, North."]),
        # A quote that is left open does not swallow what follows it.
        ("a.k.a. 'X; DOB 1970; a.k.a. 'Y'.", ["a.k.a. 'X", "DOB 1970", "a.k.a. 'Y'."]),
        ("a.k.a. 'X; DOB 1970.", ["a.k.a. 'X", "DOB 1970."]),
        ("a.k.a. ';  X\t Y'.", ["a.k.a. '; X Y'."]),
    ],
)
def test_remarks_are_cut_at_semicolons_outside_quotes(text: str, pieces: list[str]) -> None:
    assert segments(text) == pieces


def test_a_long_row_of_quotes_left_open_is_cut_without_delay() -> None:
    # Looking to the end of the text for each of them would take minutes.
    assert segments("a.k.a. 'X; " * 50_000) == ["a.k.a. 'X"] * 50_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a.k.a. 'THE SHIP'", Name("THE SHIP", NameKind.WEAK)),
        ("f.k.a. 'OLD STAR'.", Name("OLD STAR", NameKind.FORMER)),
        ("n.k.a. 'NEW STAR'.", Name("NEW STAR", NameKind.ALIAS)),
        ("alt. a.k.a. 'S.A.'.", Name("S.A.", NameKind.WEAK)),
    ],
)
def test_names_in_quotes_are_aliases_or_former_names(text: str, name: Name) -> None:
    assert said(text).names == [name]


@pytest.mark.parametrize("text", ["a.k.a. ''", "a.k.a. 'X", "a.k.a. X", "a.k.a. 'X' (Arabic)", "Linked To:", "Website"])
def test_a_label_without_its_value_is_kept_as_a_note(text: str) -> None:
    assert said(text + ".") == Remarks(facts=[Fact("note", text)])


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        (
            "Vessel Registration Identification IMO 9074729",
            Kind.VESSEL,
            Identifier("imo", "IMO 9074729", "9074729", OK),
        ),
        ("Vessel Registration Identification 9074729", Kind.VESSEL, Identifier("imo", "9074729", "9074729", OK)),
        ("Vessel Registration Identification IMO 15411", Kind.VESSEL, Identifier("imo", "IMO 15411", "", BAD_FORMAT)),
        (
            "Vessel Registration Identification IMO 9074728",
            Kind.VESSEL,
            Identifier("imo", "IMO 9074728", "", Validity.BAD_CHECKSUM),
        ),
        # The label of ships on a company: the kind of the entry decides, and the number is a company's.
        (
            "Vessel Registration Identification IMO 5676084",
            Kind.ORGANIZATION,
            Identifier("company_imo", "IMO 5676084", "5676084", OK),
        ),
        ("Company Number IMO 5676084", Kind.ORGANIZATION, Identifier("company_imo", "5676084", "5676084", OK)),
        (
            "alt. Identification Number IMO 5993381",
            Kind.ORGANIZATION,
            Identifier("company_imo", "5993381", "5993381", OK),
        ),
        ("MMSI 677049000", Kind.VESSEL, Identifier("mmsi", "677049000", "677049000", OK)),
        ("MMSI 67704900", Kind.VESSEL, Identifier("mmsi", "67704900", "", BAD_FORMAT)),
        ("Other Vessel Call Sign T2EA4", Kind.VESSEL, Identifier("call_sign", "T2EA4", "T2EA4", OK)),
        (
            "Company Number 1448837 (Hong Kong)",
            Kind.ORGANIZATION,
            Identifier("registration_number", "1448837 (Hong Kong)", "1448837", UNCHECKED, "HK"),
        ),
        ("D-U-N-S Number 30-012-3456", Kind.ORGANIZATION, Identifier("duns", "30-012-3456", "300123456", UNCHECKED)),
        (
            "Unified Social Credit Code (USCC) 91110000600037341L (China)",
            Kind.ORGANIZATION,
            Identifier("cn_uscc", "91110000600037341L (China)", "91110000600037341L", OK, "CN"),
        ),
        (
            "Passport 654410025 (Korea, North) expires 14 Oct 2019",
            Kind.PERSON,
            Identifier("passport", "654410025 (Korea, North) expires 14 Oct 2019", "654410025", UNCHECKED, "KP"),
        ),
        ("Passport A1 issued 2010", Kind.PERSON, Identifier("passport", "A1 issued 2010", "A1", UNCHECKED)),
        # Brackets that stand in the number belong to it.
        (
            "National ID No. (HWI)040182 (Burma)",
            Kind.PERSON,
            Identifier("national_id", "(HWI)040182 (Burma)", "HWI040182", UNCHECKED, "MM"),
        ),
        (
            "National ID No. D489833(9) (Hong Kong)",
            Kind.PERSON,
            Identifier("national_id", "D489833(9) (Hong Kong)", "D4898339", UNCHECKED, "HK"),
        ),
        (
            "Folio Mercantil No. 22839 (Jalisco) (Mexico)",
            Kind.ORGANIZATION,
            Identifier("registration_number", "22839 (Jalisco) (Mexico)", "22839", UNCHECKED, "MX"),
        ),
    ],
)
def test_numbers_are_read_by_label_and_kind(text: str, kind: Kind, number: Identifier) -> None:
    assert said(text, kind) == Remarks(identifiers=[number])
    assert said(f"{text}; {text}.", kind) == Remarks(identifiers=[number, number])


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Former Vessel Flag Malta", Fact("former_flag", "Malta", "MT")),
        ("alt. Former Vessel Flag None Identified", Fact("former_flag", "None Identified")),
        ("Other Vessel Flag Tuvalu", Fact("other_flag", "Tuvalu", "TV")),
        ("Other Vessel Type Tug", Fact("type", "Tug")),
        ("Vessel Year of Build 2005", Fact("built", "2005", when=parse_when("2005"))),
        ("Nationality of Registration Korea, North", Fact("country", "Korea, North", "KP")),
        ("Organization Type: Water transport", Fact("type", "Water transport")),
        ("Organization Established Date Mar 2010", Fact("incorporated", "Mar 2010", when=parse_when("Mar 2010"))),
        ("DOB 1961 to 1963", Fact("birth_date", "1961 to 1963", when=parse_when("1961..1963"))),
        ("alt. DOB circa 1951", Fact("birth_date", "circa 1951", when=parse_when("circa 1951"))),
        ("DOB in his fifties", Fact("birth_date", "in his fifties")),
        ("nationality Korea, North", Fact("nationality", "Korea, North", "KP")),
        ("citizen Panama", Fact("nationality", "Panama", "PA")),
        ("citizenship unclear", Fact("note", "citizenship unclear")),  # another word than the label
        ("Email Address info@example.org", Fact("email", "info@example.org")),
        (
            "Additional Sanctions Information - Subject to Secondary Sanctions",
            Fact("note", "Additional Sanctions Information - Subject to Secondary Sanctions"),
        ),
        ("Chairman of the Board", Fact("note", "Chairman of the Board")),
    ],
)
def test_facts_are_read_by_label_and_the_rest_is_kept_in_its_words(text: str, fact: Fact) -> None:
    assert said(f"{text}.") == Remarks(facts=[fact])
    assert said(f"{text}; Gender Male.").facts == [fact, Fact("gender", "Male")]


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        # At the end: the stop is the name's own or that of the remarks.
        ("Linked To: NITC.", ("NITC", "NITC.")),
        ("Linked To: PETROLEOS, S.A.", ("PETROLEOS, S.A", "PETROLEOS, S.A.")),
        ("Linked To: PETROLEOS, S.A..", ("PETROLEOS, S.A.", "PETROLEOS, S.A..")),
        ("Linked To: NITC", ("NITC", "NITC.")),
        ("Linked To:NITC.", ("NITC", "NITC.")),
        # Inside: as printed.
        ("Linked To: PETROLEOS, S.A.; Gender Male.", ("PETROLEOS, S.A.",)),
        ("Linked To: EXAMPLE LTD; Gender Male.", ("EXAMPLE LTD",)),
    ],
)
def test_a_linked_party_has_the_spellings_that_its_place_allows(text: str, spellings: tuple[str, ...]) -> None:
    assert [party.spellings for party in said(text).linked_to] == [spellings]


def test_several_linked_parties_keep_their_order_and_their_words() -> None:
    assert said("Linked To: B CO.; alt. Linked To: A: THE FIRST; Linked To: B CO..").linked_to == [
        LinkedParty(("B CO.",), "Linked To: B CO."),
        LinkedParty(("A: THE FIRST",), "Linked To: A: THE FIRST"),
        LinkedParty(("B CO.", "B CO.."), "Linked To: B CO.."),
    ]


def test_remarks_that_go_on_elsewhere_do_not_lose_a_stop() -> None:
    assert parse(["Website www.example.org", "Linked To: X S.A."], Kind.ORGANIZATION, ends=False).linked_to == [
        LinkedParty(("X S.A.",), "Linked To: X S.A.")
    ]
