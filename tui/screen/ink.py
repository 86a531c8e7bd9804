"""What a part of a widget adds to the text it is drawn with."""

from rich.style import Style
from textual.widget import Widget


def ink(widget: Widget, name: str) -> Style:
    """The style of the component `name` of `widget`, without the background of its surroundings.

    A colour that is partly transparent, such as that of muted text, is blended with what it
    stands on; Textual's own partial style has it at full strength.
    """
    partial = widget.get_component_rich_style(name, partial=True)
    return partial + Style(color=widget.get_component_rich_style(name).color)
