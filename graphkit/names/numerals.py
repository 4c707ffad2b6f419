"""Numbers inside names, so that they are compared as numbers: `11`, `XI`, `NO. 11`, `ELEVENTH` and `ELEVEN` are 11.

The number at the end of a ship's name tells sisters apart: WAN HENG 11 and WAN HENG 12 are two ships. A Roman numeral
counts only as the last word of a ship's name and only when it is a usual one, since `MI` or `LI` are syllables.
"""

_NUMBER_WORDS = (
    "ONE FIRST|TWO SECOND|THREE THIRD|FOUR FOURTH|FIVE FIFTH|SIX SIXTH|SEVEN SEVENTH|EIGHT EIGHTH|NINE NINTH|TEN TENTH|"
    "ELEVEN ELEVENTH|TWELVE TWELFTH|THIRTEEN THIRTEENTH|FOURTEEN FOURTEENTH|FIFTEEN FIFTEENTH"
)
NUMBER_OF_WORD = {word: str(n) for n, words in enumerate(_NUMBER_WORDS.split("|"), start=1) for word in words.split()}
_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
NUMBER_OF_ROMAN = {roman: str(n) for n, roman in enumerate(_ROMANS, start=1)}
_NUMBER_SIGNS = {"NO", "NR", "NUM", "N"}


def split_numerals(words: tuple[str, ...], *, roman_last: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words without their numbers, and the numbers in order, leading zeros dropped.

    roman_last: read a Roman numeral in the last place, as ships' names use it; never when it is the whole name.
    """
    last = len(words) - 1
    read = [_number(word, roman=roman_last and 0 < index == last, alone=last == 0) for index, word in enumerate(words)]
    signs = {index for index in range(last) if words[index] in _NUMBER_SIGNS and read[index + 1]}
    rest = tuple(word for index, word in enumerate(words) if not read[index] and index not in signs)
    return rest, tuple(filter(None, read))


def _number(word: str, *, roman: bool, alone: bool) -> str:
    """The number that a word is, without leading zeros; empty when it is none. ELEVEN alone is a ship's whole name."""
    if word.isdigit():
        return word.lstrip("0") or "0"
    return (NUMBER_OF_ROMAN.get(word, "") if roman else "") or ("" if alone else NUMBER_OF_WORD.get(word, ""))
