"""The community's own edition of rules and procedures, made in forms."""

from dataclasses import replace

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.votes import Profile, Threshold, find_profile, list_profiles, save_profile
from plugins.consultation.drafts import ProcedureDraft, RuleDraft, StepRow
from plugins.consultation.kinds import WRITE
from plugins.consultation.models import OwnProcedure
from plugins.consultation.procedures import NEEDS, Procedure, StepRule, as_data
from plugins.consultation.service.topics import list_procedures

_ = translator("consultation")
MOST_DAYS = 366


@verb("consultation.save_rule", permission="desk.votes.rules")
def save_rule(uow: UnitOfWork, draft: RuleDraft) -> str:
    """Keep the community's edition of a rule, or one of its own; naming where the numbers were read confirms them."""
    found = find_profile(uow, draft.code)
    _check_rule(draft, [one for one in list_profiles(uow) if draft.own or one.code != found.code])
    quorum = _share(draft.quorum, "present", draft.quorum_strict, "quorum")
    passing = _share(draft.passing, draft.passing_base, draft.passing_strict, "passing")
    clause = clean(draft.clause, limit=200)
    if draft.unreturned == "majority" and not clause:
        raise UserError(_("Name the clause of the owners' own rules that counts what did not come back."), field="clause",
                        source="《民法典》第二百七十八条")
    code = f"own_{sum(one.code.startswith('own_') for one in list_profiles(uow)) + 1}" if draft.own else found.code
    return save_profile(uow, replace(
        found, code=code, title=draft.title, electorate=clean(draft.electorate, limit=120) or found.electorate,
        convened=clean(draft.convened, limit=120), notice_days=draft.notice_days, posting_days=draft.posting_days,
        valid_from=draft.valid_from.isoformat() if draft.valid_from else "",
        valid_to=draft.valid_to.isoformat() if draft.valid_to else "",
        quorum=replace(quorum, base="roll") if quorum else None, passing=passing,
        unreadable=draft.unreadable, unreturned=draft.unreturned, unreturned_clause=clause,
        proxies=replace(found.proxies, allowed=draft.proxies, cap=max(draft.cap, 0), household=draft.household,
                        staff=draft.staff)), read_in=draft.read_in)


def _check_rule(draft: RuleDraft, others: list[Profile]) -> None:
    """Days and title; UserError beside the field."""
    fields = {name: _("Between 0 (none) and 366 days.") for name in ("notice_days", "posting_days")
              if not 0 <= getattr(draft, name) <= MOST_DAYS}
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        fields["valid_to"] = _("The last day lies before the first.")
    if clean(draft.title) in {one.title for one in others}:
        fields["title"] = _("There is a rule with this name already; give it a name of its own.")
    refuse_marked(fields)


@verb("consultation.save_procedure", permission=WRITE)
def save_procedure(uow: UnitOfWork, draft: ProcedureDraft) -> int:
    """Keep the community's edition of a shipped procedure, or one of its own; running topics keep theirs."""
    rows = [row for row in draft.steps if row.title.strip()]
    if not clean(draft.title) or not rows:
        raise UserError(_("Enter a title and at least one step."), field="title")
    if not 1 <= draft.posting_days <= MOST_DAYS:
        raise UserError(_("Between 1 and 366 days."), field="posting_days")
    code = clean(draft.code, limit=40)
    if draft.own or not code:
        code = f"own_{len(uow.session.scalars(select(OwnProcedure.id)).all()) + 1}"
    known = {one.title: one.code for one in list_procedures(uow)}
    if known.get(clean(draft.title), code) != code:
        raise UserError(_("There is a procedure with this name already."), field="title")
    row = uow.session.scalars(select(OwnProcedure).where(OwnProcedure.code == code)).one_or_none()
    edition = int(row.data.get("edition", 1)) + 1 if row else 1 if code.startswith("own_") else 2
    procedure = Procedure(code, clean(draft.title, limit=120), _steps(rows), clean(draft.source) or "本社区制定",
                          draft.posting_days, edition)
    row = row or OwnProcedure(code=code)
    row.title, row.data = procedure.title, as_data(procedure)
    uow.add(row)
    uow.trace("consultation.save_procedure", "consultation.procedure", row.id, code=code, edition=edition)
    return int(row.id)


def _steps(rows: list[StepRow]) -> tuple[StepRule, ...]:
    """Steps keep their codes, new ones get one; a way back names an earlier step."""
    titles = [clean(row.title, limit=60) for row in rows]
    codes: list[str] = []
    for number, row in enumerate(rows, 1):
        fresh = next(f"s{n}" for n in range(number, number + 2 * len(rows) + 1)
                     if f"s{n}" not in codes and f"s{n}" not in {one.code for one in rows})
        codes.append(row.code if row.code and row.code not in codes else fresh)
    found = []
    for place, row in enumerate(rows):
        where, back = f"steps.{place}", clean(row.back)
        if titles[place] in titles[:place]:
            raise UserError(_("Two steps have the same name: {name}.").format(name=titles[place]), field=f"{where}.title")
        unknown = set(row.needs) - set(NEEDS)
        if unknown:
            raise UserError(_("Step {n} asks for something unknown: {what}.").format(n=place + 1,
                            what="、".join(sorted(unknown))), field=f"{where}.needs")
        if back and back not in titles[:place]:
            raise UserError(_("Step {n} can only go back to an earlier step.").format(n=place + 1), field=f"{where}.back")
        if not 0 <= row.days <= MOST_DAYS or row.unit not in ("day", "workday"):
            raise UserError(_("Between 0 (no limit) and 366 days."), field=f"{where}.days")
        if "vote" in row.needs and not row.rule:
            raise UserError(_("Choose the rule of the vote of step {n}.").format(n=place + 1), field=f"{where}.rule")
        found.append(StepRule(codes[place], titles[place], clean(row.convener, limit=60), row.needs, row.papers, row.days,
                              codes[titles.index(back)] if back else "", row.rule if "vote" in row.needs else "", row.unit,
                              row.joins and place + 1 < len(rows)))
    return tuple(found)


def _share(text: str, base: str, strict: bool, field: str) -> Threshold | None:
    """ "2/3" as a threshold, "" as none."""
    part, _slash, whole = text.replace(" ", "").partition("/")
    if not text.strip():
        return None
    if not (part.isdecimal() and whole.isdecimal() and 0 < int(part) <= int(whole)):
        raise UserError(_("Write a share as 2/3."), field=field)
    return Threshold(int(part), int(whole), base, strict)
