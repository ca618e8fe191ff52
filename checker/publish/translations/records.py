"""What each translation was last compared with: `docs/.translations/<language>.toml`, and the original's words then.

A page's record names the fingerprint of each section of the original that the translation was compared with, who
translated the page, and when it was last reviewed. The words behind a fingerprint are kept beside it, once for all
languages, in `originals/<fingerprint>.md`: nothing here depends on Git or on a file's date.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from checker.publish.translations.pages import Docs, Section


class By(StrEnum):
    """Who made a translation."""

    PERSON = "person"
    MACHINE = "machine"
    MACHINE_REVIEWED = "machine reviewed"


@dataclass(frozen=True, slots=True)
class Record:
    """One page of one language: section id -> fingerprint of the original that it was compared with."""

    by: By = By.PERSON
    reviewed: date | None = None
    sections: Mapping[str, str] = field(default_factory=dict)


class Records:
    """The records of a tree of pages."""

    def __init__(self, docs: Docs) -> None:
        self.folder = docs.folder / ".translations"

    def of(self, language: str) -> dict[str, Record]:
        """The records of a language, page by page."""
        path = self.folder / f"{language}.toml"
        if not path.is_file():
            return {}
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            page: Record(By(entry["by"]), entry.get("reviewed"), entry.get("sections", {})) for page, entry in table.items()
        }

    def write(self, language: str, records: Mapping[str, Record]) -> None:
        """Write the records of a language: the same records give the same file."""
        parts = [f"# What docs/{language}/ was last compared with; written by the translations' command `mark`.\n"]
        for page in sorted(records):
            record = records[page]
            parts.append(f"\n[{page}]\nby = {json.dumps(str(record.by))}\n")
            if record.reviewed:
                parts.append(f"reviewed = {record.reviewed.isoformat()}\n")
            parts.append(
                "\n".join(["", f"[{page}.sections]", *(f'{name} = "{seen}"' for name, seen in record.sections.items())])
            )
            parts.append("\n")
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{language}.toml").write_text("".join(parts), encoding="utf-8")

    def original(self, fingerprint: str) -> str | None:
        """The original's words behind a fingerprint, where they are still kept."""
        path = self._original(fingerprint)
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def keep(self, section: Section) -> None:
        """Keep the original's words, so that `diff` can show what has changed since."""
        path = self._original(section.fingerprint)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file():
            path.write_text(section.text + "\n", encoding="utf-8")

    def forget_unused(self, languages: tuple[str, ...]) -> None:
        """Delete the words that no record names any more."""
        used = {seen for language in languages for record in self.of(language).values() for seen in record.sections.values()}
        for path in (self.folder / "originals").glob("*.md"):
            if path.stem not in used:
                path.unlink()

    def _original(self, fingerprint: str) -> Path:
        return self.folder / "originals" / f"{fingerprint}.md"
