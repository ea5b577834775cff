"""What is painted besides what never moves."""

from __future__ import annotations

import msgspec

from explorer.pipeline.counts import Cuts
from explorer.pipeline.lit import Lit
from explorer.pipeline.moment import Mark, Moment


class State(msgspec.Struct, frozen=True):
    """What is painted besides what never moves."""

    moment: Moment
    mark: Mark = msgspec.field(default_factory=Mark)
    current: str = ""  # the box with the keyboard
    focused: bool = False
    aim: str = ""  # the line that the keyboard would follow
    lit: Lit | None = None  # a walked or followed way; the rest is dimmed
    cuts: Cuts | None = None  # published counts

    def is_lit(self, name: str) -> bool:
        """Whether a box or a line is not dimmed."""
        return self.lit is None or name in self.lit.spots or name in self.lit.lines
