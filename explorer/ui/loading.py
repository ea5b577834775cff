"""Makes everything that is imported after it load sooner; the program imports it first."""

from __future__ import annotations

import builtins
import gc
import sys
from typing import Any, Final

# Parts of Qt for Python that only describe its functions: for help, and for whoever calls one
# wrongly. It compiles them from their source at every start, which takes 18 ms.
SELDOM_USED: Final = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in (
        *("errorhandler", "layout", "mapping", "parser"),
        *("lib/enum_sig", "lib/pyi_generator", "lib/tool"),
    )
)
# What stands in for such a part: it becomes the part itself when anything in it is asked for.
STAND_IN: Final = """
def __getattr__(name):
    from explorer.ui.loading import fill
    return fill(globals(), name)
"""
waiting: Final[dict[str, Any]] = {}  # the source of each part that was not asked for yet
_compile = builtins.compile


def fill(part: dict[str, Any], name: str) -> Any:
    """Make a part of Qt for Python of its stand-in; what it calls *name* is given back."""
    if not name.startswith("__") and part["__file__"] in waiting:
        _run(part)
    if name not in part:
        raise AttributeError(name)
    return part[name]


def load_next() -> bool:
    """Load one of the parts that wait; whether any was left.

    All of them are to be there before threads begin: Qt for Python does not expect that another
    thread gets its turn while it looks something up in a part.
    """
    if not waiting:
        return False
    name = next(iter(waiting)).removesuffix(".py").replace("/", ".")
    _run(vars(sys.modules[name]))
    return True


def _run(part: dict[str, Any]) -> None:
    file = part["__file__"]
    del part["__getattr__"]
    exec(_compile(waiting.pop(file), file, "exec"), part)


def _compile_later(source: Any, filename: Any, *given: Any, **named: Any) -> Any:
    """What `compile` gives, but for the parts that are seldom used their stand-in."""
    if filename in SELDOM_USED:
        waiting[filename] = source
        source = STAND_IN
    return _compile(source, filename, *given, **named)


gc.disable()  # hardly anything that is made while loading is dropped again: 9 ms; app.py enables it
builtins.compile = _compile_later
try:
    import PySide6.QtCore  # noqa: F401
finally:
    builtins.compile = _compile

# From then on Qt for Python looks through the source of every imported module for a mark of its
# own (`from __feature__ import`), which we never use: 10 ms, and a third of the time for pandas.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
