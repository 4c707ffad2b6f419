"""Days on which things of a synthetic fleet happen."""

from random import Random


def day(random: Random, first: int = 2009, last: int = 2019) -> str:
    """A day from the first year to the last, as 2018-06-29."""
    return f"{random.randint(first, last)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
