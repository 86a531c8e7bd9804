"""Which command is meant, and what is said where none makes sense."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.arguments import COMMANDS, parse, parser, split
from tui.locale.messages import MESSAGES


@pytest.mark.parametrize(
    ("argv", "command", "rest"),
    [
        ([], "", []),
        (["list"], "list", []),
        (["list", "list"], "list", ["list"]),
        (["--lang", "zh", "list", "库车"], "list", ["--lang", "zh", "库车"]),
        (["--archive=a", "list"], "list", ["--archive=a"]),
        (["库车"], "", ["库车"]),
        (["库车", "list"], "", ["库车", "list"]),
        (["--", "list"], "", ["--", "list"]),
        (["-会议", "list"], "", ["-会议", "list"]),
        (["--version"], "", ["--version"]),
        (["--archive", "list", "check"], "check", ["--archive", "list"]),
    ],
)
def test_the_first_word_decides(argv: list[str], command: str, rest: list[str]) -> None:
    assert split(argv) == (command, rest)


@pytest.mark.parametrize(
    ("argv", "query"),
    [
        (["list", "库车", "date:2023-02"], ["库车", "date:2023-02"]),
        (["list", "-会议", "--json"], ["-会议"]),
        (["--", "list"], ["list"]),
        (["list", "--", "-x", "-会议"], ["-x", "-会议"]),
    ],
)
def test_words_of_a_query(argv: list[str], query: list[str]) -> None:
    assert parse(argv)[1].query == query


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["list", "--jsn"], "--jsn"),
        (["show"], "ID"),
        (["export"], "--output"),
        (["export", "-o", "x", "--format", "pdf"], "pdf"),
        (["import"], "FILE"),
        (["import", "--year", "x", "f"], "'x'"),
        (["import", "--encoding", "foo", "f"], "there is no encoding 'foo'"),
        (["import", "--encoding", "base64", "f"], "'base64'"),
        (["import", "--year", "0", "f"], "1 to 9999"),
        (["import", "--year", "9" * 30, "f"], "1 to 9999"),
        (["import", "--dry-run", ""], "empty"),
        (["list", "--archive", ""], "empty"),
        (["export", "-o", ""], "empty"),
        (["coverage", "--json", "--csv"], "--csv"),
        (["list", "--lang", "fr"], "fr"),
    ],
)
def test_wrong_usage_is_one_sentence_and_where_to_read_more(
    argv: list[str], said: str, run: Run
) -> None:
    answer = run(*argv)
    assert answer.status == 2
    assert said in answer.err
    assert answer.err.count("\n") == 2
    assert f"See `jianbao {argv[0]} --help`." in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_both_languages(command: str, language: str, run: Run) -> None:
    answer = run(*filter(None, [command]), "--help", "--lang", language)
    assert answer.status == 0
    help_of = MESSAGES[f"cli.help-{command or 'browse'}"][language == "zh"]
    assert help_of in answer.out
    assert MESSAGES["cli.option-archive"][language == "zh"][:10] in answer.out


def test_the_main_help_lists_every_command(run: Run) -> None:
    shown = run("--help").out
    assert all(f"\n  {name} " in shown for name in COMMANDS if name)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["list", "--jsn"], "不认识的参数：--jsn"),
        (["show"], "缺少必需的参数：ID"),
        (["export", "-o"], "参数 -o/--output：需要一个值"),
        (["import", "--year", "x", "f"], "参数 --year：'x' 不是 1 至 9999 的年份"),
        (["serve", "--port", "x"], "参数 --port：'x' 不是有效的 int"),
    ],
)
def test_wrong_usage_in_chinese(argv: list[str], said: str, run: Run) -> None:
    assert run("--lang", "zh", *argv).err.splitlines()[0] == said


def test_every_command_of_the_readme_exists() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    section = readme.read_text(encoding="utf-8").partition("## The command line")[2]
    block = section.split("```")[1]
    shown = set(re.findall(r"jianbao (\w+)", block))
    assert shown == set(COMMANDS) - {""}
    for line in block.strip().splitlines():
        command = (re.findall(r"jianbao ([a-z]+)", line) or [""])[0]
        known = parser(command).format_help()
        assert all(option in known for option in re.findall(r"--[a-z-]+", line))
