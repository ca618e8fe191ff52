"""How the worker's own host calls Python: what is asked lies in one file, what was found is written to another.

Nothing of JavaScript is known to Python here, and of Python to JavaScript only these two names (`checker/web/python.mjs`).
"""

from __future__ import annotations

import json

from checker import answer

ASKED = "/asked"
FOUND = "/found"


def exchange(asked: str = ASKED, found: str = FOUND) -> None:
    """Call a function of `checker.answer`: [name, given…] as JSON in the file `asked`, what it gives in the file `found`."""
    with open(asked, "rb") as file:  # noqa: PTH123, pathlib is much to load for two files
        name, *given = json.loads(file.read())
    with open(found, "wb") as file:  # noqa: PTH123
        file.write(getattr(answer, name)(*given).encode())
