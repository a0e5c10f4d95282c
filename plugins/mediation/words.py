"""Names typed into one field, taken apart and put together."""

from collections.abc import Iterable


def people_named(text: str | None) -> tuple[str, ...]:
    """Several names in one field: 沈建国、何苗; commas of both widths and semicolons part them as well."""
    for mark in (",", "\uff0c", ";", "\uff1b", "\n"):
        text = (text or "").replace(mark, "、")
    return tuple(part.strip() for part in (text or "").split("、") if part.strip())


def together(names: Iterable[str]) -> str:
    """沈建国、何苗."""
    return "、".join(names)
