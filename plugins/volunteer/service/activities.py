"""Activities: planned, published with true information and risks, places and waiting list, closed."""

from collections.abc import Sequence

from sqlalchemy import func, select

from desk.api import UserError, clean, clean_note, hall_time, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts import ActivityDraft, EndingDraft, RoleDraft, SignUpDraft
from plugins.volunteer.drafts_teams import ClosingDraft
from plugins.volunteer.kinds import ACTIVITY, WRITE
from plugins.volunteer.law import ALONE_AGE, INSURANCE_SOURCE, MINORS_SOURCE, RISKS_SOURCE
from plugins.volunteer.models import Activity, Role, SignUp, Stall, Volunteer
from plugins.volunteer.service.registering import full_age
from plugins.volunteer.who import SERVING, names_of, the_volunteer

_ = translator("volunteer")
ON = ("planned", "published", "held")


@verb("volunteer.save_activity", permission=WRITE)
def save_activity(uow: UnitOfWork, draft: ActivityDraft) -> int:
    """Plan an activity or change the plan."""
    _check(draft)
    values = _values(draft)
    if draft.id:
        found = uow.get(Activity, draft.id)
        uow.expect_version(found, draft.version)
        for name, value in values.items():
            setattr(found, name, value)
        if found.state in ("published", "held"):
            _judge_open(uow, found)
    else:
        found = uow.add(Activity(**values))
    _set_roles(uow, found.id, draft.roles or (RoleDraft("志愿者"),))
    uow.trace("volunteer.save_activity", ACTIVITY, found.id)
    return int(found.id)


@verb("volunteer.publish_activity", permission=WRITE)
def publish_activity(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Open an activity for sign-up. Dangerous ones need risks told and insurance first."""
    found = uow.get(Activity, draft.id)
    if found.state != "planned":
        raise UserError(_("This activity is published already or over."))
    _refuse_untold(found)
    found.state = "published"
    uow.trace("volunteer.publish_activity", ACTIVITY, found.id, text=clean(draft.reason))
    return int(found.id)


@verb("volunteer.sign_up", permission=WRITE)
def sign_up(uow: UnitOfWork, draft: SignUpDraft) -> int:
    """Give somebody a place, or a place on the waiting list; answers the activity's id."""
    activity = uow.get(Activity, draft.activity_id)
    if activity.state not in ON:
        raise UserError(_("This activity is over."))
    who = the_volunteer(uow, draft.volunteer)
    admit(uow, activity, who, draft.role_id)
    uow.trace("volunteer.sign_up", ACTIVITY, activity.id, number=who.number)
    uow.touch(ACTIVITY, activity.id)
    return int(activity.id)


@verb("volunteer.withdraw_sign_up", permission=WRITE)
def withdraw_sign_up(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Somebody does not come; the first on the waiting list moves up."""
    found = uow.get(SignUp, draft.id)
    had_place, found.state = found.state == "in", "withdrawn"
    if had_place:
        _move_up(uow, found.role_id)
    uow.trace("volunteer.withdraw_sign_up", ACTIVITY, found.activity_id, number=uow.get(Volunteer, found.volunteer_id).number)
    uow.touch(ACTIVITY, found.activity_id)
    return int(found.activity_id)


@verb("volunteer.close_activity", permission=WRITE)
def close_activity(uow: UnitOfWork, draft: EndingDraft | ClosingDraft, served: int = 0) -> int:
    """The activity is over: people served are counted, a summary kept. What its stalls counted is the least."""
    found = uow.get(Activity, draft.id)
    if found.state not in ("published", "held"):
        raise UserError(_("Only an activity that was held is closed."))
    counted = uow.session.scalar(select(func.sum(Stall.served)).where(Stall.activity_id == found.id)) or 0
    found.served = max(counted, served, draft.served if isinstance(draft, ClosingDraft) else 0)
    found.state, found.summary = "closed", clean_note(draft.reason)
    uow.trace("volunteer.close_activity", ACTIVITY, found.id)
    return int(found.id)


@verb("volunteer.cancel_activity", permission=WRITE)
def cancel_activity(uow: UnitOfWork, draft: EndingDraft) -> int:
    """The activity does not take place."""
    found = uow.get(Activity, draft.id)
    reason = clean(draft.reason)
    if found.state not in ("planned", "published") or not reason:
        raise UserError(_("Say why it is cancelled; what was held is closed instead."), field="reason")
    found.state, found.summary = "cancelled", reason
    uow.trace("volunteer.cancel_activity", ACTIVITY, found.id, reason=reason)
    return int(found.id)


def admit(uow: UnitOfWork, activity: Activity, who: Volunteer, role_id: int = 0) -> SignUp:
    """The volunteer's place in the activity, made when there is none. Raises UserError when law or age forbids it."""
    found = uow.session.scalars(select(SignUp).where(
        SignUp.activity_id == activity.id, SignUp.volunteer_id == who.id)).one_or_none()
    stands = found is not None and found.state != "withdrawn"
    role = _role(uow, activity.id, found.role_id if found is not None and stands else role_id)
    _refuse_age(uow, activity, role, who)  # the plan may have become a dangerous one since she signed up
    if found is not None and stands:
        return found
    if who.state not in SERVING:
        raise UserError(_("This volunteer does not serve at present."), field="volunteer")
    state = "waiting" if role.seats and _taken(uow, role.id) >= role.seats else "in"
    if found is None:
        made: SignUp = uow.add(SignUp(activity_id=activity.id, role_id=role.id, volunteer_id=who.id, state=state))
        return made
    found.role_id, found.state = role.id, state
    return found


def refuse_uninsured(activity: Activity) -> None:
    """Raise UserError when dangerous work would begin without insurance."""
    day = hall_time(activity.starts_at).date()
    if activity.hazard != "none" and (not activity.insurance or activity.insured_from is None or activity.insured_from > day):
        raise UserError(_("Dangerous work begins only with accident insurance in force."), field="insurance",
                        source=INSURANCE_SOURCE, todo=_("Enter the policy and the day it begins."))


def _refuse_untold(activity: Activity) -> None:
    """Raise UserError when people could sign up without true information, risks and insurance."""
    if (activity.hazard != "none" or activity.form == "recruitment") and not activity.risks:
        raise UserError(_("Tell what is dangerous before people sign up."), field="risks", source=RISKS_SOURCE,
                        todo=_("Fill in the risks of the activity."))
    if activity.form == "recruitment" and not activity.content:
        raise UserError(_("Say truly what volunteers are asked to do."), field="content", source=RISKS_SOURCE,
                        todo=_("Fill in what is done."))
    refuse_uninsured(activity)


def _judge_open(uow: UnitOfWork, activity: Activity) -> None:
    """A plan that people signed up for already stays one they may come to. Raises UserError naming who may not."""
    _refuse_untold(activity)
    if activity.hazard != "emergency" and activity.minors:
        return
    day = hall_time(activity.starts_at).date()
    people = uow.session.scalars(select(Volunteer).join(SignUp, SignUp.volunteer_id == Volunteer.id).where(
        SignUp.activity_id == activity.id, SignUp.state != "withdrawn").order_by(Volunteer.id))
    barred = [one.id for one in people if full_age(uow, one, day) < ALONE_AGE]
    if barred:
        names = "、".join(names_of(uow, barred).values())
        raise UserError(_("Minors have signed up: {names}.").format(names=names),
                        field="hazard" if activity.hazard == "emergency" else "minors", source=MINORS_SOURCE,
                        todo=_("Withdraw their sign-up first."))


def _refuse_age(uow: UnitOfWork, activity: Activity, role: Role, who: Volunteer) -> None:
    age = full_age(uow, who, hall_time(activity.starts_at).date())
    if age < ALONE_AGE and (activity.hazard == "emergency" or not activity.minors):
        raise UserError(_("Minors may not take part in this activity."), field="volunteer", source=MINORS_SOURCE)
    if age < role.least_age:
        raise UserError(_("This role is for people of {least} years and more.").format(least=role.least_age),
                        field="volunteer")


def _role(uow: UnitOfWork, activity_id: int, role_id: int) -> Role:
    """The role, locked so that the last seat is given once; the first one when none was named."""
    statement = select(Role).where(Role.activity_id == activity_id).order_by(Role.id).limit(1).with_for_update()
    found = uow.session.scalars(statement.where(Role.id == role_id) if role_id else statement).one_or_none()
    if found is None:
        raise UserError(_("This activity has no such role."), field="role_id")
    return found


def _taken(uow: UnitOfWork, role_id: int) -> int:
    return uow.session.scalar(select(func.count(SignUp.id)).where(SignUp.role_id == role_id, SignUp.state == "in")) or 0


def _move_up(uow: UnitOfWork, role_id: int) -> None:
    """Whoever waits gets the seats that are free now, in the order of signing up."""
    role = uow.session.scalars(select(Role).where(Role.id == role_id).with_for_update()).one()
    uow.session.flush()
    waiting = uow.session.scalars(select(SignUp).where(SignUp.role_id == role_id, SignUp.state == "waiting")
                                  .order_by(SignUp.id)).all()
    free = max(0, role.seats - _taken(uow, role_id)) if role.seats else len(waiting)
    for one in waiting[:free]:
        one.state = "in"


def _check(draft: ActivityDraft) -> None:
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Give the activity a title.")
    if draft.starts_at is None:
        fields["starts_at"] = _("Say when it begins.")
    if draft.ends_at is None or (draft.starts_at and draft.ends_at <= draft.starts_at):
        fields["ends_at"] = _("The end lies after the beginning.")
    if draft.unserved < 0:
        fields["unserved"] = _("Minutes are not below zero.")
    refuse_marked(fields)


def _values(draft: ActivityDraft) -> dict[str, object]:
    return {"title": clean(draft.title, limit=120), "kind": draft.kind, "form": draft.form, "team_id": draft.team_id,
            "project_id": draft.project_id, "area_id": draft.area_id, "style": draft.style,
            "tools": clean(draft.tools, limit=400), "contact": clean(draft.contact, limit=60), "wanted": max(0, draft.wanted),
            "place": clean(draft.place, limit=120), "content": clean_note(draft.content),
            "risks": clean(draft.risks, limit=400), "responsible": clean(draft.responsible, limit=60),
            "starts_at": draft.starts_at, "ends_at": draft.ends_at, "unserved": draft.unserved, "hazard": draft.hazard,
            "insurance": clean(draft.insurance, limit=120), "insured_from": draft.insured_from, "minors": draft.minors}


def _set_roles(uow: UnitOfWork, activity_id: int, drafts: Sequence[RoleDraft]) -> None:
    """Roles are changed and added, never taken away: somebody may have signed up."""
    known = {one.id: one for one in uow.session.scalars(select(Role).where(Role.activity_id == activity_id))}
    first = next(iter(known.values()), None)
    for draft in drafts:
        role = known.get(draft.id) or (first if not draft.id and len(drafts) == 1 else None)
        if role is None:
            role = uow.add(Role(activity_id=activity_id, title=clean(draft.title, limit=60) or "志愿者"))
        role.title, role.seats, role.least_age = clean(draft.title, limit=60) or "志愿者", draft.seats, draft.least_age
        _move_up(uow, role.id)
