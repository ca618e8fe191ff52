"""Run inside a started Python: a line for each thing that Python can say of a character, of all of them. Out: `/out`."""

import posix

EVERY = [chr(number) for number in range(0x110000)]
KINDS = (
    "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle",
    "isupper",
)  # fmt: skip
CHANGES = ("casefold", "lower", "swapcase", "title", "upper")

found = [f"{name} {hash(tuple(map(getattr(str, name), EVERY)))}" for name in (*KINDS, *CHANGES)]
posix.write(posix.open("/out", posix.O_WRONLY | posix.O_CREAT), "\n".join(found).encode())
