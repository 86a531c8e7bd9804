"""Sentences of ``archive``; keys begin with ``archive.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "archive.notebook-unreadable": (
        "The basket and saved searches cannot be read: {path} is damaged or may not be read. "
        "Move it away to begin a new one.",
        "无法读取选文篮与已存检索：{path} 已损坏或无权读取。移走该文件即可重新开始。",
    ),
    "archive.notebook-unwritable": (
        "The basket and saved searches cannot be kept in {path}: {reason}.",
        "无法保存选文篮与已存检索（{path}）：{reason}。",
    ),
    "archive.missing": (
        "There is no archive at {path}: no such file or folder.",
        "{path} 处没有档案：文件或文件夹不存在。",
    ),
    "archive.not-a-file": (
        "{path} is no archive: neither a file nor a folder.",
        "{path} 不是档案：既不是文件，也不是文件夹。",
    ),
    "archive.unreadable": (
        "{path} cannot be read: {reason}.",
        "无法读取 {path}：{reason}。",
    ),
    "archive.unwritable": (
        "{path} cannot be written: {reason}. Nothing in it was changed.",
        "无法写入 {path}：{reason}。其内容未作改动。",
    ),
    "archive.full": (
        "There is no room left to write {path}. Nothing in it was changed.",
        "空间不足，无法写入 {path}。其内容未作改动。",
    ),
    "archive.empty": (
        "{path} is empty: it holds no reports, nor anything else.",
        "{path} 是空文件，没有任何内容。",
    ),
    "archive.not-utf8": (
        "{path} is damaged: at byte {position} it stops being UTF-8 text.",
        "{path} 已损坏：自第 {position} 字节起不是 UTF-8 文本。",
    ),
    "archive.not-json": (
        "{path} is damaged or no archive: at byte {position} it stops being JSON.",
        "{path} 已损坏或不是档案：自第 {position} 字节起不是 JSON。",
    ),
    "archive.cut": (
        "{path} is cut off: it ends at byte {position} in the middle of its contents.",
        "{path} 不完整：内容在第 {position} 字节处中断。",
    ),
    "archive.foreign": (
        "{path} is JSON, but not an archive: it belongs to another program.",
        "{path} 是 JSON 文件，但不是档案，属于其他程序。",
    ),
    "archive.too-large": (
        "{path} has more than {limit} GiB and is not read. Split it into several files.",
        "{path} 超过 {limit} GiB，未读取。请拆分为多个文件。",
    ),
    "archive.bad-row": (
        "{path} has rows that are not reports, {count} in all. The first: {reason} The rest is read.",
        "{path} 中有 {count} 个条目不是报告，第一个：{reason}其余条目已读取。",
    ),
    "archive.locked": (
        "{path} is being written to by {who} since {since}. Try again in a moment.",
        "{path} 正由 {who} 写入（始于 {since}），请稍后再试。",
    ),
    "archive.bundled": (
        "The bundled reports cannot be changed. An import starts an archive of your own.",
        "随附的报告不能改动。导入简报后即建立您自己的档案。",
    ),
    "archive.no-home": (
        "There is no home folder to start an archive of your own in: set HOME, or name an archive "
        "with --archive.",
        "没有主目录，无法建立您自己的档案：请设置 HOME，或用 --archive 指定档案。",
    ),
    "archive.nothing-to-undo": (
        "{path} has no import to undo.",
        "{path} 中没有可撤销的导入。",
    ),
    "archive.partly-undone": (
        "The import {id} was taken out, except for what stays in a file that is damaged: {reason}",
        "导入 {id} 已撤销，但损坏的文件未能处理：{reason}",
    ),
    "archive.no-such-import": (
        "{path} has no import {id}. “jianbao imports” lists those it has.",
        "{path} 中没有导入 {id}。可用“jianbao imports”查看已有的导入。",
    ),
    "archive.no-such-report": (
        "{path} has no report {id}.",
        "{path} 中没有报告 {id}。",
    ),
    "archive.no-index": (
        "The index {path} cannot be built; is there room for it? Answers come later without it.",
        "无法建立索引 {path}，请检查空间是否充足。没有索引时结果会慢一些。",
    ),
    "archive.no-fts5": (
        "This Python's SQLite cannot search texts: in a large archive answers come later.",
        "此 Python 的 SQLite 不支持全文检索：档案较大时结果会慢一些。",
    ),
}
