"""Fuzz the checker with atheris, which the project does not install: it wants Python 3.11 and an environment of its own.

python3.11 -m venv .cache/atheris && .cache/atheris/bin/pip install atheris hypothesis
.cache/atheris/bin/python -m tests.fuzz paste            what a paste can do, for five minutes, from the kept corpus on
.cache/atheris/bin/python -m tests.fuzz paste --seconds 60
.cache/atheris/bin/python -m tests.fuzz paste --keep     of all that was found, what reaches most of the code into the corpus

What was found lies in `.cache/fuzz`; `test_corpus.py` replays what is kept. An input that takes longer than 50 ms is named.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time

from tests.fuzz.corpus import FOUND, KEPT, keep, seeds, text, words, written

LIMIT = 50
"""How long an input may take, in milliseconds of the processor's time."""


def main() -> None:
    """Fuzz one promise; the process ends with the fuzzer."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=("order", "reply", "paste", "day", "sender"))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--longest", type=int, default=4096, help="of an input, in bytes")
    parser.add_argument("--keep", action="store_true", help="do not fuzz: keep the best of what was found")
    chosen = parser.parse_args()
    if chosen.keep:
        keep(chosen.target)
        return
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["checker"]):
        promises = importlib.import_module("tests.promises")
        mutated = importlib.import_module("tests.fuzz.mutation").mutated
    promise, languages = promises.PROMISES[chosen.target], importlib.import_module("checker.words").LANGUAGES
    slowest = LIMIT / 1000

    def one(given: bytes) -> None:
        nonlocal slowest
        start = time.process_time()
        promise(text(given), [languages[len(given) % len(languages)]])
        if (took := time.process_time() - start) > slowest:
            slowest = took
            print(f"{took * 1000:.0f} ms: {written(FOUND / f'{chosen.target}-slow', given)}", file=sys.stderr, flush=True)

    found = FOUND / chosen.target
    for seed in seeds(chosen.target):
        written(found, seed)
    dictionary = FOUND / "words"
    dictionary.write_text("\n".join(words()), encoding="ascii")
    options = {
        "dict": dictionary,
        "max_total_time": chosen.seconds,
        "max_len": chosen.longest,
        "timeout": 10,
        "print_final_stats": 1,
    }
    folders = [str(found), *[str(KEPT / chosen.target)] * (KEPT / chosen.target).is_dir()]
    atheris.Setup(
        [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), f"-artifact_prefix={FOUND}{os.sep}", *folders],
        one,
        **({} if chosen.target in ("paste", "day") else {"custom_mutator": lambda *given: mutated(*given, atheris.Mutate)}),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
