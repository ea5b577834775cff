"""How a lens arranges the lanes: their order, which are folded."""

from __future__ import annotations

from explorer.content.model import LANES
from explorer.reader.lens import Lens
from explorer.timeline.filter import OPTIONS


def contents_key(lens: Lens) -> tuple[str, ...]:
    """What decides which events there are."""
    return (lens.words, *(lens.option(name) for name in OPTIONS))


def lanes_key(lens: Lens) -> tuple[str, ...]:
    """What decides how lanes stand."""
    return tuple(lens.option(name) for name in ("fold", "order", "bars", "strip"))


def folded(lens: Lens) -> frozenset[str]:
    """The lanes that are folded."""
    return frozenset(filter(None, lens.option("fold").split(",")))


def order(lens: Lens) -> tuple[str, ...]:
    """The lanes from top to bottom: as the lens wants them, then the others."""
    wanted = [lane for lane in lens.option("order").split(",") if lane in LANES]
    return (*wanted, *(lane for lane in LANES if lane not in wanted))


def turned_over(lens: Lens, lane: str) -> Lens:
    """The lens with a lane folded, or opened again."""
    wanted = folded(lens) ^ {lane}
    return lens.with_option("fold", ",".join(name for name in order(lens) if name in wanted))


def moved(lens: Lens, lane: str, way: int) -> Lens:
    """The lens with a lane one place up (-1) or down (1)."""
    lanes = list(order(lens))
    place = lanes.index(lane)
    other = min(max(place + way, 0), len(lanes) - 1)
    lanes[place], lanes[other] = lanes[other], lanes[place]
    return lens.with_option("order", "" if tuple(lanes) == LANES else ",".join(lanes))
