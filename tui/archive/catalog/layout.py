"""How the number of a report in the catalog is made: ascending numbers are newest first.

A number is ``group | serial | region``. The group is the day, counted back from the end of time,
so that the newest come first and a date is a range of numbers; after all days come the undated,
grouped by county. Within a group the serial numbers have no order: whoever wants one sorts
the group. The region is the row of the table of regions, so that counting by region needs no
other table.
"""

from dataclasses import dataclass
from datetime import date

from tui.query.matching import Filed, region_order
from tui.reports.places import places

LAST_DAY = date.max.toordinal()

LARGE = 1 << 30
"""Bytes of an archive of half a million reports."""

UNDATED = LAST_DAY
"""The first group of reports without a date."""


class LayoutError(Exception):
    """More regions, or more reports of one day, than the numbers have room for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How many bits of a number say what; narrow numbers make a small index."""

    region_bits: int = 8
    serial_bits: int = 10

    @property
    def span(self) -> int:
        """Bits below the group."""
        return self.region_bits + self.serial_bits

    @property
    def region_mask(self) -> int:
        """The bits of a number that are the region."""
        return (1 << self.region_bits) - 1

    def wider(self) -> "Layout":
        """A layout with more room; 25 bits of group leave 38."""
        return Layout(min(self.region_bits + 4, 16), min(self.serial_bits + 5, 22))

    @classmethod
    def for_size(cls, size: int) -> "Layout":
        """What an archive of so many bytes is likely to need."""
        return cls(serial_bits=10) if size < LARGE else cls(serial_bits=13)

    def number(self, group: int, serial: int, region: int) -> int:
        """The number of a report.

        Raises:
            LayoutError: there is no room.
        """
        if serial >> self.serial_bits or region >> self.region_bits:
            raise LayoutError
        return group << self.span | serial << self.region_bits | region

    def serial(self, number: int) -> int:
        """The serial number within the group."""
        return (number >> self.region_bits) & ((1 << self.serial_bits) - 1)

    def bounds(self, first: date | None, last: date | None) -> tuple[int, int]:
        """The numbers, the second excluded, of reports that begin from `first` to `last`."""
        low = LAST_DAY - last.toordinal() if last else 0
        high = LAST_DAY - first.toordinal() + 1 if first else UNDATED
        return low << self.span, high << self.span

    @property
    def undated(self) -> int:
        """The first number of a report without a date."""
        return UNDATED << self.span


def group_of(filed: Filed) -> int:
    """The group of a report or an entry; ascending as `date_order` is."""
    if filed.held.start is None:
        prefecture, _, county, _ = region_order(filed)
        count = len(places()) + 2
        # Those of no known prefecture are ordered by name before they are by county.
        return UNDATED + prefecture * count + (county + 1 if prefecture < count - 2 else 0)
    return LAST_DAY - filed.held.start.toordinal()
