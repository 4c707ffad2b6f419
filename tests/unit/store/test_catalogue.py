"""The texts in cypher/: headers that keep their promise, checked parameters, and one number that may be replaced."""

import re
from pathlib import Path

import pytest

from graphkit.errors import WrongUse
from graphkit.model.vocabulary import LinkType
from graphkit.store import catalogue
from graphkit.store.base import Value
from graphkit.store.catalogue import Bound, Column, Parameter, read_question

HOLDERS = """// holders
//
// Who holds a party,
// however indirectly.
//
// param   entity_id  string        where to start
// param   day        integer?      days since 1970; null: any
// bound   max_hops   1..12 = 8     longest chain followed
// column  holder_id  string
// column  chain      path          for the picture
// order   holder_id
// try     :param {entity_id: 'vessel-imo-7303803', day: null}
MATCH chain = (start {id: $entity_id})<-[:OWNS]-{1,8 /*max_hops*/}(holder)
RETURN holder.id AS holder_id, chain, 8 AS not_a_bound
"""


def test_a_header_is_read_as_a_contract() -> None:
    question = read_question("holders", HOLDERS)
    assert question.summary == "Who holds a party, however indirectly."
    assert question.parameters == (
        Parameter("entity_id", "string", False, "where to start"),
        Parameter("day", "integer", True, "days since 1970; null: any"),
    )
    assert question.bounds == (Bound("max_hops", 1, 12, 8, "longest chain followed"),)
    assert question.columns == (Column("holder_id", "string", ""), Column("chain", "path", "for the picture"))
    assert (question.order, question.example) == ("holder_id", "{entity_id: 'vessel-imo-7303803', day: null}")


def test_the_bound_is_the_only_thing_that_is_put_into_the_text() -> None:
    text, values = read_question("holders", HOLDERS).prepare({"entity_id": "'}) //", "day": None, "max_hops": 12})
    assert text == HOLDERS.replace("{1,8 /*max_hops*/}", "{1,12 /*max_hops*/}")
    assert values == {"entity_id": "'}) //", "day": None}


def test_without_a_bound_the_text_is_the_file() -> None:
    assert read_question("holders", HOLDERS).prepare({"entity_id": "x", "day": 1})[0] == HOLDERS


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"day": 1}, "holders needs the parameter entity_id: where to start."),
        ({"entity_id": "x", "day": 1, "sql": "x"}, "holders has no parameter sql."),
        ({"entity_id": None, "day": 1}, "entity_id of holders is None; its type is string."),
        ({"entity_id": "x", "day": "1"}, "day of holders is '1'; its type is integer."),
        ({"entity_id": "x", "day": True}, "day of holders is True; its type is integer."),
        ({"entity_id": "x", "day": 1, "max_hops": 13}, "max_hops of holders is 13; it goes from 1 to 12."),
        ({"entity_id": "x", "day": 1, "max_hops": 0}, "max_hops of holders is 0; it goes from 1 to 12."),
        ({"entity_id": "x", "day": 1, "max_hops": "1} //"}, "max_hops of holders is '1} //'; it goes from 1 to 12."),
        ({"entity_id": "x", "day": 1, "max_hops": True}, "max_hops of holders is True; it goes from 1 to 12."),
    ],
)
def test_what_does_not_fit_the_header_is_refused(given: dict[str, Value], message: str) -> None:
    with pytest.raises(WrongUse) as refused:
        read_question("holders", HOLDERS).prepare(given)
    assert str(refused.value) == message


@pytest.mark.parametrize("value", ["AN SAN", ["AN", 1], 7, None])
def test_a_list_of_strings_is_nothing_else(value: Value) -> None:
    with pytest.raises(WrongUse):
        catalogue.question("names_with_words").prepare({"words": value})


def test_an_unknown_question_is_answered_with_the_names_of_all() -> None:
    with pytest.raises(WrongUse, match=r"no question '\.\./schema'; the questions are .*upstream_links"):
        catalogue.question("../schema")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("// holders", "// owners"), ("string        where", "text where"), ("1..12 = 8", "8")],
)
def test_a_header_that_breaks_the_rules_is_told(wrong: str, right: str) -> None:
    with pytest.raises(WrongUse):
        read_question("holders", HOLDERS.replace(wrong, right, 1))


@pytest.mark.parametrize("name", catalogue.names())
def test_every_file_keeps_its_header(name: str) -> None:
    question = catalogue.question(name)
    body = "\n".join(line for line in question.text.splitlines() if not line.startswith("//"))
    assert question.summary
    assert question.columns
    assert question.order
    assert set(re.findall(r"\$(\w+)", body)) == {each.name for each in question.parameters}
    numbers = set(re.findall(r"(\d+) /\*(\w+)\*/", body))
    assert numbers == {(str(bound.default), bound.name) for bound in question.bounds}
    assert all(bound.lowest <= bound.default <= bound.highest for bound in question.bounds)
    assert bool(question.example) == bool(question.parameters)
    returned = body[body.rindex("RETURN") :]
    assert [each for each in columns_of(returned) if each] == [column.name for column in question.columns]


def columns_of(returned: str) -> list[str]:
    """The names that a last RETURN gives, in its order."""
    parts = returned.partition("ORDER BY")[0].removeprefix("RETURN").removeprefix(" DISTINCT")
    depth, pieces = 0, [""]
    for sign in parts:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += sign
    return [piece.rpartition(" AS ")[2].strip() for piece in pieces]


def test_files_that_load_take_their_rows_as_a_parameter_and_merge_on_an_id() -> None:
    for path in sorted((catalogue.folder() / "load").rglob("*.cypher")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(catalogue.folder() / "load").with_suffix("").as_posix()
        assert text.startswith(f"// {name}\n"), path
        for key in re.findall(r"MERGE \(\w+:\w+ \{(\w+):|MERGE \(\w+\)-\[\w+:\w+ \{(\w+):", text):
            # A name node is a spelling: its key is the spelling, and no party is merged by it.
            assert "".join(key) == ("joined" if "".join(key) == "joined" and name == "names" else "id"), path


def test_there_is_one_file_for_every_type_of_link_and_they_differ_in_the_type_alone() -> None:
    files = {path.stem: statement_of(path) for path in (catalogue.folder() / "load" / "links").glob("*.cypher")}
    assert set(files) == {link_type.lower() for link_type in LinkType}
    assert {text.replace(f"[link:{stem.upper()} ", "[link:TYPE ") for stem, text in files.items()} == {
        files["owns"].replace("[link:OWNS ", "[link:TYPE ")
    }


def statement_of(path: Path) -> str:
    (text,) = catalogue.statements(path.relative_to(catalogue.folder()).with_suffix("").as_posix())
    return text


def test_a_file_of_several_statements_is_taken_apart_at_the_ends_of_lines() -> None:
    schema = catalogue.statements("schema")
    assert all(text.startswith(("CREATE ", "CALL db.awaitIndexes")) for text in schema)
    assert all(" IF NOT EXISTS " in text for text in schema if text.startswith("CREATE"))
    assert len(catalogue.statements("load/sweep")) == 2
