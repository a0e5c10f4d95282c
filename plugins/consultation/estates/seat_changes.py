"""A member leaves the committee during its term, somebody comes in her place: kept one by one with the reason."""

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.consultation.estates.drafts import SeatChangeDraft
from plugins.consultation.estates.kinds import COMMITTEE, ESTATE, POSTS, WRITE
from plugins.consultation.estates.model import Committee

_ = translator("consultation")


@verb("consultation.change_seat", permission=WRITE)
def change_seat(uow: UnitOfWork, draft: SeatChangeDraft) -> int:
    """Somebody left, or somebody came, or both; answers the committee's id. Who came as a substitute leaves that list."""
    row = uow.get(Committee, draft.committee_id)
    leaving, coming = clean(draft.leaving, limit=50), clean(draft.coming, limit=50)
    _check(uow, row, draft, leaving, coming)
    on = draft.on or uow.clock.today()
    seats = [dict(seat) for seat in row.seats]
    post = draft.post
    for seat in seats:
        if leaving and seat["name"] == leaving and "left_on" not in seat:
            seat |= {"left_on": on.isoformat(), "why": clean(draft.reason, limit=200)}
    if coming:
        seats = [seat for seat in seats if not (seat["name"] == coming and seat["post"] == "substitute")]
        seats.append({"name": coming, "post": post, "home": clean(draft.home, limit=60), "from_on": on.isoformat(),
                      "how": clean(draft.how, limit=120)})
    row.seats = seats
    uow.touch(COMMITTEE, row.id)
    uow.touch(ESTATE, row.estate_id)
    uow.trace("consultation.change_seat", COMMITTEE, row.id, left=bool(leaving), came=bool(coming))
    return int(row.id)


def _check(uow: UnitOfWork, row: Committee, draft: SeatChangeDraft, leaving: str, coming: str) -> None:
    if row.state != "filed":  # before that the list of the elected is changed itself
        raise UserError(_("This is not possible now: the committee has gone on since."))
    sitting = {seat["name"]: seat["post"] for seat in row.seats if "left_on" not in seat}
    fields = {}
    if not leaving and not coming:
        fields["leaving"] = _("Say who leaves or who comes.")
    if leaving and leaving not in sitting:
        fields["leaving"] = _("Nobody of this name is on the committee.")
    if leaving and not draft.reason.strip():
        fields["reason"] = _("Say why.")
    if coming and sitting.get(coming, "substitute") != "substitute":
        fields["coming"] = _("This person is on the committee already.")
    if coming and draft.post not in dict(POSTS):
        fields["post"] = _("Choose a post for everybody.")
    if coming and draft.post == "director" and any(post == "director" and name != leaving for name, post in sitting.items()):
        fields["post"] = _("There is a director already.")
    if coming and not draft.how.strip():
        fields["how"] = _("Say how the place was filled: substitute, or by-election of which meeting.")
    if draft.on and not (row.elected_on or draft.on) <= draft.on <= uow.clock.today():
        fields["on"] = _("It is after the election and not in the future.")
    refuse_marked(fields)
