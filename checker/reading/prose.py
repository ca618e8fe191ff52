"""A page, a purchase order or an e-mail, read by the words that stand before its values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from checker.reading import days, markup
from checker.reading.folding import words
from checker.reading.labels import NUMBERED, ORDER, PAYMENT, STATE, is_about, label, left_out, names_order, significant
from checker.reading.names import SHORTEST, weekdays
from checker.reading.statuses import payments, plain, received, statuses

_NEAR = 100
"""How far before a value its label is looked for, and how far behind a label its value, in characters."""
_BESIDE = 40
"""How far before a value the last word is."""


def _one_of(*names: str) -> str:
    """A pattern of whole words, ordered by their first letters: searched for these, a text goes by quickly."""
    rests = {name[0]: "|".join(other[1:] for other in sorted(names) if other[0] == name[0]) for name in names}
    return "(?:" + "|".join(f"{first}(?<![a-z].)(?:{rest})" for first, rest in sorted(rests.items())) + ")(?![a-z])"


_NUMBER = re.compile(
    r"[0-9](?<![\w+].)(?<![0-9][.,/-].)[0-9]{5,11}(?![\w€$£]|[.,/-][0-9]| ?(?:[€$£]|(?:eur|usd|gbp|pln|zl)\b))"
)
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{6,12}(?![0-9])")
_NEXT = re.compile(r"[^a-z\n\t]{1,20}(?P<word>[a-z]+)")
_TALK = ORDER | NUMBERED
_WORD = re.compile(r"[a-z]+")
_LAST_WORD = re.compile(rf"(?<![a-z])(?P<name>[a-z]{{{SHORTEST},12}})(?:-[a-z]+)?[,.]? ?\Z")
_MOST_WORDS = 6
_STATE = re.compile(_one_of(*STATE))
_PAYMENT = re.compile(rf"{_one_of(*PAYMENT)}(?: {_one_of(*STATE)})? ?: ?(?P<value>[^\n\t,;(]{{1,{_NEAR}}})")
_ORDER = re.compile(_one_of(*ORDER, "ordini", "orders", "commandes", "bestellungen", "pedidos", "encomendas", "zamowien"))
_CLAUSE = re.compile(r"[\n\t;!?(),]|\.(?= [a-z]|\n|\Z)|(?<=[./ -][0-9]{4}) \Z|(?<=[0-9]:[0-9]{2}) \Z")
"""What ends a clause; a day or a time as well, where nothing but a word for the status follows."""
_SINCE = re.compile(r"(?: (?:il|dal|on|since|le|du|am|seit|el|em|desde|dnia|w dniu|od))? ?[0-9].*", re.DOTALL)

_OF = re.compile(
    rf"{_one_of(*ORDER)}(?:[ :#.]{{0,3}}(?:{_one_of(*NUMBERED, 'n')}[ :.°º]{{0,3}}){{0,2}}[0-9]{{6,12}})?"
    r"[ ,]{1,2}(?:del|du|vom|of|from|dated|de|do|z|dia|dnia|z dnia|de dia|do dia) ?\Z"
)
"""An order, with its number or without, of a day: `ordine n. 123456789 del`."""
_OF_ENDS = (" del", " du", " vom", " of", " from", " dated", " de", " do", " z", " dia", " dnia")

_LETTER = re.compile(r"^(?:da|from|de|von|od|subject|objet|oggetto|betreff|asunto|assunto|temat) ?:", re.MULTILINE)
"""The head of an e-mail: its date is not the order's."""

_ENGLISH = re.compile(_one_of("your", "the", "order"))
_AMERICAN = re.compile(r"[0-9] ?[ap]\.?m(?![a-z])|(?<![a-z])usd(?![a-z])|\$")


@dataclass(slots=True)
class Seen:
    """What was seen: the values of each of the contract's fields and of `number`, and the fields that nothing settles."""

    values: dict[str, set[str]] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)

    def add(self, name: str, value: str | None) -> None:
        """A value of a field; none where it cannot be read."""
        if value:
            self.values.setdefault(name, set()).add(value)
        else:
            self.unclear.add(name)


def read(pasted: str) -> Seen:
    """What a text tells of an order by the labels of OVHcloud's pages and e-mails. Raises `markup.TooLong`."""
    text = markup.lines(pasted)
    seen = Seen()
    for number in _NUMBER.finditer(text):
        if names_order(_before(text, number.start())):
            seen.add("number", number[0])
    _read_days(text, seen)
    _read_cells(text, seen)
    for payment in _PAYMENT.finditer(text):
        code = payments().get(plain(payment["value"]))
        if code is not None:
            seen.add("payment_status", code)
    for state in _STATE.finditer(text):
        code = _status(text, state.start(), state.end())
        if code is not None:
            seen.add("order_status", code)
    return seen


def _before(text: str, start: int, last: int = 0) -> str:
    """What stands before a value and behind `last`: in its line, or in the line above where it begins its own."""
    if not _WORD.search(text, max(last, start - _BESIDE), start):
        return ""
    near = text[max(last, start - _NEAR) : start]
    line = near.rpartition("\n")[2]
    if line.strip(" \t:.-\"'(") or "\n" not in near:
        return line
    return near.rstrip(" \t:.-\"'(\n").rpartition("\n")[2]


def _read_days(text: str, seen: Seen) -> None:
    """The days that a label announces. Where others stand month first, those that could be either are not settled."""
    found = list(days.found(text))
    if not found:
        return
    of_an_order = bool(_ORDER.search(text))
    month_first = any(day.day_first is False for day in found) or bool(_AMERICAN.search(text) and _ENGLISH.search(text))
    told: list[tuple[str, str | None, bool]] = []
    last = 0
    for day in found:
        weekday = _weekday(text, day.start)
        before = _before(text, weekday.start() if weekday else day.start, last)
        name = _announced(before, of_an_order) if before else None
        if name:
            last = day.end
            certain = not weekday or days.goes_with(weekday["name"], day.iso or "")
            told.append((name, day.iso if certain else None, day.day_first is None))
    names = {name for name, _, _ in told}
    of_the_order = "date" in names and "ordered_at" not in names and not _LETTER.search(text)
    for name, iso, either in told:
        if name == "payment_status":
            seen.add(name, "paid")
        elif name != "date" or of_the_order:
            seen.add("ordered_at" if name == "date" else name, None if either and month_first else iso)


def _weekday(text: str, start: int) -> re.Match[str] | None:
    """The weekday before a day, where there is one."""
    if not text[max(0, start - 3) : start].rstrip(" ,.")[-1:].isalpha():
        return None
    word = _LAST_WORD.search(text, max(0, start - _BESIDE), start)
    return word if word and word["name"] in weekdays() else None


def _announced(before: str, of_an_order: bool) -> str | None:
    """The field that the words before a day announce."""
    if before.rstrip().endswith(_OF_ENDS) and _OF.search(before):
        return "ordered_at"
    cell = before.rstrip("\t :").rpartition("\t")[2]
    return label(_NUMBERS.split(cell)[-1], alone=of_an_order)


def _read_cells(text: str, seen: Seen) -> None:
    """The status and the payment where they stand alone, on a line or in a cell."""
    known = _known()
    cells = text.replace("\n", "\t").split("\t")
    for at, cell in enumerate(cells):
        value = plain(cell)
        if value not in known:
            continue
        if value in received() or (at and is_about(cells[at - 1], PAYMENT)):
            code = payments().get(value)
            if code is not None:
                seen.add("payment_status", code)
        elif value in statuses():
            seen.add("order_status", statuses()[value])


@cache
def _known() -> frozenset[str]:
    return frozenset(statuses()) | frozenset(payments())


def _status(text: str, start: int, end: int) -> str | None:
    """The status that the word for it announces; empty where more is said than its name, None where nothing is."""
    following = _NEXT.match(text, end)
    if not following or not _goes_on(following["word"]):
        return None
    clause = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    if not _TALK.issuperset(significant(clause)) or clause.endswith((" e ", "'e ")):  # «è stato» is no status
        return None
    behind = _CLAUSE.split(text[end : end + _NEAR], maxsplit=1)[0]
    for word in _WORD.finditer(behind):
        rest = behind[word.start() :]
        code = statuses().get(plain(rest)) or statuses().get(plain(_SINCE.sub("", rest)))
        if code:
            return code
        if not _TALK.issuperset(significant(word[0])):
            names = words(rest)
            return "" if any(" ".join(names[:most]) in statuses() for most in range(1, _MOST_WORDS)) else None
    return None


def _goes_on(word: str) -> bool:
    """Whether a word behind the one for the status may lead to its name, or begin it."""
    return len(word) == 1 or word in _leading()


@cache
def _leading() -> frozenset[str]:
    return _TALK | left_out() | {name.partition(" ")[0] for name in statuses()}
