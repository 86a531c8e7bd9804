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
}
