"""Commands are declared once; menus, keys and palette come from them."""

from __future__ import annotations

from explorer.ui.commands import Command, doubles, in_menus, match


def command(id: str, words: str, *keys: str, menu: str = "file", **more: object) -> Command:
    return Command(id, words, lambda _: None, menu, keys, **more)  # type: ignore[arg-type]


OPEN = command("open", "&Open link…", "Ctrl+O")
LINK = command("copy", "Copy &link", "Ctrl+Shift+C", menu="edit")
LARGE = command("large", "&Larger", "Ctrl++", "Ctrl+=", menu="view", submenu="Text &size")


def test_words_outside_of_menus_have_no_marks_and_name_their_submenu() -> None:
    assert OPEN.plain() == "Open link"
    assert LARGE.plain() == "Text size: Larger"


def test_keys_are_spoken_with_or_between_them() -> None:
    assert LARGE.spoken_keys() == "Ctrl++ or Ctrl+="
    assert command("x", "X").spoken_keys() == ""


def test_two_commands_on_one_key_are_found() -> None:
    other = command("other", "Other", "Ctrl+Shift+C")
    assert doubles([OPEN, LINK, other]) == [("Ctrl+Shift+C", "copy", "other")]


def test_one_command_of_two_panes_is_no_double() -> None:
    assert doubles([OPEN, LINK, command("open", "&Open link…", "Ctrl+O")]) == []


def test_every_command_stands_in_its_menu_by_section() -> None:
    late = command("quit", "Quit", section=9)
    menus = in_menus([late, OPEN, LINK])
    assert menus["file"] == [OPEN, late]
    assert menus["edit"] == [LINK]


def test_commands_are_found_by_any_of_their_words_the_first_word_first() -> None:
    assert match("link", [OPEN, LINK]) == [OPEN, LINK]
    assert match("copy", [OPEN, LINK]) == [LINK]
    assert match("LINK co", [OPEN, LINK]) == [LINK]
    assert match("", [OPEN, LINK]) == [OPEN, LINK]
    assert match("zzz", [OPEN, LINK]) == []


def test_those_that_begin_with_the_word_come_first() -> None:
    found = match("co", [command("recover", "Recover"), LINK])
    assert [one.id for one in found] == ["copy", "recover"]
