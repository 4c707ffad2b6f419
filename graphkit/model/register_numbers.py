"""Numbers that registers of companies give, with the sums that prove them: LEI and the numbers of four states.

What python-stdnum checks is left to it; where it stops short, the missing part stands here.
"""

import re
import unicodedata

from stdnum import lei as stdnum_lei
from stdnum.cn import uscc as stdnum_uscc
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.kr import brn as stdnum_brn
from stdnum.ru import inn as stdnum_inn
from stdnum.ru import ogrn as stdnum_ogrn

from graphkit.errors import IdentifierError, WrongCheckDigit

_LEI = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
_BRN_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def parse_lei(text: str) -> str:
    """A Legal Entity Identifier, 20 characters, ISO 7064 mod 97-10.

    Raises:
        IdentifierError: wrong length or check digits.
    """
    lei = re.sub(r"[\s\-]", "", plain(text)).upper()
    if not _LEI.fullmatch(lei):  # python-stdnum looks at the sum alone, which one text in 97 passes
        raise IdentifierError(f"LEI {text.strip()!r} is not 18 letters and digits with two digits behind them")
    return _checked(stdnum_lei, lei, "LEI")


def parse_ogrn(text: str) -> str:
    """A Russian registration number: 13 digits of a company, 15 of a sole trader.

    For the longer one python-stdnum stops before the last step: the remainder of 13, and of that the last figure.

    Raises:
        IdentifierError: wrong length or check digit.
    """
    digits = re.sub(r"\s", "", plain(text))
    if not re.fullmatch(r"[34]\d{14}", digits):
        return _checked(stdnum_ogrn, text, "OGRN")
    if int(digits[:-1]) % 13 % 10 != int(digits[-1]):
        raise WrongCheckDigit(f"OGRN {text.strip()!r} does not pass its check")
    return digits


def parse_brn(text: str) -> str:
    """A Korean business registration number; python-stdnum knows its form and not its sum.

    Digits one to nine are weighted 1, 3, 7, 1, 3, 7, 1, 3, 5, the tens of the ninth product added; the check digit
    fills the sum up to a ten: for 116-82-00276 the sum is 101 + 3, and 6 makes it 110.

    Raises:
        IdentifierError: wrong length or check digit.
    """
    digits = _checked(stdnum_brn, text, "Korean business registration number")
    products = [weight * int(digit) for weight, digit in zip(_BRN_WEIGHTS, digits[:9], strict=True)]
    if (sum(products) + products[-1] // 10 + int(digits[-1])) % 10:
        raise WrongCheckDigit(f"Korean business registration number {text.strip()!r} does not pass its check")
    return digits


def parse_inn(text: str) -> str:
    """A Russian tax number: 10 digits of a company, 12 of a person.

    Raises:
        IdentifierError: wrong length or check digits.
    """
    return _checked(stdnum_inn, text, "INN")


def parse_uscc(text: str) -> str:
    """A Chinese Unified Social Credit Code, 18 characters.

    Raises:
        IdentifierError: wrong length, letters or check digit.
    """
    return _checked(stdnum_uscc, text, "USCC")


def _checked(module: object, text: str, what: str) -> str:
    try:
        return str(module.validate(plain(text)))  # type: ignore[attr-defined]  # a function of all python-stdnum's modules
    except InvalidChecksum as error:  # python-stdnum's errors do not say which number it was
        raise WrongCheckDigit(f"{what} {text.strip()!r} does not pass its check") from error
    except ValidationError as error:
        raise IdentifierError(f"{what} {text.strip()!r} has not the form of one") from error


def plain(text: str) -> str:
    """Full-width letters as ordinary ones and decimal figures of any script as 0 to 9."""
    return "".join(_figure(sign) for sign in unicodedata.normalize("NFKC", text))


def _figure(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
