"""Cyrillic, Greek, Arabic and kana in Latin capitals, letter by letter, as shipping registers and lists print them.

Each reader is made for a stretch of text, since only the whole tells Ukrainian from Russian or Persian from Arabic, and
then reads its words one by one. `other` asks for the second usual way. Letters without an entry are read by anyascii.

Sources: BGN/PCGN systems for Russian (1947), Ukrainian, Bulgarian and Persian; ELOT 743 for Greek; modified Hepburn.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from anyascii import anyascii

Reader = Callable[[str], str]


def _letters(text: str) -> dict[str, str]:
    """From `б B в V`; _ is silence."""
    parts = text.replace("_", "").split(" ")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _spelt(word: str, letters: Mapping[str, str]) -> str:
    known = (letters.get(sign) for sign in word)
    return "".join(anyascii(sign).upper() if read is None else read for sign, read in zip(word, known, strict=True))


# --- Cyrillic ---------------------------------------------------------------------------------------------------------

_RUSSIAN = _letters(
    "а A б B в V г G д D е E ё YO ж ZH з Z и I й Y к K л L м M н N о O п P р R с S т T у U ф F х KH ц TS ч CH ш SH "
    "щ SHCH ъ _ ы Y ь _ э E ю YU я YA ў W ә A ғ GH қ Q ң NG ө O ұ U ү U һ H"
)
_UKRAINIAN = _RUSSIAN | _letters("г H ґ G и Y і I ї I є YE")
_BULGARIAN = _RUSSIAN | _letters("щ SHT ъ A х H")
_SERBIAN = _RUSSIAN | _letters("ђ DJ ж Z ј J љ LJ њ NJ ћ C ч C ш S џ DZ х H ц C ѓ GJ ќ KJ ѕ DZ")
_SERBIAN_PRESS = _SERBIAN | _letters("ж ZH ч CH ћ CH ш SH ц TS ј Y џ DZH")
_IOTATED = re.compile(r"(?:\b|(?<=[аеёиоуыэюяйъь]))е")
_BULGARIAN_SIGN = re.compile(r"ъ(?![еёюяі])\w")


def cyrillic(run: str, *, other: bool) -> Reader:
    """Russian unless letters that only Ukrainian, Serbian or Bulgarian has say otherwise.

    First as BGN/PCGN has it (YEVGENIY, KRASNYY, ALEKSANDR), other as the press writes (EVGENY, KRASNY, ALEXANDR).
    """
    if re.search("[ђјљњћџѓќѕ]", run):
        return partial(_spelt, letters=_SERBIAN_PRESS if other else _SERBIAN)
    if re.search("[іїєґ]", run):
        return partial(_russian, letters=_UKRAINIAN, iotated=False, press=other)
    if _BULGARIAN_SIGN.search(run):
        return partial(_russian, letters=_BULGARIAN, iotated=False, press=other)
    return partial(_russian, letters=_RUSSIAN, iotated=not other, press=other)


def _russian(word: str, *, letters: Mapping[str, str], iotated: bool, press: bool) -> str:
    if press:
        word = re.sub(r"[иы]й\b", "Y", word).replace("кс", "X").replace("ё", "е")
    if iotated:
        word = _IOTATED.sub("YE", word)
    return _spelt(word, letters)


# --- Greek ------------------------------------------------------------------------------------------------------------

_GREEK = _letters(
    "α A β V γ G δ D ε E ζ Z η I θ TH ι I κ K λ L μ M ν N ξ X ο O π P ρ R σ S ς S τ T υ Y φ F χ CH ψ PS ω O"
)
_GREEK_PRESS = _GREEK | _letters("χ KH υ I φ PH")
_VOICELESS = "(?=[θκξπσςτφχψ]|$)"


def greek(run: str, *, other: bool) -> Reader:
    """By ELOT 743, where ναυτιλία is NAFTILIA and χ is CH; other: NAVTILIA, KH and PH."""
    del run
    return partial(_greek, other=other)


def _greek(word: str, *, other: bool) -> str:
    word = without_marks(word)
    word = word.replace("ου", "U" if other else "OU").replace("γγ", "NG").replace("γχ", "NCH").replace("γξ", "NX")
    word = re.sub(r"^μπ", "B", re.sub(r"^ντ", "D", re.sub(r"^γκ", "G", word)))
    word = re.sub(r"([αεη])υ" + _VOICELESS, r"\1V" if other else r"\1F", word)
    return _spelt(re.sub(r"([αεη])υ", r"\1V", word), _GREEK_PRESS if other else _GREEK)


def without_marks(word: str) -> str:
    """The letters without accents, breathings and vowel points."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if unicodedata.category(sign) != "Mn")


# --- Arabic and Persian -----------------------------------------------------------------------------------------------

_ARABIC = _letters(
    "ا A ب B ت T ث TH ج J ح H خ KH د D ذ DH ر R ز Z س S ش SH ص S ض D ط T ظ Z ع _ غ GH ف F ق Q ک K ل L م M ن N ه H "
    "ة A ء _ پ P چ CH ژ ZH گ G ٹ T ڈ D ڑ R ں N ھ H ہ H ے E ڤ V"
)
_PERSIAN = _ARABIC | _letters("ث S ذ Z ض Z ق GH ة H")
_SEMIVOWELS = {"ar": {"و": ("W", "U"), "ی": ("Y", "I")}, "fa": {"و": ("V", "U"), "ی": ("Y", "I")}}
_LONG = "اةوی"
_ARTICLE = re.compile(r"^(و)?(?:ال|(ل)ل)(?=..)")


def arabic(run: str, *, other: bool) -> Reader:
    """Consonants and long vowels; short vowels are not written and stay out: نور is NUR, کشتیرانی is KSHTIRANI.

    The article is a word of its own, AL. Persian values (V, Z, GH) come first where a letter is Persian, else second.
    """
    persian = bool(re.search("[پچژگ]", run)) != other
    return partial(_arabic, letters=_PERSIAN if persian else _ARABIC, semivowels=_SEMIVOWELS["fa" if persian else "ar"])


def arabic_letters(text: str) -> str:
    """One sign for the letters that are printed now one way, now another: alef, yeh, kaf; no points, no stretching."""
    plain = without_marks(text)
    return plain.translate(_ONE_LETTER)


_ONE_LETTER = str.maketrans("أإآٱىيئكؤۀەۃ", "اااایییکوههة", "ـ٫٬")


def _arabic(word: str, *, letters: Mapping[str, str], semivowels: Mapping[str, tuple[str, str]]) -> str:
    word = re.sub("لله$", "للاه", word)  # the name of God, and those that end in it, are written without their alef
    if word.startswith("عبدال") and len(word) > 6:
        return "ABD AL " + _arabic_stem(word[5:], letters, semivowels)
    article = _ARTICLE.match(word)
    if article and article.end():
        lead = ("WA " if article[1] else "") + ("LIL " if article[2] else "AL ")
        return lead + _arabic_stem(word[article.end() :], letters, semivowels)
    return _arabic_stem(word, letters, semivowels)


def _arabic_stem(word: str, letters: Mapping[str, str], semivowels: Mapping[str, tuple[str, str]]) -> str:
    read = []
    if word.startswith(("ای", "او")):  # the alef only carries the vowel: ایران is IRAN
        word, read = word[2:], [semivowels[word[1]][1]]
    for at, sign in enumerate(word):
        if sign in semivowels:
            read.append(semivowels[sign][not _glides(word, at)])
        else:
            read.append("A" if sign == "ع" and at == 0 else letters.get(sign) or _silent_or_known(sign, letters))
    return "".join(read)


def _glides(word: str, at: int) -> bool:
    """Whether و or ی is a consonant here: in front, or beside a long vowel, but not at the end."""
    return at == 0 or (at < len(word) - 1 and (word[at - 1] in _LONG or word[at + 1] in _LONG))


def _silent_or_known(sign: str, letters: Mapping[str, str]) -> str:
    return "" if sign in letters else anyascii(sign).upper()


# --- Kana -------------------------------------------------------------------------------------------------------------

_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}
_SMALL = {"ゃ": "A", "ゅ": "U", "ょ": "O", "ぁ": "A", "ぃ": "I", "ぅ": "U", "ぇ": "E", "ぉ": "O"}
_LENGTHENED = ((re.compile("O[OU]"), "O"), (re.compile("UU"), "U"))


def kana(word: str) -> str:
    """Hepburn without macrons, long vowels short: しょうじ is SHOJI, マース is MASU."""
    read = ""
    doubled = False
    for sign in word.translate(_HIRAGANA):
        if sign in _SMALL:
            read = _with_small(read, sign)
        elif sign == "っ":
            doubled = True
        elif sign != "ー":
            sound = "N" if sign == "ん" else anyascii(sign).upper()
            read += ("T" if sound.startswith("CH") else sound[:1]) + sound if doubled else sound
            doubled = False
    for long, short in _LENGTHENED:
        read = long.sub(short, read)
    return read


def _with_small(read: str, sign: str) -> str:
    """き and ゃ are KYA, し and ゃ SHA, ふ and ぃ FI."""
    glide = "Y" if sign in "ゃゅょ" and not read.endswith(("SHI", "CHI", "JI")) else ""
    return read[:-1] + glide + _SMALL[sign]
