"""Measures the policy engine: `python packaging/bench_policy.py`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Final

from explorer.content.load import load
from explorer.policy.change import Changes
from explorer.policy.history import over_time
from explorer.policy.rules import Rulebook
from explorer.policy.table import ask_all
from explorer.policy.walk import walk

RUNS: Final = 30
GOAL: Final = 20.0  # milliseconds for a walk under all policies
DAY: Final = date(2014, 6, 2)


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes, the 95th percentile of some runs."""
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def main() -> int:
    """Print the times; 1 if a walk under all policies takes too long."""
    library = load()
    book, changes = Rulebook(library), Changes(library)
    place, profiles = book.place("county:06075"), library.profiles.values()
    slowest = 0.0
    for profile in profiles:
        facts = profile.facts

        def all_policies(facts: dict[str, str] = facts) -> None:
            walk(book, facts, place, DAY)
            ask_all(book.policies, facts)

        slowest = max(slowest, milliseconds(all_policies))
    facts = library.profiles["P06"].facts
    print(f"a walk and every policy, slowest profile, p95: {slowest:.2f} ms (goal {GOAL:.0f})")
    print(f"one person over time: {milliseconds(lambda: over_time(book, facts, place)):.2f} ms")
    nearest = milliseconds(lambda: [changes.nearest(one, facts) for one in book.policies.values()])
    print(f"the nearest change under every policy: {nearest:.1f} ms")
    return int(slowest > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
