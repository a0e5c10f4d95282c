"""The community's own edition of rules and procedures, made in forms."""

from dataclasses import replace

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.votes import Threshold, find_profile, save_profile
from plugins.consultation.drafts import ProcedureDraft, RuleDraft
from plugins.consultation.kinds import WRITE
from plugins.consultation.models import OwnProcedure
from plugins.consultation.procedures import NEEDS, Procedure, StepRule, as_data

_ = translator("consultation")


@verb("consultation.save_rule", permission="desk.votes.rules")
def save_rule(uow: UnitOfWork, draft: RuleDraft) -> str:
    """Keep the community's edition of a rule; naming where the numbers were read confirms them."""
    found = find_profile(uow, draft.code)
    quorum = _share(draft.quorum, "present", draft.quorum_strict, "quorum")
    passing = _share(draft.passing, draft.passing_base, draft.passing_strict, "passing")
    clause = clean(draft.clause, limit=200)
    if draft.unreturned == "majority" and not clause:
        raise UserError(_("Name the clause of the owners' own rules that counts what did not come back."), field="clause",
                        source="《民法典》第二百七十八条")
    return save_profile(uow, replace(
        found, title=draft.title, quorum=replace(quorum, base="roll") if quorum else None, passing=passing,
        unreadable=draft.unreadable, unreturned=draft.unreturned, unreturned_clause=clause,
        proxies=replace(found.proxies, allowed=draft.proxies, cap=max(draft.cap, 0), household=draft.household,
                        staff=draft.staff)), read_in=draft.read_in)


@verb("consultation.save_procedure", permission=WRITE)
def save_procedure(uow: UnitOfWork, draft: ProcedureDraft) -> int:
    """Keep the community's edition; running topics keep theirs. Steps get codes by their place, ways back name a step."""
    titles = [clean(step.title, limit=60) for step in draft.steps if step.title.strip()]
    if not clean(draft.title) or not titles:
        raise UserError(_("Enter a title and at least one step."), field="title")
    steps = []
    for number, step in enumerate((one for one in draft.steps if one.title.strip()), 1):
        unknown = set(step.needs) - set(NEEDS)
        if unknown:
            raise UserError(_("Step {n} asks for something unknown: {what}.").format(n=number, what="、".join(sorted(unknown))),
                            field="steps")
        back = clean(step.back)
        if back and back not in titles[:number - 1]:
            raise UserError(_("Step {n} can only go back to an earlier step.").format(n=number), field="steps")
        steps.append(StepRule(f"s{number}", clean(step.title, limit=60), clean(step.convener, limit=60), step.needs,
                              back=f"s{titles.index(back) + 1}" if back else "", rule=step.rule))
    procedure = Procedure(clean(draft.code, limit=40), clean(draft.title, limit=120), tuple(steps), "本社区制定",
                          draft.posting_days)
    row = uow.session.scalars(select(OwnProcedure).where(OwnProcedure.code == procedure.code)).one_or_none()
    row = row or OwnProcedure(code=procedure.code)
    row.title, row.data = procedure.title, as_data(procedure)
    uow.add(row)
    uow.trace("consultation.save_procedure", "consultation.procedure", row.id, code=procedure.code)
    return int(row.id)


def _share(text: str, base: str, strict: bool, field: str) -> Threshold | None:
    """ "2/3" as a threshold, "" as none."""
    part, _slash, whole = text.replace(" ", "").partition("/")
    if not text.strip():
        return None
    if not (part.isdecimal() and whole.isdecimal() and 0 < int(part) <= int(whole)):
        raise UserError(_("Write a share as 2/3."), field=field)
    return Threshold(int(part), int(whole), base, strict)
