"""Volunteers of one household keep one account of points, where the hall allows it (UNSURE: a setting, off by default).

Everybody goes on earning by her own hours; what is earned lies on the household's account, from which each of them may take
goods. Points keep their last day when they move. Switching the setting off stops new sharing; what is shared stays so until
somebody takes herself out.
"""

from dataclasses import dataclass

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.ledgers import Owner, Transfer, account, balance_of, book, list_lot_origins, list_open_lots, lock_accounts
from desk.api.people import get_household, get_person
from plugins.volunteer.kinds import POINTS, VOLUNTEER
from plugins.volunteer.models import Adjustment, Credit, PointsShare, Volunteer
from plugins.volunteer.service.earning import HOUSEHOLD, LEDGER, SHARE, UNIT, holder
from plugins.volunteer.service.points import new_key, points_text
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import ShareDraft

_ = translator("volunteer")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What becomes of a household's points when somebody leaves. held: on the account, tenths, negative for a debt; goes: with
    her, in `lots`; others: volunteers who go on sharing."""

    held: int
    goes: int
    others: tuple[int, ...]
    lots: tuple[int, ...]


@verb("volunteer.share_points", permission=POINTS)
def share_points(uow: UnitOfWork, draft: ShareDraft) -> int:
    """Put a volunteer's points, and what she earns from now on, on her household's account; answers her id."""
    if not setting(uow, "household_points"):
        raise UserError(_("Points are not shared within households here."), todo=_("The hall can allow it in the settings."))
    put_together(uow, draft.volunteer_id)
    uow.trace("volunteer.share_points", VOLUNTEER, draft.volunteer_id, text=clean(draft.reason))
    uow.touch(VOLUNTEER, draft.volunteer_id)
    return draft.volunteer_id


def put_together(uow: UnitOfWork, volunteer_id: int) -> None:
    """What `share_points` does, whatever the setting says; a core function for verbs and practice data."""
    who = _locked(uow, volunteer_id)
    if share_of(uow, who.id) is not None:
        raise UserError(_("This volunteer shares points already."))
    household = get_person(uow, who.person_id).household_id
    if household is None:
        raise UserError(_("The register does not say in which household this volunteer lives."),
                        todo=_("Enter the household first."))
    own, shared = holder(uow, who.id), _account(uow, Owner(HOUSEHOLD, household))
    lock_accounts(uow, own, shared)
    have = balance_of(uow, LEDGER, Owner(VOLUNTEER, who.id))
    if have < 0:
        raise UserError(_("{points} points are owed.").format(points=points_text(-have)), todo=_("The debt is served first."))
    _move_lots(uow, own, shared, who.number)
    uow.add(PointsShare(volunteer_id=who.id, household_id=household, since=uow.clock.today()))


@verb("volunteer.end_share", permission=POINTS)
def end_share(uow: UnitOfWork, draft: ShareDraft) -> int:
    """What she earns is her own again. The last one takes what is on the household's account; who leaves others there takes
    nothing, or what is left of her own, as the hall has set.
    """
    who, reason = _locked(uow, draft.volunteer_id), clean(draft.reason)
    found = share_of(uow, who.id)
    if found is None:
        raise UserError(_("This volunteer keeps her points for herself."))
    if not reason:
        raise UserError(_("Say why the sharing ends."), field="reason")
    shared = _account(uow, Owner(HOUSEHOLD, found.household_id))
    lock_accounts(uow, shared)
    leaving = look_ahead(uow, who)
    if not leaving.others and leaving.held < 0:
        raise UserError(_("{points} points are owed.").format(points=points_text(-leaving.held)),
                        todo=_("The debt is served first."))
    found.until = uow.clock.today()
    uow.session.flush()
    if leaving.lots:
        _move_lots(uow, shared, holder(uow, who.id), who.number, leaving.lots)
    uow.trace("volunteer.end_share", VOLUNTEER, who.id, reason=reason)
    uow.touch(VOLUNTEER, who.id)
    return int(who.id)


def look_ahead(uow: UnitOfWork, who: Volunteer) -> Leaving:
    """What becomes of the points when this volunteer leaves now. Raises UserError when she shares with nobody."""
    found = share_of(uow, who.id)
    if found is None:
        raise UserError(_("This volunteer keeps her points for herself."))
    others = [one for one in members_of(uow, found.household_id) if one != who.id]
    lots = list_open_lots(uow, _account(uow, Owner(HOUSEHOLD, found.household_id)))
    held = balance_of(uow, LEDGER, Owner(HOUSEHOLD, found.household_id))
    if others:
        hers = _brought_by(uow, who, found.household_id) if setting(uow, "leaving_household") == "own" else set()
        lots = [lot for lot in lots if lot[0] in hers]
    return Leaving(held, sum(rest for _lot, rest, _last in lots), tuple(others), tuple(lot for lot, _rest, _last in lots))


def _brought_by(uow: UnitOfWork, who: Volunteer, household_id: int) -> set[int]:
    """Lots that her hours, her own account, an adjustment or a gift brought; what came back from the shelf is nobody's."""
    pairs = set(uow.session.scalars(select(Credit.pair_id).where(Credit.volunteer_id == who.id)))
    adjusted = set(uow.session.scalars(select(Adjustment.id).where(Adjustment.volunteer_id == who.id)))
    origins = list_lot_origins(uow, _account(uow, Owner(HOUSEHOLD, household_id)))
    return {lot for lot, booking in origins.items() if booking.reverses_id is None and (
        booking.explain.get("pair") in pairs or who.number in (booking.explain.get("of"), booking.explain.get("to"))
        or (booking.source_kind == "volunteer.adjustment" and booking.source_id in adjusted))}


def gather(uow: UnitOfWork, volunteer_id: int) -> None:
    """After something was booked back: points that came to an account she no longer keeps move on to the one she has."""
    shares = uow.session.scalars(select(PointsShare).where(PointsShare.volunteer_id == volunteer_id)
                                 .order_by(PointsShare.id.desc())).all()
    if not shares:
        return
    who, to = uow.get(Volunteer, volunteer_id), holder(uow, volunteer_id)
    left = {_account(uow, Owner(VOLUNTEER, volunteer_id))} | {
        _account(uow, Owner(HOUSEHOLD, one.household_id)) for one in shares if not members_of(uow, one.household_id)}
    for one in sorted(left - {to}):
        _move_lots(uow, one, to, who.number)


def share_of(uow: UnitOfWork, volunteer_id: int) -> PointsShare | None:
    """With which household a volunteer shares now."""
    return uow.session.scalars(select(PointsShare).where(
        PointsShare.volunteer_id == volunteer_id, PointsShare.until.is_(None))).one_or_none()


def members_of(uow: UnitOfWork, household_id: int) -> list[int]:
    """Volunteers who share the account of a household now."""
    return list(uow.session.scalars(select(PointsShare.volunteer_id).where(
        PointsShare.household_id == household_id, PointsShare.until.is_(None)).order_by(PointsShare.id)))


def holders_of(uow: UnitOfWork, household_id: int) -> list[int]:
    """Volunteers who share or ever shared a household's account, those who do first."""
    return list(uow.session.scalars(select(PointsShare.volunteer_id).where(PointsShare.household_id == household_id).order_by(
        PointsShare.until.is_not(None), PointsShare.id)))


def household_title(uow: UnitOfWork, household_id: int) -> str:
    """What a shared account is called: the household's address or code."""
    card = get_household(uow, household_id)
    return card.address or card.code


def _locked(uow: UnitOfWork, volunteer_id: int) -> Volunteer:
    return uow.session.scalars(select(Volunteer).where(Volunteer.id == volunteer_id).with_for_update()).one()


def _account(uow: UnitOfWork, owner: Owner) -> int:
    return account(uow, LEDGER, UNIT, owner, lots=True)


def _move_lots(uow: UnitOfWork, giver: int, taker: int, number: str, only: tuple[int, ...] | None = None) -> None:
    """Lot by lot, so that every point keeps its last day. only: of these lots; None for all."""
    lock_accounts(uow, giver, taker)
    for lot, held, last in list_open_lots(uow, giver):
        if only is not None and lot not in only:
            continue
        book(uow, Transfer(giver, taker, held, SHARE, new_key("share"), explain={"asked": held, "lot": lot, "of": number},
                           last_day=last), prefer=(lot,))
