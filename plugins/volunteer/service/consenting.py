"""Consent is taken back: of standing in lists at once, of keeping the data by ending the registration (条例 20)."""

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from plugins.volunteer.drafts_teams import ConsentDraft
from plugins.volunteer.kinds import VOLUNTEER, WRITE
from plugins.volunteer.law import PRIVACY_SOURCE
from plugins.volunteer.models import Volunteer

_ = translator("volunteer")
ERASED = ("skills_note", "wishes", "times", "emergency", "guardian")


@verb("volunteer.withdraw_consent", permission=WRITE)
def withdraw_consent(uow: UnitOfWork, draft: ConsentDraft) -> int:
    """Take a consent back; answers the volunteer's id.

    Without consent to the keeping of data the volunteer leaves and what was only needed for serving is erased; what was
    served, certified and granted stays, for it has to be kept.
    """
    found = uow.get(Volunteer, draft.id)
    if draft.what not in ("names", "data"):
        raise UserError(_("Say which consent is taken back."), field="what")
    if draft.what == "names" and "names" not in found.consents:
        raise UserError(_("There is no consent to published lists that could be taken back."), field="what",
                        source=PRIVACY_SOURCE)
    today = uow.clock.today().isoformat()
    gone = ("names",) if draft.what == "names" else ("names", "data")
    found.consents = {name: day for name, day in found.consents.items() if name not in gone} | {
        f"{name}_back": today for name in gone if name in found.consents}
    if draft.what == "data":
        found.state, found.skills, found.guardian_on = "left", ",", None
        for name in ERASED:
            setattr(found, name, "")
    uow.trace("volunteer.withdraw_consent", VOLUNTEER, found.id, what=draft.what, reason=clean(draft.reason))
    return int(found.id)
