"""Numbers in running text: those that prove themselves, and no others."""

import pytest

from graphkit.analyse.numbers_in_text import numbers_in_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bought with IMO 7303803", [("imo", "7303803")]),
        ("ex-IMO7303803.", []),  # letters right before it: part of a longer sign
        ("7303804 and 12345678 and 17303803", []),
        ("owner no. 5676084", [("company_imo", "5676084")]),
        ("LEI 5493001KJTIIGC8Y1R12", [("lei", "5493001KJTIIGC8Y1R12")]),
        ("MMSI: 445123000; tel 445123000", [("mmsi", "445123000")]),
        ("0000000", []),
        ("", []),
    ],
)
def test_only_numbers_that_pass_their_check_or_are_labelled_count(text: str, found: list[tuple[str, str]]) -> None:
    assert list(numbers_in_text(text)) == found
