"""Write ``fold.tsv`` and ``pinyin.tsv``: ``python make_characters.py OPENCC.whl PYPINYIN.whl``.

See README.md for where the wheels come from.
"""

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent

OPENCC = "opencc/dictionary/TSCharacters.txt"
PYPINYIN = "pypinyin/pinyin_dict.json"

LOCAL_READINGS = {"宕": "tan"}
"""Readings of place names (宕昌) that pypinyin does not know."""


def simplified(wheel: str) -> dict[str, str]:
    """Each traditional character with its simplified form, which is in no pair on the left."""
    pairs = {}
    with ZipFile(wheel) as files:
        for line in files.read(OPENCC).decode("utf-8").splitlines():
            old, _, news = line.partition("\t")
            new = news.split(" ")[0]
            if len(old) == len(new) == 1 and old != new:
                pairs[old] = new
    for old, new in pairs.items():
        while new in pairs:
            new = pairs[new]
        pairs[old] = new
    return {old: new for old, new in pairs.items() if old != new}


def readings(wheel: str, pairs: dict[str, str]) -> dict[str, set[str]]:
    """The characters with each syllable, without tones, ü as v, both sides simplified.

    Only characters in use are kept: those of GB 2312 and of place names.
    """
    with ZipFile(wheel) as files:
        known = json.loads(files.read(PYPINYIN))
    in_use = {chr(int(code)) for code in known if _is_common(chr(int(code)))}
    in_use |= set((HERE / "places.tsv").read_text(encoding="utf-8"))
    characters: dict[str, set[str]] = defaultdict(set)
    for character in in_use:
        syllables = known.get(str(ord(character)), "").split(",")
        for syllable in [*syllables, LOCAL_READINGS.get(character, "")]:
            plain = _without_tone(syllable)
            if any(vowel in plain for vowel in "aeiouv"):
                characters[plain].add(pairs.get(character, character))
    return characters


def _is_common(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _without_tone(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def _write(name: str, lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{name}: {len(lines) - 1} lines, {len(text.encode())} bytes\n")


def main(opencc: str, pypinyin: str) -> None:
    """Write both tables beside this script."""
    pairs = simplified(opencc)
    _write("fold.tsv", ["traditional\tsimplified", *map("\t".join, sorted(pairs.items()))])
    characters = readings(pypinyin, pairs)
    lines = [f"{syllable}\t{''.join(sorted(characters[syllable]))}" for syllable in characters]
    _write("pinyin.tsv", ["syllable\tcharacters", *sorted(lines)])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
