"""A household's account of points on screens: what a volunteer's card says of it, joining and leaving."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Fact, FactSection, Field, NextAct
from plugins.volunteer.models import Volunteer
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.pages.starting import just_id
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.sharing import (
    end_share,
    household_title,
    look_ahead,
    members_of,
    share_of,
    share_points,
)
from plugins.volunteer.settings import setting
from plugins.volunteer.shop_drafts import ShareDraft
from plugins.volunteer.who import names_of

_ = translator("volunteer")


def sharing_section(uow: UnitOfWork, who: Volunteer) -> list[FactSection]:
    """With whom points are shared, nothing for who keeps her own."""
    found = share_of(uow, who.id)
    if found is None:
        return []
    names = names_of(uow, members_of(uow, found.household_id))
    return [FactSection(_("Household's account of points"), (
        Fact(_("Household"), household_title(uow, found.household_id)), Fact(_("Since"), f"{found.since}"),
        Fact(_("Shared by"), "、".join(names.values()))))]


def sharing_acts(uow: UnitOfWork, who: Volunteer) -> list[NextAct]:
    """Joining where the hall allows it, leaving whoever shares."""
    if share_of(uow, who.id) is not None:
        return [act(_("Keep points apart again"), "end_share_form", who.id)]
    return [act(_("Share points with the household"), "share_form", who.id)] if setting(uow, "household_points") else []


def leaving(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Starting values of the form of leaving: what becomes of the points, in words."""
    who = uow.get(Volunteer, record_id or 0)
    told = look_ahead(uow, who)
    names = "、".join(names_of(uow, list(told.others)).values())
    points, rest = points_text(abs(told.held)), points_text(told.held - told.goes)
    if not told.others:
        words = _("She is the last one: the {points} points on the household's account go with her.").format(points=points)
    elif told.held < 0:
        words = _("The household owes {points} points; the debt stays with {names}.").format(points=points, names=names)
    elif told.goes:
        words = _("{own} points that she earned or brought go with her; {rest} stay for {names}.").format(
            own=points_text(told.goes), rest=rest, names=names)
    else:
        words = _("{points} points stay on the household's account for {names}; she begins with none.").format(
            points=points, names=names)
    return just_id(uow, record_id) | {"what": words}


SHARE_FORM = simple("share_form", N_("Share points with the household"), share_points, ShareDraft, Field("reason", N_("Note")),
                    after="volunteer.volunteer",
                    help=N_("Her points, and what she earns from now on, lie on the household's account; whoever shares it may"
                            " use them. Hours stay her own."))
END_SHARE_FORM = simple("end_share_form", N_("Keep points apart again"), end_share, ShareDraft,
                        Field("what", N_("Her points"), "note"),
                        Field("reason", N_("Reason"), "lines", True, rows=3), after="volunteer.volunteer", load=leaving,
                        help=N_("What she earns from now on is her own. Whether she takes along what she brought is a setting "
                                "of the hall; the last one takes what is there."))
