"""The screen that shows the query's reports as charts: over time, and by prefecture."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static
from textual.worker import get_current_worker

from tui import locale
from tui.query.catalog import Catalog, Facet, FacetCount, Interrupted, Period
from tui.query.query import Flag, Query
from tui.reports.errors import JianbaoError
from tui.reports.neutral import neutral
from tui.reports.places import usual_name
from tui.screen.bindings import key
from tui.screen.bins import asked_by, asked_months
from tui.screen.charts.plot import RegionChart, TimeChart
from tui.screen.desk import AGAIN
from tui.screen.over import HELP, OverScreen
from tui.screen.panes.hints import Hints

FEW_MONTHS = 2
"""Of no more months than this days are shown."""
LONGEST_SPAN = 100
"""Days; months are few too where one is ten years before the other."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is drawn."""

    total: int
    complete: bool
    """Every report of the archive was looked at; else it is worth asking again."""
    months: tuple[FacetCount, ...]
    """Months in date order, such as ``2023-02``."""
    days: tuple[tuple[str, int], ...]
    """Days without gaps, such as ``02-09``, where the months are few."""
    regions: tuple[tuple[str, int], ...]
    """Prefectures, or headings, in official order."""
    prefectures: int
    """How many of these there are, without the bar of reports that name none."""
    undated: int
    """Reports that no bar over time has."""


def count(catalog: Catalog, query: Query, *, complete: bool = True) -> Counts:
    """Count the reports that match; call it in a thread."""
    names: dict[str, str] = {}
    regions: Counter[str] = Counter()
    for one in catalog.regions(query):
        code = one.region_key if one.region_key.isdigit() else None
        names[one.region_key] = neutral(usual_name(code, one.region))
        regions[one.region_key] += one.count
    months = asked_months(query, catalog.facet(query, Facet.MONTH))
    return Counts(
        regions.total(),
        complete,
        months,
        count_days(catalog, query) if len(months) <= FEW_MONTHS else (),
        tuple(
            (names[region] or locale.text("reports.no-region"), number)
            for region, number in regions.items()
        ),
        len(regions.keys() - {""}),
        catalog.total(query.with_flag(Flag.UNDATED, True)),
    )


def count_days(catalog: Catalog, query: Query) -> tuple[tuple[str, int], ...]:
    """Counts by day, from the first asked for that has a report to the last."""
    counts: Counter[date] = Counter()
    for of_region in catalog.cells(query, Period.DAY).values():
        for day, count in of_region.items():
            if day is not None:
                counts[day] += count
    is_asked = asked_by(query)
    asked = [day for day in counts if is_asked(day, day)]
    if not asked:
        return ()
    first = min(asked)
    span = (max(asked) - first).days + 1
    if span > LONGEST_SPAN:
        return ()
    days = (first + timedelta(number) for number in range(span))
    return tuple((f"{day:%m-%d}", counts[day]) for day in days)


class ChartScreen(OverScreen[None]):
    """One chart at a time, or where there is room both."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (120, "-both"),
    ]

    DEFAULT_CSS = """
    ChartScreen {
        & > Vertical {
            border: round $border;
            background: $surface;
            padding: 0 1;
        }
        & Horizontal { height: 1fr; }
        & Hints { height: 1; }
        #chart-summary {
            height: 1;
            color: $text-muted;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & VerticalScroll { width: 1fr; scrollbar-size-vertical: 1; background: $surface; }
        & TimeChart { width: 1fr; height: 100%; }
        &.-one #chart-regions { display: none; }
        &.-one.-regions #chart-regions { display: block; }
        &.-one.-regions TimeChart { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab,f6", "other", "other-chart", show=True),
        key("s,f2", "sort", "sort-chart", show=True),
        key("j,down", "scroll(1)", "down"),
        key("k,up", "scroll(-1)", "up"),
        HELP,
        key("escape,backspace,p,shift+f9", "close", "leave-charts", show=True),
    ]

    def __init__(self, query: Query, ask: Callable[[Query], Counts]) -> None:
        """Draw what matches `query`; `ask` counts it and is called in a thread."""
        super().__init__()
        self._query = query
        self._ask = ask
        self._regions: Sequence[tuple[str, int]] = ()
        self._by_count = False

    def compose(self) -> ComposeResult:
        """The summary, the charts, the keys."""
        with Vertical() as frame:
            frame.border_title = Text(f"{locale.text('charts.title')} · {self._query.describe()}")
            yield Static(locale.text("coverage.counting"), markup=False, id="chart-summary")
            with Horizontal():
                yield TimeChart(id="chart-months")
                with VerticalScroll(id="chart-regions"):
                    yield RegionChart(id="chart-bars")
            yield Hints()

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    def on_resize(self) -> None:
        """Give the prefectures the keyboard, where there is room for them now."""
        self.call_after_refresh(self._focus_regions)

    def _focus_regions(self) -> None:
        """Have the keys scroll the prefectures if they are shown: keys wait for a focus."""
        for regions in self.query("#chart-regions"):
            if regions.display:
                regions.focus()

    @work(thread=True, exclusive=True, group="charts")
    def _count(self) -> None:
        """Count in a thread; an answer nobody waits for any more is dropped."""
        worker = get_current_worker()
        try:
            counts = self._ask(self._query)
        except Interrupted:
            # By the browser behind, which asks anew whenever the archive changes.
            if not worker.is_cancelled:
                self.app.call_from_thread(self.set_timer, AGAIN, self._count)
            return
        except JianbaoError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._say, str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, counts)

    def _say(self, sentence: str) -> None:
        self.query_one("#chart-summary", Static).update(Text(neutral(sentence)))

    def _show(self, counts: Counts) -> None:
        if not counts.complete:
            self.set_timer(AGAIN, self._count)
        if counts.total:
            values = {"reports": counts.total, "prefectures": counts.prefectures}
            parts = [locale.text("export.summary", **values)]
            if counts.undated:
                parts.append(locale.text("export.summary-undated", undated=counts.undated))
            self._say(locale.text("export.summary-comma").join(parts))
        elif counts.complete:
            self._say(locale.text("screen.nothing-found"))
        self._regions = counts.regions
        if counts.days:
            self.query_one(TimeChart).show_days(counts.days)
        else:
            self.query_one(TimeChart).show_months(counts.months)
        self._draw_regions()

    def _draw_regions(self) -> None:
        regions = self._regions
        if self._by_count:
            regions = sorted(regions, key=lambda region: -region[1])
        self.query_one(RegionChart).show(regions)

    def action_other(self) -> None:
        """Show the other chart, where there is room for one only."""
        self.toggle_class("-regions")
        self.call_after_refresh(self._focus_regions)

    def action_sort(self) -> None:
        """Put the prefectures with the most reports first, or in official order again."""
        self._by_count = not self._by_count
        self._draw_regions()

    def action_scroll(self, step: int) -> None:
        """Scroll the prefectures by a line."""
        self.query_one("#chart-regions").scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
