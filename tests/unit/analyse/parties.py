"""The parties of the tests on chains: a ship, whoever may stand behind it, and nobody."""

PARTIES = """
    id,kind,name,imo
    ship,vessel,AURORA,9074729
    alpha,company,Alpha Crossing Ltd,
    bravo,company,Bravo Meridian Ltd,
    carol,person,Carol Quist,
    delta,company,Delta Harbour Ltd,
    echo,company,Echo Northern Ltd,
    nobody,company,UNKNOWN,
"""
ALPHA, BRAVO, CAROL, DELTA, ECHO = (
    "Alpha Crossing Ltd",
    "Bravo Meridian Ltd",
    "Carol Quist",
    "Delta Harbour Ltd",
    "Echo Northern Ltd",
)


def listings(*ids: str) -> str:
    """An asset freeze of 2018 on each party."""
    return "\n".join(["entity,authority,listed", *(f"{each},OFAC,2018-01-01" for each in ids)])
