"""What a look at a number or a name found: evidence for a person to judge, hardly ever a refusal."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Check:
    """One named check. A failed one is shown with its sentence and may be saved over with a reason.

    name: stable identifier, kept with the paper when it was saved over. source: where the rule comes from, as printed.
    """

    name: str
    ok: bool
    sentence: str = ""
    source: str = ""


@cache
def passed(name: str, source: str = "") -> Check:
    """A check that found nothing, the same object each time: an import looks at 100,000 numbers."""
    return Check(name, True, "", source)


def failed(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks that did not pass, in order."""
    return tuple([check for check in checks if not check.ok])


def sentences(checks: Iterable[Check]) -> tuple[str, ...]:
    """One sentence a failed check, with its source in brackets where there is one."""
    return tuple(check.sentence + (f"({check.source})" if check.source else "") for check in failed(checks))
