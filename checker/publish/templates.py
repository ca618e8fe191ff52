"""What the theme's templates are told and how they are made: once for all languages, though MkDocs has Jinja start anew."""

from __future__ import annotations

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from checker import words
from checker.publish import notices, offline, runtime
from checker.publish.serving import policy, previewing


class Compiled(BytecodeCache):
    """Keeps what Jinja has compiled, by template, as long as the build runs."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template as it was compiled before, where it was."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


_compiled = Compiled()


def prepare(env: Environment, language: str, root: str) -> Environment:
    """Let templates say a sentence in the language being built; `root` is its root as seen from the site's."""
    env.globals["say"] = lambda sentence: words.text(sentence, language)
    env.globals["say_in"] = lambda language, sentence: words.text(sentence, language)
    env.globals.update(notices=notices, version=offline.VERSION, root=root)
    env.globals.update(checker=runtime.files().addresses, told=runtime.told)
    env.globals["policy"] = None if previewing() else policy.IN_PAGE  # a preview has a script in it that shows what was saved
    # Half of what a page in the menu adds to every other page would be the templates' indentation.
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = _compiled
    return env
