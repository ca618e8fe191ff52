"""The command for writers.

status   how far each language and page has come
diff     what has changed in the original since a translation was last compared with it
mark     say that a page, or some of its sections, now say what the original says
lint     what is wrong: headings, links, labels, figures, placeholders
update   bring the PO files up to the sentences of the program
add      begin a new language
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from difflib import unified_diff

from checker.publish import words
from checker.publish.translations import lint, sentences
from checker.publish.translations.new_language import add
from checker.publish.translations.pages import ROOT, Docs
from checker.publish.translations.records import By, Record, Records
from checker.publish.translations.states import State, state, states, translation


def main(arguments: list[str] | None = None, docs: Docs | None = None) -> int:
    """Run a subcommand; its exit status: 0, 1 where `lint` found something, 2 where the command was wrong."""
    parser = argparse.ArgumentParser(
        prog="translations", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="how far each language and page has come")
    commands.add_parser("lint", help="what is wrong")
    commands.add_parser("update", help="bring the PO files up to the program's sentences")
    for name, text in (("diff", "what has changed in the original"), ("mark", "record that sections say the same")):
        command = commands.add_parser(name, help=text)
        command.add_argument("language")
        command.add_argument("page", nargs="?" if name == "diff" else None)
        command.add_argument("sections", nargs="*", metavar="section", help="a heading's id; all where none is named")
        if name == "mark":
            command.add_argument("--by", type=By, choices=list(By), help="who translated it; as before where not given")
            command.add_argument(
                "--reviewed",
                type=date.fromisoformat,
                metavar="YYYY-MM-DD",
                default=datetime.now().astimezone().date(),
                help="today where not given",
            )
    command = commands.add_parser("add", help="begin a new language")
    command.add_argument("language", help="its code: nl")
    command.add_argument("name", help="its own name: Nederlands")
    command.add_argument("site_name", help='the site\'s name in it: "Mijn bestelling"')
    chosen = parser.parse_args(arguments)
    docs = docs or Docs()
    if chosen.command in ("diff", "mark"):
        _check_names(parser, docs, chosen.language, chosen.page)
    match chosen.command:
        case "status":
            return _status(docs)
        case "diff":
            return _diff(docs, chosen.language, [chosen.page] if chosen.page else docs.names, chosen.sections)
        case "mark":
            if wrong := _mark(docs, chosen.language, chosen.page, chosen.sections, chosen.by, chosen.reviewed):
                parser.error(wrong)
            return 0
        case "lint":
            return _lint(docs)
        case "add":
            if wrong := add(chosen.language, chosen.name, chosen.site_name):
                parser.error(wrong)
            return 0
    words.update()
    words.compile_all()
    return 0


def _check_names(parser: argparse.ArgumentParser, docs: Docs, language: str, page: str | None) -> None:
    known = [code for code in docs.languages if code != docs.source]
    if language not in known:
        parser.error(f"no translation into “{language}”; there are {', '.join(known)}")
    if page and page not in docs.names:
        parser.error(f"no page “{page}”; there are {', '.join(docs.names)}")


def _status(docs: Docs) -> int:
    for found in states(docs):
        line = f"{found.language}  {found.name:<16} {found.state}"
        for kind in (State.STALE, State.MISSING, State.UNRECORDED):
            if found.sections and (names := found.behind(kind)):
                line += f"; {kind}: {', '.join(names)}"
        print(line)
    for sentence in sentences.states(docs.languages, docs.source):
        total = sentence.translated + sentence.fuzzy + sentence.missing
        line = f"{sentence.language}  {'checker.po':<16} {sentence.translated} of {total} sentences"
        print(
            line
            + (f"; fuzzy: {sentence.fuzzy}" * bool(sentence.fuzzy))
            + (f"; missing: {sentence.missing}" * bool(sentence.missing))
        )
    return 0


def _diff(docs: Docs, language: str, names: list[str], wanted: list[str]) -> int:
    records = Records(docs)
    for name in names:
        record = records.of(language).get(name)
        original, page = docs.page(docs.source, name), translation(docs, language, name, record)
        found = state(docs, language, name, record)
        for section in original.sections if original and page else ():
            if found.sections[section.id] is State.CURRENT or (wanted and section.id not in wanted):
                continue
            seen = record.sections.get(section.id) if record else None
            before = records.original(seen) if seen else None
            theirs = page.section(section.id) if page else None
            place = f"docs/{language}/{name}.md" + (f":{theirs.line}" if theirs else "")
            print(f"{place}: “{section.id}” is {found.sections[section.id]}")
            if seen and before is None:
                print(f"  the words of {seen} are no longer kept: compare the whole section with docs/{docs.source}/{name}.md")
            then, now = ((before or "").splitlines(), section.text.splitlines())
            print("\n".join(unified_diff(then, now, "original then", "original now", lineterm="", n=1)), end="\n\n")
    return 0


def _mark(docs: Docs, language: str, name: str, wanted: list[str], by: By | None, reviewed: date) -> str | None:
    """Record the sections as compared with the original; or say why not."""
    records = Records(docs)
    known = records.of(language)
    record = known.get(name)
    original, page = docs.page(docs.source, name), docs.page(language, name)
    if original is None or page is None:
        return f"docs/{language}/{name}.md does not exist; write it first"
    if len(page.ids) != len(original.ids):
        page = translation(docs, language, name, record) or page
    there = {section.id for section in page.sections}
    if lacking := [section for section in wanted if section not in there or original.section(section) is None]:
        return f"docs/{language}/{name}.md has no section {', '.join(lacking)}; it has {', '.join(sorted(there))}"
    seen = dict(record.sections) if record else {}
    for section in original.sections:
        if section.id in there and (section.id in wanted or not wanted):
            records.keep(section)
            seen[section.id] = section.fingerprint
    ordered = {section.id: seen[section.id] for section in original.sections if section.id in seen and section.id in there}
    known[name] = Record(by or (record.by if record else By.PERSON), reviewed, ordered)
    records.write(language, known)
    records.forget_unused(docs.languages)
    return None


def _lint(docs: Docs) -> int:
    found = [*lint.pages(docs), *sentences.problems(docs.languages, docs.source)]
    for problem in found:
        print(problem.shown(ROOT), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
