"""Sentences of ``export``; keys begin with ``export.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "export.summary": (
        "{reports|report|reports}, {prefectures|prefecture|prefectures}",
        "{reports} 条报告，{prefectures} 个地州市",
    ),
    "export.summary-days": ("{first} to {last}", "{first} 至 {last}"),
    "export.summary-undated": ("{undated} undated", "{undated} 条无日期"),
    "export.summary-comma": (", ", "，"),
    "export.unknown-suffix": (
        "No export format has the suffix “{suffix}”. Use .txt, .md, .csv, .json or .docx, or name "
        "the format.",
        "没有后缀为“{suffix}”的导出格式。请用 .txt、.md、.csv、.json 或 .docx，或指明格式。",
    ),
    "export.exists": (
        "{path} exists already; it was left as it is.",
        "{path} 已存在，未作改动。",
    ),
    "export.is-folder": (
        "{path} is a folder; name a file in it.",
        "{path} 是文件夹，请写明文件名。",
    ),
    "export.not-a-file": ("{path} is not an ordinary file.", "{path} 不是普通文件。"),
    "export.no-folder": (
        "There is no folder {folder}. Make it first, or choose another.",
        "没有文件夹 {folder}。请先建立，或另选一个。",
    ),
    "export.is-archive": (
        "{path} belongs to the open archive. Choose another name.",
        "{path} 属于当前打开的档案，请另取文件名。",
    ),
    "export.no-rights": (
        "No right to write {path}. Choose another folder.",
        "没有写入 {path} 的权限，请另选文件夹。",
    ),
    "export.read-only": (
        "{path} is on a read-only disk. Choose another folder.",
        "{path} 所在磁盘只读，请另选文件夹。",
    ),
    "export.disk-full": (
        "The disk of {path} is full; nothing was written.",
        "{path} 所在磁盘已满，没有写入任何内容。",
    ),
    "export.bad-name": (
        "The system takes no file of the name {path}. Choose a shorter or simpler one.",
        "系统不接受文件名 {path}，请换一个更短或更简单的。",
    ),
    "export.refused": ("{path} cannot be written: {reason}", "无法写入 {path}：{reason}"),
    "export.no-such-character": (
        "{encoding} has no character “{character}” ({code}, in “{near}”). Use utf-8 or gb18030; "
        "nothing was written.",
        "{encoding} 没有“{character}”这个字（{code}，见“{near}”）。请改用 utf-8 或 gb18030；"
        "没有写入任何内容。",
    ),
    "export.too-many-for-word": (
        "A Word document of more than {most} reports cannot be opened. Export fewer, or as text.",
        "超过 {most} 条报告的 Word 文档无法打开。请减少条数，或导出为文本。",
    ),
    "export.column-id": ("ID", "编号"),
    "export.column-prefecture": ("Prefecture", "地州市"),
    "export.column-prefecture_code": ("Prefecture code", "地州市代码"),
    "export.column-county": ("County", "县市区"),
    "export.column-county_code": ("County code", "县市区代码"),
    "export.column-heading": ("Heading", "原标题行"),
    "export.column-date_start": ("Date", "日期"),
    "export.column-date_end": ("Last day", "结束日期"),
    "export.column-precision": ("Precision", "日期精度"),
    "export.precision-day": ("day", "日"),
    "export.precision-range": ("range", "起止"),
    "export.precision-part": ("part of a month", "旬"),
    "export.precision-month": ("month", "月"),
    "export.precision-unknown": ("unknown", "不详"),
    "export.column-date_as_written": ("Date as written", "日期原文"),
    "export.column-organisation": ("Organisation", "单位"),
    "export.column-title": ("Title", "标题"),
    "export.column-body": ("Body", "正文"),
    "export.column-documents": ("Documents cited", "引用文件"),
    "export.column-note": ("Note", "备注"),
    "export.note": ("Note: {note}", "备注：{note}"),
    "export.column-source": ("Source", "来源"),
    "export.coverage-undated": ("undated", "无日期"),
    "export.coverage-total": ("total", "合计"),
    "export.coverage-suffix": (
        "A coverage is written as .csv or .txt, not as “{suffix}”.",
        "报送情况可写为 .csv 或 .txt，不支持“{suffix}”。",
    ),
}
