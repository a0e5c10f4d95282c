"""What a translation must keep of its English original."""

import re
from collections.abc import Iterable
from string import Formatter

Key = str | tuple[str, ...] | list[str]


def broken(messages: Iterable[tuple[Key, str | tuple[str, ...]]]) -> list[str]:
    """One line a translation whose {names} differ from the English, or that shouts at the clerk."""
    lines = []
    for key, chinese in messages:
        english = (key,) if isinstance(key, str) else tuple(key)
        for text in (chinese,) if isinstance(chinese, str) else chinese:
            if text and names(text) != names(english[-1]):
                lines.append(f"{english[-1]!r} → {text!r}: other placeholders")
            if re.search("[!\uff01]", text) and "!" not in english[-1]:
                lines.append(f"{english[-1]!r} → {text!r}: an exclamation mark")
    return lines


def names(text: str) -> set[str] | None:
    """The fields `str.format` would ask for, without their format; None when it could not parse the text at all."""
    try:
        return {field.split(".")[0].split("[")[0] for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return None
