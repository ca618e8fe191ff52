"""Compiles the translations: `words/locale/<language>/LC_MESSAGES/checker.po` to the `.mo` that the program reads.

python -m checker.publish.words           compile
python -m checker.publish.words update    put the sentences of the code into every PO file; changed ones turn fuzzy
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "checker" / "words" / "locale"


def compiled(po: bytes) -> bytes:
    """The `.mo` bytes of a PO file: the same bytes for the same sentences."""
    catalogue = read_po(BytesIO(po))
    mo = BytesIO()
    write_mo(mo, catalogue)
    return mo.getvalue()


def compile_all(locale: Path = LOCALE) -> list[Path]:
    """Write the `.mo` beside every PO file where it is not there yet or another; the files written."""
    written = []
    for po in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        mo, content = po.with_suffix(".mo"), compiled(po.read_bytes())
        if not mo.exists() or mo.read_bytes() != content:
            new = mo.with_suffix(f".{os.getpid()}")
            new.write_bytes(content)
            new.replace(mo)  # at once: another build may be reading it
            written.append(mo)
    return written


def sentences() -> Catalog:
    """Every Italian sentence of the code and of the templates, with the files where it stands."""
    template = Catalog(project="checker", version="1", charset="utf-8")
    for file in sorted((ROOT / "checker").glob("[wp]*/**/*.py")):
        for message in _in_python(file.read_text(encoding="utf-8")):
            template.add(message, locations=[(file.relative_to(ROOT).as_posix(), 0)])
    for file in sorted((ROOT / "overrides").rglob("*.html")):
        tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
        for _line, _function, said in extract_from_ast(tree, ("say",)):
            template.add(str(said), locations=[(file.relative_to(ROOT).as_posix(), 0)])
    return template


def _in_python(code: str) -> Iterator[str | tuple[str, ...]]:
    """The sentences in N_("…"), NN_("…", "…") and text("…"); read as syntax, for Babel overlooks those in f-strings."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        constants = tuple(str(item.value) for item in call.args if isinstance(item, ast.Constant))
        if name in ("N_", "text") and constants:
            yield constants[0]
        elif name == "NN_":
            yield constants


def catalogue(language: str, locale: Path = LOCALE) -> Catalog:
    """The translations of a language as its PO file has them."""
    po = locale / language / "LC_MESSAGES" / "checker.po"
    return read_po(BytesIO(po.read_bytes()), locale=language)


def update(locale: Path = LOCALE) -> None:
    """Bring every PO file up to the sentences of the code."""
    template = sentences()
    for po in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        found = catalogue(po.parents[1].name, locale)
        template.creation_date = found.creation_date  # the same sentences give the same file
        found.update(template)
        found.msgid_bugs_address = found.last_translator = found.language_team = ""
        out = BytesIO()
        write_po(out, found, include_lineno=False, sort_by_file=False, omit_header=False, width=110)
        po.write_bytes(out.getvalue())


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    compile_all()
