"""From the tables to the papers of taking up, outcomes, special gatherings, bodies, covenants and projects."""

from collections.abc import Iterator

from sqlalchemy import select

from desk.api.cases import Case, list_cases
from desk.api.db import UnitOfWork
from desk.api.files import get_bytes, list_attachments
from desk.api.meetings import get_gathering, list_gatherings
from desk.api.pages import PageRequest
from desk.api.places import get_venue
from desk.api.scores import list_results, list_rounds_of
from plugins.consultation.classes import class_titles
from plugins.consultation.documents.data import (
    BodiesPaper,
    BodyPaper,
    ChoicePaper,
    CovenantPaper,
    FilingPaper,
    FundsPaper,
    LedgerLine,
    LedgerPaper,
    MattersPaper,
    PointPaper,
    ProjectPaper,
    ResolutionPaper,
    RoutingPaper,
)
from plugins.consultation.documents.loading import CHANNELS, unit
from plugins.consultation.kinds import PHOTOS, TOPIC
from plugins.consultation.models import Filing, Resolution, Topic
from plugins.consultation.queries import get_file
from plugins.consultation.queries_covenants import get_covenant
from plugins.consultation.queries_matters import get_body, get_matter, list_at_spot, list_bodies, list_matters_of
from plugins.consultation.queries_points import list_point_duties, list_visits
from plugins.consultation.queries_projects import find_project_of, get_round
from plugins.consultation.service.funds import list_funds

MOST, EARLIER = 2000, 50
PICTURES = ("image/jpeg", "image/png")


def load_ledger(uow: UnitOfWork, _topic_id: int) -> LedgerPaper:
    """The topics raised this year, oldest first."""
    year = uow.clock.today().year
    cases = [one for one in list_cases(uow, PageRequest(size=MOST), kind=TOPIC).rows if one.opened_on.year == year]
    titles = class_titles(uow)
    topics = {one.case_id: one for one in uow.session.scalars(select(Topic).join(Case, Case.id == Topic.case_id))}
    return LedgerPaper(unit(uow), year, tuple(LedgerLine(
        one.number or "", one.title, titles.get(one.class_code, ""), CHANNELS.get(one.source, ""), one.opened_on,
        len(topics[one.id].raisers), one.state_title, topics[one.id].reply) for one in reversed(cases)))


def load_resolution(uow: UnitOfWork, resolution_id: int) -> ResolutionPaper:
    """A record of a resolution with how it was passed."""
    row = uow.get(Resolution, resolution_id)
    file = get_file(uow, row.topic_id)
    vote = next((one for one in file.votes if one.id == row.vote_id), None)
    return ResolutionPaper(unit(uow), file.case.title, file.procedure.title if file.procedure else "",
                           f",经表决通过(校验码{vote.check_code})" if vote else "",
                           next(one for one in file.resolutions if one.id == resolution_id))


def load_filing(uow: UnitOfWork, filing_id: int) -> FilingPaper:
    """A filing with the meeting that passed it."""
    file = get_file(uow, uow.get(Filing, filing_id).topic_id)
    return FilingPaper(unit(uow), file.resolutions[-1].body if file.resolutions else "",
                       next(one for one in file.filings if one.id == filing_id))


def load_matters(uow: UnitOfWork, gathering_id: int) -> MattersPaper:
    """A gathering with what was brought to it and to earlier ones at the same place."""
    meeting = get_gathering(uow, gathering_id)
    same = [one.id for one in list_gatherings(uow, PageRequest(size=EARLIER, filters={"kind": meeting.kind})).rows
            if one.starts_at < meeting.starts_at]
    return MattersPaper(unit(uow), meeting, tuple(list_matters_of(uow, gathering_id)),
                        tuple(list_at_spot(uow, meeting.place, same)), tuple(_scores(uow, gathering_id)))


def _scores(uow: UnitOfWork, gathering_id: int) -> Iterator[str]:
    for one in list_rounds_of(uow, "gathering", gathering_id):
        if one.state in ("closed", "published", "decided"):
            yield from (f"{row.title}:{row.total_text}分,{row.band}。" for row in list_results(uow, one.id))


def load_routing(uow: UnitOfWork, matter_id: int) -> RoutingPaper:
    """A matter with where it was brought up."""
    matter = get_matter(uow, matter_id)
    meeting = get_gathering(uow, matter.gathering_id)
    return RoutingPaper(unit(uow), matter, matter.meeting, meeting.place, uow.clock.today())


def load_point(uow: UnitOfWork, venue_id: int) -> PointPaper:
    """A talk point with its duties ahead and this month's visits, the oldest first."""
    venue, today = get_venue(uow, venue_id), uow.clock.today()
    duties = tuple((one.day, one.slot, one.who, one.deputy) for one in list_point_duties(uow, venue_id))
    visits = tuple(reversed(list_visits(uow, venue_id, today.replace(day=1))))
    return PointPaper(unit(uow), venue.name, venue.address, venue.hours, venue.keeper, duties, visits, today)


def load_body(uow: UnitOfWork, body_id: int) -> BodyPaper:
    """A body with who sits in it today."""
    body = get_body(uow, body_id)
    return BodyPaper(unit(uow), body, body.sitting(uow.clock.today()))


def load_bodies(uow: UnitOfWork, _body_id: int) -> BodiesPaper:
    """All bodies that work."""
    return BodiesPaper(unit(uow), uow.clock.today(), tuple(one for one in list_bodies(uow) if one.ended_on is None))


def load_covenant(uow: UnitOfWork, covenant_id: int) -> CovenantPaper:
    """A covenant."""
    return CovenantPaper(unit(uow), get_covenant(uow, covenant_id))


def load_project(uow: UnitOfWork, topic_id: int) -> ProjectPaper | None:
    """The project of a topic with the pictures kept with it; None (the blank form) for a topic that is none."""
    found = find_project_of(uow, topic_id)
    order = {label: place for place, (label, _act) in enumerate(PHOTOS)}  # before the work, after it, then the others
    kept = [one for one in list_attachments(uow, TOPIC, topic_id) if one.mime in PICTURES] if found else []
    photos = tuple((one.title or one.file_name, get_bytes(uow, one.id))
                   for one in sorted(kept, key=lambda one: (order.get(one.title, len(order)), one.id)))
    return ProjectPaper(unit(uow), found, photos) if found else None


def load_funds(uow: UnitOfWork, topic_id: int) -> FundsPaper | None:
    """The account of a topic's project; None (the blank form) for a topic that is none."""
    found = find_project_of(uow, topic_id)
    if found is None:
        return None
    lines = tuple((one.day, one.reason, one.amount, one.after) for one in list_funds(uow, topic_id))
    return FundsPaper(unit(uow), found.case.title, found.fund, found.estimate_fen, lines)


def load_round(uow: UnitOfWork, round_id: int) -> ChoicePaper:
    """A choice among projects."""
    return ChoicePaper(unit(uow), get_round(uow, round_id))
