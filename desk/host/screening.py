"""Contributions before they are let in: what core would refuse is dropped and named, and functions inside are guarded.

So a state table that contradicts itself, or a card that raises, costs its own plugin and nobody else.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from desk.core.errors import Cancelled, EnvironmentFault, UserError
from desk.core.i18n import _
from desk.core.scores.schemes import ScoreScheme
from desk.core.scores.sheets import check_sheet
from desk.core.search.document import SearchDocument
from desk.core.search.indexer import Indexer
from desk.host.collect import savepoint
from desk.host.failures import PluginMistake, Where
from desk.host.specs import CardSpec, CaseKind, IndicatorTable, PaperSpec, SeriesSpec
from desk.host.states import State

if TYPE_CHECKING:
    from desk.host.lifecycle import PluginHost


def screen(item: Any) -> None:
    """Raise PluginMistake for a declaration that core cannot work with."""
    if isinstance(item, CaseKind):
        from desk.core.cases.registry import mistakes

        wrong = mistakes(item)
        if wrong:
            raise PluginMistake(f"{item.code}: {'; '.join(wrong)}")
    elif isinstance(item, IndicatorTable):
        from desk.core.statistics.registry import mistakes as table_mistakes

        wrong = table_mistakes(item)
        if wrong:
            raise PluginMistake(f"{item.code}: {'; '.join(wrong)}")
    elif isinstance(item, PaperSpec):
        unknown = set(item.modes) - _modes()
        if unknown:
            raise PluginMistake(f"{item.id}: {', '.join(sorted(unknown))} is no mode of a paper")
    elif isinstance(item, SeriesSpec):
        from desk.core.documents.series import check_template

        try:
            check_template(item.template, yearly=item.yearly)
        except UserError as refusal:
            raise PluginMistake(f"{item.code}: {refusal}") from refusal
    elif isinstance(item, ScoreScheme):
        _screen_sheets(item)


@cache
def _modes() -> frozenset[str]:
    from desk.core.documents.page import PaperMode

    return frozenset(map(str, PaperMode))


def _screen_sheets(scheme: ScoreScheme) -> None:
    for sheet in scheme.sheets:
        try:
            check_sheet(sheet)
        except UserError as refusal:
            raise PluginMistake(f"{sheet.code}: {refusal}") from refusal


def guard(host: "PluginHost", plugin_id: str, item: Any) -> Any:
    """The same declaration with its functions guarded; what they raise is noted, and they answer as if there were nothing.

    A CaseKind's `missing` answers that it could not be said (a failure counts as a no).
    """
    if isinstance(item, CardSpec):
        return replace(item, load=_guarded(host, plugin_id, item.id, item.load))
    if isinstance(item, ScoreScheme):
        return item if item.candidates is None else replace(
            item, candidates=_guarded(host, plugin_id, item.code, item.candidates))
    if isinstance(item, CaseKind):
        if item.missing is None:
            return item
        return replace(item, missing=_guarded(host, plugin_id, item.code, item.missing, lambda: _unsaid(host, plugin_id)))
    if isinstance(item, Indexer):
        name = f"indexer {item.kind}"
        follows = {kind: _guarded(host, plugin_id, name, function) for kind, function in item.follows.items()}
        return replace(item, documents=_guarded(host, plugin_id, name, _checked(item.documents)), follows=follows)
    return item


def _guarded(host: "PluginHost", plugin_id: str, what: str, function: Callable[..., Any],
             otherwise: Callable[[], list[Any]] = list) -> Callable[..., list[Any]]:
    """The world's faults and cancelling pass; answers are read to their end inside the guard."""

    def call(uow: Any, *arguments: Any) -> list[Any]:
        if host.record(plugin_id).state is State.FAILED:
            return otherwise()
        try:
            with host.watch.over(plugin_id, what), savepoint(uow):
                return list(function(uow, *arguments))
        except (KeyboardInterrupt, Cancelled, EnvironmentFault):
            raise
        except BaseException as problem:  # noqa: BLE001 - also SystemExit: a plugin must not end the desk
            host.note(plugin_id, Where.HOOK, what, problem)
            return otherwise()

    return call


def _checked(documents: Callable[..., Any]) -> Callable[..., list[Any]]:
    def call(uow: Any, ids: Any) -> list[Any]:
        made = list(documents(uow, ids))
        for one in made:
            if not isinstance(one, SearchDocument):
                raise PluginMistake(f"an indexer must make SearchDocument, not {type(one).__name__}")
        return made

    return call


def _unsaid(host: "PluginHost", plugin_id: str) -> list[Any]:
    from desk.host.pages import Missing

    return [Missing(_("The plugin {name} could not say whether anything is missing.").format(name=host.title(plugin_id)))]
