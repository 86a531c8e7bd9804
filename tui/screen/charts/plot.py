"""The two charts: reports over time, and by prefecture."""

from collections.abc import Sequence

from rich.text import Text
from textual.color import Color
from textual_plotext import PlotextPlot
from textual_plotext.plot import Plot

from tui import locale
from tui.query.catalog import FacetCount
from tui.screen.bins import Bin, gather
from tui.screen.charts.labels import bar_labels, surplus

Colour = tuple[int, int, int]
"""Red, green and blue."""

SMALLEST = (24, 3)
"""Columns and rows below which nothing is drawn."""

_NAME_CELLS = 10
"""``2023-02`` and blanks round it."""
_PERIOD_CELLS = 4
_WIDEST_BAR = 12
"""Cells; a single bar would else fill the pane."""
_THICKEST = 0.8
"""The part of its room that a bar takes; the rest is a gap."""
_FRAME_ROWS = 2
_FRAME_COLUMNS = 2
_OWN_UNITS = (1, 12)
"""Months of periods whose names say how long they are: 2023-02 and 2023."""
_TICKS = 5
"""The most lines with a figure, besides the one of nothing."""
_MOST_OF_WIDTH = 2
"""Names take no more than one part in so many of the width."""


def draw_periods(plot: Plot, bars: Sequence[tuple[str, int]], width: int, colour: Colour) -> int:
    """Draw counts by period as bars that stand, with as many names as fit below.

    Returns:
        How many cells wider the lines are than `plot` takes them to be: none.
    """
    if not bars:
        return 0
    places = [float(place) for place in range(1, len(bars) + 1)]
    figures = [count for _, count in bars]
    ticks = scale(max(figures))
    named = [f"{tick:,}" for tick in ticks]
    columns = width - max(map(len, named)) - _FRAME_COLUMNS
    plot.bar(places, figures, width=bar_width((columns - 1) / len(bars)), color=colour)
    every = -(-len(bars) * _NAME_CELLS // width)
    plot.xlim(0.5, len(bars) + 0.5)
    plot.xticks(places[::every], [name for name, _ in bars[::every]])
    plot.ylim(0, ticks[-1])
    plot.yticks([float(tick) for tick in ticks], named)
    return 0


def bar_width(room: float) -> float:
    """The part of its `room` of cells that a bar takes, so that a gap is left if one has place.

    The library draws a bar from one cell to another, and both of them.
    """
    cells = max(1, min(_WIDEST_BAR, int(room * _THICKEST), int(room) - 1))
    return (cells - 1) / room


def scale(most: int) -> list[int]:
    """Round figures from 0 to the first that is not below `most`, nor below 1."""
    most = max(1, most)
    unit = 1
    while True:
        for step in (unit, 2 * unit, 5 * unit):
            if step * _TICKS >= most:
                return list(range(0, most + step, step))
        unit *= 10


def draw_regions(plot: Plot, counts: Sequence[tuple[str, int]], width: int, colour: Colour) -> int:
    """Draw counts by name, a bar a line, its name and count before it.

    Returns:
        How many cells wider the lines are than `plot` takes them to be.
    """
    if not counts:
        return 0
    bars = counts[::-1]  # the library begins at the bottom
    labels = bar_labels(bars, width // _MOST_OF_WIDTH)
    places = [float(place) for place in range(1, len(bars) + 1)]
    figures = [count for _, count in bars]
    plot.bar(places, figures, orientation="horizontal", width=0.1, color=colour)
    plot.yticks(places, labels)
    plot.ylim(*((1, len(bars)) if len(bars) > 1 else (0.5, 1.5)))
    plot.xlim(0, max(1, *figures))
    plot.xticks([])
    return surplus(labels[0])


class Chart(PlotextPlot):
    """Draws counts anew for its size and the theme's colours."""

    counts: Sequence[tuple[str, int]] = ()

    def show(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these counts by name."""
        self.counts = counts
        self.refresh(layout=True)

    def draw(self, width: int, colour: Colour) -> int:
        """Tell the library what to draw; see `draw_regions`."""
        raise NotImplementedError

    def caption(self, width: int) -> str:
        """What is said below the chart, if anything."""
        return ""

    def render(self) -> Text:
        """The chart, each line as wide as the pane."""
        width, height = self.size
        caption = self.caption(width)
        height -= bool(caption)
        if not self.counts or width < SMALLEST[0] or height < SMALLEST[1]:
            return Text("")
        self.plt.clear_figure()
        more = self.draw(width, Color.parse(self.app.theme_variables["primary"]).rgb)
        self.plt.plotsize(width - more, height)
        self.plt._set_size(width - more, height)
        self.plt.theme(self._get_plotext_theme_name(self.app.theme))
        lines = Text.from_ansi(self.plt.build()).split()
        if caption:
            lines.append(Text(caption))
        return Text("\n").join(Text(" " * (width - line.cell_len)) + line for line in lines)


class TimeChart(Chart):
    """How many reports on each day, or in each month, quarter or year."""

    months: Sequence[FacetCount] = ()

    def show_days(self, days: Sequence[tuple[str, int]]) -> None:
        """Show counts by day, without gaps."""
        self.months = ()
        self.show(days)

    def show_months(self, months: Sequence[FacetCount]) -> None:
        """Show counts by month, in date order."""
        self.months = months
        self.show([(month.value, month.count) for month in months])

    def draw(self, width: int, colour: Colour) -> int:
        """Bars that stand; months are gathered where there are too many."""
        counts = gathered(self.months, width) if self.months else self.counts
        return draw_periods(self.plt, counts, width, colour)

    def caption(self, width: int) -> str:
        """How long the period of a bar is, where its name does not say so."""
        return bar_unit(self.months, width)


def gathered(months: Sequence[FacetCount], width: int) -> list[tuple[str, int]]:
    """Counts by month in as many periods as a width has room for bars."""
    return [(one.name.partition("..")[0], one.count) for one in _bins(months, width)]


def bar_unit(months: Sequence[FacetCount], width: int) -> str:
    """How long the periods are that `gathered` names by their first year or month."""
    length = max((one.months for one in _bins(months, width)), default=1)
    if length in _OWN_UNITS:
        return ""
    if length % 12:
        return locale.text("charts.months-a-bar", months=length)
    return locale.text("charts.years-a-bar", years=length // 12)


def _bins(months: Sequence[FacetCount], width: int) -> tuple[Bin, ...]:
    return gather(months, max(1, width // _PERIOD_CELLS))


class RegionChart(Chart):
    """How many reports from each prefecture; as high as there are prefectures."""

    def show(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these counts, the first at the top."""
        self.styles.height = len(counts) + _FRAME_ROWS
        super().show(counts)

    def draw(self, width: int, colour: Colour) -> int:
        """Bars that lie."""
        return draw_regions(self.plt, self.counts, width, colour)
