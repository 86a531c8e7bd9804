"""Memory is looked through between keys, and not for more than a part of the time."""

from collections.abc import Iterator

import pytest

from tui.screen import collecting
from tui.screen.collecting import DUE, IDLE, LONG_DUE, NEVER, SHARE, Collector


class Machine:
    """A clock, and a garbage collector that takes a tenth of a second."""

    def __init__(self) -> None:
        self.now = 100.0
        self.rounds = 0
        self.collected = 0
        self.thresholds = (700, 10, 10)
        self.frozen = False

    def monotonic(self) -> float:
        return self.now

    def get_count(self) -> tuple[int, int, int]:
        return (0, 0, self.rounds)

    def get_threshold(self) -> tuple[int, int, int]:
        return self.thresholds

    def set_threshold(self, *thresholds: int) -> None:
        first, second, third = thresholds
        self.thresholds = first, second, third

    def freeze(self) -> None:
        self.frozen = True

    def collect(self) -> None:
        self.collected += 1
        self.rounds = 0
        self.now += 0.1


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    one = Machine()
    monkeypatch.setattr(collecting, "gc", one)
    monkeypatch.setattr(collecting, "monotonic", one.monotonic)
    yield one


def test_python_itself_looks_through_the_young_only(machine: Machine) -> None:
    Collector()
    assert machine.thresholds == (700, 10, NEVER)
    assert machine.frozen


@pytest.mark.parametrize(
    ("rounds", "idle", "collected"),
    [
        (DUE - 1, IDLE, 0),
        (DUE, IDLE, 1),
        (DUE, IDLE / 2, 0),
        (LONG_DUE - 1, 0.0, 0),
        (LONG_DUE, 0.0, 1),
    ],
)
def test_the_old_wait_for_a_pause(
    rounds: int, idle: float, collected: int, machine: Machine
) -> None:
    machine.rounds = rounds
    Collector().look(idle)
    assert machine.collected == collected


def test_it_takes_no_more_than_its_share_of_the_time(machine: Machine) -> None:
    collector = Collector()
    begun = machine.now
    for _ in range(1000):
        machine.rounds = DUE
        collector.look(IDLE)
        machine.now += 0.5
    took = machine.collected * 0.1
    assert 0 < took <= (machine.now - begun) / SHARE + 0.1
