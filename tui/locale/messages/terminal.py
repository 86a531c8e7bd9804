"""Sentences of ``terminal``; keys begin with ``terminal.``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "terminal.wide": (
        "This terminal draws “ ” … — and frames two cells wide; lines will not meet. {setting}",
        "此终端把“ ” … — 和边框画成两格宽，画面会错位。{setting}",
    ),
    "terminal.setting-iterm": (
        "In iTerm2: Settings › Profiles › Text, clear “Ambiguous characters are double-width”.",
        "iTerm2：设置 › Profiles › Text，取消“Ambiguous characters are double-width”。",
    ),
    "terminal.setting-apple": (
        "In Terminal: Settings › Profiles › Advanced, clear "
        "“Unicode East Asian Ambiguous characters are wide”.",
        "终端：设置 › 描述文件 › 高级，取消“Unicode 东亚不明宽度字符为宽字符”。",
    ),
    "terminal.setting-mintty": (
        "In mintty: Options › Text, choose a locale that does not end in “@cjkwide”.",
        "mintty：Options › Text，选不以“@cjkwide”结尾的 Locale。",
    ),
    "terminal.setting-vte": (
        "In the terminal's profile: Compatibility › Ambiguous-width characters › Narrow.",
        "终端配置文件：兼容性 › 宽度有歧义的字符 › 窄。",
    ),
    "terminal.setting-putty": (
        "In PuTTY: Window › Translation, clear “Treat CJK ambiguous characters as wide”.",
        "PuTTY：窗口 › 转换，取消“Treat CJK ambiguous characters as wide”。",
    ),
    "terminal.setting-xterm": (
        "Start xterm without “-cjk_width” and with cjkWidth: false.",
        "启动 xterm 时不加“-cjk_width”，并设 cjkWidth: false。",
    ),
    "terminal.setting-other": (
        "Look in its settings for “ambiguous width” and choose narrow.",
        "请在终端设置中找“歧义宽度（ambiguous width）”，选窄。",
    ),
}
