"""Words that say that a name is missing, and names that merely hold such a word."""

import pytest

from graphkit.model.placeholders import is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "UNKNOWN",
        "unknown",
        " Unknown  Owner ",
        "Owner unknown",
        "(unknown)",
        "NATIONALITY UNKNOWN",
        "UNDISCLOSED",
        "Undisclosed Chinese interests",
        "REPORTED SOLD",
        "REPORTED SOLD UNDISCLOSED INTEREST",
        "N/A",
        "n.a.",
        "NA",
        "none",
        "TBN",
        "To be named",
        "-",
        "—",
        "?",
        "???",
        "ＵＮＫＮＯＷＮ",  # full width, as Chinese and Japanese sources print Latin letters
    ],
)
def test_a_word_that_stands_for_a_missing_name_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "UNKNOWN SHIPPING CO",
        "UNKNOWN 1",
        "THE UNDISCLOSED COMPANY LTD",
        "NA YONG",
        "NONE SUCH SHIPPING",
        "SOLD REPORTED",
        "TBN MARINE",
        "X",
        "7303803",
        "未知",  # the word in Chinese: no pattern is documented for it, so it stays a name
        "UNDISCLOSED " * 1000,
    ],
)
def test_a_name_that_holds_such_a_word_is_a_name(text: str) -> None:
    assert not is_placeholder(text)


def test_an_empty_text_is_no_placeholder_because_nothing_was_printed() -> None:
    assert not is_placeholder("")
    assert not is_placeholder("   ")
