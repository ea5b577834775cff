"""Put the compiled content into the wheel, so that even the first start reads one file."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledContent(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the content of the checkout while a wheel is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``explorer/resources/compiled/content.bin``; an editable install reads the files."""
        if version != "standard":
            return
        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name) / "content.bin"
        sys.path.insert(0, self.root)
        try:
            from explorer.content.compiled import build

            build(target, Path(self.root) / "resources" / "content")
        finally:
            sys.path.remove(self.root)
        build_data["force_include"][str(target)] = "explorer/resources/compiled/content.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was only needed while the wheel was made."""
        if version == "standard":
            self._folder.cleanup()
