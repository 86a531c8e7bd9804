"""Sentences of ``cli``; keys begin with ``cli.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    # help
    "cli.help-browse": (
        "Browse, search and hand on regional meeting reports.",
        "浏览、检索、转发各地会议简报。",
    ),
    "cli.help-list": ("list reports, one a line", "逐行列出报告"),
    "cli.help-show": ("show whole reports by their ids", "按编号显示整条报告"),
    "cli.help-export": ("write reports to a file", "把报告写入文件"),
    "cli.help-import": ("take in bulletins", "导入简报"),
    "cli.help-imports": ("list what was imported", "列出导入记录"),
    "cli.help-undo": ("take an import out again", "撤销一次导入"),
    "cli.help-coverage": ("show who has reported and who has not", "查看哪些地方已报、未报"),
    "cli.help-check": ("examine archive, catalog and terminal", "检查档案、索引和终端"),
    "cli.help-serve": ("open the browser in a web browser", "在网页中打开"),
    "cli.commands": ("commands:", "命令："),
    "cli.first-word": (
        "A first word that is none of these begins a query; write `jianbao -- list` to search\n"
        "for the word “list”. `jianbao COMMAND --help` says more about a command.",
        "第一个词不是命令时，即为检索式；要检索“list”这个词，请写 `jianbao -- list`。\n"
        "`jianbao 命令 --help` 显示该命令的说明。",
    ),
    "cli.option-archive": (
        "another archive: a TinyDB file, or a folder of them",
        "另一个档案：TinyDB 文件或其文件夹",
    ),
    "cli.option-lang": ("language of the interface", "界面语言"),
    "cli.option-help": ("show this help", "显示本说明"),
    "cli.option-version": ("show the version", "显示版本"),
    "cli.option-query": (
        "words and conditions, such as 阿克苏 date:2023-02",
        "词语和条件，如 阿克苏 日期:2023-02",
    ),
    "cli.option-json": ("print JSON, one object a line", "输出 JSON，每行一个对象"),
    "cli.option-csv": ("print CSV", "输出 CSV"),
    "cli.option-ids": ("id of a report, as `list` shows it", "报告编号，见 list 的输出"),
    "cli.option-output": (
        "the file to write; - for standard output",
        "要写的文件；- 表示标准输出",
    ),
    "cli.option-format": (
        "by default what the file's suffix says: .txt .md .csv .json .docx",
        "默认由后缀决定：.txt .md .csv .json .docx",
    ),
    "cli.option-encoding": (
        "files of text and CSV are utf-8-sig with CR LF by default, for office programs; "
        "all else is utf-8",
        "文本和 CSV 文件默认 utf-8-sig、CR LF 换行，便于办公软件打开；其余为 utf-8",
    ),
    "cli.option-group": (
        "by prefecture in official order (default), by date, or in the query's order",
        "按地州市（默认）、按日期，或按检索顺序",
    ),
    "cli.option-title": ("a title above everything", "标题"),
    "cli.option-period": (
        "a line below the title with first and last day (Markdown and Word)",
        "标题下注明起止日期（Markdown、Word）",
    ),
    "cli.option-numbered": (
        "number headings 一、 and reports （一） (Markdown and Word)",
        "加编号 一、（一）（Markdown、Word）",
    ),
    "cli.option-force": ("replace a file that is there", "覆盖已有文件"),
    "cli.option-paths": (
        "bulletins, folders of them, or - for standard input",
        "简报文件、文件夹，- 表示标准输入",
    ),
    "cli.option-year": (
        "year of dates where the bulletin gives none",
        "简报中未注明年份时所用的年份",
    ),
    "cli.option-read-encoding": (
        "encoding of the files; by default it is found out",
        "文件编码；默认自动识别",
    ),
    "cli.option-dry-run": ("show what would be taken in, and stop", "只显示将导入的内容"),
    "cli.option-yes": (
        "do not ask; needed where there is no terminal to ask on",
        "不再询问；没有终端可问时必须指明",
    ),
    "cli.option-import": (
        "id of the import, as `imports` shows it; by default the latest",
        "导入编号，见 imports 的输出；默认最近一次",
    ),
    "cli.option-by": ("what a column is; by default what fits", "每列的时段；默认取合适的"),
    "cli.option-level": ("what a row is (default: prefecture)", "每行的地区（默认 prefecture）"),
    "cli.option-host": ("address to listen at (default: localhost)", "监听地址（默认 localhost）"),
    "cli.option-port": ("port to listen at (default: 8000)", "监听端口（默认 8000）"),
    # what argparse says; it puts the values in itself
    "cli.argparse-usage": ("usage: ", "用法："),
    "cli.argparse-positional": ("what to work on", "对象"),
    "cli.argparse-options": ("options", "选项"),
    "cli.argparse-unrecognized": ("unrecognized arguments: %s", "不认识的参数：%s"),
    "cli.argparse-required": (
        "the following arguments are required: %s",
        "缺少必需的参数：%s",
    ),
    "cli.argparse-argument": (
        "argument %(argument_name)s: %(message)s",
        "参数 %(argument_name)s：%(message)s",
    ),
    "cli.argparse-expected-one": ("expected one argument", "需要一个值"),
    "cli.argparse-expected-some": ("expected at least one argument", "至少需要一个值"),
    "cli.argparse-choice": (
        "invalid choice: %(value)r (choose from %(choices)s)",
        "不能取 %(value)r（可取 %(choices)s）",
    ),
    "cli.argparse-value": ("invalid %(type)s value: %(value)r", "%(value)r 不是有效的 %(type)s"),
    "cli.argparse-not-with": ("not allowed with argument %s", "不能与参数 %s 同时使用"),
    "cli.empty-name": ("the name is empty", "名称是空的"),
    "cli.bad-encoding": ("there is no encoding {encoding}", "没有 {encoding} 这种编码"),
    "cli.bad-year": ("{year} is no year from 1 to 9999", "{year} 不是 1 至 9999 的年份"),
    # what is said
    "cli.usage-error": (
        "{message}\nSee `{command} --help`.",
        "{message}\n请看 `{command} --help`。",
    ),
    "cli.bad-query": ("{sentence}\n{pointed}", "{sentence}\n{pointed}"),
    "cli.nothing": ("Nothing matches: {query}", "没有符合的报告：{query}"),
    "cli.no-such-report": ("There is no report {id}.", "没有编号为 {id} 的报告。"),
    "cli.interrupted": ("Interrupted.", "已中断。"),
    "cli.import-interrupted": (
        "Interrupted; nothing was imported.",
        "已中断，没有导入任何内容。",
    ),
    "cli.system": (
        "The system refuses to go on: {reason}. What was written is not complete.",
        "系统拒绝继续：{reason}。已写出的内容不完整。",
    ),
    "cli.no-terminal": (
        "The browser needs a terminal. To read without one, use `jianbao list` or "
        "`jianbao export -o -`.",
        "浏览需要终端。没有终端时请用 `jianbao list` 或 `jianbao export -o -`。",
    ),
    "cli.fact-id": ("ID: {value}", "编号：{value}"),
    "cli.fact-region": ("Region: {value}", "地区：{value}"),
    "cli.fact-date": ("Date: {value}", "日期：{value}"),
    "cli.fact-organisation": ("Organisation: {value}", "单位：{value}"),
    "cli.fact-documents": ("Documents: {value}", "文件：{value}"),
    "cli.fact-source": ("Source: {value}", "来源：{value}"),
    "cli.exporting": ("Exporting", "正在导出"),
    "cli.exported": ("Wrote {summary} to {path}", "已写入 {path}：{summary}"),
    "cli.binary-to-terminal": (
        "A Word document cannot be shown on a terminal; name a file.",
        "Word 文档不能显示在终端上，请写明文件名。",
    ),
    "cli.fixed-encoding": (
        "The format {format} is always UTF-8; leave out --encoding.",
        "{format} 格式总是 UTF-8，请去掉 --encoding。",
    ),
    "cli.no-such-line": (
        "The format {format} has no place for {option}; leave it out.",
        "{format} 格式不支持 {option}，请去掉。",
    ),
    "cli.reports": ("{reports|report|reports}", "{reports} 条报告"),
    "cli.no-imports": ("Nothing has been imported yet.", "还没有导入过。"),
    "cli.undone": (
        "Undid the import {id}: {reports|report|reports} from {files} taken out.",
        "已撤销导入 {id}：取出 {files} 的 {reports} 条报告。",
    ),
    "cli.serving": (
        "The browser is at {address} until you press Ctrl+C.",
        "请在网页中打开 {address}，按 Ctrl+C 结束。",
    ),
    "cli.no-textual-serve": (
        "The web browser needs one more package: pip install 'jianbao[serve]'",
        "网页浏览需要另装一个软件包：pip install 'jianbao[serve]'",
    ),
    "cli.cannot-serve": (
        "There can be no web server at {host}, port {port}: {reason}. Choose another port or host.",
        "无法在 {host} 的端口 {port} 上提供网页：{reason}。请换一个端口或地址。",
    ),
    "cli.bad-port": (
        "There is no port {port}; take one from 1 to 65535.",
        "没有端口 {port}，请取 1 至 65535。",
    ),
    "cli.indexing": ("Indexing", "正在编制索引"),
    "cli.reading": ("Reading", "正在读取"),
    "cli.comparing": ("Comparing", "正在比对"),
    "cli.storing": ("Storing", "正在存入"),
    "cli.progress-files": ("{done}/{total} files", "{done}/{total} 个文件"),
    "cli.progress-reports": ("{done}/{total} reports", "{done}/{total} 条报告"),
    "cli.progress-rate": ("{reports}/s", "{reports} 条/秒"),
    "cli.progress-seconds": ("{seconds} s", "{seconds} 秒"),
    "cli.import-needs-yes": (
        "There is no terminal to ask on; add --yes to import, or --dry-run to look first.",
        "没有终端可供询问；请加 --yes 直接导入，或用 --dry-run 先看一遍。",
    ),
    "cli.left-out": (
        "left out: line {line}, {reason}: {text}",
        "未收：第 {line} 行，{reason}：{text}",
    ),
    "cli.near-stored": (
        "Nearly the same as “{title}” in the archive ({id}, {file}).",
        "与档案中的“{title}”基本相同（{id}，{file}）。",
    ),
    "cli.near-new": (
        "Nearly the same as “{title}” above ({id}, {file}).",
        "与上文的“{title}”基本相同（{id}，{file}）。",
    ),
    "cli.ask-import": (
        "Import {reports|report|reports}? [Y/n] ",
        "导入这 {reports} 条报告？[Y/n] ",
    ),
    "cli.not-imported": ("Nothing was imported.", "没有导入。"),
    "cli.nothing-new": (
        "Nothing added: {duplicates|report was|reports were} in the archive already.",
        "没有新增：{duplicates} 条报告已在档案中。",
    ),
    "cli.imported": (
        "Imported {reports|report|reports}. To take them out again: jianbao undo {id}",
        "已导入 {reports} 条报告。撤销：jianbao undo {id}",
    ),
    "cli.imported-some": (
        "Imported {reports|report|reports}; {duplicates|was|were} there already. "
        "To take the new ones out again: jianbao undo {id}",
        "已导入 {reports} 条报告；另有 {duplicates} 条已在档案中。撤销：jianbao undo {id}",
    ),
    "cli.not-installed": ("(not installed)", "（未安装）"),
    # check
    "cli.check-program": (
        "jianbao {version}, Python {python}, textual {textual}, tinydb {tinydb}",
        "jianbao {version}，Python {python}，textual {textual}，tinydb {tinydb}",
    ),
    "cli.check-archive-bundled": (
        "Archive: the bundled reports, {path}. The first import starts one of your own.",
        "档案：随附的报告，{path}。第一次导入时建立您自己的档案。",
    ),
    "cli.check-archive-folder": (
        "Archive: the folder {path} with {files|file|files}.",
        "档案：文件夹 {path}，{files} 个文件。",
    ),
    "cli.check-archive-file": (
        "Archive: the file {path}.",
        "档案：文件 {path}。",
    ),
    "cli.check-archive-not-writable": (
        "The archive {path} can be read, not written.",
        "档案 {path} 只能读取，不能写入。",
    ),
    "cli.advice-not-writable": (
        "Imports need another: name it with --archive.",
        "导入需要另一个档案：请用 --archive 指明。",
    ),
    "cli.advice-archive": (
        "Name another with --archive, or leave it out to see the bundled reports.",
        "请用 --archive 另指一个；不写则使用随附的报告。",
    ),
    "cli.advice-own-archive": (
        "See to it that it can be read, or name another with --archive.",
        "请使其可以读取，或用 --archive 另指一个。",
    ),
    "cli.check-no-home": (
        "There is no home folder: nothing can be kept, no archive, basket or index.",
        "没有主目录：档案、选文篮、索引等均无法保存。",
    ),
    "cli.advice-no-home": (
        "Set HOME, or name an archive with --archive.",
        "请设置 HOME，或用 --archive 指定档案。",
    ),
    "cli.advice-damaged": (
        "Bring {path} back from a backup of your own, or move it away: the others are read "
        "without it.",
        "请用您自己的备份恢复 {path}，或将其移走：其余文件不受影响。",
    ),
    "cli.advice-backup": (
        "Its previous version is {backup}; rename that to {path} to go back to it.",
        "上一版本为 {backup}；将其改名为 {path} 即可恢复。",
    ),
    "cli.check-catalog": (
        "Catalog: {reports|report|reports}, ready in {seconds} s.",
        "索引：{reports} 条报告，{seconds} 秒就绪。",
    ),
    "cli.check-no-terminal": (
        "No terminal here: input or output is a file or a pipe.",
        "此处没有终端：输入或输出是文件或管道。",
    ),
    "cli.check-terminal-size": (
        "Terminal: {columns} columns, {rows} rows.",
        "终端：{columns} 列，{rows} 行。",
    ),
    "cli.advice-small": (
        "With at least 60 columns and 16 rows more than one pane is shown.",
        "达到 60 列、16 行即可同时显示多个窗格。",
    ),
    "cli.check-encoding": ("Encoding: {encoding}.", "编码：{encoding}。"),
    "cli.advice-encoding": (
        "Set a UTF-8 locale, such as LANG=zh_CN.UTF-8, to see Chinese.",
        "请设置 UTF-8 区域，如 LANG=zh_CN.UTF-8，以显示中文。",
    ),
    "cli.check-colour": ("Colour: yes.", "颜色：有。"),
    "cli.check-no-colour": (
        "Colour: no, as NO_COLOR or TERM says.",
        "颜色：无（由 NO_COLOR 或 TERM 决定）。",
    ),
    "cli.check-wide": (
        "The terminal draws “ ” … — two cells wide, which breaks lines.",
        "终端把“ ” … — 显示为两格宽，会打乱版面。",
    ),
}
