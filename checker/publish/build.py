"""What the package needs before it is packed or installed: the translations, compiled."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WordsHook(BuildHookInterface[Any]):
    """Compiles the PO files; the compiled ones are packed (`artifacts` in pyproject.toml) but not kept in git."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it packs."""
        spec = importlib.util.spec_from_file_location("words", Path(__file__).with_name("words.py"))
        assert spec
        assert spec.loader
        words = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(words)
        words.compile_all()
