"""Names that two plugins would share, as they really are: also those that helper functions make, which reading cannot find.

Everybody's declarations are asked, switched on or not, so this runs where plugins are tried, in a process of its own.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from desk.core.i18n import _
from desk.host import loader
from desk.host.conformance.subject import AllOn
from desk.host.discovery import Found
from desk.host.lifecycle import DESK, PluginHost
from desk.host.names_taken import KINDS

_ASKED: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "desk_nav_entries": ("nav", lambda one: one.id), "desk_actions": ("action", lambda one: one.id),
    "desk_person_panels": ("panel", lambda one: one.id), "desk_home_cards": ("card", lambda one: one.id),
    "desk_settings": ("setting", lambda one: one.key), "desk_papers": ("paper", lambda one: one.id),
    "desk_number_series": ("series", lambda one: one.code), "desk_case_kinds": ("matter", lambda one: one.code),
    "desk_indexers": ("indexer", lambda one: one.kind), "desk_indicators": ("figures", lambda one: one.code),
    "desk_score_schemes": ("scheme", lambda one: one.code), "desk_tables": ("record", lambda one: one.code)}
"""Hook → (kind of name as in KINDS, how the name is told)."""


def names_shared(found: Sequence[Found], plugin_id: str, builtin: Sequence[object] = ()) -> list[str]:
    """A sentence for each name of the plugin that somebody else has too, or that it gives twice, with the other's own name.

    found: every plugin that is here. builtin: what the desk itself contributes.
    """
    told: dict[tuple[str, str], list[str]] = {}
    with _everybody(found, builtin) as host:
        for hook, (kind, name) in _ASKED.items():
            for one in host.collect(hook):
                told.setdefault((kind, name(one.item)), []).append(one.plugin_id)
        said = [_told(host, kind, name, next((one for one in owners if one != plugin_id), plugin_id))
                for (kind, name), owners in sorted(told.items()) if plugin_id in owners and len(owners) > 1]
    return said


def _told(host: PluginHost, kind: str, name: str, other: str) -> str:
    owner = _("the desk itself") if other == DESK else host.title(other)
    return _("the {kind} {name} is already taken by {owner}").format(kind=_(KINDS[kind]), name=name, owner=owner)


@contextmanager
def _everybody(found: Sequence[Found], builtin: Sequence[object]) -> Iterator[PluginHost]:
    """Everyone loaded, nobody started; what was imported only for this is forgotten again."""
    ids = {one.id for one in found}
    before = {one for one in ids if loader.is_loaded(one)}
    host = PluginHost(found, AllOn(frozenset(ids)))
    log = logging.getLogger("desk.host")
    quiet, log.disabled = log.disabled, True  # what others break is told where they are examined
    try:
        for one in builtin:
            host.add_builtin(one)
        host.load()
        yield host
    finally:
        log.disabled = quiet
        for one in ids - before:
            loader.unload(one)
