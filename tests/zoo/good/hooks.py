"""Every hook once; what happened is kept in `seen` for the tests."""

from typing import Any

from desk.api import (
    N_,
    ActionSpec,
    CardSpec,
    CaseKind,
    HomeItem,
    Limit,
    Move,
    NavEntry,
    PanelSpec,
    PaperSpec,
    PluginContext,
    SeriesSpec,
    SettingSpec,
    SetupPart,
    State,
    Step,
    Taker,
    hookimpl,
)
from desk.api.score_sheets import POINT, Criterion, ScoreScheme, Sheet

seen: list[Any] = []


@hookimpl
def desk_start(ctx: PluginContext) -> None:
    seen.append(("start", ctx.id))
    ctx.on_stop(lambda: seen.append("cleaned up"))
    ctx.subscribe(str, lambda text: seen.append(text))


@hookimpl
def desk_stop(ctx: PluginContext) -> None:
    seen.append(("stop", ctx.id))


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    return [NavEntry("good.list", N_("Notes"), "plugins.good.views:NoteList", permission="good.read", order=20),
            NavEntry("good.form", N_("New note"), "plugins.good.views:NoteForm", permission="good.write", hidden=True)]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    return [ActionSpec("good.new", N_("New note"), "good.form", permission="good.write")]


@hookimpl
def desk_person_panels() -> list[PanelSpec]:
    return [PanelSpec("good.panel", N_("Notes"), "plugins.good.views:NotePanel", permission="good.read")]


def due(uow: Any) -> list[HomeItem]:
    return [HomeItem("A note is due")]


@hookimpl
def desk_home_cards() -> list[CardSpec]:
    return [CardSpec("good.due", N_("Notes"), due)]


@hookimpl
def desk_settings() -> list[SettingSpec]:
    return [SettingSpec("good.days", N_("Days a note is kept"), "number", 30, minimum=1, maximum=365)]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    return [PaperSpec("good.slip", N_("Note slip"), "good.note", load="plugins.good.papers:load",
                      build="plugins.good.papers:build", series="good.slip")]


@hookimpl
def desk_number_series() -> list[SeriesSpec]:
    return [SeriesSpec("good.slip", N_("Note slips"), "{org_short}便〔{year}〕{serial}号")]


@hookimpl
def desk_score_schemes() -> list[ScoreScheme]:
    sheet = Sheet("good.sheet", "便条评分表", (Criterion("clear", "清楚", 100 * POINT),))
    return [ScoreScheme("good.rating", N_("Notes"), "便条评比", (sheet,))]


@hookimpl
def desk_case_kinds() -> list[CaseKind]:
    return [CaseKind(
        "good.matter", N_("Note"), first_state="open", series="good.slip",
        states=(State("open", N_("Open")), State("closed", N_("Closed"), final=True)),
        moves=(Move("close", N_("Close"), ("open",), "closed", permission="good.write"),),
        steps=(Step("write", N_("Write"), ("open",), ("closed",)),),
        limits=(Limit("close", N_("Close"), "open", 30, "day", "便笺管理办法 第1条", setting="good.days"),),
        permission_read="good.read", permission_write="good.write")]


@hookimpl
def desk_indexers() -> list[Any]:
    from plugins.good.models import Note

    from desk.api.people import Indexer, SearchDocument

    def documents(uow: Any, ids: Any) -> list[SearchDocument]:
        return [SearchDocument("good.note", note.id, note.text, names=(note.text,))
                for note in uow.session.query(Note).filter(Note.id.in_(ids))]

    return [Indexer("good.note", Note, documents)]


@hookimpl
def desk_indicators() -> list[Any]:
    from desk.api.statistics import Figure, IndicatorTable, Source

    notes = Source("good.notes", "plugins.good.figures:notes", lines="plugins.good.figures:lines")
    return [IndicatorTable("good.notes", N_("Notes"), (Figure("written", N_("Notes"), notes, when="on"),))]


@hookimpl
def desk_tables() -> list[Any]:
    from desk.api.tables import Table, TableField

    return [Table("good.thing", "Things", "Thing", (TableField("what", "What"),), "good.read", "good.write", ("what",))]


@hookimpl
def desk_setup_parts() -> list[SetupPart]:
    return [SetupPart("good.words", N_("Notes"), "plugins.good.figures:read_words", "plugins.good.figures:write_words")]


@hookimpl
def desk_takers() -> list[Taker]:
    return [Taker("good.matter", "便笺", "plugins.good.figures:take", "good.matter", "good.notes", "good.write")]


@hookimpl
def desk_person_timeline(person_id: int, uow: Any) -> list[Any]:
    return [f"note about {person_id}"]


@hookimpl
def desk_person_delete_blockers(person_id: int, uow: Any) -> list[str]:
    return ["还有便笺未办结。"] if person_id == 1 else []


@hookimpl
def desk_person_merged(kept_id: int, gone_id: int) -> None:
    seen.append(("merged", kept_id, gone_id))


@hookimpl
def desk_person_unmerged(kept_id: int, gone_id: int) -> None:
    seen.append(("unmerged", kept_id, gone_id))


@hookimpl
def desk_demo_data(uow: Any, seed: int) -> None:
    seen.append(("demo", seed))


@hookimpl
def desk_health(uow: Any) -> list[str]:
    return ["一张便笺没有日期。"]
