"""When two addresses or two contacts are the same one, for links between parties that share it.

An address counts when it names a building: a street or a house with a figure, and a town. A country, a town, a
district, a postcode or a post office box alone joins thousands of strangers and gives no form. Floors and rooms are
told apart from the building: two parties in two flats of one house do not share an address.
"""

import re
from functools import lru_cache

from graphkit.model.countries import country_code
from graphkit.names.normalise import comparison_form
from graphkit.resolve.addresses import written_out

_PARTS = re.compile(r"[,;\n]+")
_CARE_OF = re.compile(r"^\s*(?:c/o|care of)\b", re.IGNORECASE)
_BOX = re.compile(
    r"\b(?:p\s*\.?\s*o\s*\.?\s*b(?:ox)?\b|post(?:al)?\s+(?:office\s+)?box|box\s+(?:no\b|\d)|apartado|apdo|casilla|b\.?\s*p\b"
    r"|a/ya)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:rooms?|rm|floor|fl|suite|ste|flat|unit|shop|apt|apartment|offices?|ofc|of|oficina|local|interior|int)\b\.?"
    r"[\s-]*(?:n(?:o|um(?:ber)?)?\b\.?\s*)?#?\s*(?:\d[\w/-]*|[a-z]\d*\b(?=\s*$))"
    r"|\b\d+(?:st|nd|rd|th)?\s*(?:floor\b|fl\b|/\s*f\b)",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(r"#\s*\d[\w-]*")  # a room, as in Singapore, or where no other figure stands, the house
_DISTRICT = re.compile(
    r"\b\d+\s*-?\s*(?:dong|ga|gu|guyok|ku|kun|gun|ri)\b"
    r"|\b(?:districts?|distr?|ward|zone|sector|quarter|phase|arrondissement)\b\.?\s*(?:no\b\.?\s*)?\d+\w*"
    r"|\b\d+(?:st|nd|rd|th)?\s+(?:districts?|distr?|ward|zone|sector|quarter|arrondissement)\b",
    re.IGNORECASE,
)
_NOT_A_STREET = frozenset({"NO", "NR", "N", "NUMBER", "BLDG", "BLD", "BUILDING", "HOUSE", "THE", "DOM", "D"})
_TOWN_AND_REGION = 2
_COUNTED = re.compile(r"0\d")  # OFAC prints one address as `01 ul Tigorovaya 20A` and as `ul Tigorovaya 20A`
_CITY_STATES = frozenset({"SG", "HK", "MO", "MC", "GI", "VA"})
_LONGEST_HOUSE_NUMBER = 4  # five figures and more are a postcode
_SHORTEST_WORD = 3
_FEWEST_FIGURES = 8
_SWITCHBOARD = "850218111"  # the exchange of Pyongyang, printed for everybody there; an extension makes it a number


def shared_form(prop: str, value: str) -> tuple[str, str]:
    """What two equal addresses or contacts have in common, and what is stated within it (the room, the floor).

    prop: address, phone, fax, email or website. The form is empty when the value says too little to join anybody by.
    """
    if prop == "address":
        return building_form(value)
    if prop in {"phone", "fax"}:
        return _phone(value), ""
    return (_email(value) if prop == "email" else _website(value)), ""


@lru_cache(maxsize=100_000)
def building_form(text: str) -> tuple[str, str]:
    """The building with its town and country, in one notation, and the room within it; two empty texts where the
    address names no building.

    `ul Tigorovaya 20A, Vladivostok 690091` gives `20A TIGOROVAYA UL | VLADIVOSTOK |`. The order of street and number
    and the postcode do not matter. The last part that is no country is a town or a region and never a house, so that
    `Surat Thani 84320` is no building. Where more places follow the house the last two tell: one grid of streets is
    laid over many towns.
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    countries = [code for part in parts if (code := _country(part))]
    parts = [part for part in parts if not (_country(part) or _CARE_OF.match(part) or _BOX.search(part))]
    country = countries[-1] if countries else ""
    in_city = country in _CITY_STATES and parts and _has_figure(parts[-1])
    last = parts.pop() if parts and not in_city else ""
    rooms = [_room(found[0]) for part in parts for found in _WITHIN.finditer(part)]
    streets = [_DISTRICT.sub(" ", _WITHIN.sub(" ", part)) for part in parts]
    house, after = _house([_NUMBER_SIGN.sub(" ", part) for part in streets])
    if house:
        rooms += [_room(found[0]) for part in streets for found in _NUMBER_SIGN.finditer(part)]
    else:
        house, after = _house(streets)
    towns = [*dict.fromkeys(filter(None, map(_town, (*streets[after:], last))))][-_TOWN_AND_REGION:]
    if not house or not (towns or country in _CITY_STATES):
        return "", ""
    return f"{house} | {' '.join(towns)} | {country}", " ".join(sorted(rooms))


def _country(part: str) -> str | None:
    """A number with the letters No is no Norway."""
    return None if _has_figure(part) else country_code(part)


def _town(part: str) -> str:
    return " ".join(word for word in comparison_form(part).split() if not _has_figure(word))


def _house(parts: list[str]) -> tuple[str, int]:
    """The words of the parts with a house number, and the place after the last of them; a number that stands alone
    takes the part beside it along.
    """
    read = [_street_words(part) for part in parts]
    words: set[str] = set()
    after = 0
    for place, part in enumerate(read):
        if not any(map(_is_house_number, part)):
            continue
        words.update(part)
        after = place + 1
        if not any(map(_is_word, part)):
            before = read[max(place - 1, 0) : place]
            beside = before if any(before) else read[place + 1 : place + 2]
            words.update(word for each in beside for word in each)
            after += beside is not before
    if sum(map(_is_house_number, words)) > 1:
        words = {word for word in words if not _COUNTED.fullmatch(word)}
    return (" ".join(sorted(words)), after) if any(map(_is_word, words)) else ("", after)


def _street_words(part: str) -> list[str]:
    words = [written_out(word) for word in comparison_form(part).split()]
    return [word for word in words if word not in _NOT_A_STREET]


def _is_house_number(word: str) -> bool:
    return _has_figure(word) and not (word.isdigit() and len(word) > _LONGEST_HOUSE_NUMBER)


def _is_word(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and not _has_figure(word)


def _has_figure(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _room(text: str) -> str:
    """Room 2604 and Rm. 2604 are one; a floor keeps apart from a room."""
    form = comparison_form(text)
    word = form.split()[0] if form[:1].isdigit() else form.split()[-1]
    number = re.sub(r"^0+|(?<=\d)(?:ST|ND|RD|TH|FL)$", "", word)
    return f"F{number}" if re.search(r"\bFL?(?:OOR)?\b|\dFL\b", form) else number


def _phone(value: str) -> str:
    figures = "".join(re.findall(r"\d", value)).removeprefix("00")
    return figures if len(figures) >= _FEWEST_FIGURES and figures != _SWITCHBOARD else ""


def _email(value: str) -> str:
    """The whole address: a domain alone may be anybody's who uses the same mail service."""
    text = value.strip().casefold().removeprefix("mailto:")
    return text if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text) else ""


def _website(value: str) -> str:
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", value.strip().casefold()).rstrip("/. ")
    return text if re.fullmatch(r"[^/\s@]+\.[^\s@]+", text) else ""
