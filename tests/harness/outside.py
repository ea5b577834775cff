"""Starts the program on a screen and prints what AT-SPI tells of it, as JSON.

Run by the system's Python, which has pyatspi, inside a session bus of its own:
``dbus-run-session -- /usr/bin/python3 outside.py SECONDS COMMAND...``
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

try:
    import pyatspi  # type: ignore[import-not-found]
except ImportError:  # read by another Python, which looks for examples to run
    pyatspi = None

DEEP = 30
ENOUGH = 200  # children of one part
READY = "list"  # the role that is there once a page is laid out


def main(seconds: float, command: list[str]) -> int:
    """Start the program and a window manager, read the tree, end both."""
    started = [subprocess.Popen(each, stdout=sys.stderr) for each in (["openbox"], command)]
    try:
        tree = wait_for(started[1], time.monotonic() + seconds)
        print(json.dumps(tree))
        return 0
    finally:
        for process in reversed(started):
            end(process)


def wait_for(program: subprocess.Popen[bytes], until: float) -> dict[str, Any]:
    """The tree of the program, as soon as it holds what a page holds."""
    tree: dict[str, Any] = {}
    while time.monotonic() < until:
        if program.poll() is not None:
            raise SystemExit(f"the program ended by itself with {program.returncode}")
        found = find(program.pid)
        if found is not None:
            tree = read(found, DEEP)
            if READY in roles(tree):
                return tree
        time.sleep(0.2)
    raise SystemExit(f"the program's pages did not come in time; seen: {json.dumps(tree)[:2000]}")


def find(process: int) -> Any:
    """The application of a process on the accessibility bus, if it is there yet."""
    for found in pyatspi.Registry.getDesktop(0):
        if found is not None and found.get_process_id() == process:
            return found
    return None


def read(node: Any, deep: int) -> dict[str, Any]:
    """A part of the tree with all that is in it."""
    count = min(node.childCount, ENOUGH) if deep else 0
    children = (node.getChildAtIndex(number) for number in range(count))
    return {
        "role": node.getRoleName(),
        "name": node.name or "",
        "about": node.description or "",
        "place": place(node),
        "text": text(node),
        "states": sorted(str(pyatspi.stateToString(s)) for s in node.getState().getStates()),
        "inside": [read(child, deep - 1) for child in children if child is not None],
    }


def place(node: Any) -> list[int] | None:
    """Left, top, width and height on the screen, where the part has a place."""
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except (NotImplementedError, RuntimeError):
        return None
    return [box.x, box.y, box.width, box.height]


def text(node: Any) -> str:
    """The words in a part that holds running text."""
    try:
        found = node.queryText()
        return str(found.getText(0, found.characterCount))
    except (NotImplementedError, RuntimeError):
        return ""


def roles(tree: dict[str, Any]) -> set[str]:
    """Every role in a tree."""
    return {tree["role"]}.union(*(roles(inner) for inner in tree["inside"]))


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here; by force if it does not go."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


if __name__ == "__main__":
    raise SystemExit(main(float(sys.argv[1]), sys.argv[2:]))
