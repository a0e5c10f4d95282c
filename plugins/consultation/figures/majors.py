"""Facts of major matters of the village: by stage, with money, land, households and the days it took (systems F1 #9)."""

from dataclasses import dataclass
from datetime import date

from desk.api.db import UnitOfWork
from desk.api.statistics import Scope
from plugins.consultation.figures.facts import topic_rows
from plugins.consultation.models import Topic
from plugins.consultation.procedures import from_data


@dataclass(slots=True)
class MajorFact:
    """A major matter of the village. …_on: the day the stage was finished last. days: from its first review to the vote.

    amount: fen; land: mu.
    """

    id: int
    kind: str
    raised_on: date
    amount: int
    land: int
    households: int
    branch_on: date | None = None
    committees_on: date | None = None
    members_on: date | None = None
    voted_on: date | None = None
    days: int = 0


def majors(uow: UnitOfWork, scope: Scope) -> list[MajorFact]:
    """Major matters raised up to the end of the scope, with the stages they went through by then."""
    return [_major(row, scope.last) for row, _case in topic_rows(uow, scope) if row.major]


def _major(row: Topic, last: date) -> MajorFact:
    major = row.major
    found = MajorFact(row.case_id, major["kind"], row.raised_on, major["amount_fen"] or 0, major["land"] or 0,
                      major["households"] or 0)
    needs = {step.code: set(step.needs) for step in from_data(row.procedure).steps} if row.procedure else {}
    first = None
    for one in row.done:
        day, asked = date.fromisoformat(one["on"]), needs.get(one["code"], set())
        if one.get("back") or day > last:
            continue
        for stage in {"branch", "committees", "members"} & asked:
            setattr(found, f"{stage}_on", day)
            first = first or day
        if "vote" in asked and "members" not in asked:
            found.voted_on, found.days = day, (day - first).days if first else 0
    return found
