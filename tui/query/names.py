"""What fields, flags and orders are called in the query language, in English and Chinese."""

from tui.query.conditions import Field, Flag, Order

FIELDS: dict[Field, tuple[str, ...]] = {
    Field.PREFECTURE: ("prefecture", "地州", "地州市"),
    Field.COUNTY: ("county", "县市", "县市区"),
    Field.DATE: ("date", "日期"),
    Field.ORG: ("org", "单位"),
    Field.DOC: ("doc", "文件"),
    Field.SOURCE: ("source", "来源"),
}
"""The names of each field: the English one, the Chinese one, and what else is understood."""

FLAGS: dict[Flag, tuple[str, ...]] = {
    Flag.MARKED: ("marked", "已选"),
    Flag.UNDATED: ("undated", "无日期"),
}
"""The flags after ``is:``; the Chinese name stands alone."""

ORDERS: dict[Order, tuple[str, ...]] = {
    Order.NEWEST: ("newest", "最新"),
    Order.REGION: ("region", "地区"),
    Order.RELEVANCE: ("relevance", "相关"),
}
"""The orders after ``order:`` or ``排序:``."""

IS = "is"

ORDER = ("order", "排序")

NONE = ("none", "无")
"""As a region: that there is none."""

FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
FLAG_OF = {name: flag for flag, names in FLAGS.items() for name in names}
ORDER_OF = {name: order for order, names in ORDERS.items() for name in names}

CHINESE_FLAGS = {names[1]: flag for flag, names in FLAGS.items()}
"""Words that are flags by themselves; in quotes they are words like others."""
