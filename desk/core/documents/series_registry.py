"""Which number series there are: declared by whoever runs, known before any table is loaded."""

from desk.core.documents.series import Series, check_template

_declared: dict[str, Series] = {}


def declare_series(*series: Series) -> None:
    """Make series known; called by the host for each plugin that starts."""
    for one in series:
        check_template(one.template, yearly=one.yearly)
        _declared[one.code] = one


def forget_series(*codes: str) -> None:
    """These are declared no longer (tests)."""
    for code in codes:
        _declared.pop(code, None)


def declared_series() -> tuple[Series, ...]:
    """All series known, as declared."""
    return tuple(_declared.values())


def declared_one(code: str) -> Series | None:
    """The series as declared; None for one nobody declared."""
    return _declared.get(code)
