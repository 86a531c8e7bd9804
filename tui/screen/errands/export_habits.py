"""How the user exported last: the next export begins with the same, the title apart."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from tui.export.options import Encoding, Format, Grouping, Options
from tui.screen.choices import ChoiceError, keep_choice, read_choices
from tui.screen.dialogs.export import ExportOrder
from tui.screen.subject import Offer

NAME = "export"
"""Of the choice."""


def usual_order(offer: Offer, grouping: Grouping) -> ExportOrder:
    """An order for `offer` in the format, and into the folder, that were chosen last."""
    kept = read_choices().get(NAME)
    habits = kept if isinstance(kept, dict) else {}
    folder, form, encoding = Path.cwd(), Format.TEXT, None
    with suppress(ValueError, TypeError):
        form = Format(str(habits.get("format")))
        encoding = Encoding(str(habits.get("encoding")))
    with suppress(OSError, TypeError, ValueError):
        last = Path(habits.get("folder", ""))
        folder = last if last.is_absolute() and last.is_dir() else folder
    options = Options(
        format=form,
        encoding=encoding or Options(form).for_file,
        grouping=grouping,
        numbered=habits.get("numbered") is True,
        period=offer.summary.period() if habits.get("period") is True else "",
    )
    return ExportOrder(offer, folder / f"jianbao-{date.today():%Y-%m-%d}{form.suffix}", options)


def remember(order: ExportOrder) -> None:
    """Begin with the same next time; where that cannot be kept, nothing is lost."""
    options = order.options
    habits = {
        "folder": str(order.path.absolute().parent),
        "format": options.format,
        "encoding": options.for_file,
        "numbered": options.numbered,
        "period": bool(options.period),
    }
    with suppress(ChoiceError):
        keep_choice(NAME, habits)
