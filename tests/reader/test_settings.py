"""Settings are declared once and survive a round trip, bad values and a broken file."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.reader.settings import CHOICES, Settings, read, reference, write

CHOSEN = Settings(
    theme="projector",
    text_scale=150,
    language="es",
    welcome=False,
    last_link="explore?item=term:detainer&x.a=100%25",
    layout={"window": "AAAB+/==", "Explore/upper": "x=y"},
)


def test_settings_come_back_as_they_were_stored(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "settings.ini", CHOSEN)
    assert read(tmp_path / "deep" / "settings.ini") == (CHOSEN, ())


def test_a_missing_file_means_the_defaults_and_no_complaint(tmp_path: Path) -> None:
    assert read(tmp_path / "settings.ini") == (Settings(), ())


@pytest.mark.parametrize(
    ("name", "value", "used", "allowed"),
    [
        ("theme", "drak", "system", "system, light, dark, contrast, projector"),
        ("text_scale", "99", 100, "100 to 300"),
        ("text_scale", "301", 100, "100 to 300"),
        ("text_scale", "large", 100, "100 to 300"),
        ("welcome", "maybe", True, "yes, no"),
    ],
)
def test_a_bad_value_is_told_and_replaced_by_its_default(
    tmp_path: Path, name: str, value: str, used: object, allowed: str
) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[explorer]\nlanguage = es\n{name} = {value}\n", encoding="utf-8")
    settings, bad = read(file)
    assert getattr(settings, name) == used
    assert settings.language == "es", "the good values beside it are kept"
    assert bad == ((name, value, used, allowed),)


@pytest.mark.parametrize("content", [b"no section\n", b"[explorer\n", b"\xff\xfe\x00"])
def test_a_broken_file_means_the_defaults_and_one_message(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.ini"
    file.write_bytes(content)
    settings, bad = read(file)
    assert settings == Settings()
    assert len(bad) == 1
    assert "\n" not in bad[0].value


def test_a_setting_that_is_not_known_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[explorer]\nof_tomorrow = 3\n", encoding="utf-8")
    assert read(file) == (Settings(), ())


def test_a_write_that_fails_leaves_the_old_file_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config" / "settings.ini"
    write(file, CHOSEN)

    def refuse(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        write(file, Settings())
    assert [found.name for found in file.parent.iterdir()] == ["settings.ini"]
    assert read(file)[0] == CHOSEN


def test_every_setting_has_a_label_and_a_sentence_of_help() -> None:
    assert CHOICES
    for setting in CHOICES:
        assert setting.metadata["label"], setting.name
        assert setting.metadata["help"].endswith("."), setting.name


def test_the_readme_has_the_reference_of_all_settings() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert reference() in readme.read_text(encoding="utf-8")
