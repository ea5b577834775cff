"""Keeps the screen on while a talk runs, by the means of each system."""

from __future__ import annotations

import logging
import subprocess
import sys
from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import QObject

from explorer import NAME

LOG: Final = logging.getLogger("explorer")
SERVICE: Final = "org.freedesktop.ScreenSaver"
# Windows: stay in this state, with system and display needed
CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2


class Awake(QObject):
    """Asks the system not to dim or lock the screen; where it cannot be asked nothing happens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cookie: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.is_on = False

    def start(self) -> bool:
        """Keep the screen on; False where the system does not offer it."""
        begin = {"win32": self._windows, "darwin": self._mac}.get(sys.platform, self._linux)
        with suppress(OSError, ImportError, AttributeError, RuntimeError):
            self.is_on = begin()
        return self.is_on

    def stop(self) -> None:
        """Let the system do as it likes again."""
        if self._process is not None:
            self._process.terminate()
            self._process = None
        if self._cookie is not None:
            with suppress(ImportError, RuntimeError):
                self._screen_saver().call("UnInhibit", self._cookie)
            self._cookie = None
        if sys.platform == "win32" and self.is_on:
            self._set_state(CONTINUOUS)
        self.is_on = False

    def _linux(self) -> bool:
        reply = self._screen_saver().call("Inhibit", NAME, "A presentation is running.")
        values = reply.arguments()
        if values and isinstance(values[0], int):
            self._cookie = values[0]
        return self._cookie is not None

    def _screen_saver(self) -> Any:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface

        bus = QDBusConnection.sessionBus()
        return QDBusInterface(SERVICE, "/org/freedesktop/ScreenSaver", SERVICE, bus)

    def _mac(self) -> bool:
        self._process = subprocess.Popen(["/usr/bin/caffeinate", "-d"])
        return True

    def _windows(self) -> bool:
        return self._set_state(CONTINUOUS | SYSTEM | DISPLAY)

    def _set_state(self, state: int) -> bool:
        import ctypes

        return bool(getattr(ctypes, "windll").kernel32.SetThreadExecutionState(state))  # noqa: B009
