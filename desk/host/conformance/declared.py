"""What a plugin declares: named after it, resolvable, with permissions, settings, series and papers that hold together."""

from collections.abc import Callable, Iterator
from typing import Any

from desk.core.staff.permissions import BUILT_IN_ROLES, CORE_RIGHTS
from desk.host.conformance.subject import Subject
from desk.host.contributions import SECTIONS
from desk.host.specs import SettingSpec
from desk.host.views import resolve

_SETTING_KINDS = {"text": str, "number": int, "bool": bool, "choice": str, "date": str, "lines": str}
_REGISTRIES: dict[str, Callable[[Any], str]] = {
    "nav": lambda item: str(item.id), "actions": lambda item: str(item.id), "panels": lambda item: str(item.id),
    "cards": lambda item: str(item.id), "settings": lambda item: str(item.key), "papers": lambda item: str(item.id),
    "case_kinds": lambda item: str(item.code), "series": lambda item: str(item.code), "schemes": lambda item: str(item.code),
}


def own(examined: Subject, registry: str) -> list[Any]:
    """What the plugin itself contributes to one registry."""
    return [one.item for one in getattr(examined.declared, registry) if one.plugin_id == examined.id]


def hooks_answer(examined: Subject) -> Iterator[str]:
    """Every declaring hook answers what it should, and no name is taken twice."""
    if examined.declared:  # asking is what makes them fail
        yield from (failure.report() for failure in examined.host.record(examined.id).failures)


def names_begin_with_the_id(examined: Subject) -> Iterator[str]:
    """So that two plugins never meet, and a reader of the data file knows whose it is."""
    for registry, name in _REGISTRIES.items():
        for item in own(examined, registry):
            if not name(item).startswith(f"{examined.id}."):
                yield f"{registry}: {name(item)!r} must begin with {examined.id}."
    yield from (f"nav: {entry.id} has the section {entry.section!r}, which is none of {', '.join(SECTIONS)}"
                for entry in own(examined, "nav") if entry.section not in SECTIONS)


def views_can_be_had(examined: Subject) -> Iterator[str]:
    """Every view resolves inside the plugin's own package."""
    for registry in ("nav", "panels"):
        for item in own(examined, registry):
            yield from _resolves(examined, item.id, item.view)
    for kind in own(examined, "case_kinds"):
        if ":" in kind.view:
            yield from _resolves(examined, kind.code, kind.view)


def entries_are_there(examined: Subject) -> Iterator[str]:
    """An action opens an entry of its own plugin, or one of the desk's."""
    own_entries = {entry.id for entry in own(examined, "nav")}
    for action in own(examined, "actions"):
        if action.entry.startswith(f"{examined.id}.") and action.entry not in own_entries:
            yield f"the action {action.id} opens {action.entry}, which is no entry"


def permissions_are_declared(examined: Subject) -> Iterator[str]:
    """Every permission named anywhere stands in the manifest or is the desk's own; every role is a built-in one."""
    if examined.manifest is None:
        return
    known = known_rights(examined) | {""}
    for registry in ("nav", "actions", "panels", "cards", "papers"):
        for item in own(examined, registry):
            if item.permission not in known:
                yield f"{item.id} asks for {item.permission}, which plugin.toml does not declare"
    for kind in own(examined, "case_kinds"):
        for permission in (kind.permission_read, kind.permission_write, kind.permission_confidential,
                           *(move.permission for move in kind.moves)):
            if permission not in known:
                yield f"{kind.code} asks for {permission}, which plugin.toml does not declare"
    roles = {role.code for role in BUILT_IN_ROLES}
    yield from (f"plugin.toml names the role {role}, which no desk has"
                for role in examined.manifest.roles if role not in roles)


def known_rights(examined: Subject) -> set[str]:
    """The rights of its manifest and the desk's own."""
    declared = examined.manifest.permissions if examined.manifest else ()
    return {permission.id for permission in declared} | {right.id for right in CORE_RIGHTS}


def settings_are_sound(examined: Subject) -> Iterator[str]:
    """The default is a value the setting itself would take."""
    for setting in own(examined, "settings"):
        yield from (f"setting {setting.key}: {problem}" for problem in _setting_problems(setting))


def series_are_sound(examined: Subject) -> Iterator[str]:
    """Series that are named are declared; templates are judged when they are let in."""
    for registry in ("papers", "case_kinds"):
        for item in own(examined, registry):
            if item.series and item.series not in examined.declared.series:
                yield f"{_REGISTRIES[registry](item)} takes numbers from {item.series}, which is no series"


def papers_can_be_built(examined: Subject) -> Iterator[str]:
    """load and build resolve; a paper with a blank form builds it from nothing."""
    for paper in own(examined, "papers"):
        problems = [*_resolves(examined, paper.id, paper.load, calls=True),
                    *_resolves(examined, paper.id, paper.build, calls=True)]
        yield from problems
        if not problems and "blank" in paper.modes:
            blank = resolve(paper.build, examined.id)(None)
            if not hasattr(blank, "blocks"):
                yield f"{paper.id}: build(None) gives no document"


def blank_papers_print(examined: Subject) -> Iterator[str]:
    """Every blank form becomes a PDF: each sign has a glyph, and everything fits on its page."""
    from desk.core.documents.fontbook import FontBook
    from desk.core.documents.render import render

    fonts = FontBook.bundled()
    for paper in own(examined, "papers"):
        if "blank" in paper.modes:
            try:
                render(resolve(paper.build, examined.id)(None), fonts)
            except Exception as problem:  # noqa: BLE001 - whatever keeps it from being printed is the finding
                yield f"{paper.id} cannot be printed: {type(problem).__name__}: {problem}"


def _resolves(examined: Subject, name: str, path: str, *, calls: bool = False) -> Iterator[str]:
    try:
        if not callable(resolve(path, examined.id)) and calls:
            yield f"{name}: {path} is not callable"
    except Exception as problem:  # noqa: BLE001 - the module is the plugin's code
        yield f"{name}: {path} cannot be had ({type(problem).__name__}: {problem})"


def _setting_problems(setting: SettingSpec) -> Iterator[str]:
    kind = _SETTING_KINDS.get(setting.kind)
    if kind is None:
        yield f"{setting.kind!r} is no kind of setting"
    elif type(setting.default) is not kind:
        yield f"the default is no {setting.kind}"
    elif setting.kind == "choice" and setting.default not in [value for value, _title in setting.choices]:
        yield "the default is not among the choices"
    elif isinstance(setting.default, int) and not _between(setting.default, setting.minimum, setting.maximum):
        yield "the default lies outside its bounds"
    if setting.unsure and not (setting.source or setting.help):
        yield "it is marked as unsure without saying what could not be confirmed"


def _between(value: int, low: int | None, high: int | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)
