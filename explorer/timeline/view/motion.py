"""The way from one view to another, in a few quick steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from explorer.timeline.seen import View

QUICK = 180  # milliseconds that a jump takes


class Motion(QVariantAnimation):
    """Moves a view to another; *show* is called with each view on the way, the last one included."""

    def __init__(self, show: Callable[[View], None], parent: QObject) -> None:
        super().__init__(parent, duration=QUICK)
        self.target: View | None = None
        self._show = show
        self._from = View(0, 1, 1)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._go_on)

    def go(self, old: View, new: View) -> None:
        """Set off from a view to another."""
        self._from, self.target = old, new
        self.stop()
        self.start()

    def halt(self) -> None:
        """Stay where the view is."""
        self.stop()
        self.target = None

    def _go_on(self, share: float) -> None:
        if self.target is None:
            return
        old, new = self._from, self.target
        if share >= 1:
            self.target = None
            self._show(new)
            return
        scale = old.scale * (new.scale / old.scale) ** share
        self._show(View(_between(old, new, scale, share), scale, new.width))


def _between(old: View, new: View, scale: float, share: float) -> float:
    """The left edge on the way from one view to another, so that a fixed point stays fixed."""
    if abs(new.scale - old.scale) < old.scale * 1e-6:
        return old.left + (new.left - old.left) * share
    # the day that stands at the same place in both views
    x = (new.left - old.left) * old.scale * new.scale / (new.scale - old.scale)
    return old.left + x / old.scale - x / scale
