"""Numbers as Word writes them before the paragraphs of a list: 一 十二 甲 ① IV b."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_HIGHEST = 9999
"""Above it every number is written in figures."""


def counted(number: int, style: str) -> str:
    """`number` in one of Word's styles (``w:numFmt``); a style not known here is in figures."""
    if not 0 < number <= _HIGHEST:
        return str(number)
    write = _STYLES.get(style)
    return write(number) if write is not None else str(number)


def _spoken(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """一百零二, as numbers are said."""
    words: list[str] = []
    for place, sign in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if sign != "0":
            words.append(digits[int(sign)] + (units[place - 1] if place else ""))
        elif words and words[-1] != "零":
            words.append("零")
    said = "".join(words).rstrip("零")
    return said.removeprefix("一") if said.startswith("一十") else said


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(sign)] for sign in str(number))


def _wide(number: int) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in str(number))


def _of(signs: str) -> Callable[[int], str]:
    """One sign for each number while there are signs."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _run(first: str, last: int) -> str:
    """`last` signs that follow each other in Unicode."""
    return "".join(chr(ord(first) + step) for step in range(last))


def _letters(number: int) -> str:
    """A to z, then aa to zz."""
    repeated, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeated + 1) if repeated < 9 else str(number)


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _of(_run("①", 20)),
    "decimalEnclosedCircleChinese": _of(_run("①", 20)),
    "decimalEnclosedParen": _of(_run("⑴", 20)),
    "decimalEnclosedFullstop": _of(_run("⒈", 20)),
    "ideographEnclosedCircle": _of(_run("㊀", 10)),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": lambda number: _spoken(number, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: _spoken(number, _LEGAL, "拾佰仟"),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
} | dict.fromkeys(
    (
        *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
        *("taiwaneseCounting", "taiwaneseCountingThousand"),
    ),
    _spoken,
)
