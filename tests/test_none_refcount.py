"""The Qt binding gives back no references that it was never given.

PySide6 6.12.0 drops one reference to None in every call that returns nothing; on Python before
3.12 the process ends after some thousands of calls.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QPainterPath


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_call_that_returns_nothing_keeps_the_count_of_none() -> None:
    path = QPainterPath()
    before = sys.getrefcount(None)
    for _ in range(1000):
        path.moveTo(0, 0)
    assert abs(before - sys.getrefcount(None)) <= 100
