"""What is painted besides what never moves."""

from __future__ import annotations

import msgspec

from explorer.pipeline.moment import Mark, Moment


class State(msgspec.Struct, frozen=True):
    """What is painted besides what never moves."""

    moment: Moment
    mark: Mark = msgspec.field(default_factory=Mark)
    current: str = ""  # the box with the keyboard
    focused: bool = False
    hover: str = ""
