"""Titles in Chinese: each declared English title has an entry in the plugin's catalogue (or the desk's)."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from desk.core.i18n import words_of
from desk.core.paths import RESOURCES
from desk.host.conformance.declared import own
from desk.host.conformance.subject import Subject
from desk.host.specs import SettingSpec

_SHOWN = ("title", "help")
_REGISTRIES = ("nav", "actions", "panels", "cards", "settings", "papers", "case_kinds", "series", "schemes")


def titles_are_in_chinese(examined: Subject) -> Iterator[str]:
    """One sentence a title that would be shown in English."""
    if examined.manifest is None:
        return
    known = catalogue(examined.manifest.locale, examined.id) | catalogue(RESOURCES / "locale", "desk")
    known |= set(words_of(examined.id))
    for registry in _REGISTRIES:
        for item in own(examined, registry):
            yield from (f"{registry}: {text!r} has no Chinese" for text in sorted(set(_texts(item)))
                        if text not in known and not has_chinese(text))


def has_chinese(text: str) -> bool:
    """Whether a title is Chinese already (papers are, as printed) or bare of letters."""
    return any("\u4e00" <= char <= "\u9fff" for char in text) or not any(char.isalpha() for char in text)


def catalogue(locale: Path, domain: str) -> set[str]:
    """Source strings with a Chinese entry; from the .po where it is, else from the compiled one."""
    folder = locale / "zh_CN" / "LC_MESSAGES"
    if (folder / f"{domain}.po").is_file():
        from babel.messages.pofile import read_po

        with (folder / f"{domain}.po").open("rb") as file:
            return {message.id if isinstance(message.id, str) else message.id[0]
                    for message in read_po(file) if message.id and message.string}
    if (folder / f"{domain}.mo").is_file():
        from gettext import GNUTranslations

        with (folder / f"{domain}.mo").open("rb") as file:
            catalog: dict[str | tuple[str, int], str] = vars(GNUTranslations(file))["_catalog"]
            return {key if isinstance(key, str) else key[0] for key in catalog if key}
    return set()


def _texts(item: Any) -> Iterator[str]:
    """Every text of a declaration that is shown, also of the declarations inside it."""
    for field in fields(item):
        value = getattr(item, field.name)
        shown = _SHOWN if not isinstance(item, SettingSpec) else (*_SHOWN, "unit")  # a limit's unit is a code
        if field.name in shown and isinstance(value, str) and value:
            yield value
        elif field.name == "choices":
            yield from (title for _value, title in value)
        elif isinstance(value, tuple):
            for inner in value:
                if hasattr(inner, "__dataclass_fields__"):
                    yield from _texts(inner)
