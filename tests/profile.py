"""Run inside Pyodide's Python: which functions of the standard library calls of `checker.answer` run.

In: `/calls`, the calls as JSON. Out: `/out`, {file: [qualified names]} as JSON.
"""

import json
import sys
from pathlib import Path
from types import FrameType

sys.modules["_hashlib"] = None  # type: ignore[assignment]  # as in checker/publish/runtime/freeze.py

import gettext  # noqa: E402

import checker.reading.pasted  # noqa: E402, F401
from checker.exchange import ASKED, exchange  # noqa: E402

gettext.c2py("n")  # as there

ran: dict[str, set[str]] = {}


def note(frame: FrameType, event: str, _: object) -> None:
    """Note which function is called."""
    if event == "call" and not frame.f_code.co_filename.startswith(("checker/", "<string>")):
        ran.setdefault(frame.f_code.co_filename, set()).add(frame.f_code.co_qualname)


for call in json.loads(Path("/calls").read_bytes()):
    Path(ASKED).write_text(json.dumps(call), encoding="utf-8")
    sys.setprofile(note)
    try:
        exchange()
    except Exception as error:
        print(call[0], repr(error)[:200], file=sys.stderr)
    sys.setprofile(None)
Path("/out").write_text(json.dumps({name: sorted(found) for name, found in sorted(ran.items())}), encoding="utf-8")
