"""The star table: the hall's own levels by validity, the national practice where it has none (rules 3.3)."""

from datetime import date, timedelta

from sqlalchemy import or_, select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts_teams import LevelDraft
from plugins.volunteer.kinds import CERTIFY
from plugins.volunteer.law import STARS, STARS_SOURCE, Star
from plugins.volunteer.models import StarLevel

_ = translator("volunteer")


def star_levels(uow: UnitOfWork, on: date | None = None) -> tuple[Star, ...]:
    """The levels in force on a day, lowest first; a level the hall has not set is the national one."""
    day = on or uow.clock.today()
    own = {row.level: Star(row.level, row.title, row.minutes, row.conditions, row.approver)
           for row in uow.session.scalars(select(StarLevel).where(StarLevel.valid_from <= day, or_(
               StarLevel.valid_to.is_(None), StarLevel.valid_to >= day)).order_by(StarLevel.id))}
    known = {star.level: star for star in STARS} | own
    return tuple(known[level] for level in sorted(known))


def highest_star(levels: tuple[Star, ...], minutes: int) -> Star | None:
    """The highest level that so many minutes make eligible for."""
    return next((star for star in reversed(levels) if minutes >= star.minutes), None)


@verb("volunteer.set_star_level", permission=CERTIFY)
def set_star_level(uow: UnitOfWork, draft: LevelDraft) -> int:
    """Set what a level needs from a day on; what was granted before stays. Answers the row's id."""
    valid_from, fields = draft.valid_from or uow.clock.today(), {}
    if not 1 <= draft.level <= 9:
        fields["level"] = _("Levels go from 1 to 9.")
    if draft.hours <= 0:
        fields["hours"] = _("Say how many hours it needs.")
    around = {star.level: star.minutes for star in star_levels(uow, valid_from) if star.level != draft.level}
    if any((level < draft.level) != (minutes < draft.hours * 60) for level, minutes in around.items()):
        fields.setdefault("hours", _("A higher level needs more hours than a lower one."))
    refuse_marked(fields, source=STARS_SOURCE)
    for row in uow.session.scalars(select(StarLevel).where(StarLevel.level == draft.level, StarLevel.valid_to.is_(None))):
        if row.valid_from >= valid_from:
            raise UserError(_("A newer setting of this level holds from {day}.").format(day=row.valid_from),
                            field="valid_from")
        row.valid_to = valid_from - timedelta(days=1)
    return int(uow.add(StarLevel(
        level=draft.level, title=clean(draft.title, limit=60) or f"{'一二三四五六七八九'[draft.level - 1]}星级志愿者",
        minutes=draft.hours * 60, conditions=clean(draft.conditions), approver=clean(draft.approver, limit=60),
        source=clean(draft.source, limit=120), valid_from=valid_from)).id)
