"""Run inside Pyodide's Python: where the capsules are that the Chinese, Japanese and Korean codecs have, one for each map.

In: `/modules`, the names of the codecs' modules as JSON. Out: `/out`, the capsules' addresses as JSON; they stay in memory.
"""

import json
from importlib import import_module
from pathlib import Path

MAP, PAIRS = "__map_", "__map_jisx0213_pair"  # that one is of another make, and small

modules = [vars(import_module(name)) for name in json.loads(Path("/modules").read_bytes())]
found = [id(module[name]) for module in modules for name in module if name.startswith(MAP) and name != PAIRS]
Path("/out").write_text(json.dumps(found))
