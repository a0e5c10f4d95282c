"""Words of visits: states, ways, what is found. No Qt."""

from desk.core.cases.kinds import Tone
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.search.queries import find_records
from desk.core.visits.purposes import COMMON, finding_title, purpose_title, purposes
from desk.core.visits.queries import VisitRow
from desk.host.pages import Pick, StateCell

STATES = {"planned": (N_("Planned"), Tone.OPEN), "done": (N_("Visited"), Tone.DONE),
          "missed": (N_("Nobody met"), Tone.WAITING), "cancelled": (N_("Called off"), Tone.MUTED)}
WAYS = (("door", N_("At the door")), ("phone", N_("By telephone")), ("online", N_("Online")),
        ("counter", N_("They came to us")), ("spot", N_("On the spot")))
SOLVED = ((True, N_("Settled there and then")), (False, N_("Not settled")))


def state_cell(row: VisitRow) -> StateCell:
    """Its state; an open follow-up shows before "made"."""
    if row.state == "done" and row.follow_up_open:
        return StateCell(_("To be followed up"), Tone.WAITING)
    word, tone = STATES[row.state]
    return StateCell(_(word), tone)


def found_words(row: VisitRow) -> str:
    """What was found, in words."""
    return "、".join(finding_title(row.purpose, code) for code in row.findings)


def purpose_choices(_uow: object = None) -> list[tuple[str, str]]:
    """Every known purpose."""
    return [(one.code, purpose_title(one.code)) for one in purposes()]


def finding_choices(_uow: object = None) -> list[tuple[str, ...]]:
    """Everything that may be found; findings of a purpose of its own stand under its title."""
    found: list[tuple[str, ...]] = [(one.code, _(one.title)) for one in COMMON]
    seen = {one.code for one in COMMON}
    for purpose in purposes():
        for one in purpose.findings:
            if one.code not in seen:
                seen.add(one.code)
                found.append((one.code, finding_title(purpose.code, one.code), purpose_title(purpose.code)))
    return found


def find_known_homes(uow: UnitOfWork, text: str) -> list[Pick]:
    """Households whose address or number fits."""
    return [Pick(hit.record_id, hit.title, hit.subtitle)
            for hit in find_records(uow, text, kinds=("household",), limit=10).hits]
