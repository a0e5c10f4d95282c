"""Certificates of hours this community recorded itself, and stars: eligible is computed, granted is a decision."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from desk.api import UserError, clean, code, translator
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.people import reveal
from desk.api.timesheets import Whose, count_minutes, list_pairs_of
from plugins.volunteer.drafts import CertificateDraft, EndingDraft, StarDraft
from plugins.volunteer.kinds import CERTIFY, READ, VOLUNTEER
from plugins.volunteer.law import CERTIFY_SOURCE, STARS_SOURCE, Star
from plugins.volunteer.models import Certificate, StarGrant, Volunteer
from plugins.volunteer.service.hours import title_of_row
from plugins.volunteer.service.star_table import highest_star, star_levels
from plugins.volunteer.settings import setting

_ = translator("volunteer")
CERTIFICATE, STAR = "volunteer.certificate", "volunteer.star_grant"
_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class CertificateCheck:
    """What the hall says about a code. now: minutes of the period as they stand today."""

    number: str
    volunteer_id: int
    first: date
    last: date
    minutes: int
    now: int
    issued_on: date
    void_reason: str


@verb("volunteer.certify", permission=CERTIFY)
def certify(uow: UnitOfWork, draft: CertificateDraft) -> int:
    """Issue a 志愿服务记录证明 over entered hours of this community, free of charge; answers its id."""
    made = issue(uow, draft)
    uow.touch(VOLUNTEER, draft.volunteer_id)  # her card shows it
    return made


def issue(uow: UnitOfWork, draft: CertificateDraft) -> int:
    """What `certify` does for one of many: a batch need not read every volunteer's card again."""
    who = uow.get(Volunteer, draft.volunteer_id)
    _check(uow, who, draft)
    today = uow.clock.today()
    lines = certified_lines(uow, who.id, draft.first or date.min, draft.last or today)
    if not lines:
        raise UserError(_("No hours of this community were entered in this time."), field="first", source=CERTIFY_SOURCE)
    first, last = draft.first or date.fromisoformat(str(lines[0]["day"])), draft.last or today
    made = uow.add(Certificate(
        volunteer_id=who.id, id_number=_id_number(uow, who),
        code="".join(secrets.choice(_SIGNS) for _sign in range(12)), first=first, last=last,
        minutes=sum(int(line["minutes"]) for line in lines), lines=lines, purpose=clean(draft.purpose),
        responsible=clean(draft.responsible, limit=60), handler=clean(draft.handler, limit=60) or uow.actor.name,
        contact=clean(draft.contact, limit=60), issued_on=today,
        posted_until=today + timedelta(days=setting(uow, "posted_days"))))
    made.number = give_number(uow, CERTIFICATE, CERTIFICATE, made.id)
    uow.trace("volunteer.certify", CERTIFICATE, made.id, volunteer=who.id, minutes=made.minutes)
    return int(made.id)


@verb("volunteer.void_certificate", permission=CERTIFY)
def void_certificate(uow: UnitOfWork, draft: EndingDraft) -> int:
    """A certificate is declared void, with its reason; it stays in the register."""
    found = uow.get(Certificate, draft.id)
    reason = clean(draft.reason)
    if not reason or found.void_reason:
        raise UserError(_("Say why it is void, once."), field="reason")
    found.void_reason = reason
    uow.trace("volunteer.void_certificate", CERTIFICATE, found.id, reason=reason)
    uow.touch(VOLUNTEER, found.volunteer_id)
    return int(found.volunteer_id)


@verb("volunteer.grant_star", permission=CERTIFY)
def grant_star(uow: UnitOfWork, draft: StarDraft) -> int:
    """Grant a star that the hours allow; answers the volunteer's id."""
    who = uow.get(Volunteer, draft.volunteer_id)
    star = next((one for one in star_levels(uow) if one.level == draft.level), None)
    minutes = count_minutes(uow, Whose(VOLUNTEER, who.id))
    if star is None or minutes < star.minutes:
        raise UserError(_("The served hours do not reach this level yet."), field="level", source=STARS_SOURCE)
    if uow.session.scalar(select(StarGrant.id).where(StarGrant.volunteer_id == who.id, StarGrant.level == draft.level)):
        raise UserError(_("This star was granted already."), field="level")
    made = uow.add(StarGrant(volunteer_id=who.id, level=draft.level, minutes=minutes, granted_on=uow.clock.today(),
                             by=clean(draft.by, limit=120) or uow.community.name, note=clean(draft.note)))
    made.number = give_number(uow, "volunteer.star", STAR, made.id)
    uow.trace("volunteer.grant_star", STAR, made.id, level=draft.level, minutes=minutes)
    uow.touch(VOLUNTEER, who.id)  # her card shows it
    return int(who.id)


def find_certificate(uow: UnitOfWork, typed: str) -> CertificateCheck | None:
    """What stands behind a check code, None for one that this hall never gave."""
    uow.require(READ)
    found = uow.session.scalars(select(Certificate).where(
        Certificate.code == code(typed).replace("-", ""))).one_or_none()
    if found is None:
        return None
    now = sum(int(line["minutes"]) for line in certified_lines(uow, found.volunteer_id, found.first, found.last))
    return CertificateCheck(found.number, found.volunteer_id, found.first, found.last, found.minutes, now, found.issued_on,
                            found.void_reason)


def certified_lines(uow: UnitOfWork, volunteer_id: int, first: date, last: date) -> list[dict[str, Any]]:
    """Entered pairs of a period with what counts of them now, oldest first."""
    return [{"title": title_of_row(uow, row), "day": row.day.isoformat(), "minutes": row.entered}
            for row in list_pairs_of(uow, Whose(VOLUNTEER, volunteer_id)) if row.entered > 0 and first <= row.day <= last]


def eligible_star(uow: UnitOfWork, volunteer_id: int) -> Star | None:
    """The highest star the hours allow (可申请); whether it was granted is another question."""
    return highest_star(star_levels(uow), count_minutes(uow, Whose(VOLUNTEER, volunteer_id)))


def granted_star(uow: UnitOfWork, volunteer_id: int) -> StarGrant | None:
    """The highest star that was granted (已评定)."""
    return uow.session.scalars(select(StarGrant).where(StarGrant.volunteer_id == volunteer_id)
                               .order_by(StarGrant.level.desc()).limit(1)).first()


def _id_number(uow: UnitOfWork, who: Volunteer) -> str:
    """The whole number, which a certificate has to carry; that it was read goes into the audit trail."""
    return next(iter(reveal(uow, who.person_id, "开具志愿服务记录证明")["papers"].values()), "")


def _check(uow: UnitOfWork, who: Volunteer, draft: CertificateDraft) -> None:
    if clean(draft.organisation) and clean(draft.organisation) != uow.community.name:
        raise UserError(_("Hours recorded by {name} are certified by {name}; here only own hours are.").format(
            name=clean(draft.organisation)), field="organisation", source=CERTIFY_SOURCE)
    if who.state == "family":
        raise UserError(_("A family record gives no certificate."), field="volunteer_id")
    if not clean(draft.responsible):
        raise UserError(_("Say who signs as the person in charge."), field="responsible")
    if draft.last and draft.last > uow.clock.today():
        raise UserError(_("A certificate ends today at the latest: what is still to come cannot be certified."), field="last",
                        source=CERTIFY_SOURCE)
    if draft.first and draft.last and draft.last < draft.first:
        raise UserError(_("The end lies before the beginning."), field="last")
