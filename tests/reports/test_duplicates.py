"""Near-duplicates: same county, same date, words that mostly agree."""

import time
from datetime import date

from tui.reports.date import MeetingDate, Precision
from tui.reports.duplicates import near_duplicates
from tui.reports.report import Report, report_id

BODY = (
    "3月5日,淳安县妇联召开执委会议,传达学习省妇联会议精神。会议指出,要把今年的任务逐项分解。"
    "会议要求,各级妇联要走村入户,把服务送到群众身边,在春耕时节组织巾帼志愿者开展帮扶。"
)


def _report(body: str, county: str = "淳安县", day: int = 5) -> Report:
    held = MeetingDate(date(2023, 3, day), None, Precision.DAY)
    return Report(report_id("330100", body), (body,), "杭州市", "330100", county, held=held)


def test_a_few_words_changed() -> None:
    changed = _report(BODY.replace("春耕时节", "三月").replace("逐项分解", "分解到人"))
    found = list(near_duplicates([changed], [_report(BODY)]))
    assert [(pair.report, pair.known) for pair in found] == [(changed, _report(BODY))]
    assert 0.6 < found[0].agreement < 1


def test_signs_and_width_do_not_count() -> None:
    changed = _report(BODY.replace(",", "，").replace("。", "."))
    assert next(near_duplicates([changed], [_report(BODY)])).agreement == 1


def test_another_county_or_date_or_text_is_no_duplicate() -> None:
    known = [_report(BODY, county="建德市"), _report(BODY, day=6), _report("另一件事" * 20)]
    assert not list(near_duplicates([_report(BODY + "散会。")], known))


def test_the_same_report_is_not_a_near_one() -> None:
    assert not list(near_duplicates([_report(BODY)], [_report(BODY)]))


def test_of_many_alike_each_names_one_before_it_in_little_time() -> None:
    reports = [_report(f"{BODY}第{number}次会议。") for number in range(3000)]
    began = time.process_time()
    found = list(near_duplicates(reports, ()))
    assert time.process_time() - began < 10
    assert [pair.report for pair in found] == reports[1:]
    assert all(reports.index(pair.known) < reports.index(pair.report) for pair in found[:50])
