"""Makes everything that is imported after it load sooner; the program imports it first."""

from __future__ import annotations

import builtins
import gc

gc.disable()  # hardly anything that is made while loading is dropped again: 9 ms; app.py enables it

import PySide6.QtCore  # noqa: E402, F401

# From then on Qt for Python looks through the source of every imported module for a mark of its
# own (`from __feature__ import`), which we never use: 10 ms, and a third of the time for pandas.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
