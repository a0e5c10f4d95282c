"""The community's own rule profiles: shipped ones confirmed or changed, new ones copied from them."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from desk.core.ballots.ground import RULES
from desk.core.ballots.model import BallotProfile
from desk.core.ballots.profiles import SHIPPED
from desk.core.ballots.rules import Profile, Threshold, as_data, from_data
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NotFound, UserError
from desk.core.i18n import _
from desk.core.text import clean, clean_note


def list_profiles(uow: UnitOfWork, *, on: str = "") -> list[Profile]:
    """Shipped profiles, replaced by the community's editions of them, and its own. on: ISO date; only what is in force."""
    own = {row.code: from_data(row.data) for row in uow.session.scalars(select(BallotProfile).order_by(BallotProfile.id))}
    found = [own.pop(profile.code, profile) for profile in SHIPPED] + list(own.values())
    return [profile for profile in found if not on or profile.in_force(on)]


def find_profile(uow: UnitOfWork, code: str) -> Profile:
    """The profile as it stands in this community."""
    for profile in list_profiles(uow):
        if profile.code == code:
            return profile
    raise NotFound(_("There is no such rule of voting."))


@verb("ballots.save_profile", permission=RULES)
def save_profile(uow: UnitOfWork, profile: Profile, *, read_in: str = "") -> str:
    """Keep a community's edition of a rule, or a new one. read_in: where its numbers were read; that confirms them.

    Without it, a profile whose law could not be read stays unconfirmed. Finished votes keep the copy they began with.
    """
    if profile.passing is not None and not _sound(profile):
        raise UserError(_("A share lies between nothing and the whole."), field="passing")
    if read_in.strip() and profile.passing is None:
        raise UserError(_("Fill in what it takes to pass before confirming."), field="passing")
    read_in = clean_note(read_in, limit=300)
    confirmed = profile.mark != "unsure" or bool(read_in)
    profile = replace(profile, title=clean(profile.title, limit=120, field="title"), confirmed=confirmed,
                      source=read_in or profile.source)
    row = uow.session.scalars(select(BallotProfile).where(BallotProfile.code == profile.code)).one_or_none()
    values: dict[str, Any] = {"title": profile.title, "data": as_data(profile)}
    if read_in:
        values |= {"confirmed_on": uow.clock.today(), "confirmed_by": uow.actor.name}
    if row is None:
        row = uow.add(BallotProfile(code=clean(profile.code, limit=40), **values))
    for name, value in values.items():
        setattr(row, name, value)
    uow.trace("ballots.save_profile", "ballot.profile", row.id, code=profile.code, confirmed=confirmed)
    return profile.code


def _sound(profile: Profile) -> bool:
    thresholds = [one for one in (profile.quorum, profile.passing) if one is not None]
    return all(_fraction(one) for one in thresholds)


def _fraction(one: Threshold) -> bool:
    return 0 < one.numerator <= one.denominator and not (one.strict and one.numerator == one.denominator)
