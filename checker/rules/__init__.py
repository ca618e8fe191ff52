"""The rule module: an order in, a verdict out.

Pure Python, standard library only. The tests, the command line and the browser run these very files.
"""

from collections.abc import Mapping

from checker.rules.order import read
from checker.rules.questions import judge, still_asked
from checker.rules.verdict import Outcome, Verdict, common

__version__ = "0.2.0"


def check(order: object) -> Verdict:
    """The verdict on an order: any JSON value in, an answer or a list of field errors out, never an exception.

    `order` is a mapping as `data/order.schema.json` describes it, or OVHcloud's own reply to GET /me/order/{id}.
    Several products (`lines`) give one verdict each, in `lines`; above them stands what they have in common.
    """
    lines, errors = read(order)
    if errors:
        return Verdict(Outcome.INVALID, errors=errors)
    judged = {line: judge(line) for line in set(lines)}
    verdicts = tuple(judged[line] for line in lines)
    return common(verdicts) if lines[0].line else verdicts[0]


def asks(order: object) -> tuple[str, ...]:
    """The questions that a customer is asked next, in order: fields whose answers the verdict cannot do without.

    A field that is null was answered "I don't know" and is not asked again. Of several lines, what any of them needs.
    Empty where nothing more is to be asked, and for an invalid order.
    """
    if not isinstance(order, Mapping):
        return ()
    lines, _ = read(order)
    declined = {name for name, value in order.items() if value is None}
    asked = [field for line in dict.fromkeys(lines) for field in still_asked(line, declined)]
    return tuple(dict.fromkeys(asked))
