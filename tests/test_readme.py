"""What README and --help say of the command line, the pages and the folders is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from explorer import cli, paths
from explorer.reader.lens import PAGES as PAGE_NAMES
from explorer.ui.commands import Command
from explorer.window import COMMANDS, PAGES

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^python -m explorer\b ?(.*?)(?: {2,}.*)?$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_in_the_readme_is_understood(line: str) -> None:
    if line == "--version":
        with pytest.raises(SystemExit) as ended:
            cli._read([line])
        assert not ended.value.code
    else:
        assert cli._read(shlex.split(line)).run is not None


def test_the_readme_has_an_example_of_every_command() -> None:
    shown = {line.partition(" ")[0] for line in EXAMPLES}
    assert set(cli._parts(cli._parser())) <= shown


@pytest.mark.parametrize(("command", "line"), cli.EXAMPLES.items())
def test_the_help_of_a_command_ends_with_an_example_that_is_understood(
    command: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(line)
    assert words[0] == command
    assert cli._read(words).run is not None
    with pytest.raises(SystemExit):
        cli._read([command, "--help"])
    assert capsys.readouterr().out.rstrip().endswith(f"{paths.APP} {line}")


def test_the_readme_has_a_row_for_every_page_in_the_order_of_the_bar() -> None:
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", TEXT, re.MULTILINE)
    assert rows == [words for entry in PAGES for _, words in entry.names]


def test_pictures_and_files_that_the_readme_names_are_there() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", TEXT)
    files = re.findall(r"`((?:explorer|resources|packaging)/[\w/.-]+)`", TEXT)
    assert pictures
    assert files
    assert [name for name in (*pictures, *files) if not (ROOT / name).exists()] == []


def test_every_key_of_the_window_with_control_is_in_the_readme() -> None:
    def told(command: Command) -> bool:
        return any(re.sub(r"(?<=\w)\+", " ", key) in TEXT for key in command.keys)

    pages = {f"page-{name}" for name in PAGE_NAMES}  # told together: Ctrl 1 … Ctrl 7
    named = [one for one in COMMANDS if any(key.startswith("Ctrl+") for key in one.keys)]
    assert [one.id for one in named if one.id not in pages and not told(one)] == []
    assert f"Ctrl 1 … Ctrl {len(pages)}" in TEXT
