"""From the tables to what the papers of the grid print."""

from datetime import date
from typing import Any

from desk.api import hall_time
from desk.api.calendar import month_days
from desk.api.cases import get_case, list_clocks, list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import long_date, moment_text
from desk.api.figures import read_table
from desk.api.files import get_bytes, list_attachments
from desk.api.places import get_area
from desk.api.statistics import IndicatorTable, parse_period
from desk.api.visits import list_visits_of
from plugins.grid.documents.data import DispatchPaper, EventPaper, FigureTable, MonthPaper, PressPaper
from plugins.grid.event_kinds import kind_of
from plugins.grid.figures import GRIDS, KINDS, UNITS
from plugins.grid.kinds import AFTER, BEFORE, CHANNELS, CLOCK, EVENT, LEVELS, OUTCOMES, RATINGS, VISIT_WAYS, word
from plugins.grid.models import Dispatch, Event, Press
from plugins.grid.queries import list_dispatches, list_hot_spots, list_late, list_presses, month_figures
from plugins.grid.service.events import seen_event
from plugins.grid.service.handing import told
from plugins.grid.settings import setting

PICTURES = ("image/jpeg", "image/png")
PRINTED = ("reported", "spot", "done", "on_time", "mean", "pressed", "reopened", "filed", "loop", "left", "late")
"""Columns of the month's tables; the others stand in the statistics."""


def load_event(uow: UnitOfWork, event_id: int) -> EventPaper:
    """The event with its whole trace and its photos."""
    row = seen_event(uow, event_id)
    case = get_case(uow, row.case_id)
    limit = row.limit_on or next((one.last_day for one in reversed(list_clocks(uow, row.case_id)) if one.code == CLOCK), None)
    visits = list_visits_of(uow, EVENT, row.id)
    last = visits[-1] if visits else None
    return EventPaper(
        uow.community.name, case.number, moment_text(hall_time(row.found_at)), _day(row.found_on), word(CHANNELS, row.channel), row.worker,
        row.reporter, get_area(uow, case.area_id).name if case.area_id else "", row.place, kind_of(uow, row.kind).title,
        word(LEVELS, row.level), row.parties, row.summary, _day(limit), row.unit or ("网格自行处置" if row.spot else ""), tuple(_trace(uow, row)),
        word(OUTCOMES, row.outcome) if row.outcome else "", moment_text(hall_time(row.done_at)) if row.done_at else "",
        row.result, f"{_day(last.day)} {word(VISIT_WAYS, last.way)} {last.met} {last.words}".strip() if last else "",
        word(RATINGS, row.rating) if row.rating else "", _day(row.filed_on), _pictures(uow, row.id, BEFORE),
        _pictures(uow, row.id, AFTER))


def load_dispatch(uow: UnitOfWork, dispatch_id: int) -> DispatchPaper:
    """A dispatch sheet or a hand-over slip."""
    row = uow.get(Dispatch, dispatch_id)
    answer = told(uow, row)
    done = answer is not None and answer.done
    return DispatchPaper(
        load_event(uow, row.event_id), row.unit, row.joined, row.task, _day(row.sent_on), _day(row.until),
        answer.number if answer else "", answer.state if answer and row.way == "module" else "",
        answer.text if answer and done else row.reply, _day(answer.on if answer and done else row.replied_on))


def load_press(uow: UnitOfWork, press_id: int) -> PressPaper:
    """A press note; how late it was on the day of the note."""
    row = uow.get(Press, press_id)
    event = seen_event(uow, row.event_id)
    limit = event.limit_on or get_case(uow, event.case_id).due_on
    late = max(0, (row.on_date - limit).days) if limit else 0
    return PressPaper(load_event(uow, row.event_id), row.unit, row.text, _day(row.on_date), _day(row.until), late, row.reply,
                      _day(row.replied_on))


def load_month(uow: UnitOfWork, month: int) -> MonthPaper:
    """A month: record id 202611."""
    one, (first, last) = month_figures(uow, month), month_days(month)
    today = uow.clock.today()
    end = min(last, today)
    spots = tuple((spot.where, str(spot.times), spot.kinds, _day(spot.last_on)) for spot in list_hot_spots(uow, end))
    late = tuple(_late(uow, row, end) for row in list_late(uow, month))
    sentence = (f"上月结转{one.carried}件,本月上报{one.reported}件(其中当场处置{one.spot}件),办结{one.done}件"
                + (f",按期办结{one.in_time}件,按期率{one.in_time * 100 / one.done:.1f}%,平均用时{one.mean_hours}小时" if one.done else "")
                + f";督办{one.pressed}次,重新办理{one.reopened}件;归档{one.filed}件"
                + (f",本月上报件闭环率{one.looped * 100 / one.reported:.1f}%" if one.reported else "")
                + f";月末在办{one.left}件,其中超期{one.late}件。")
    rule = f"近{setting(uow, 'hot_days')}天同一地点{setting(uow, 'hot_times')}件以上"
    return MonthPaper(uow.community.name, f"{first.year}年{first.month}月", _day(today), sentence,
                      tuple(_table(uow, table, f"{month // 100}-{month % 100:02d}") for table in (KINDS, GRIDS, UNITS)),
                      spots, rule, late)


def _table(uow: UnitOfWork, table: IndicatorTable, period: str) -> FigureTable:
    """The rows of a declared table that are not empty, and its total."""
    view = read_table(uow, table, parse_period(period))
    places = [place for place, one in enumerate(table.figures) if one.code in PRINTED]
    rows = [(line.title, *(cells[place].text for place in places))
            for line, cells in zip(view.rows, view.cells, strict=True) if any(cell.value for cell in cells)]
    by = table.by.title if table.by else ""
    return FigureTable(table.title, (by, *(_head(table.figures[place]) for place in places)), tuple(rows))


def _head(figure: Any) -> str:
    return f"{figure.title}(小时)" if figure.unit == "小时" else str(figure.title)


def _late(uow: UnitOfWork, row: Event, end: date) -> tuple[str, str, str, str]:
    case = get_case(uow, row.case_id)
    limit = row.limit_on or case.due_on
    return case.number, case.title, row.unit or "网格自行处置", f"{(end - limit).days}天" if limit else ""


def _trace(uow: UnitOfWork, row: Event) -> list[str]:
    """Every step with its day, in official words: where it went, what came back, press notes, when it opened again."""
    found = []
    for one in list_dispatches(uow, row.id):
        how = {"unit": "派单至", "module": "移交", "slip": "移交(移交单)"}[one.way]
        found.append((one.sent_on, f"{how}{one.unit}" + (f",协办:{one.joined}" if one.joined else "")))
        answer = told(uow, one)
        on, text = (answer.on, answer.text) if answer and answer.done else (one.replied_on, one.reply)
        if on:
            found.append((on, f"{one.unit}{'退回' if one.outcome == 'returned' else '反馈'}:{text}"))
    for press in list_presses(uow, row.id):
        found.append((press.on_date, f"督办{press.unit}:{press.text}"))
        if press.replied_on:
            found.append((press.replied_on, f"督办答复:{press.reply}"))
    found += [(entry.on, f"重新办理:{entry.reason}") for entry in list_timeline(uow, row.case_id)
              if entry.code == "move" and entry.what == "reopen"]
    return [f"{_day(day)} {text}" for day, text in sorted(found, key=lambda one: one[0])]


def _pictures(uow: UnitOfWork, event_id: int, called: str) -> tuple[tuple[str, bytes], ...]:
    return tuple((one.title, get_bytes(uow, one.id)) for one in list_attachments(uow, EVENT, event_id)
                 if one.title.startswith(called) and one.mime in PICTURES)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""
