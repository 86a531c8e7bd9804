"""Values that are there twice."""

import tracemalloc

from tui.reports.repeated import perhaps_repeated


def test_every_value_there_is_twice_and_few_others() -> None:
    values = [f"{number % 900:012x}" for number in range(1_000)]
    test = perhaps_repeated(values, len(values))
    assert all(test(f"{number:012x}") for number in range(100))
    assert sum(test(f"{number:012x}") for number in range(100, 900)) < 160


def test_nothing_is_repeated_in_nothing() -> None:
    assert not perhaps_repeated([], 0)("x")


def test_it_takes_less_room_than_a_set() -> None:
    values = [f"{number:012x}" for number in range(70_000)]
    tracemalloc.start()
    test = perhaps_repeated(values, len(values))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert not all(map(test, values))
    assert peak < 17 * len(values)
