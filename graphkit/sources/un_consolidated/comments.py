"""Numbers and contacts in the running text of a comment, where a label stands beside them.

A number without a label is never taken: `IMO number: 5676084` at the head of a sentence is the company's own, an IMO
number in the middle of one may be a ship's. A fax number is a phone number.
"""

import re
from collections.abc import Iterator

from graphkit.model.countries import country_code
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.records import Fact

_COMPANY_IMO = re.compile(
    r"(?:^|[.;)] ?)(?:Company Number IMO|(?:International Maritime Organization \(IMO\)|(?:Company )?IMO) [Nn]umber)"
    r":? ?(\d{5,8})\b"
)
_SWIFT = re.compile(r"\bSWIFT(?:/BIC)?(?: [Cc]ode)?:? ?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")
_REGISTRATION = re.compile(
    r"(?:(?P<before>[A-Z][a-z]+(?: [A-Z][a-z]+){0,5}) company registration number"
    r"|\b(?:Registered company|Company registration|Business [Rr]egistration) [Nn]umber)"
    r":? ?(?P<number>[A-Z]{0,3}\d{4,})\b(?: \((?P<after>[A-Z][A-Za-z ]+)\))?"
)
_ONE_PHONE = r"\+?\d[\d -]{5,}\d(?:/\d+)?(?: ?\(ext\. \d+\))?"
_PHONES = re.compile(
    r"\b(?:(?i:telephone|phone|telefax|fax|facsimile)|Tel)\.?(?: [Nn]umbers?)?[.:]* ?"
    rf"({_ONE_PHONE}(?:(?:[;,] and|[;,]| and| /) ?{_ONE_PHONE})*)"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"\bWebsite: ?((?:https?://|www\.)[^\s;,)\]]+)")


def company_numbers(comment: str) -> Iterator[Identifier]:
    """The IMO company number, the bank's SWIFT code and the registration number of the party the comment is about."""
    yield from (identifier("company_imo", number) for number in _COMPANY_IMO.findall(comment))
    yield from (identifier("swift", code) for code in _SWIFT.findall(comment))
    for found in _REGISTRATION.finditer(comment):
        country = country_code(found["before"] or found["after"] or "")
        yield identifier("registration_number", found["number"], country=country or "")


def contacts(text: str) -> Iterator[Fact]:
    """Phone numbers with their extensions, e-mail addresses and websites, as printed."""
    for numbers in _PHONES.findall(text):
        yield from (Fact("phone", number.strip()) for number in re.findall(_ONE_PHONE, numbers))
    yield from (Fact("email", address) for address in _EMAIL.findall(text))
    yield from (Fact("website", address.rstrip(".")) for address in _WEBSITE.findall(text))
