"""A line of a set-up's preview as whoever takes it over reads it: titles for names, words for patterns and rights. No Qt."""

from collections.abc import Callable, Mapping
from typing import Any

from desk.core.documents.pattern_words import in_words
from desk.core.i18n import _, ngettext, translator
from desk.core.setupfile.applying import SetupChange
from desk.core.staff.known_rights import list_rights


def change_words(change: SetupChange, contributions: Any) -> str:
    """设置 · 一个网格至多的户数: 300 → 280."""
    settings = {given.item.key: given for given in contributions.settings}
    ways: Mapping[str, Callable[[SetupChange], tuple[str, str, str]]] = {
        "settings": lambda one: _setting(one, settings.get(one.key)), "series": _series, "roles": _role, "vote_rules": _whole}
    what, before, after = ways.get(change.part, _whole if isinstance(change.new, dict) else _plain)(change)
    return f"{change.title} · {what}: {before or '—'} → {after}"


def _plain(change: SetupChange) -> tuple[str, str, str]:
    return change.key, change.before, change.after


def _setting(change: SetupChange, given: Any) -> tuple[str, str, str]:
    """By its title; of a plugin that does not run here only the key is known. What nobody set has its default."""
    if given is None:
        return _plain(change)
    spec, say = given.item, translator(given.plugin_id)
    old = spec.default if change.old is None else change.old
    return say(spec.title), _value(spec, old, say), _value(spec, change.new, say)


def _value(spec: Any, value: Any, say: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    title = next((title for choice, title in spec.choices if choice == value), None)
    text = say(title) if title else str(value)
    return f"{text} {say(spec.unit)}" if spec.unit else text


def _series(change: SetupChange) -> tuple[str, str, str]:
    from desk.shell.numbers.series import series_title

    return series_title(change.key), _pattern(change.old), _pattern(change.new)


def _pattern(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    word = _("word: {word}").format(word=value["word"]) if value.get("word") else ""
    return " ".join(filter(None, (in_words(value.get("template") or ""), word)))


def _role(change: SetupChange) -> tuple[str, str, str]:
    """A role that is there: what it gains and loses; a new one: all it may do."""
    titles = {right.id: right.title for right in list_rights()}
    old, new = (set(value.get("rights", ())) if isinstance(value, dict) else set() for value in (change.old, change.new))
    name = str(change.new.get("name", change.key)) if isinstance(change.new, dict) else change.key

    def named(rights: set[str]) -> str:
        return "、".join(titles.get(right, right) for right in sorted(rights))

    if change.old is None:
        return name, "", named(new)
    parts = (_("also: {rights}").format(rights=named(new - old)) if new - old else "",
             _("no longer: {rights}").format(rights=named(old - new)) if old - new else "")
    count = ngettext("{n} right", "{n} rights", len(old)).format(n=len(old))
    return name, count, "; ".join(filter(None, parts)) or change.after


def _whole(change: SetupChange) -> tuple[str, str, str]:
    """Something with many fields: what it is called, and how many of them differ."""
    new, old = (value if isinstance(value, dict) else {} for value in (change.new, change.old))
    name = str(new.get("title") or new.get("name") or change.key)
    if not old:
        return name, "", _("new")
    count = sum(old.get(field) != value for field, value in new.items())
    return name, _("as it is here"), ngettext("{n} entry differs", "{n} entries differ", count).format(n=count)
