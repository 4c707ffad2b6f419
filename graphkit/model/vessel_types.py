"""What a ship is built for, in eight groups: `Crude/Oil Products Tanker` and `Chemical tanker` are tankers."""

from functools import cache

_GROUPS = (
    ("tanker", ("TANKER", "LPG", "LNG", "BUNKER", "CRUDE", "VLCC", "SUEZMAX", "AFRAMAX", "PRODUCTS CARRIER")),
    ("tanker", ("GAS CARRIER",)),
    ("container", ("CONTAINER",)),
    ("bulk", ("BULK", "ORE CARRIER", "CEMENT", "HANDYSIZE", "PANAMAX", "CAPESIZE")),
    ("fishing", ("FISH", "TRAWLER", "LONGLINER", "REEFER FISH", "SEINER")),
    ("tug", ("TUG", "SUPPLY", "OFFSHORE", "ANCHOR HANDLING")),
    ("passenger", ("PASSENGER", "FERRY", "CRUISE", "RO-PAX", "ROPAX", "YACHT", "PLEASURE")),
    ("general_cargo", ("CARGO", "RO-RO", "RORO", "REFRIGERATED", "REEFER", "MULTI-PURPOSE", "COASTER")),
)  # fmt: skip


@cache
def type_group(text: str) -> str:
    """The group of a stated type; "" when it tells none, as "Unknown" and "Other" do.

    Source: the groups are those of the model's `type_group`; the words are those that lists and registers print.
    """
    capitals = text.upper()
    return next((group for group, words in _GROUPS if any(word in capitals for word in words)), "")
