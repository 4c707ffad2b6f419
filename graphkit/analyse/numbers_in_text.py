"""Numbers in running text that prove themselves by a check digit, or by the word before them.

A number in a note may be that of another party: it is a reason to look, and a weaker one than a number in a column.
"""

import re
from collections.abc import Iterator

from graphkit.model.identifiers import identifier
from graphkit.model.vocabulary import Validity

_NUMBERS = re.compile(r"(?<![A-Z0-9])(?:(\d{7})|([A-Z0-9]{18}\d{2})|MMSI\W{0,3}(\d{9}))(?![A-Z0-9])", re.IGNORECASE)
_SCHEMES = (("imo", "company_imo"), ("lei",), ("mmsi",))


def numbers_in_text(text: str) -> Iterator[tuple[str, str]]:
    """Scheme and value of each number; seven digits that are right as a ship's and as a company's IMO are both."""
    for found in _NUMBERS.finditer(text):
        for printed, schemes in zip(found.groups(), _SCHEMES, strict=True):
            for scheme in schemes if printed else ():
                number = identifier(scheme, printed)
                if number.valid is Validity.OK:
                    yield scheme, number.value
