"""The labels of the OVHcloud Control Panel, as customers see them in each language (`labels.toml`)."""

import tomllib
from pathlib import Path

LABELS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))


def label(key: str, language: str) -> str:
    """What the Control Panel calls `key` in `language`."""
    return LABELS[key][language]
