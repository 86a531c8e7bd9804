"""One line that tells the reports of a county apart, made of a report's own words, undated."""

import re
from collections.abc import Sequence

from tui.bulletins.openings import Opening

_LONGEST = 32
_CLAUSE = re.compile(r"[,。;:!?]")
_TIMES = re.compile(
    r"^(?:于|在|定于)? ?\d{0,4}年?\d{1,2} ?月[\d 日号至到、\-月]*(?:上午|下午|晚上?)?,? ?"
)
_BEFORE_DOCUMENT = re.compile(
    r"(?:[^,。;]{0,30}?(?:办公厅|办公室|人民政府|党委|省委|市委|区委|县委|"
    r"[两]办)[、和 ]?){0,3}(?:联合)?(?:印发)?(?:的)?$"
)


def title_of(text: str, plain: str, opening: Opening) -> str:
    """The title of the report whose first paragraph is `text`."""
    subject = opening.subject
    start = subject.start if subject is not None else opening.lead_end
    if subject is None and opening.date is not None and opening.date.end < 40:
        start = opening.date.end
    while plain[start : start + 1] in (",", " ", "、", "。") and start < len(plain):
        start += 1
    who = text[subject.start : subject.end] if subject is not None else ""
    rest = subject.end if subject is not None else start
    dated = _TIMES.match(plain[rest : rest + 40])
    rest += dated.end() if dated else 0
    return who + _shortened(text, plain, rest, _LONGEST - len(who))


def _shortened(text: str, plain: str, start: int, room: int) -> str:
    """The words from `start`, to the end of a clause, before a document's long name."""
    end = _end(plain, start, room)
    words = text[start:end]
    opened = words.find("《")
    if opened >= 0 and "》" not in words[opened:]:
        closed = text.find("》", start + opened, start + opened + 40)
        if 0 <= closed < start + room + 12:
            return text[start : closed + 1].strip()
        before = _BEFORE_DOCUMENT.sub("", words[:opened])
        return (before or words[:opened]).strip()
    return words.strip() + (
        "…" if end - start >= room and end < len(plain) and not _CLAUSE.match(plain, end) else ""
    )


def _end(plain: str, start: int, room: int) -> int:
    found = _CLAUSE.search(plain, start + 4, start + max(room, 8))
    return found.start() if found is not None else min(len(plain), start + max(room, 8))


def told_apart(titles: Sequence[tuple[str, str, str]]) -> list[str]:
    """Titles made different within a region.

    Args:
        titles: region, title and body of each report. A title that its region has twice is
            followed by the next words of the body in which the two differ.
    """
    seen: dict[tuple[str, str], list[int]] = {}
    for index, (region, title, _) in enumerate(titles):
        seen.setdefault((region, title), []).append(index)
    result = [title for _, title, _ in titles]
    for (_, title), indexes in seen.items():
        if len(indexes) > 1:
            for index in indexes:
                result[index] = _longer(title, titles[index][2])
    return result


def _longer(title: str, body: str) -> str:
    at = body.find(title[-8:])
    after = body[at + len(title[-8:]) :] if at >= 0 else body
    clauses = [clause.strip() for clause in re.split(r"[,，。;；:：!！?？\n]", after[:200])]
    extra = next((clause for clause in clauses if len(clause) >= 4), "")
    return f"{title}，{extra[:24]}" if extra else title
