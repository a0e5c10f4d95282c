"""A spreadsheet of hours becomes lines of an activity's sheet: dry run first, one transaction, struck out again as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api import N_, UserError, clean, hall_time, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    NEW,
    REJECTED,
    SAME,
    ImportBatch,
    ImportField,
    ImportReport,
    ListImport,
    Preview,
    Progress,
    RowVerdict,
    SourceRow,
    ids_of,
    silent,
)
from desk.api.timesheets import PairDraft, TimePair, Whose, examine_pair, list_pairs_of, strike
from plugins.volunteer.drafts import RowsDraft, SheetRow
from plugins.volunteer.exchange.rows import (
    DAY,
    ID_NUMBER,
    NAME,
    NUMBER,
    PHONE,
    day_of,
    minutes_in,
    volunteer_of,
)
from plugins.volunteer.kinds import ACTIVITY, VOLUNTEER, WRITE
from plugins.volunteer.models import Activity, Volunteer
from plugins.volunteer.service.activities import ON
from plugins.volunteer.service.attendance import moment_on, moments_of, unserved_left, write_pair
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of

_ = translator("volunteer")
FIELDS = (
    NUMBER, NAME, ID_NUMBER, PHONE, DAY,
    ImportField("start", N_("From"), ("签到时间", "开始时间", "签到", "开始", "起"), required=True),
    ImportField("end", N_("To"), ("签退时间", "结束时间", "签退", "结束", "止")),
    ImportField("hours", N_("Hours"), ("时长", "服务时长", "小时", "时长(小时)", "服务时间(小时)")),
    ImportField("witness", N_("Witness"), ("证明人", "见证人")),
    ImportField("reason", N_("Why so late"), ("补录原因", "原因", "备注")),
)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A row as read, for one activity."""

    number: int
    activity_id: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class HoursDraft:
    """What is written of a row."""

    who: Volunteer
    day: Any
    row: SheetRow
    draft: RowsDraft
    pair: PairDraft

    @property
    def minutes(self) -> int:
        """Served minutes, travel and breaks taken off."""
        ended = self.pair.ended_at or self.pair.started_at
        return int((ended - self.pair.started_at).total_seconds() // 60) - self.pair.unserved


class HoursList:
    """The importer of one activity's sheet. A line that stands on it already is left as it is."""

    kind = "volunteer.hours"
    record_kind = "time_pair"
    fields = FIELDS
    children: tuple[Any, ...] = ()

    def __init__(self, activity_id: int = 0) -> None:
        self.activity_id = activity_id

    def read(self, rows: Sequence[SourceRow], today: Any, progress: Any) -> list[HoursRow]:
        """Each row with the activity it is for."""
        return [HoursRow(row.number, self.activity_id, dict(row.values)) for row in rows]

    def judge(self, uow: UnitOfWork, draft: Any, read: Sequence[HoursRow]) -> list[RowVerdict]:
        """New, known, or rejected with the reason; two rows of the list may not overlap either."""
        taken: dict[int, list[PairDraft]] = {}
        return [self._judged(uow, row, taken) for row in read]

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Nothing is missing from a later list: a sheet may come in parts."""
        return {}

    def write(self, uow: UnitOfWork, verdicts: Sequence[RowVerdict], progress: Any) -> dict[str, Sequence[int]]:
        """The new ones, as if somebody had typed them."""
        for row in verdicts:
            if row.verdict == NEW:
                one: HoursDraft = row.draft
                activity = uow.get(Activity, one.draft.activity_id)
                activity.state = "held" if activity.state == "published" else activity.state
                row.record_id = write_pair(uow, activity, one.who, one.day, one.row, one.draft)
        return {}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """Strike the lines out, unless one was confirmed since."""
        pairs = uow.session.scalars(select(TimePair).where(TimePair.id.in_(ids_of(batch, NEW)))).all()
        names = names_of(uow, [one.holder_id for one in pairs if one.state not in ("closed", "struck")])
        if names:
            raise UserError(_("These lines were confirmed since: {names}.").format(names="、".join(list(names.values())[:5])),
                            todo=_("Correct them one by one."))
        for one in pairs:
            if one.state == "closed":
                strike(uow, one.id, "撤销导入")

    def _judged(self, uow: UnitOfWork, row: HoursRow, taken: dict[int, list[PairDraft]]) -> RowVerdict:
        said = clean(row.values.get("name", "") or row.values.get("number", ""))
        try:
            draft = _draft(uow, row, taken)
            known = next((one for one in list_pairs_of(uow, draft.pair.holder) if one.state != "struck" and one.source_id ==
                          row.activity_id and one.source_kind == ACTIVITY and one.started_at == draft.pair.started_at), None)
            if known is not None:
                return RowVerdict(row.number, SAME, said, known.id)
            examine_pair(uow, draft.pair)
            mine = taken.setdefault(draft.who.id, [])
            if any(_overlap(draft.pair, other) for other in mine):
                raise UserError(_("Overlaps with another row of this list."))
            mine.append(draft.pair)
        except UserError as told:
            return RowVerdict(row.number, REJECTED, said, reasons=(str(told),))
        return RowVerdict(row.number, NEW, said, draft=draft)


def hours_list(activity_id: int) -> ListImport:
    """Lists of hours of one activity; they can be looked at while people can sign in there."""
    def check(uow: UnitOfWork) -> None:
        if uow.get(Activity, activity_id).state not in ON[1:]:
            raise UserError(_("Nobody can sign in here now."), todo=_("Publish the activity first; a closed one is over."))

    return ListImport(HoursList(activity_id), f"#{activity_id}", WRITE, check)


@verb("volunteer.import_hours", permission=WRITE)
def import_hours(uow: UnitOfWork, seen: Preview, progress: Progress = silent) -> ImportReport:
    """Write what the preview showed."""
    return hours_list(seen.read[0].activity_id if seen.read else 0).take(uow, seen, progress)


@verb("volunteer.undo_hours", permission=WRITE)
def undo_hours(uow: UnitOfWork, batch_id: int, progress: Progress = silent) -> ImportReport:
    """Strike a whole import out; refused once a line of it was confirmed."""
    return hours_list(0).undo(uow, batch_id, progress)


def _draft(uow: UnitOfWork, row: HoursRow, taken: Mapping[int, Sequence[PairDraft]]) -> HoursDraft:
    values = row.values
    activity, who = uow.get(Activity, row.activity_id), volunteer_of(uow, values)
    day = day_of(values, uow.clock.today()) or hall_time(activity.starts_at).date()
    off = max(0, unserved_left(uow, activity, who, day) - sum(
        one.unserved for one in taken.get(who.id, ()) if hall_time(one.started_at).date() == day))
    start = moment_on(day, _time(values.get("start", "")))
    if clean(values.get("end", "")):
        start, end = moments_of(day, _time(values["start"]), _time(values["end"]))
    elif clean(values.get("hours", "")):
        end = start + timedelta(minutes=minutes_in(values["hours"]) + off)  # served time is told, travel comes on top
    else:
        raise UserError(_("The row says neither when it ended nor how long it was."))
    row_there = SheetRow(who.number, f"{start:%H:%M}", f"{hall_time(end):%H:%M}")
    moments_of(day, row_there.start, row_there.end)  # a whole day round is refused here, not when the list is written
    draft = RowsDraft(activity.id, (), clean(values.get("witness", "")), clean(values.get("reason", "")))
    pair = PairDraft(Whose(VOLUNTEER, who.id), Whose(ACTIVITY, activity.id), start, end, off, draft.witness,
                     draft.late_reason, setting(uow, "late_days"))
    return HoursDraft(who, day, row_there, draft, pair)


def _time(text: str) -> str:
    """The time of day in a cell that may hold a day as well ("2026-11-04 08:00:00")."""
    plain = clean(text).rpartition(" ")[2].replace("\uff1a", ":")
    return ":".join(plain.split(":")[:2])


def _overlap(one: PairDraft, other: PairDraft) -> bool:
    return one.started_at < (other.ended_at or one.started_at) and other.started_at < (one.ended_at or other.started_at)
