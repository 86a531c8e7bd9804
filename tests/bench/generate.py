"""Archives of any size to measure on: ``python -m tests.bench.generate FOLDER COUNT``.

Report i depends only on the seed and i, so that any part of an archive can be made again. Every
text is put together from sentences, clauses and clause ends of the bundled bulletin; places are
Xinjiang's. Reports close in number are close in date, as the reports of one bulletin are.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from tui.reports.bundled import data_folder
from tui.reports.date import MeetingDate, Precision
from tui.reports.places import Place, places
from tui.reports.report import Report, Source, report_id

SEED = 2023
FIRST_DAY = date(2010, 1, 1)
DAYS = (date(2026, 10, 31) - FIRST_DAY).days
ISSUE = 500
"""Reports whose dates lie within one month."""

SENTENCES = 7
"""Sentences in a report on average; with these, one report has about 480 characters."""

OF_ONE_PLACE = re.compile(
    "[0-9(]|[市县区州]关工委|察布查尔|乌苏|克拉玛依|伊州|哈密|阿克苏|地委|地区"
)
"""Marks what would be odd in another place's report."""

VERBS = ("召开会议", "组织学习", "召开专题会议", "安排部署", "深入学习贯彻", "开展调研")


@dataclass(frozen=True, slots=True)
class Words:
    """What the bundled bulletin is made of."""

    sentences: tuple[str, ...]
    clauses: tuple[str, ...]
    documents: tuple[str, ...]


@cache
def words() -> Words:
    """The sentences, clauses and cited titles of the bundled bulletin."""
    text = (data_folder() / "bulletins" / "xinjiang-2023-02.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if len(line) > 20]
    sentences = [part for line in lines for part in re.findall("[^。]+。", line)]
    plain = [part for part in sentences if not OF_ONE_PLACE.search(part)]
    clauses = [
        clause
        for clause in re.findall("[\u4e00-\u9fff]{6,20}", "\n".join(lines))
        if not OF_ONE_PLACE.search(clause)
    ]
    documents = re.findall("《([^》]+)》", text)
    return Words(
        tuple(dict.fromkeys(plain)), tuple(dict.fromkeys(clauses)), tuple(dict.fromkeys(documents))
    )


@cache
def _regions() -> tuple[tuple[Place, tuple[Place, ...]], ...]:
    return tuple(
        (region, places().children(region.code)) for region in places().children("650000")
    )


def report(number: int, seed: int = SEED) -> Report:
    """The report with this number, from 0."""
    random = Random((seed << 32) + number)
    prefecture, counties = random.choice(_regions())
    county = random.choice(counties) if random.random() < 0.85 else None
    held = _held(random, Random(-((seed << 32) + number // ISSUE)))
    place = county or prefecture
    organisation = place.usual_name + random.choice(("", "", "", "教育", "社区")) + "关工委"
    topic = _piece(random)
    cited = _document(random)
    opening = (
        f"{held.as_written},{organisation}{random.choice(VERBS)},传达学习《{cited}》精神,{topic}。"
    )
    body = opening + "".join(_sentence(random) for _ in range(_about(random, SENTENCES)))
    return Report(
        id=report_id(prefecture.code, body),
        paragraphs=(body,),
        prefecture=prefecture.name,
        prefecture_code=prefecture.code,
        county=county.name if county else None,
        county_code=county.code if county else None,
        heading=prefecture.name,
        held=held,
        organisation=organisation,
        title=f"{organisation}{topic}",
        documents=tuple(dict.fromkeys(re.findall("《([^》]+)》", body))),
        source=Source(f"{number // ISSUE}.txt", "", number % ISSUE + 1),
    )


def reports(count: int, seed: int = SEED, first: int = 0) -> Iterator[Report]:
    """The reports numbered from `first`, `count` of them."""
    return (report(number, seed) for number in range(first, first + count))


def write_archive(folder: Path, count: int, seed: int = SEED) -> list[Path]:
    """Write the first `count` reports as a folder of TinyDB files of 100 to 1,000 reports."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = Random(seed)
    files: list[Path] = []
    number = 0
    while number < count:
        size = min(sizes.randint(100, 1000), count - number)
        rows = {str(row): item.record() for row, item in enumerate(reports(size, seed, number), 1)}
        path = folder / f"bulletin-{len(files):05}.json"
        path.write_text(json.dumps({"_default": rows}, ensure_ascii=False), encoding="utf-8")
        files.append(path)
        number += size
    return files


def _held(random: Random, issue: Random) -> MeetingDate:
    day = FIRST_DAY + timedelta(issue.randrange(DAYS) + random.randrange(28))
    written = f"{day.month}月{day.day}日"
    kind = random.random()
    if kind < 0.05:
        return MeetingDate(as_written="近日")
    if kind < 0.09:
        end = day + timedelta(random.randint(1, 4))
        written = f"{written}至{end.month}月{end.day}日"
        return MeetingDate(day, end, Precision.RANGE, written, year_inferred=True)
    return MeetingDate(day, None, Precision.DAY, written, year_inferred=True)


def _about(random: Random, mean: int) -> int:
    return random.randint(mean // 2, mean + mean // 2)


def _sentence(random: Random) -> str:
    if random.random() < 0.5:
        return random.choice(words().sentences)
    return ",".join(_piece(random) for _ in range(random.randint(2, 6))) + "。"


def _piece(random: Random) -> str:
    """A clause, or the beginning of one with the end of another: phrases that are rare."""
    clause = _skewed(random, words().clauses)
    if random.random() < 0.6:
        return clause
    other = _skewed(random, words().clauses)
    return clause[: random.randint(2, len(clause) - 2)] + other[-random.randint(2, 8) :]


def _document(random: Random) -> str:
    if random.random() < 0.6:
        return _skewed(random, words().documents)
    return f"关于{_skewed(random, words().clauses)}的实施意见"


def _skewed(random: Random, values: tuple[str, ...]) -> str:
    """One of `values`, the first ones far more often than the last."""
    return values[int(len(values) * random.random() ** 2)]


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(description="Write an archive to measure on.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    write_archive(asked.folder, asked.count, asked.seed)


if __name__ == "__main__":
    main()
