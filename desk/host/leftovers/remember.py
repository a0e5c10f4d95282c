"""What the data keep of a running plugin's declarations: enough to show, years later, what it left.

Kinds of matters with their states and rights, papers with theirs, how columns are called and which of them are sensitive, all
in plain values with the Chinese beside. Written at a start and only when something is new.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desk.core.i18n import DEFAULT_LANGUAGE, language, translator
from desk.host.leftovers.headings import read_headings
from desk.host.manifest import Manifest

if TYPE_CHECKING:
    from desk.host.contributions import Contributions


def told_of(manifest: Manifest, contributions: "Contributions", known: Mapping[str, Any], *, headings: bool) -> dict[str, Any]:
    """What is to be kept now. known: what is kept already, its headings stay while the version does. headings: read them; for
    plugins that come with the desk nobody needs them."""
    kinds = [_kind(one.item) for one in contributions.case_kinds if one.plugin_id == manifest.id]
    told: dict[str, Any] = {
        "version": manifest.version, "read": _reads(manifest), "kinds": kinds,
        "sensitive": [f"{manifest.id}_{column}" for column in manifest.sensitive],
        "papers": [[one.item.id, one.item.title, one.item.record, one.item.permission]
                   for one in contributions.papers if one.plugin_id == manifest.id],
        "permissions": {one.id: one.title.by_language for one in manifest.permissions}}
    if known.get("version") == manifest.version and "heads" in known:
        told |= {name: known.get(name, {}) for name in ("heads", "titles", "records")}
    elif headings:
        told["heads"], told["titles"], told["records"] = read_headings(manifest.folder)
    if told == {name: value for name, value in known.items() if name != "words"} and "words" in known:
        return dict(known)  # nothing new: no catalogue is read for it at a start
    if language() == DEFAULT_LANGUAGE:
        told["words"] = {text: said for text in _texts(told) if (said := translator(manifest.id)(text)) != text}
    return told


def _kind(kind: Any) -> dict[str, Any]:
    return {"code": kind.code, "title": kind.title, "view": kind.view, "read": kind.permission_read,
            "confidential": kind.permission_confidential,
            "states": [[state.code, state.title, str(state.tone), state.final] for state in kind.states]}


def _reads(manifest: Manifest) -> str:
    """The right that opened it: "<id>.read" as nearly every plugin calls it, else the first whose name ends so."""
    names = [one.id for one in manifest.permissions]
    found = [name for name in names if name == f"{manifest.id}.read"] or [name for name in names if name.endswith("read")]
    return found[0] if found else ""


def _texts(told: Mapping[str, Any]) -> Iterator[str]:
    for kind in told["kinds"]:
        yield kind["title"]
        yield from (title for _code, title, _tone, _final in kind["states"])
    yield from (title for _id, title, _record, _permission in told["papers"])
    yield from told.get("heads", {}).values()
    yield from told.get("titles", {}).values()
