"""Rolls out of seats that are kept: a standing body, an owners' committee, residents' representatives by appointment.

What comes out is the roll as it would be typed, so that the clerk looks it over before it is frozen, and who of the body is not
on it with the reason.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import NotFound, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.organisations import list_appointments
from plugins.consultation.estates.kinds import POST_PAPERS
from plugins.consultation.estates.model import Committee, Estate
from plugins.consultation.queries_matters import get_body, list_bodies

_ = translator("consultation")
REPRESENTATIVES = "居民代表"
"""The post under which representatives are appointed, see the register of posts."""
LATELY = timedelta(days=365)
"""How long ago an appointment may have ended to be told of."""


@dataclass(frozen=True, slots=True)
class SeatRoll:
    """lines: the roll as typed, one voter a line; left_out: (name, why); caution: what is to be looked at first."""

    title: str
    lines: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    caution: str = ""

    @property
    def told(self) -> str:
        """What the clerk reads beside the roll."""
        left = [f"{name}:{why}" for name, why in self.left_out] or [_("Nobody is left out.")]
        return "\n".join(filter(None, (_("{n} voters out of: {body}").format(n=len(self.lines), body=self.title), self.caution,
                                       *left)))


def list_sources(uow: UnitOfWork) -> list[tuple[str, str]]:
    """(key, title) of whatever a roll can be taken from today."""
    today = uow.clock.today()
    found = [(f"body:{one.id}", f"{one.name}({len(one.sitting(today))}人)") for one in list_bodies(uow)
             if one.ended_on is None and one.sitting(today)]
    committees = uow.session.execute(select(Committee.id, Estate.name, Committee.number).join(
        Estate, Estate.id == Committee.estate_id).where(Committee.state == "filed").order_by(Estate.name, Committee.id))
    found += [(f"committee:{one}", _committee_title(estate, number)) for one, estate, number in committees]
    appointed = len(list_appointments(uow, post=REPRESENTATIVES, on=today))
    return [*found, *([("post:", f"{REPRESENTATIVES}({appointed}人)")] if appointed else [])]


def roll_of(uow: UnitOfWork, key: str) -> SeatRoll:
    """The roll of a source; NotFound for one that is gone."""
    kind, _colon, record = key.partition(":")
    if kind == "body":
        return _of_body(uow, int(record))
    if kind == "committee":
        return _of_committee(uow, int(record))
    if kind == "post":
        return _of_post(uow)
    raise NotFound(_("There is no such body any more."))


def _of_body(uow: UnitOfWork, body_id: int) -> SeatRoll:
    one, today = get_body(uow, body_id), uow.clock.today()
    sitting = one.sitting(today)
    left = [(seat.name, _("left on {day}").format(day=long_date(seat.to_on))) for seat in one.seats
            if seat.to_on and seat.to_on < today and seat.to_on >= one.term_from]
    left += [(seat.name, _("sits from {day} on").format(day=long_date(seat.from_on))) for seat in one.seats
             if seat.from_on > today]
    over = _("The term ended on {day}: is there a new one?").format(day=long_date(one.term_to)) if one.term_to < today else ""
    return _once(one.name, [(seat.name, seat.unit) for seat in sitting], left, over)


def _of_committee(uow: UnitOfWork, committee_id: int) -> SeatRoll:
    one, today = uow.get(Committee, committee_id), uow.clock.today()
    sitting, left = [], []
    for seat in one.seats:
        if "left_on" in seat:
            left.append((seat["name"], _("left on {day}").format(day=long_date(date.fromisoformat(seat["left_on"])))))
        elif seat["post"] == "substitute":
            left.append((seat["name"], _("{post}: no vote").format(post=POST_PAPERS["substitute"])))
        else:
            sitting.append((seat["name"], seat.get("home", "")))
    over = (_("The term ended on {day}: is there a new one?").format(day=long_date(one.term_end))
            if one.term_end and one.term_end < today else "")
    return _once(_committee_title(uow.get(Estate, one.estate_id).name, one.number), sitting, left, over)


def _of_post(uow: UnitOfWork) -> SeatRoll:
    today, sitting, left = uow.clock.today(), [], []
    for one in list_appointments(uow, post=REPRESENTATIVES):
        if one.starts_on > today:
            left.append((one.person, _("sits from {day} on").format(day=long_date(one.starts_on))))
        elif one.ends_on is None or one.ends_on >= today:
            sitting.append((one.person, one.area or one.organisation or ""))
        elif one.ends_on >= today - LATELY:
            left.append((one.person, _("left on {day}").format(day=long_date(one.ends_on))))
    return _once(REPRESENTATIVES, sitting, left)


def _once(title: str, sitting: list[tuple[str, str]], left: list[tuple[str, str]], caution: str = "") -> SeatRoll:
    """Nobody stands on a roll twice: the same name with the same household is one voter."""
    lines = dict.fromkeys(",".join((_plain(name), _plain(label))).rstrip(",") for name, label in sitting)
    double = [name for name, label in sitting if sum((name, label) == other for other in sitting) > 1]
    left += [(name, _("holds two seats, votes once")) for name in dict.fromkeys(double)]
    still = {name for name, _label in sitting}
    return SeatRoll(title, tuple(lines), tuple((name, why) for name, why in left if name not in still or name in double),
                    caution)


def _plain(text: str) -> str:
    """A comma inside a name of a household would begin another column."""
    return text.replace(",", " ").replace("\uff0c", " ").replace("、", " ").strip()


def _committee_title(estate: str, number: int) -> str:
    return f"{estate}业主委员会(第{number}届)"
