#!/usr/bin/env python3
"""Set up and run: `python3 packaging/dev.py run` or `... test [--long]`. Standard library only.

Makes .venv with the pinned versions of packaging/constraints.txt, checks the system libraries
that Qt needs by loading them, and then runs the program or all of its checks.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

# A library that Qt loads -> the Debian or Ubuntu package that brings it.
ANY_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs with which the checks read a real window from outside.
FOR_TESTS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says; 2 for a word that is not known."""
    what, rest = (arguments[0] if arguments else "run"), list(arguments[1:])
    if tuple(sys.version_info)[:2] < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return 2
    if what not in ("run", "test"):
        print(f"There is no command {what!r}; use: python3 packaging/dev.py run, or test")
        return 2
    system_libraries(what)
    environment()
    return run(rest) if what == "run" else test(rest)


# ---------------------------------------------------------------------------------- set-up


def has_display() -> bool:
    """Whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def system_libraries(what: str) -> None:
    """Install what Qt needs and this machine lacks, or print the one line that does."""
    if not sys.platform.startswith("linux"):
        return
    need = missing_libraries(ANY_QT)
    if what == "test" or has_display():
        need += missing_libraries(WINDOW_ON_X11)
    if what == "test" and may_install():
        need += [package for name, package in FOR_TESTS.items() if not found(name)]
    if need:
        install(need)


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """The packages of those libraries that cannot be loaded."""
    need = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            need.append(package)
    return need


def found(name: str) -> bool:
    """Whether a program or a path is there."""
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None


def may_install() -> bool:
    """Whether this is Debian or Ubuntu and we are root."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: Sequence[str]) -> None:
    """Install Debian packages, or end with the exact line to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not may_install():
        if shutil.which("apt-get"):
            line = "On Debian or Ubuntu type:\n  sudo " + " ".join(command)
        else:
            line = "Please install what brings them (Debian's names): " + " ".join(packages)
        raise SystemExit(f"The program needs system libraries that are not here. {line}")
    print("Installing system libraries:", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-q"], command):
        done = subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise SystemExit(f"This command failed; please try it by hand: {' '.join(step)}")


def environment() -> None:
    """Make the virtual environment, unless it stands as the pinned versions want it."""
    stamp, mark = wanted(), VENV / "stamp"
    if PYTHON.exists() and mark.exists() and mark.read_text() == stamp:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install(["python3-venv"])
    started = time.monotonic()
    print("Setting up (once): a virtual environment in .venv", flush=True)
    steps: tuple[list[str], ...] = (
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        [
            *(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-compile"),
            *("--disable-pip-version-check", "-c", str(CONSTRAINTS), "-e", ".[test]"),
        ],
    )
    for step in steps:
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            raise SystemExit(f"The set-up stopped at: {' '.join(step)}")
    mark.write_text(stamp)
    print(f"Ready after {time.monotonic() - started:.0f} s", flush=True)


def wanted() -> str:
    """A mark that changes when the wanted environment does, not when a tool's setting does."""
    import tomllib  # not there before Python 3.11, which is refused with a sentence

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = (project["build-system"], project["project"], project["tool"]["hatch"])
    content = repr(parts) + CONSTRAINTS.read_text(encoding="utf-8") + sys.version
    return hashlib.sha256(content.encode()).hexdigest()


# -------------------------------------------------------------------------------- the commands


def run(arguments: Sequence[str]) -> int:
    """Start the program; without a display render every page as a picture instead."""
    command = [str(PYTHON), "-m", "explorer", *arguments]
    if arguments or has_display():
        return subprocess.call(command, cwd=ROOT)
    print("There is no display here: rendering every page into ./pictures/", flush=True)
    return subprocess.call([*command, "export", "all", "--out", "pictures"], cwd=ROOT)


def test(arguments: Sequence[str]) -> int:
    """Run every check, each to its end; 1 if one of them failed."""
    long = "--long" in arguments
    rest = [argument for argument in arguments if argument != "--long"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    failed = []
    for name, command in checks(rest, long):
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        code = subprocess.call(command, cwd=ROOT, env=env)
        print(
            f"-- {name}: {'ok' if code == 0 else 'FAILED'}, {time.monotonic() - started:.1f} s",
            flush=True,
        )
        if code:
            failed.append(name)
    print("\n" + (f"Failed: {', '.join(failed)}" if failed else "All checks passed."), flush=True)
    return 1 if failed else 0


def checks(rest: Sequence[str], long: bool) -> list[tuple[str, list[str]]]:
    """Each check as a name and the command that makes it."""
    python = str(PYTHON)
    tests = [python, "-m", "pytest", "-q", "-n", "2", "--cov", "--cov-report=term", *rest]
    return [
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("layers", [str(PYTHON.parent / "lint-imports")]),
        ("content", [python, "-m", "explorer", "check"]),
        ("licenses", [python, "-m", "reuse", "lint", "--quiet"]),
        ("tests", tests if long else [*tests, "-m", "not long"]),
    ]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
