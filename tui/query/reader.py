"""Reading the query language.

A query is a row of parts between blanks, joined by AND: ``word``, ``"two words"``, ``a|b``,
``-excluded``, ``field:value,value``, ``is:marked``, ``order:region``. What an input method types
is understood as well: full-width signs and blanks, “ ” and 「 」. A part that makes no sense is an
error that says where and what to do.
"""

import re
from datetime import date
from typing import NoReturn

from tui import locale
from tui.query.conditions import Condition, Field, FieldValues, Flag, Flagged, Order, Words
from tui.query.dates import read_dates
from tui.query.errors import DateError, QueryError
from tui.query.fold import fold
from tui.query.names import CHINESE_FLAGS, FIELD_OF, FIELDS, FLAG_OF, FLAGS, IS, ORDER, ORDER_OF

MINUS = "-－"
PLUS = "+＋"
BARS = "|｜"
COMMAS = ",，、"
STRAIGHT = '"＂'
"""Quotes that end as they begin; two in a row stand for one within."""

PAIRS = {"“": "”", "「": "」", "『": "』"}
"""Quotes with an end of their own."""

NAME = re.compile(r"([^\W\d_]+)[:：]")
"""What reads as the name of a field."""


def read(text: str, today: date) -> tuple[tuple[Condition, ...], Order]:
    """The conditions and the order that `text` asks for.

    Args:
        today: the day on which dates such as 上月 must make sense.

    Raises:
        QueryError: the text cannot be read.
    """
    return _Reader(text, today).read()


class _Reader:
    """Goes along a query from left to right; `_at` is the place reached."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self._order: Order | None = None

    def read(self) -> tuple[tuple[Condition, ...], Order]:
        conditions: list[Condition] = []
        while self._skip_blanks():
            if condition := self._part():
                conditions.append(condition)
        return tuple(conditions), self._order or Order.NEWEST

    def _skip_blanks(self) -> bool:
        """Go to the next part; whether there is one."""
        while self._here().isspace():
            self._at += 1
        return self._at < len(self._text)

    def _here(self) -> str:
        """The character reached, or nothing at the end."""
        return self._text[self._at : self._at + 1]

    def _ends(self, at: int, stops: str) -> bool:
        """Whether a value ends before the character at `at`."""
        return at >= len(self._text) or self._text[at].isspace() or self._text[at] in stops

    def _fail(self, key: str, at: int, **values: object) -> NoReturn:
        raise QueryError(f"query.{key}", self._text, at, **values)

    def _part(self) -> Condition | None:
        """Read one part; an order is no condition."""
        start = self._at
        excluded = self._here() in MINUS
        if excluded or self._here() in PLUS:
            self._at += 1
            if self._ends(self._at, ""):
                self._fail("lone-sign", start, sign=self._text[start])
        if found := NAME.match(self._text, self._at):
            return self._named(found[1], start, excluded)
        return self._words(excluded)

    def _words(self, excluded: bool) -> Condition:
        start = self._at
        alternatives = [self._alternative()]
        while self._here() and self._here() in BARS:
            self._at += 1
            alternatives.append(self._alternative())
        if flag := CHINESE_FLAGS.get(fold(self._text[start : self._at])):
            return Flagged(flag, excluded)
        return Words(tuple(alternatives), excluded)

    def _alternative(self) -> str:
        if self._ends(self._at, BARS):
            self._fail("lone-bar", min(self._at, len(self._text) - 1))
        if found := NAME.match(self._text, self._at):
            self._fail("or-field", self._at, name=found[1])
        return self._value(BARS)

    def _named(self, name: str, start: int, excluded: bool) -> Condition | None:
        """Read what follows the name of a field."""
        at = self._at
        folded = fold(name)
        field = FIELD_OF.get(folded)
        if field is None and folded not in (IS, *ORDER):
            self._fail("unknown-field", at, name=name, known=_known())
        self._at += len(name) + 1
        if field is not None:
            return FieldValues(field, self._values(field, name), excluded)
        value_at = self._at
        value = self._only_value(name)
        if not self._ends(self._at, ""):
            self._fail("one-value", self._at, name=name)
        if folded == IS:
            return Flagged(self._flag(value, value_at), excluded)
        if excluded:
            self._fail("excluded-order", start)
        self._set_order(value, at, value_at)
        return None

    def _values(self, field: Field, name: str) -> tuple[str, ...]:
        values = []
        while True:
            at = self._at
            value = self._only_value(name)
            if field is Field.DATE:
                self._check_date(value, at)
            values.append(value)
            if not self._here() or self._here() not in COMMAS + BARS:
                return tuple(values)
            self._at += 1

    def _only_value(self, name: str) -> str:
        if self._ends(self._at, COMMAS + BARS):
            self._fail("no-value", min(self._at, len(self._text) - 1), name=name)
        return self._value(COMMAS + BARS)

    def _check_date(self, value: str, at: int) -> None:
        try:
            read_dates(value, self._today)
        except DateError as error:
            raise QueryError(error.key, self._text, at, **error.values) from None

    def _flag(self, value: str, at: int) -> Flag:
        flag = FLAG_OF.get(fold(value))
        if flag is None:
            known = " ".join(f"is:{names[0]} ({names[1]})" for names in FLAGS.values())
            self._fail("unknown-flag", at, value=value, known=known)
        return flag

    def _set_order(self, value: str, at: int, value_at: int) -> None:
        order = ORDER_OF.get(fold(value))
        if order is None:
            self._fail("unknown-order", value_at, value=value, known=" ".join(ORDER_OF))
        if self._order not in (None, order):
            self._fail("two-orders", at)
        self._order = order

    def _value(self, stops: str) -> str:
        """Read a value, in quotes or bare."""
        quote = self._here()
        if quote in STRAIGHT:
            return self._straight(stops)
        if end := PAIRS.get(quote):
            start = self._at
            close = self._text.find(end, start)
            if close < 0:
                self._fail("open-quote", start, quote=quote)
            self._at = close + 1
            if self._ends(self._at, stops):
                return self._quoted(self._text[start + 1 : close], start)
            # “五老”骨干 is text that begins with a quote, as copied from a bulletin.
            return self._text[start : self._at] + self._bare(stops)
        return self._bare(stops)

    def _bare(self, stops: str) -> str:
        start = self._at
        while not self._ends(self._at, stops):
            self._at += 1
        return self._text[start : self._at]

    def _straight(self, stops: str) -> str:
        start = self._at
        parts = []
        while True:
            begins = self._at + 1
            ends = [at for quote in STRAIGHT if (at := self._text.find(quote, begins)) >= 0]
            if not ends:
                self._fail("open-quote", start, quote=self._text[start])
            close = min(ends)
            parts.append(self._text[begins:close])
            self._at = close + 1
            if self._here() != self._text[close]:
                break
            parts.append(self._text[close])
        if not self._ends(self._at, stops):
            self._fail("after-quote", self._at)
        return self._quoted("".join(parts), start)

    def _quoted(self, value: str, start: int) -> str:
        if not value:
            self._fail("empty-quote", start)
        return value


def _known() -> str:
    """The names of the fields, those of the language spoken first."""
    names = [(f"{field[0]}:", f"{field[1]}:") for field in (*FIELDS.values(), ORDER)]
    if locale.language() == "zh":
        return " ".join(f"{chinese} ({english})" for english, chinese in names) + f" {IS}:"
    return " ".join(f"{english} ({chinese})" for english, chinese in names) + f" {IS}:"
