"""What single countries' law has of its own, beside the Directive. The rules that apply it name it from here."""

from __future__ import annotations

from checker.rules.codes import CustomerType

NO_RIGHT = {"CH": "ch-or-40a", "US": "us-16-cfr-429", "CA": "ca-qc-cpa-54-8"}
"""Countries examined that have no right to withdraw from an online order, and the statute that comes nearest."""

CONSUMERS_TOO = {
    ("ES", CustomerType.ASSOCIATION): "es-lgdcu-3",
    ("AT", CustomerType.ASSOCIATION): "at-kschg-1",
    ("PL", CustomerType.PROFESSIONAL): "pl-upk-38a",
    ("PL", CustomerType.MICRO_PROFESSIONAL): "pl-upk-38a",
    ("PL", CustomerType.MIXED_MAINLY_BUSINESS): "pl-upk-38a",
}
"""Who may have the right by national law though the Directive does not call them consumers (its recital 13)."""

LOCAL_HOLIDAYS = frozenset({"ES"})
"""Countries whose regions and towns have statutory holidays that are not held here."""

SOME_COMMUNES = {"FR": "Vendredi saint"}
"""Regional holidays that hold in some communes only: those with a Protestant or mixed church (Code du travail L3134-13)."""

ROLL_UNCERTAIN = frozenset({"ES", "IS", "LI", "NO"})
"""Countries where nothing but the Regulation could move the last day, and whether it does is open.

Spain counts non-working days (Código Civil art. 5(2)); the Regulation's place in the EEA Agreement is not clear.
"""

OUTSIDE_THE_UNION = frozenset({"IS", "LI", "NO"})
"""States of the EEA: whether the function of art. 11a is law there was not examined."""

LATE_INFORMATION_WIDER = frozenset({"FR", "IE", "PL", "PT"})
"""Countries whose text gives fourteen days from information that came more than twelve months after the start."""

FIRST_DAY_COUNTED = {"IE": "ie-interpretation-18-h"}
"""Countries whose text counts fourteen days "beginning on" the day of conclusion; EU law, which prevails, does not."""

TWELVE_MONTHS_FROM_THE_START = frozenset({"DE"})
"""§ 356(3) sentence 2 BGB: without information the right ends twelve months and fourteen days after the start."""

LATE_REFUND_DOUBLED = {"ES": "es-76"}
"""Countries where a refund that is late may be claimed twice over."""
