"""Qt for Python, loaded without what only describes its functions."""

from __future__ import annotations

import subprocess
import sys

from explorer.ui.loading import SELDOM_USED

WRONG_CALL = """
from PySide6.QtCore import QTimer
print(QTimer.start.__doc__)
try:
    QTimer().start("soon")
except TypeError as error:
    print(error)
"""
WHAT_WAITS = "print(sorted(loading.waiting))\n"


def _printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout


def test_help_and_errors_of_qt_read_as_they_do_without_us() -> None:
    usual = _printed(WRONG_CALL)
    assert "called with wrong argument types" in usual
    assert _printed(f"from explorer.ui import loading\n{WRONG_CALL}") == usual


def test_what_describes_functions_waits_until_it_is_asked_for() -> None:
    begin = "from explorer.ui import loading\nimport PySide6.QtWidgets\n"
    assert _printed(begin + WHAT_WAITS) == f"{sorted(SELDOM_USED)}\n"
    assert "errorhandler" not in _printed(begin + WRONG_CALL + WHAT_WAITS).splitlines()[-1]


def test_what_waits_can_be_loaded_part_by_part() -> None:
    begin = "from explorer.ui import loading\nwhile loading.load_next(): pass\n"
    usual = _printed(WRONG_CALL)
    assert _printed(begin + WHAT_WAITS + WRONG_CALL) == f"[]\n{usual}"
