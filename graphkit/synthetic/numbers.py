"""Numbers of vessels and companies: right check digits, no number twice, and outside the ranges seen in use.

Ship numbers begin with 2, 3 or 4 and company numbers with 7, 8 or 9: on the lists of OFAC, the UN and the EU ships'
begin with 6 to 9 and companies' with 1, 4, 5 or 6. An MMSI has a true flag in front and may by chance be a real
station's. The n-th party always gets the same number, whatever the size of the fleet.
"""

from random import Random

from graphkit.synthetic.vocabulary import data, mids

_STEMS = 300_000
_STEP = 110_017  # shares no factor with the number of stems, so that n -> n * step runs through all of them
_SHIP_WEIGHTS = (7, 6, 5, 4, 3, 2)
_COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)
_STATIONS = 1_000_000
_STATION_STEP = 387_701
_IDENTITIES = 3
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def ship_imo(index: int) -> str:
    """The IMO number of the n-th vessel; index below 300,000."""
    stem = str(200_000 + (index + 1) * _STEP % _STEMS)
    return stem + str(_sum(stem, _SHIP_WEIGHTS) % 10)


def company_imo(index: int) -> str:
    """The IMO number of the n-th company; empty when all are given out."""
    if index >= _STEMS:
        return ""
    stem = str(700_000 + (index + 1) * _STEP % _STEMS)
    return stem + str((11 - _sum(stem, _COMPANY_WEIGHTS) % 11) % 10)


def _sum(stem: str, weights: tuple[int, ...]) -> int:
    return sum(weight * int(digit) for weight, digit in zip(weights, stem, strict=True))


def station(index: int, identity: int, flag: str) -> tuple[str, str]:
    """MMSI and call sign of the n-th vessel in its first, second or third identity, under a flag."""
    serial = (index * _IDENTITIES + identity + 1) * _STATION_STEP % _STATIONS
    digits = mids(flag)
    mid = digits[serial % len(digits)]
    rest, letters = serial // 10, ""
    for _ in range(4):
        rest, letter = divmod(rest, len(_LETTERS))
        letters += _LETTERS[letter]
    return f"{mid}{serial:06d}", f"{data('places')['flags'][flag]['call_sign']}{letters}{serial % 10}"


def registration_number(kind: str, index: int, country: str) -> str:
    """A number in a national register: of ships by flag, of companies by jurisdiction. Each occurs once."""
    serial = (index + 1) * 7_919
    return f"{country[0]}{serial:08d}" if kind == "company" else f"{serial:07d}"


def spoilt(number: str, random: Random) -> str:
    """A number with one digit changed: a ship's and a company's check digit no longer fit.

    The last digit is changed, since no other change of one digit is sure to be noticed by both sums.
    """
    return number[:-1] + str((int(number[-1]) + random.randint(1, 9)) % 10)
