"""Who says so: sources tables, sources that only cells name, and what is marked internal."""

from pathlib import Path

from graphkit.model.records import Link, Record, Source
from graphkit.model.vocabulary import Visibility
from tests.unit.sources.plain_folder import only, read_texts, remarks

INTERNAL = Visibility.INTERNAL


def test_what_is_marked_internal_stays_internal_with_everything_it_alone_names(tmp_path: Path) -> None:
    # The informant is internal, so is whatever rests on him; a party that a public row names too is public as well.
    statements, report = read_texts(
        tmp_path,
        {
            "s.csv": "id,title,visibility\ninformant,A talk,internal\n",
            "l.csv": "from,to,type,start,visibility,source\n"
            "MR X,SHIP A,OWNS,,public,informant\n"
            "CO B,SHIP A,OWNS,never,Internal,paper\n"
            "CO C,SHIP A,OWNS,,,paper\n"
            "MR Y,SHIP D,HATES,,secret,\n",
        },
    )
    named = [(record.name, record.provenance.visibility) for record in only(Record, statements)]
    assert named == [
        ("MR X", INTERNAL),
        ("SHIP A", INTERNAL),
        ("CO B", INTERNAL),
        ("CO C", Visibility.PUBLIC),
        ("SHIP A", Visibility.PUBLIC),
    ]
    assert [link.provenance.visibility for link in only(Link, statements)] == [INTERNAL, INTERNAL, Visibility.PUBLIC]
    assert {source.id: source.visibility for source in only(Source, statements)} == {
        "informant": INTERNAL,
        "paper": Visibility.PUBLIC,
        "case-x": INTERNAL,
    }
    # Of internal rows the report tells the place and the reason, and nothing that they say.
    assert remarks(report) == [
        (3, "a source that no sources table describes", "paper", False),
        (3, "start is not a date graphkit knows", "", False),
        (5, "type is no relationship type and no role that graphkit knows", "", True),
    ]


def test_a_source_that_any_of_its_rows_marks_internal_is_internal(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {"s.csv": "id,title,visibility\na,A talk,\na,A talk,internal\n", "l.csv": "from,to,type,source\nX,Y,OWNS,a\n"},
    )
    assert statements[0] == Source("a", "A talk", visibility=INTERNAL)
    assert [link.provenance.visibility for link in only(Link, statements)] == [INTERNAL]
    assert remarks(report) == [(3, "another row describes the same source in other words", "", True)]


def test_two_rows_that_describe_one_source_differently_are_not_both_believed(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "s.csv": "id,title,kind,published\na,One,press,2018\na,One,press,2018\na,Two,press,2018\n"
            ",x,,\nb,B,blog,soon\n"
        },
    )
    assert statements == [
        Source("a", "One", kind="press", published="2018"),
        Source("b", "B", kind="blog", published="soon"),
    ]
    assert remarks(report) == [
        (4, "another row describes the same source in other words", "a | Two | press | 2018", True),
        (5, "the row has no id", "x", True),
        (6, "kind is none of list, register, report, press, ais, analyst", "blog", False),
        (6, "published is not a date graphkit knows", "soon", False),
    ]
