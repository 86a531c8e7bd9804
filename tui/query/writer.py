"""Writing a query as text that reads back as the same query."""

from collections.abc import Iterable

from tui import locale
from tui.query.conditions import Condition, FieldValues, Order, Words
from tui.query.fold import fold
from tui.query.names import CHINESE_FLAGS, FIELDS, FLAGS, IS, ORDER, ORDERS
from tui.query.reader import BARS, COMMAS, MINUS, NAME, PAIRS, PLUS, STRAIGHT


def write(conditions: Iterable[Condition], order: Order, language: locale.Language = "en") -> str:
    """The text of a query, with the names of its fields in `language`."""
    number = 1 if language == "zh" else 0
    parts = [_condition(condition, number) for condition in conditions]
    if order is not Order.NEWEST:
        parts.append(f"{ORDER[number]}:{ORDERS[order][number]}")
    return " ".join(parts)


def _condition(condition: Condition, number: int) -> str:
    sign = "-" if condition.excluded else ""
    if isinstance(condition, Words):
        return sign + "|".join(map(_word, condition.alternatives))
    if isinstance(condition, FieldValues):
        values = ",".join(map(_field_value, condition.values))
        return f"{sign}{FIELDS[condition.field][number]}:{values}"
    name = FLAGS[condition.flag][number]
    return sign + (name if number else f"{IS}:{name}")


def _word(word: str) -> str:
    if word[0] in MINUS + PLUS or NAME.match(word) or fold(word) in CHINESE_FLAGS:
        return _quoted(word)
    return _value(word, BARS)


def _field_value(value: str) -> str:
    return _value(value, COMMAS + BARS)


def _value(value: str, stops: str) -> str:
    begins_quoted = value[0] in STRAIGHT or value[0] in PAIRS
    if begins_quoted or any(part.isspace() or part in stops for part in value):
        return _quoted(value)
    return value


def _quoted(value: str) -> str:
    for quote in STRAIGHT:
        value = value.replace(quote, quote * 2)
    return f'"{value}"'
