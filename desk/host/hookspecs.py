"""All hooks, one module; docs/hooks.md tells of each.

Policies: skip = log, mark the plugin, go on; abort = the operation rolls back; closed = failure counts as no; fail = FAILED.
"""
# mypy: disable-error-code="empty-body"

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from desk.core.cases.takers import Taker
    from desk.core.scores.schemes import ScoreScheme
    from desk.core.setupfile.part import SetupPart
    from desk.core.tables.declared import Table
    from desk.host.context import PluginContext
    from desk.host.specs import (
        ActionSpec,
        CardSpec,
        CaseKind,
        IndicatorTable,
        NavEntry,
        PanelSpec,
        PaperSpec,
        SeriesSpec,
        SettingSpec,
    )

hookspec = pluggy.HookspecMarker("desk")
hookimpl = pluggy.HookimplMarker("desk")

#: hook name → what a failure means
POLICIES: dict[str, str] = {
    "desk_start": "fail", "desk_stop": "skip", "desk_nav_entries": "skip", "desk_actions": "skip",
    "desk_person_panels": "skip", "desk_home_cards": "skip", "desk_settings": "skip", "desk_papers": "skip",
    "desk_case_kinds": "skip", "desk_number_series": "skip", "desk_indexers": "skip", "desk_score_schemes": "skip",
    "desk_indicators": "skip", "desk_tables": "skip", "desk_setup_parts": "skip", "desk_takers": "skip",
    "desk_person_timeline": "skip", "desk_person_delete_blockers": "closed", "desk_person_merged": "abort",
    "desk_person_unmerged": "abort",
    "desk_demo_data": "abort", "desk_health": "skip",
}


@hookspec
def desk_start(ctx: "PluginContext") -> None:
    """Subscribe and prepare; register clean-ups with ctx.on_stop. Raising makes the plugin FAILED."""


@hookspec
def desk_stop(ctx: "PluginContext") -> None:
    """Rarely needed: what ctx.on_stop was given is undone by the host."""


@hookspec
def desk_nav_entries() -> "list[NavEntry]":
    """Lines of the sidebar (hidden ones are pages opened from elsewhere)."""


@hookspec
def desk_actions() -> "list[ActionSpec]":
    """Commands for the box, shortcuts and the home page's quick actions."""


@hookspec
def desk_person_panels() -> "list[PanelSpec]":
    """Tabs on a person's card."""


@hookspec
def desk_home_cards() -> "list[CardSpec]":
    """Cards and due items on the home page."""


@hookspec
def desk_settings() -> "list[SettingSpec]":
    """Declared settings; the page is drawn from them."""


@hookspec
def desk_papers() -> "list[PaperSpec]":
    """Printable papers."""


@hookspec
def desk_case_kinds() -> "list[CaseKind]":
    """Kinds of numbered matters with their state tables."""


@hookspec
def desk_number_series() -> "list[SeriesSpec]":
    """Number series the plugin gives numbers from."""


@hookspec
def desk_score_schemes() -> "list[ScoreScheme]":
    """Kinds of rounds of scoring: shipped sheets, candidates, honours (`ScoreScheme` of desk.api.scores)."""


@hookspec
def desk_indexers() -> "list[Any]":
    """Search indexers: record kind → search documents (`Indexer` of desk.api.people)."""


@hookspec
def desk_indicators() -> "list[IndicatorTable]":
    """Tables of figures by period and area (`IndicatorTable` of desk.api.statistics)."""


@hookspec
def desk_tables() -> "list[Table]":
    """Registers that are declared, not programmed (`Table` of desk.api.tables): their records lie in a table of the core."""


@hookspec
def desk_setup_parts() -> "list[SetupPart]":
    """What of its own set-up a street hands on to other halls (`SetupPart` of desk.api)."""


@hookspec
def desk_takers() -> "list[Taker]":
    """Who takes matters that other plugins hand over (`Taker` of desk.api)."""


@hookspec
def desk_person_timeline(person_id: int, uow: Any) -> "list[Any]":
    """What happened with a person, as TimelineItem (desk.host.pages)."""


@hookspec
def desk_person_delete_blockers(person_id: int, uow: Any) -> "list[str]":
    """Sentences saying why a person may not be deleted now; a failure counts as one."""


@hookspec
def desk_person_merged(kept_id: int, gone_id: int, uow: Any) -> None:
    """Two records become one, in the same transaction: refuse by raising, or move what no foreign key holds. Rows whose
    foreign key names the record that goes follow by themselves afterwards.
    """


@hookspec
def desk_person_unmerged(kept_id: int, gone_id: int, uow: Any) -> None:
    """A merge is taken back, in the same transaction; the rows it moved are back already."""


@hookspec
def desk_demo_data(uow: Any, seed: int) -> None:
    """Fill practice data with invented people and matters, so that each screen has something to show."""


@hookspec
def desk_health(uow: Any) -> "list[str]":
    """Findings about the plugin's own data for `desk doctor`, one sentence each."""
