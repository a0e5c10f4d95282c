"""Hours: the sheet is confirmed, hangs on the board, is entered and earns points; a correction corrects both."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select, update

from desk.api import UserError, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import StatementLine
from desk.api.timesheets import (
    Entered,
    PairRow,
    TimePair,
    Whose,
    confirm,
    correct,
    enter,
    list_pairs_of_source,
    object_to,
    publish,
)
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft
from plugins.volunteer.kinds import ACTIVITY, HOURS, VOLUNTEER
from plugins.volunteer.models import Activity, Order, Volunteer
from plugins.volunteer.service.earning import settle_pair
from plugins.volunteer.service.timebank import follow_correction
from plugins.volunteer.settings import setting

_ = translator("volunteer")


@verb("volunteer.confirm_sheet", permission=HOURS)
def confirm_sheet(uow: UnitOfWork, activity_id: int) -> int:
    """The sheet of an activity is right; answers how many lines were confirmed."""
    pairs = [row.id for row in list_pairs_of_source(uow, Whose(ACTIVITY, uow.get(Activity, activity_id).id))
             if row.state in ("open", "closed")]
    if not pairs:
        raise UserError(_("There is nothing to confirm on this sheet."))
    uow.trace("volunteer.confirm_sheet", ACTIVITY, activity_id, rows=len(pairs))
    uow.touch(ACTIVITY, activity_id)  # its card shows the sheet
    return confirm(uow, pairs)


@verb("volunteer.publish_hours", permission=HOURS)
def publish_hours(uow: UnitOfWork, place: str = "社区公示栏") -> int:
    """Hang everything confirmed on the notice board; answers the publication's id."""
    ids = list(uow.session.scalars(select(TimePair.id).where(
        TimePair.state == "confirmed", TimePair.holder_kind == "volunteer.volunteer")))
    return publish(uow, ids, place=place, workdays=setting(uow, "posting_days"))


@verb("volunteer.object", permission=HOURS)
def object_to_hours(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Somebody objects to a published line; it goes back to the sheet."""
    object_to(uow, draft.id, draft.reason)
    return draft.id


@verb("volunteer.enter_hours", permission=HOURS)
def enter_hours(uow: UnitOfWork, publication_id: int) -> int:
    """Enter what was published long enough and let it earn points; answers how many lines were entered."""
    entered = enter(uow, publication_id)
    keep_minutes(uow, entered)
    for one in sorted(entered, key=lambda row: (row.holder_id, row.pair_id)):
        settle_pair(uow, one.pair_id, one.entry_id)
    sources = Counter((row.source_kind, row.source_id) for row in uow.session.execute(select(
        TimePair.source_kind, TimePair.source_id).where(TimePair.publication_id == publication_id,
                                                        TimePair.state == "entered")))
    for (kind, source_id), rows in sorted(sources.items()):
        uow.trace("volunteer.enter_hours", kind, source_id, rows=rows)
        uow.touch(kind, source_id)
    return len(entered)


@verb("volunteer.correct_hours", permission=HOURS)
def correct_hours(uow: UnitOfWork, draft: CorrectionDraft) -> int:
    """Correct an entered line; points follow, below zero as a visible debt when they were spent already."""
    done = correct(uow, draft.pair_id, draft.minutes, draft.reason, draft.witness)
    keep_minutes(uow, [done])
    settle_pair(uow, draft.pair_id, done.entry_id)
    follow_correction(uow, draft.pair_id, done.entry_id)
    pair = uow.get(TimePair, draft.pair_id)
    uow.trace("volunteer.correct_hours", pair.source_kind, pair.source_id, reason=draft.reason)
    uow.touch(pair.source_kind, pair.source_id)
    return draft.pair_id


def keep_minutes(uow: UnitOfWork, entered: Sequence[Entered]) -> None:
    """Move what is kept of each volunteer's minutes, in the order of ids, before anything of hers is locked otherwise. A card
    that somebody has open is not changed by it, so its version stays.
    """
    moved = Counter[int]()
    for one in entered:
        if one.holder_kind == VOLUNTEER:
            moved[one.holder_id] += one.minutes
    for volunteer_id, minutes in sorted(moved.items()):
        uow.session.execute(update(Volunteer).where(Volunteer.id == volunteer_id).values(minutes=Volunteer.minutes + minutes),
                            execution_options={"synchronize_session": False})


def kind_of_source(uow: UnitOfWork, source_kind: str, source_id: int) -> tuple[str, str]:
    """(kind of service, title) of an activity or order."""
    if source_kind == ACTIVITY:
        found = uow.get(Activity, source_id)
        return found.kind, found.title
    order = uow.get(Order, source_id)
    return "community", f"居民点单 {order.number}"


def titles_of_lines(uow: UnitOfWork, lines: Sequence[StatementLine]) -> dict[int, str]:
    """Which hours each line of points comes from: line id → what was served at and the day; without lines of no hours."""
    wanted = {line.id: int(line.explain["pair"]) for line in lines if "pair" in line.explain}
    pairs = {one.id: one for one in uow.session.scalars(select(TimePair).where(TimePair.id.in_(list(wanted.values()))))}
    titles = {(pair.source_kind, pair.source_id): "" for pair in pairs.values()}
    for kind, source in titles:
        titles[kind, source] = kind_of_source(uow, kind, source)[1]
    return {line: f"{titles[pairs[pair].source_kind, pairs[pair].source_id]} {pairs[pair].day}"
            for line, pair in wanted.items() if pair in pairs}


def title_of_row(uow: UnitOfWork, row: PairRow) -> str:
    """What a pair was served at."""
    return kind_of_source(uow, row.source_kind, row.source_id)[1]
