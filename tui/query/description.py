"""A query as a sentence: 伊犁州 · 2023-02 · “实施意见”."""

from collections.abc import Iterable

from tui import locale
from tui.query.conditions import Condition, Field, FieldValues, Order, Words
from tui.query.fold import fold
from tui.query.names import NONE
from tui.reports.places import places


def describe(conditions: Iterable[Condition], order: Order) -> str:
    """The whole sentence, in the language spoken."""
    parts = [describe_condition(condition) for condition in conditions]
    if not parts:
        parts.append(locale.text("query.all"))
    if order is not Order.NEWEST:
        parts.append(locale.text(f"query.order-{order}"))
    return " · ".join(parts)


def describe_condition(condition: Condition) -> str:
    """What one condition asks for."""
    if isinstance(condition, Words):
        said = _either(f"“{word}”" for word in condition.alternatives)
    elif isinstance(condition, FieldValues):
        said = _field(condition.field, condition.values)
    else:
        said = locale.text(f"query.flag-{condition.flag}")
    return locale.text("query.not", what=said) if condition.excluded else said


def _either(names: Iterable[str]) -> str:
    return locale.text("query.or").join(names)


def _field(field: Field, values: tuple[str, ...]) -> str:
    if field in (Field.PREFECTURE, Field.COUNTY):
        return _either(_region(field, value) for value in values)
    if field is Field.DATE:
        return _either(map(_date, values))
    return locale.text(f"query.field-{field}", value=_either(values))


def _region(field: Field, value: str) -> str:
    """The usual name of the place meant; as written where that is not sure."""
    if fold(value) in NONE:
        return locale.text(f"query.no-{field}")
    if place := places().get(value):
        return place.usual_name
    named = {
        place.usual_name for place in places().named(value) if field in (place.level, "prefecture")
    }
    return named.pop() if len(named) == 1 else value


def _date(value: str) -> str:
    first, is_range, last = value.partition("..")
    if not is_range:
        return value
    kind = "between" if first and last else "since" if first else "until"
    return locale.text(f"query.date-{kind}", first=first, last=last)
