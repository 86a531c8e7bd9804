"""The scored set stays as good as it has to be: every field, every class of difficulty."""

import pytest

from tests.bulletins.scoring import CLASSES, FIELDS, SETS, Tally, score, truths

LEAST = {"easy": 0.99, "medium": 0.96, "hard": 0.88}


@pytest.fixture(scope="module", params=SETS)
def tallies(request: pytest.FixtureRequest) -> dict[str, Tally]:
    """One of the sets, scored once."""
    return score(truths(str(request.param)))


@pytest.mark.parametrize("difficulty", CLASSES)
@pytest.mark.parametrize("name", FIELDS)
def test_field(tallies: dict[str, Tally], difficulty: str, name: str) -> None:
    tally = tallies[difficulty]
    assert tally.fields[name].exact >= LEAST[difficulty], "\n".join(tally.faults)


@pytest.mark.parametrize("difficulty", CLASSES)
def test_reports_found_split_and_merged(tallies: dict[str, Tally], difficulty: str) -> None:
    tally = tallies[difficulty]
    assert tally.reports.exact >= LEAST[difficulty], "\n".join(tally.faults)
