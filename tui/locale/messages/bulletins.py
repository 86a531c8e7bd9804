"""Sentences of ``bulletins``; keys begin with ``bulletins.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    # what a file can have wrong
    "bulletins.undecodable": (
        "{file}: byte {byte} is in none of the encodings UTF-8, UTF-16, GB18030 and Big5; "
        "say which one with --encoding.",
        "{file}：第 {byte} 个字节不属于 UTF-8、UTF-16、GB18030、Big5 中任何一种编码，请用 --encoding 指明。",
    ),
    "bulletins.broken-utf8": (
        "{file}: the text breaks off inside a character at byte {byte}; it may be cut or damaged.",
        "{file}：文本在第 {byte} 个字节处断在一个字符中间，文件可能不完整或已损坏。",
    ),
    "bulletins.not-encoded": (
        "{file}: byte {byte} is not in the encoding {encoding}.",
        "{file}：第 {byte} 个字节不符合编码 {encoding}。",
    ),
    "bulletins.no-encoding": (
        "{file}: there is no encoding called {encoding}.",
        "{file}：没有名为 {encoding} 的编码。",
    ),
    "bulletins.unreadable": ("{file} cannot be read: {reason}.", "无法读取 {file}：{reason}。"),
    "bulletins.too-long": (
        "{file} was refused: it is larger than {limit} MB; cut it into several files.",
        "{file} 已被拒绝：超过 {limit} MB，请分成几个文件。",
    ),
    "bulletins.empty-folder": ("There are no files in {file}.", "{file} 中没有文件。"),
    "bulletins.is-folder": (
        "{file} is a folder, not a bulletin.",
        "{file} 是文件夹，不是简报。",
    ),
    "bulletins.no-file": (
        "{file} is neither a file nor a folder; give what a program writes as -.",
        "{file} 既不是文件也不是文件夹；程序的输出请用 - 传入。",
    ),
    "bulletins.empty": ("{file} is empty.", "{file} 是空文件。"),
    "bulletins.no-reports": (
        "{file}: no report was found in it.",
        "{file}：没有找到任何报告。",
    ),
    "bulletins.binary": (
        "{file} is not text: it holds control codes that no bulletin has.",
        "{file} 不是文本：其中含有简报里不会有的控制字符。",
    ),
    "bulletins.unknown-kind": (
        "{file}: files of the kind {suffix} cannot be read; save it as .docx, .html or .txt.",
        "{file}：无法读取 {suffix} 类型的文件，请另存为 .docx、.html 或 .txt。",
    ),
    "bulletins.old-word": (
        "{file} is an old Word file (.doc) or locked with a password; "
        "save it as .docx without a password.",
        "{file} 是旧版 Word 文件（.doc）或设有密码，请取消密码并另存为 .docx。",
    ),
    "bulletins.not-docx": (
        "{file} is not a Word file (.docx): {reason}.",
        "{file} 不是 Word 文件（.docx）：{reason}。",
    ),
    "bulletins.no-zip": ("it is not a zip archive", "它不是 zip 压缩包"),
    "bulletins.no-document": ("it has no document inside", "其中没有正文"),
    "bulletins.damaged-zip": ("its content is damaged", "其内容已损坏"),
    "bulletins.bad-xml": ("its document is not well-formed XML", "其正文不是合格的 XML"),
    "bulletins.entities": (
        "{file} was refused: its document declares entities, which Word never writes.",
        "{file} 已被拒绝：其正文声明了 XML 实体，Word 不会这样写。",
    ),
    "bulletins.too-large": (
        "{file} was refused: it would unpack to {size} MB, and {limit} MB is the limit.",
        "{file} 已被拒绝：解压后有 {size} MB，上限为 {limit} MB。",
    ),
    # what a reading was not sure of
    "bulletins.no-year": (
        "The year of the date is given nowhere.",
        "日期没有年份，全文也未注明。",
    ),
    "bulletins.impossible-date": (
        "The date is not in the calendar.",
        "日期在历法中不存在。",
    ),
    "bulletins.unlikely-year": ("The year of the date is unlikely.", "日期的年份不大可能。"),
    "bulletins.lost-month-sign": (
        "The sign of the month is missing from the date.",
        "日期缺少“月”字。",
    ),
    "bulletins.unclear-date": (
        "The date counts from a day that is not given.",
        "日期所依据的日子没有写明。",
    ),
    "bulletins.unclear-region": (
        "The name of the region may mean several places.",
        "地名可能指几个地方。",
    ),
    "bulletins.unclear-county": ("The county is not named.", "没有写明是哪个县市区。"),
    "bulletins.region-differs": (
        "The place named in the words is not the one of the heading.",
        "正文中的地名与标题不符。",
    ),
    "bulletins.no-region": ("No region is named.", "没有写明地区。"),
    "bulletins.unknown-place": (
        "The region is in no table of places.",
        "地名不在行政区划表中。",
    ),
    # why a line was left out
    "bulletins.left-title": ("title", "标题"),
    "bulletins.left-publication": ("publication line", "发布信息"),
    "bulletins.left-issue": ("number of the issue", "期号"),
    "bulletins.left-breadcrumb": ("path of the page", "页面路径"),
    "bulletins.left-editors": ("editors", "编辑署名"),
    "bulletins.left-neighbours": ("links to other pages", "其他页面的链接"),
    "bulletins.left-controls": ("controls of the page", "页面按钮"),
    "bulletins.left-image": ("picture or caption", "图片或图片说明"),
    "bulletins.left-footer": ("foot of the page", "页脚"),
    "bulletins.left-circulation": ("who it was sent to", "报送范围"),
    "bulletins.left-metadata": ("particulars of the document", "公文信息"),
    "bulletins.left-page-number": ("page number", "页码"),
    "bulletins.left-rule": ("rule", "分隔线"),
    "bulletins.left-address": ("address of a page", "网址"),
    "bulletins.left-contents": ("list of contents", "目录"),
    "bulletins.left-note": ("editor's note", "编者按"),
    "bulletins.left-lead": ("introduction to all reports", "总的导语"),
    "bulletins.left-heading": ("heading without reports", "没有报告的标题"),
    "bulletins.left-tally": ("count of what was sent in", "报送情况"),
    "bulletins.left-furniture": ("other lines of the page", "页面上的其他文字"),
    "bulletins.left-footnote": ("note at the foot or end", "脚注或尾注"),
    "bulletins.left-comment": ("remark in the margin", "批注"),
    "bulletins.left-running-head": ("head of every page", "页眉页脚"),
    "bulletins.left-field": ("field beside a report", "报告旁的栏目"),
    "bulletins.left-table-head": ("head of a table", "表头"),
}
