"""The pages of what a removed plugin left, as data the kit draws: its tables, a list a table, a record. Free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desk.core.i18n import N_, _, translator
from desk.core.leftovers.schema import LeftColumn, LeftTable
from desk.core.tones import Tone
from desk.host import pages

_SHOWN, _WIDTHS = 5, {"date": 110, "moment": 140, "number": 90, "bool": 70}
PRINT = "desk.papers.print"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; columns read their texts from `words` by name. entry, args: what it opens."""

    id: int
    words: Mapping[str, Any]
    entry: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        words = object.__getattribute__(self, "words")
        if name in words:
            return words[name]
        raise AttributeError(name)


def overview_spec(plugin_id: str, title: str, tables: Sequence[LeftTable]) -> pages.ListSpec:
    """Its tables and how much each holds."""
    def fetch(uow: Any, request: pages.PageRequest) -> pages.Page[Line]:
        say, wanted = translator(plugin_id), request.text.casefold()
        rows = [Line(place, {"name": say(left.title), "rows": _counted(uow, left)}, f"{left.kind}_list")
                for place, left in enumerate(tables) if uow.actor.may(left.read) and wanted in say(left.title).casefold()]
        return pages.Page(rows)

    return pages.ListSpec(
        f"{plugin_id}.left", title, "", (pages.Column("name", N_("Its registers"), 0), pages.Column("rows", N_("Entries"), 110,
                                                                                                    "number")),
        fetch, lambda uow, request: len(fetch(uow, request).rows), _read_only,
        empty=N_("It left nothing that you may see."), domain=plugin_id)


def list_spec(left: LeftTable) -> pages.ListSpec:
    """The rows of one table: sorted by any column that can be, searched, narrowed by state and by day."""
    from desk.core.leftovers.rows import count_rows, first_day, list_rows

    def fetch(uow: Any, request: pages.PageRequest) -> pages.Page[Line]:
        found = list_rows(uow, left, request)
        return pages.Page([line(left, row) for row in found.rows], found.next)

    days = (pages.Field("day_from", N_("From day"), "date", width=130), pages.Field("day_to", N_("To day"), "date", width=130))
    return pages.ListSpec(
        f"{left.kind}_list", left.title, left.kind, (*(_matter_columns() if left.matters else ()), *_columns(left)), fetch,
        lambda uow, request: count_rows(uow, left, request), _read_only, chips=_chips(left),
        empty=N_("It left nothing that you may see."),
        opens=left.kind if left.opens else "", domain=left.plugin, filters=days if first_day(left) else ())


def panel_spec(plugin_id: str, title: str) -> pages.ListSpec:
    """What it left about one person: a tab of the person's card. Filter: person_id."""
    def found(uow: Any, request: pages.PageRequest) -> list[Line]:
        from desk.core.leftovers.rows import rows_of_person

        say = translator(plugin_id)
        return [Line(row.id, {"what": row.title, "of": say(left.title), "more": " · ".join(filter(None, row.words.values()))},
                     left.kind if left.opens else f"{left.kind}_list", {"record_id": row.id} if left.opens else {})
                for left, row in rows_of_person(uow, plugin_id, request.filters["person_id"])
                if request.text.casefold() in " ".join((row.title, *row.words.values())).casefold()]

    return pages.ListSpec(
        f"{plugin_id}.left_panel", title, "",
        (pages.Column("of", N_("Its registers"), 140), pages.Column("what", N_("Title"), 200),
         pages.Column("more", N_("What stands there"), 0)),
        lambda uow, request: pages.Page(found(uow, request)), lambda uow, request: len(found(uow, request)),
        empty=N_("It left nothing about this person."), domain=plugin_id)


def record_spec(left: LeftTable) -> pages.RecordSpec:
    """The record's page: what stands in the row, what hangs on it, its files and archived prints beside it."""
    def load(uow: Any, record_id: int) -> pages.RecordCard:
        from desk.host.leftovers.card import card

        return card(uow, left, record_id)

    def reveal(uow: Any, record_id: int, name: str) -> str:
        from desk.core.leftovers.service import reveal_left

        return reveal_left(uow, left.kind, record_id, name)

    reveal.verb_name = "plugins.reveal"  # type: ignore[attr-defined]
    return pages.RecordSpec(left.kind, left.title, left.kind, load, reveal, domain=left.plugin)


def line(left: LeftTable, row: Any) -> Line:
    """A row as the list shows it."""
    words: dict[str, Any] = dict(row.words)
    if left.matters:
        case = row.case
        words |= {"case_number": case.number if case else "", "case_title": case.title if case else "",
                  "case_state": pages.StateCell(case.state_title, case.tone) if case else pages.StateCell("", Tone.MUTED),
                  "case_opened": case.opened_on if case else None}
    return Line(row.id, words, left.kind if left.opens else "", {"record_id": row.id})


def _read_only(_uow: Any) -> str:
    return _("Its program was removed. What it kept can be read, printed and exported, not changed.")


def _counted(uow: Any, left: LeftTable) -> int:
    from desk.core.leftovers.rows import count_rows

    return count_rows(uow, left)


def _matter_columns() -> tuple[pages.Column, ...]:
    return (pages.Column("case_number", N_("Number"), 190, sort="case_number"),
            pages.Column("case_title", N_("Title"), 0, sort="case_title"),
            pages.Column("case_state", N_("State"), 120, "state", sort="case_state"),
            pages.Column("case_opened", N_("Registered on"), 110, "date", sort="case_opened"))


def _columns(left: LeftTable) -> tuple[pages.Column, ...]:
    wide = "" if left.matters else next((one.name for one in left.columns if one.kind in ("text", "person")), "")
    return tuple(pages.Column(one.name, one.title, 0 if one.name == wide else _WIDTHS.get(one.kind, 140),
                              sort=one.name if _sorts(one) else "", shown=place < _SHOWN)
                 for place, one in enumerate(left.columns))


def _sorts(column: LeftColumn) -> bool:
    return column.kind in ("text", "number", "bool", "date", "moment")


def _chips(left: LeftTable) -> tuple[pages.Chip, ...]:
    return tuple(pages.Chip(title, {"state": code}) for code, title in left.states[:6]) if left.matters else ()
