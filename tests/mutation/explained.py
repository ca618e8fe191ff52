"""The mutants that no test notices, and why: `survivors.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

EXPLAINED = Path(__file__).with_name("survivors.toml")


def explained() -> dict[tuple[str, str, str], str]:
    """Why a mutant goes unnoticed, by the module's file, the line that was changed, and what it was changed to."""
    listed = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["survivors"]
    return {(file, line, mutant): why for file, line, mutant, why in listed}
