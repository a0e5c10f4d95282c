"""Verbs of the legal side: lectures, ways of law a party is shown, tours of the mobile legal stop."""

from datetime import date
from typing import Any

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.calendar import Rule, ScheduleDraft, add_schedule
from desk.api.db import UnitOfWork, verb
from plugins.mediation.joint_kinds import LEGAL
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.legal_kinds import LECTURE, LEGAL_MONTH, LINES, STOP, WAYS
from plugins.mediation.models import Lecture, LegalReferral
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")
Values = dict[str, Any]


@verb("mediation.save_lecture", permission=LEGAL)
def save_lecture(uow: UnitOfWork, values: Values) -> int:
    """Plan a lecture or note how many came; answers its id. A day to come has no listeners yet."""
    marks = {}
    if not (values.get("topic") or "").strip():
        marks["topic"] = _("Say what it is about.")
    if not values.get("on_date"):
        marks["on_date"] = _("Say on which day.")
    elif values.get("heads") is not None and values["on_date"] > uow.clock.today():
        marks["heads"] = _("This day lies in the future: how many came is noted afterwards.")
    if (values.get("heads") or 0) < 0:
        marks["heads"] = _("A count cannot be less than nothing.")
    if values.get("line") not in dict(LINES):
        marks["line"] = _("Choose the line of the legal desk.")
    refuse_marked(marks)
    row = uow.get(Lecture, values["id"]) if values.get("id") else Lecture()
    if values.get("id"):
        uow.expect_version(row, values.get("version") or row.version)
    row.on_date, row.line, row.heads = values["on_date"], values["line"], values.get("heads")
    for name in ("topic", "speaker", "place", "audience"):
        setattr(row, name, clean(values.get(name) or "", limit=120))
    row.note = clean_note(values.get("note") or "")
    uow.add(row)
    touch_legal_months(uow, row.on_date, row.on_date)
    uow.trace("mediation.save_lecture", LECTURE, row.id)
    return int(row.id)


@verb("mediation.save_legal_referral", permission=WRITE)
def save_legal_referral(uow: UnitOfWork, values: Values) -> int:
    """A party was shown a way of law, on a day and how (R9, 诉调对接); answers the referral's id."""
    dispute, marks = seen(uow, values["dispute_id"]), {}
    if not (values.get("party") or "").strip():
        marks["party"] = _("Name the party.({source})").format(source=source("R9"))
    if values.get("way") not in {one.code for one in WAYS}:
        marks["way"] = _("Choose the way of law.")
    if not values.get("on_date"):
        marks["on_date"] = _("Say on which day.")
    elif values["on_date"] > uow.clock.today():
        marks["on_date"] = _("This day lies in the future.")
    refuse_marked(marks)
    row = uow.get(LegalReferral, values["id"]) if values.get("id") else LegalReferral(dispute_id=dispute.id)
    if values.get("id"):
        uow.expect_version(row, values.get("version") or row.version)
    row.way, row.on_date, row.how = values["way"], values["on_date"], values.get("how") or "oral"
    row.party, row.office = clean(values["party"], limit=120), clean(values.get("office") or "", limit=120)
    row.reason = clean(values.get("reason") or "", limit=400)
    uow.add(row)
    noted(uow, "mediation.save_legal_referral", dispute.id, referral=row.id, way=row.way)
    return int(row.id)


@verb("mediation.plan_stops", permission=WRITE)
def plan_stops(uow: UnitOfWork, values: Values) -> int:
    """The mobile legal stop comes to each of the places every n weeks on a weekday; answers how many tours.

    They stand under the desk's recurring schedules, where one is changed, paused or ended.
    """
    places = [clean(line, limit=80) for line in (values.get("places") or "").splitlines() if line.strip()]
    marks, every = {}, int(values.get("every") or 0)
    if not places:
        marks["places"] = _("Enter at least one place, one a line.")
    if not 1 <= every <= 52:
        marks["every"] = _("Enter a number of weeks from 1 to 52.")
    if values.get("weekday") is None:
        marks["weekday"] = _("Choose a day of the week.")
    if not values.get("starts_on"):
        marks["starts_on"] = _("Say from when.")
    refuse_marked(marks)
    for place in places:
        add_schedule(uow, ScheduleDraft(
            f"{place}流动法律服务站", Rule("week", every, weekdays=(int(values["weekday"]),), shift="after"),
            values["starts_on"], kind=STOP, ahead=int(values.get("ahead") or 0), who=clean(values.get("who") or "", limit=200),
            area_id=values.get("area_id")))
    uow.touch(LEGAL_MONTH)
    uow.trace("mediation.plan_stops", STOP, None, count=len(places))
    return len(places)


def touch_legal_months(uow: UnitOfWork, first: date, last: date) -> None:
    """Pages of the months from `first` to `last` read them again."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    uow.touch(LEGAL_MONTH, *(month // 12 * 100 + month % 12 + 1 for month in months))

