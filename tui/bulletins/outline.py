"""The headings of a bulletin as they are met: the section now, and those nothing stands under."""

from dataclasses import replace

from tui.bulletins.chats import Message
from tui.bulletins.datewords import DateWords
from tui.bulletins.headings import Heading
from tui.bulletins.leftouts import LeftOut, LeftOuts
from tui.bulletins.lines import Line
from tui.bulletins.regions import Naming, Scope, is_below
from tui.bulletins.sections import Section
from tui.bulletins.tables import Item
from tui.bulletins.years import published_calendar
from tui.reports.places import Place


class Outline:
    """Follows the headings of one bulletin."""

    def __init__(self, scope: Scope) -> None:
        """Begin outside every section; `scope` is the bulletin's own."""
        self.section = Section(scope=scope)
        self.texts: list[str] = []
        """Every heading, as written."""
        self.fresh = True
        """Whether nothing has come since the last heading."""
        self.bare = LeftOuts()
        """Headings that no report stands under."""
        self._scope = scope
        self._heard = ""
        """Who spoke last in a chat."""
        self._is_from_sender = False
        """Whether the section is that of the place of who spoke."""
        self._waiting = LeftOuts()
        """Those since the last report, as what they are if none stands under them."""
        self._places: list[Place | None] = []
        """The places of these."""

    @property
    def nearest(self) -> Scope:
        """Where the places of the next heading are looked for first."""
        return self.section.scope if self.section.prefecture else self._scope

    def enter(self, line: Line, heading: Heading) -> None:
        """A heading on a line of its own."""
        self.section = self.section.below(heading, self._scope)
        self._meet(line, line.text, heading.named)

    def hear(self, message: Message) -> None:
        """Somebody speaks in a chat: what follows is from their place, and their day."""
        self.fresh = self.fresh or message.who != self._heard
        calendar = message.calendar or self.section.calendar
        if message.named is not None:
            self.section = self.section.at(message.named, message.who, self._scope)
        elif self._is_from_sender:
            self.section = Section(scope=self._scope)
        self._heard, self._is_from_sender = message.who, message.named is not None
        self.section = replace(self.section, calendar=calendar)

    def turn_to(self, published: DateWords | None) -> None:
        """Another issue below the first: what follows is of its time."""
        calendar = published_calendar(published) if published is not None else None
        if calendar is not None and calendar.day is not None:
            self.section = replace(self.section, calendar=calendar)

    def enter_inline(
        self, line: Line, text: str, named: Naming | None, counted: bool = False
    ) -> None:
        """A heading before the words of a report, in the same line; perhaps with a number."""
        headline = self.section.headline
        self.section = self.section.labelled(named, text, self._scope, counted)
        if headline:
            self.section = replace(self.section, headline=headline)
        self._meet(line, text, named)

    def of_row(self, item: Item) -> Section:
        """The section of one row of a table."""
        section = self.section
        if item.region:
            section = section.of_cell(item.region, self._scope)
        return replace(section, headline=item.title) if item.title else section

    def begin_report(self) -> None:
        """A report begins: of the headings above it, those that do not hold it are bare."""
        place = self.section.county or self.section.prefecture
        if self._places:
            self._places[-1] = None  # the report stands right below that one
        for met, above in zip(self._waiting, self._places, strict=True):
            if above is not None and (place is None or not is_below(place, above)):
                self.bare.append(met)
        self._waiting.clear()
        self._places.clear()
        if self.section.headline:
            self.section = replace(self.section, headline="")

    def finish(self) -> None:
        """The end: what was met since the last report is bare."""
        self.bare.extend(self._waiting)
        self._waiting.clear()

    def _meet(self, line: Line, text: str, named: Naming | None) -> None:
        self.texts.append(text)
        self._waiting.append(LeftOut(line.number, text, "bulletins.left-heading"))
        self._places.append(named.place if named is not None else None)
        self.fresh = True
