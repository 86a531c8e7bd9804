"""The export dialog: what exactly, where to, how it looks, and the first lines of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Select

from tui import locale
from tui.export.errors import ExportError
from tui.export.options import Encoding, Format, Grouping, Options, is_suffix
from tui.export.writing import preview
from tui.reports.files import path_of
from tui.reports.neutral import neutral
from tui.reports.report import Report
from tui.screen.bindings import key
from tui.screen.dialogs.dialog import Dialog
from tui.screen.input import LineInput
from tui.screen.reading.prose import Prose
from tui.screen.subject import Offer

Choice = TypeVar("Choice", Format, Encoding, Grouping)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What the user decided: where to, and how."""

    offer: Offer
    path: Path
    options: Options


class ExportDialog(Dialog[ExportOrder]):
    """Asks where and how; shows the beginning of what will be written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f2", "accept", "accept", priority=True),
    ]

    def __init__(
        self,
        offers: Sequence[Offer],
        order: ExportOrder,
        read_back: Callable[[str], Sequence[Report]],
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Offer an export.

        Args:
            offers: what may be exported.
            order: what is chosen to begin with; the suffix of its path follows the format.
            read_back: reads a bulletin, for the labels that the text format needs.
            notes: the user's notes by report, which may go along.
        """
        super().__init__()
        self._offers = offers
        self._order = order
        self._format = order.options.format
        self._read_back = read_back
        self._notes = notes or {}

    def compose(self) -> ComposeResult:
        """What, where, how, preview, buttons."""
        chosen = self._order.options
        with Vertical(classes="dialog-box", id="export"):
            offers = [(str(offer), number) for number, offer in enumerate(self._offers)]
            yield _select("what", offers, self._offers.index(self._order.offer))
            yield LineInput(str(self._order.path), id="export-path", compact=True)
            with Horizontal(classes="dialog-row"):
                yield _select("format", _choices(Format), chosen.format)
                encoding = chosen.encoding or Encoding.UTF_8_SIG
                yield _select("encoding", _choices(Encoding), encoding)
            with Horizontal(classes="dialog-row"):
                yield _select("grouping", _choices(Grouping), chosen.grouping)
                yield _tick("numbered", chosen.numbered)
            with Horizontal(classes="dialog-row"):
                yield LineInput(
                    chosen.title,
                    placeholder=locale.text("screen.export-title"),
                    id="export-title",
                    compact=True,
                )
                yield _tick("period", bool(chosen.period))
                if self._notes:
                    yield _tick("notes", bool(chosen.notes))
            with VerticalScroll(id="export-preview"):
                yield Prose(id="export-text")
            with Horizontal(classes="dialog-buttons"):
                yield Button(
                    locale.text("screen.export-write"), id="yes", variant="primary", compact=True
                )
                yield Button(locale.text("screen.cancel"), id="no", compact=True)

    def on_mount(self) -> None:
        """Put the keyboard on the file's name and draw the preview."""
        self.query_one("#export").border_title = locale.text("screen.key.export")
        self.query_one("#export-path", Input).focus(scroll_visible=False)
        self._enable()
        self._draw()

    @property
    def offer(self) -> Offer:
        """What is to be exported."""
        number = self.query_one("#export-what", Select).value
        assert isinstance(number, int)
        return self._offers[number]

    @property
    def options(self) -> Options:
        """What is chosen now."""
        form = self._chosen("format", Format)
        encoding = self._chosen("encoding", Encoding)
        return Options(
            format=form,
            encoding=None if form in {Format.JSON, Format.DOCX} else encoding,
            grouping=self._chosen("grouping", Grouping),
            numbered=self._is_ticked("numbered"),
            title=self.query_one("#export-title", Input).value.strip(),
            period=self._period if form.has_numbers else "",
            notes=self._notes if self._is_ticked("notes") else {},
        )

    @property
    def _period(self) -> str:
        return self.offer.summary.period() if self._is_ticked("period") else ""

    def _is_ticked(self, name: str) -> bool:
        return any(box.value for box in self.query(f"#export-{name}").results(Checkbox))

    def _chosen(self, name: str, kind: type[Choice]) -> Choice:
        value = self.query_one(f"#export-{name}", Select).value
        assert isinstance(value, kind)
        return value

    @on(Select.Changed, "#export-format")
    def _format_chosen(self) -> None:
        form = self.options.format
        if form is self._format:  # as on being mounted: what was chosen before stays
            return
        box = self.query_one("#export-path", Input)
        self._take(form)
        if box.value:
            box.value = str(form.named(Path(box.value)))

    @on(Input.Changed, "#export-path")
    def _named(self, event: Input.Changed) -> None:
        """The end of a name says the format, as it does on the command line."""
        path = Path(event.value)
        with suppress(ExportError):  # an end that no format has says nothing
            if path.suffix and Format.of(path) is not self._format:
                self._take(Format.of(path))

    def _take(self, form: Format) -> None:
        """Show `form` as chosen, with the encoding that its readers expect."""
        self._format = form
        self.query_one("#export-format", Select).value = form
        self.query_one("#export-encoding", Select).value = Options(form).for_file
        self._enable()

    def _enable(self) -> None:
        """Grey out what the format has no use for."""
        form = self._chosen("format", Format)
        text = form in {Format.TEXT, Format.CSV, Format.MARKDOWN}
        self.query_one("#export-encoding", Select).disabled = not text
        self.query_one("#export-title", Input).disabled = not form.has_title
        for box in self.query("#export-numbered, #export-period"):
            box.disabled = not form.has_numbers

    @on(Select.Changed)
    @on(Checkbox.Changed)
    @on(Input.Changed, "#export-title")
    def _draw(self) -> None:
        self.query_one("#export-text", Prose).update(self._preview())

    def _preview(self) -> str:
        try:
            offer = self.offer
            count = offer.summary.reports
            text = preview(offer.sample, self.options, read_back=self._read_back, count=count)
        except ExportError as error:
            return str(error)
        return "\n".join(map(neutral, text.split("\n")))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self.action_accept()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def action_accept(self) -> None:
        """Return what was decided."""
        name = self.query_one("#export-path", Input).value.strip()
        if name:
            path = path_of(name)
            if not (is_suffix(path.suffix) or _is_there(path)):
                path = self._format.named(path)  # offices open a file by its suffix
            self.dismiss(ExportOrder(self.offer, path, self.options))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _choices(kind: type[Choice]) -> list[tuple[str, Choice]]:
    return [(locale.text(f"screen.{kind.__name__.lower()}.{one.value}"), one) for one in kind]


def _select(name: str, choices: Iterable[tuple[str, T]], value: T) -> Select[T]:
    """One of several, of which one is always chosen."""
    return Select(choices, value=value, id=f"export-{name}", allow_blank=False, compact=True)


class Tick(Checkbox):
    """A box ticked with an x, told from an empty one without colours too."""

    @property
    def _button(self) -> Content:
        return Content.styled(
            "[x]" if self.value else "[ ]", self.get_visual_style("toggle--button")
        )


def _tick(name: str, value: bool) -> Tick:
    label = locale.text(f"screen.export-{name}")
    return Tick(label, value, id=f"export-{name}", compact=True)
