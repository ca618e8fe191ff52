"""Lean Python answers as CPython does; what it lacks, Pyodide as it comes has."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import PluginError

from checker import answer
from checker.publish import runtime
from checker.publish.runtime import lean, programs, wasm
from tests import maps
from tests.browser.driving import IN_TIME, PATIENCE, fill, open_checker, ready, submit
from tests.calls import SENDER, Call, calls
from tests.conftest import ROOT, build
from tests.needed import answers, ran

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.serving import Serving

LETTERS = (0x84000, 0x88000)
"""Where a part of the table lies that says what kind of letter a character is."""
ORDER = json.dumps({**IN_TIME, "now": "2026-09-10T12:00:00+02:00"})


def published() -> bytes:
    """The module as it is published."""
    (found,) = (content for address, content in runtime.files().contents.items() if address.endswith("/python.wasm"))
    return found


def able(*asked: Call) -> bytes:
    """A module that can answer these calls and lacks what they do not need."""
    module = lean.started(runtime.PYODIDE, runtime.archive(), {})
    return wasm.without(module, ran(module, list(asked)), lean.EXPORTED)


def said(call: Call) -> str:
    """What CPython answers to a call."""
    name, *given = call
    found: str = getattr(answer, name)(*given)
    return found


def test_every_call_is_answered_as_cpython_answers() -> None:
    """Some thousand calls, those of all cases and pasted texts and worse, need nothing that was left out, and say the same."""
    asked = calls()
    found = answers(asked, module=published())
    assert [] == [call for call, text in zip(asked, found["texts"], strict=True) if said(call) != text]


def test_what_is_left_out_is_missed() -> None:
    """A call that comes to a function that was left out fails: it does not answer something else."""
    asked: list[Call] = [["asked", ORDER, "it"], ["statement", ORDER, SENDER, "it"]]
    first, second = answers(asked, module=able(asked[0]))["texts"]
    assert (said(asked[0]), None) == (first, second)


def test_a_function_of_the_library_that_is_left_out_is_missed() -> None:
    """A call that comes to a function of the standard library that was left out fails as well, whatever would be caught."""
    needed = lean.Needed.read().names
    few = {file: names for file, names in needed.items() if file != "textwrap.py"}
    asked: list[Call] = [["asked", ORDER, "it"], ["statement", ORDER, SENDER, "it"]]
    first, second = answers(asked, module=lean.started(runtime.PYODIDE, runtime.archive(), few))["texts"]
    assert (said(asked[0]), None) == (first, second)


def characters(folder: Path, unread: lean.Ranges) -> list[str]:
    """What a Python with blank ranges in its memory says of all characters: a line for each of str's methods."""
    module, found = folder / "module", folder / "found"
    module.write_bytes(lean.started(runtime.PYODIDE, runtime.archive(), {}, unread))
    given = {"web": runtime.WEB, "module": module, "program": ROOT / "tests/characters.py", "found": found}
    programs.node(ROOT / "tests/running.mjs", given)
    return found.read_text(encoding="utf-8").splitlines()


def test_blank_tables_say_nothing_of_a_character(tmp_path: Path) -> None:
    """Of each of all 1,114,112 characters Python says the same with the unread tables blank as with them."""
    unread = lean.Needed.read().unread
    assert len(unread) > 20
    whole = characters(tmp_path, [])
    assert len(whole) == 16
    assert whole == characters(tmp_path, unread)
    assert whole != characters(tmp_path, [*unread, LETTERS])


def test_blank_maps_belong_to_modules_that_cannot_be_begun() -> None:
    """The codecs whose maps are zeros in the published module have lost the function that each begins with."""
    module = (runtime.PYODIDE / programs.MODULE).read_bytes()
    count = "WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(0))).filter(one => one.kind === 'function').length"
    program = f"import {{ readFileSync }} from 'node:fs'; console.log({count})"
    run = subprocess.run([programs.NODE, "--input-type=module", "-e", program], input=module, capture_output=True, check=True)
    exports = wasm.exports(dict(wasm.sections(module))[wasm.EXPORTS])
    places = [exports[f"PyInit_{name}"] - int(run.stdout) for name in maps.CODECS]
    bodies = wasm.bodies(dict(wasm.sections(published()))[wasm.CODE])
    assert {wasm.TRAP} == {bodies[place] for place in places}
    assert wasm.TRAP not in {wasm.bodies(dict(wasm.sections(module))[wasm.CODE])[place] for place in places}


def test_ordinary_calls_do_not_need_the_whole(page: Page, serving: Serving) -> None:
    """An order is answered in the page without a byte of Pyodide as it comes."""
    open_checker(page)
    fill(page, IN_TIME)
    submit(page)
    loaded = [line.split()[1] for line in serving.asked if "/assets/checker/" in line.split()[1]]
    assert [address for address in loaded if address.endswith("python.wasm")]
    assert not [address for address in loaded if re.search("pyodide|rules|whole", address)]


def test_the_whole_answers_what_the_lean_cannot(page: Page, serving: Serving) -> None:
    """A call that lean Python breaks off is answered by Pyodide as it comes, without another press."""
    few = able(["asked", json.dumps({"now": "2026-09-10T12:00:00.000Z"}), "it"], ["asked", ORDER, "it"])
    serving.replaced[serving.path_of("assets/checker/*/python.wasm")] = few
    open_checker(page)
    ready(page)
    fill(page, IN_TIME)
    submit(page)
    assert "21 settembre" in page.locator(".checker-answer").inner_text()
    assert [line for line in serving.asked if "pyodide.asm.wasm" in line.splitlines()[0]]


def test_plain(page: Page, serving: Serving, tmp_path: Path) -> None:
    """RUNTIME=plain builds a site that has Pyodide as it comes and nothing leaner."""
    done = build(ROOT, tmp_path / "site", ONLY="it", RUNTIME="plain")
    assert done.status == 0, done.log
    assert not list((tmp_path / "site").glob("assets/checker/python-*"))
    with type(serving)(tmp_path / "site") as plain:
        open_checker(page, f"{plain.address}/checker/")
        fill(page, IN_TIME)
        submit(page)
    assert "21 settembre" in page.locator(".checker-answer").inner_text(timeout=PATIENCE)


def test_another_pyodide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was found in another Pyodide is refused, with the command that finds it anew."""
    told = json.loads(lean.NEEDED.read_bytes())
    told["found_in"][programs.MODULE] = "0" * 64
    other = tmp_path / "needed.json"
    other.write_text(json.dumps(told), encoding="utf-8")
    monkeypatch.setattr(lean, "NEEDED", other)
    with pytest.raises(PluginError, match=r"python -m tests\.needed"):
        lean.lean(runtime.PYODIDE, runtime.archive())


def test_the_trampoline_is_pyodides() -> None:
    """The small module that the host starts is the one that Pyodide's own script holds."""
    own = (runtime.WEB / "trampoline.mjs").read_text(encoding="utf-8")
    kept = base64.b64decode("".join(re.findall(r'"([A-Za-z0-9+/=]+)"', own)))
    script = (runtime.PYODIDE / "pyodide.asm.mjs").read_text(encoding="utf-8")
    assert f'hexStringToUTF8Array("{kept.hex()}")' in script


def test_numbers_in_ranges() -> None:
    """Numbers written as ranges are read back as they were."""
    numbers = [0, 3, 4, 5, 9, 200, 201]
    assert "0 3-5 9 200-201" == lean.ranges(numbers)
    assert numbers == lean.spread(lean.ranges(numbers))
