"""One line that tells the reports of a county apart, made of a report's own words, undated."""

import re
from collections.abc import Iterator, Sequence

from tui.bulletins.openings import Opening
from tui.reports.repeated import perhaps_repeated
from tui.reports.report import LONGEST_TITLE, Report

_SHORTEST = 9
"""A predicate shorter than this (召开会议) says little; the next clause goes on."""
_CLAUSE = re.compile(r"[,。;:!?]")
_PART_OF_DAY = re.compile(r"[,、。 ]*(?:上午|下午|晚上?|中午)?[,、。 ]*")
_WHEN = re.compile(r" *[^,。;]{2,20}(?:后|之际|以来|期间|前夕|来临前|当天),")
_TIMES = re.compile(
    r"(?:于|在|定于)? ?\d{0,4}年?\d{1,2} ?月[\d 日号至到、\-月]*(?:上午|下午|晚上?)?,? ?"
)
_ISSUER = re.compile(
    r"(?:[^,。;《》]{0,24}?(?:办公厅|办公室|人民政府|政府|党委|[省市区县州盟旗]委|"
    r"两办)[、和 ]?){1,3}"
    r"(?:联合)?(?:印发|下发)?的?$"
)
_PREDICATE = re.compile(
    r"(.*?(?:学习贯彻|传达学习|专题学习|学习|传达|贯彻|落实|部署|解读|宣讲|讨论|审议))"
)


def title_of(text: str, plain: str, opening: Opening) -> str:
    """The title of the report whose first paragraph is `text`."""
    subject = opening.subject
    start = subject.start if subject is not None else _after_date(opening, plain)
    begun = _PART_OF_DAY.match(plain, start)
    start = begun.end() if begun is not None else start
    who = text[start : subject.end] if subject is not None else ""
    rest = start + len(who)
    dated = _TIMES.match(plain, rest)
    rest = dated.end() if dated else rest
    first, end = _clause(text, plain, rest, LONGEST_TITLE - len(who))
    if len(first) < _SHORTEST and plain.startswith(",", end):
        second, _ = _clause(text, plain, end + 1, max(LONGEST_TITLE - len(who) - len(first), 12))
        if len(second) >= 4:
            return f"{who}{first}，{second}"
    return who + first


def _after_date(opening: Opening, plain: str) -> int:
    """Where the words begin after the date, or a clause that says when: 闭幕后,…."""
    if opening.date is not None and opening.date.end < 40:
        return opening.date.end
    when = _WHEN.match(plain, opening.lead_end)
    return when.end() if when is not None else opening.lead_end


def _clause(text: str, plain: str, start: int, room: int) -> tuple[str, int]:
    """A clause, cut to `room` characters, without the issuers of a document; and its end."""
    room = max(room, 8)
    found = _CLAUSE.search(plain, start, start + 160)
    end = found.start() if found is not None else min(len(plain), start + room)
    words = text[start:end]
    opened = words.find("《")
    if opened >= 0 and len(words) > room:
        verb = _verb(words[:opened])
        title = words[opened:]
        left = room - len(verb)
        return verb + (title if len(title) <= left else _cited(title, left)), end
    if len(words) > room:
        words = _verb(words) if _ISSUER.search(words[:room]) else words[: room - 1] + "…"
    return words.strip(), end


def _verb(words: str) -> str:
    """What is done, without who issued the document it is done with."""
    if _ISSUER.search(words) is None:
        return words.strip()
    found = _PREDICATE.match(words)
    return (found[1] if found is not None else words).strip()


def _cited(title: str, room: int) -> str:
    """The head of a document's title, or nothing where there is no room for it."""
    inner = title[1:].split("》")[0]
    return f"《{inner[: room - 3]}…》" if room >= 10 else ""


def told_apart(reports: Sequence[Report]) -> Iterator[tuple[int, str]]:
    """New titles for those of `reports` whose title their region has twice, by their index.

    They are followed by the next words of the body in which the two differ.
    """
    is_common = perhaps_repeated((report.title for report in reports), len(reports))
    groups: dict[tuple[str, str], list[int]] = {}
    for index, report in enumerate(reports):
        if is_common(report.title):
            region = report.county_code or report.prefecture or ""
            groups.setdefault((region, report.title), []).append(index)
    for alike in groups.values():
        for index in alike if len(alike) > 1 else ():
            yield index, _longer(reports[index].title, reports[index].body)


def _longer(title: str, body: str) -> str:
    at = body.find(title[-8:])
    after = body[at + len(title[-8:]) :] if at >= 0 else body
    clauses = [clause.strip() for clause in re.split(r"[,，。;；:：!！?？\n]", after[:200])]
    extra = next((clause for clause in clauses if len(clause) >= 4), "")
    return f"{title}，{extra[:24]}" if extra else title
