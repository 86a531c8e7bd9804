"""Sentences of ``query``; keys begin with ``query.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "query.all": ("all reports", "全部报告"),
    "query.or": (" or ", "或"),
    "query.not": ("not {what}", "不含{what}"),
    "query.order-region": ("by region", "按地区排序"),
    "query.order-relevance": ("most relevant first", "按相关程度排序"),
    "query.flag-marked": ("marked", "已选"),
    "query.flag-undated": ("undated", "无日期"),
    "query.field-org": ("held by {value}", "单位：{value}"),
    "query.field-doc": ("citing {value}", "引用文件：{value}"),
    "query.field-source": ("from {value}", "来源：{value}"),
    "query.no-prefecture": ("no region given", "未注明地区"),
    "query.no-county": ("the prefecture’s own", "地州市本级"),
    "query.date-between": ("{first} to {last}", "{first}至{last}"),
    "query.date-since": ("since {first}", "{first}起"),
    "query.date-until": ("until {last}", "{last}止"),
    "query.empty": (
        "Nothing matches with {what}. Without it: {count|report|reports}.",
        "加上{what}就没有结果；去掉后有{count}条。",
    ),
    "query.empty-archive": ("There are no reports yet.", "还没有报告。"),
    "query.suggestion": ("{what}: {count|report|reports}", "{what}：{count}条"),
    "query.lone-sign": (
        "Nothing follows “{sign}”: put a word right after it, or leave it out.",
        "“{sign}”后面没有内容：请紧接着写一个词，或将它删去。",
    ),
    "query.lone-bar": (
        "“|” needs a word on either side, without blanks: 学习|宣讲.",
        "“|”两边都要有词，中间不留空格：学习|宣讲。",
    ),
    "query.open-quote": (
        "The quote {quote} is not closed: close it, or leave it out.",
        "引号 {quote} 没有闭合：请补上另一半，或将它删去。",
    ),
    "query.empty-quote": (
        "There is nothing between the quotes: write a phrase, or leave them out.",
        "引号里没有内容：请写上词语，或将引号删去。",
    ),
    "query.after-quote": (
        "Put a blank after the closing quote.",
        "请在后引号之后加一个空格。",
    ),
    "query.no-value": (
        "Nothing follows “{name}:”: write what you are looking for right after it.",
        "“{name}:”后面没有内容：请紧接着写要找的内容。",
    ),
    "query.unknown-field": (
        "There is no field “{name}”. The fields are {known}. To search for the words themselves, "
        "put them in quotes.",
        "没有“{name}”这个字段。可用字段：{known}。若要查找这些字本身，请加引号。",
    ),
    "query.unknown-flag": (
        "“is:{value}” is not known. Known are {known}.",
        "没有“is:{value}”。可用：{known}。",
    ),
    "query.unknown-order": (
        "There is no order “{value}”. Known are {known}.",
        "没有“{value}”这种排序。可用：{known}。",
    ),
    "query.two-orders": (
        "Two orders are asked for: keep one of them.",
        "指定了两种排序：请只保留一种。",
    ),
    "query.one-value": (
        "“{name}:” takes one value: write what follows as a part of its own, after a blank.",
        "“{name}:”只能取一个值：其后的内容请用空格隔开另写。",
    ),
    "query.excluded-order": (
        "An order cannot be excluded: leave out the “-”.",
        "排序不能排除：请删去“-”。",
    ),
    "query.or-field": (
        "“|” joins words only. For one value or another of “{name}” write {name}:a,b.",
        "“|”只能连接词语。同一字段的多个值请写成 {name}:甲,乙。",
    ),
    "query.bad-date": (
        "“{value}” is not a date. Write 2023, 2023-02, 2023-02-09, 2月9日, 上月, last-week or "
        "a range such as 2023-02-08..2023-02-10.",
        "“{value}”不是日期。可写 2023、2023-02、2023-02-09、2月9日、上月、近7天，"
        "或 2023-02-08..2023-02-10 这样的范围。",
    ),
    "query.no-such-day": (
        "“{value}” names a day that does not exist: check month and day.",
        "“{value}”里有不存在的日期：请核对月和日。",
    ),
    "query.reversed": (
        "“{value}” ends before it begins: exchange the two dates.",
        "“{value}”的结束早于开始：请交换两个日期。",
    ),
}
