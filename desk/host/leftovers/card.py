"""The record page of something a removed plugin left, read in one go."""

from typing import Any

from desk.core.i18n import _, translator
from desk.core.leftovers.rows import LeftRow, get_row, rows_below
from desk.core.leftovers.schema import LeftTable
from desk.core.tones import Tone
from desk.host import pages

PRINT = "desk.papers.print"
_PRINTS = 5


def card(uow: Any, left: LeftTable, record_id: int) -> pages.RecordCard:
    """Everything the page shows; NotFound for a row that may not be seen."""
    row = get_row(uow, left, record_id)
    case, say = row.case, translator(left.plugin)
    state = pages.StateCell(case.state_title, case.tone) if case else pages.StateCell(_("Kept"), Tone.MUTED)
    return pages.RecordCard(
        record_id, case.number if case else f"#{record_id}", row.title, state, say(left.title), holder=(case.handler or None)
        if case else None, confidential=bool(case and case.confidential), acts=(*_prints(uow, row), *_files(uow, row)),
        sections=(pages.FactSection(_("What stands there"), facts(left, row)), *_below(uow, left, record_id)),
        papers=(pages.PaperLink(f"{left.kind}_sheet"),), timeline=_timeline(uow, row))


def facts(left: LeftTable, row: LeftRow) -> tuple[pages.Fact, ...]:
    """The row's values under their headings, of a matter its own besides; empty ones are left out."""
    say, case = translator(left.plugin), row.case
    own = tuple(pages.Fact(say(column.title), row.words[column.name], column.name if column.name in row.hidden else "")
                for column in left.columns if row.words[column.name])
    if case is None:
        return own
    closed = case.closed_on.isoformat() if case.closed_on else ""
    told = ((_("Registered on"), case.opened_on.isoformat()), (_("Closed on"), closed), (_("With"), case.handler),
            (_("Summary"), case.summary))
    return (*(pages.Fact(label, text) for label, text in told if text), *own)


def _below(uow: Any, left: LeftTable, record_id: int) -> tuple[pages.FactSection, ...]:
    """The rows of other tables that name this one, the newest first; a heading that counts says when not all stand here."""
    found = []
    for other, _column, rows, count in rows_below(uow, left, record_id):
        title = translator(other.plugin)(other.title)
        lines = tuple(pages.Fact(f"#{one.id}" if one.id else str(place + 1), " · ".join(filter(None, one.words.values())))
                      for place, one in enumerate(rows))
        found.append(pages.FactSection(f"{title} ({len(rows)}/{count})" if count > len(rows) else title, lines))
    return tuple(found)


def _prints(uow: Any, row: LeftRow) -> tuple[pages.NextAct, ...]:
    """What was printed of it, each opened from the archive byte for byte."""
    from desk.core.clock import hall_time
    from desk.core.documents.prints import list_prints

    if not uow.actor.may(PRINT):
        return ()
    said = _("Printed: {paper}, {day}")
    return tuple(pages.NextAct(said.format(paper=one.title, day=f"{hall_time(one.printed_at):%Y-%m-%d}"), "prints.stored",
                               {"record_id": one.id})
                 for one in list_prints(uow, row.kind, row.id)[:_PRINTS])


def _files(uow: Any, row: LeftRow) -> tuple[pages.NextAct, ...]:
    from desk.core.files.queries import count_attachments

    count = count_attachments(uow, row.kind, row.id)
    if not count:
        return ()
    return (pages.NextAct(_("Photos and files ({n})").format(n=count), "files.of",
                          {"owner_kind": row.kind, "owner_id": row.id, "title": row.title}),)


def _moved(entry: Any) -> str:
    """From which state to which: what the move was called is not known any more."""
    return f"{entry.from_state} → {entry.to_state}" if entry.from_state and entry.to_state else ""


def _timeline(uow: Any, row: LeftRow) -> tuple[pages.TimelineItem, ...]:
    if row.case is None:
        return ()
    from desk.core.cases.queries import list_timeline

    return tuple(pages.TimelineItem(entry.at, entry.title, entry.who, entry.reason or entry.text or _moved(entry))
                 for entry in list_timeline(uow, row.id))
