"""Rules of votes and procedures: what ships, what the community changed, what nobody has confirmed yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Column, Field, FormSpec, ListSpec, Page, PageRequest, Repeat, Section, StateCell
from desk.api.votes import Profile, Threshold, list_profiles
from plugins.consultation.drafts import ProcedureDraft, RuleDraft, StepRow
from plugins.consultation.kinds import WRITE
from plugins.consultation.pages.common import picked
from plugins.consultation.procedures import NEEDS, StepRule
from plugins.consultation.service.rules import save_procedure, save_rule
from plugins.consultation.service.topics import list_procedures

_ = translator("consultation")
UNITS = (("day", N_("days")), ("workday", N_("working days")))
PAPERS = (
    ("topic", "议题征集表"),
    ("check", "议题审核(立项)表"),
    ("reply", "议题答复单"),
    ("notice", "会议通知"),
    ("sign_in", "签到表"),
    ("minutes", "议事会议记录"),
    ("draft", "方案(公约)草案"),
    ("posting", "公示"),
    ("comments", "意见收集与采纳表"),
    ("review", "专家审查意见表"),
    ("stages", "民主议事审议表"),
    ("register", "发票(领票)登记表"),
    ("tally", "计票单"),
    ("result", "表决结果公告"),
    ("resolution", "议事决议"),
    ("street_filing", "备案报告"),
    ("scores", "实施评议表"),
)
BASES = (("roll", "全体(应到)"), ("present", "到会(参与表决)"), ("cast", "投票(有效票与无效票)"))


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list; id: its place."""

    id: int
    title: str
    quorum: str
    passing: str
    source: str
    state: StateCell


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure in the list; id: its place."""

    id: int
    title: str
    steps: str
    source: str


def _fetch_rules(uow: UnitOfWork, request: PageRequest) -> Page[RuleRow]:
    found = [(number, one) for number, one in enumerate(list_profiles(uow), 1) if request.text.strip() in one.title]
    return Page([RuleRow(number, one.title, one.quorum.words if one.quorum else "—",
                         one.passing.words if one.passing and one.decides else "—", one.source, _state(uow, one))
                 for number, one in found], None, len(found))


def _state(uow: UnitOfWork, one: Profile) -> StateCell:
    if not one.decides:
        return StateCell(_("Not confirmed"), Tone.LATE)
    if not one.in_force(uow.clock.today().isoformat()):
        return StateCell(_("Not in force"), Tone.MUTED)
    return StateCell(_("Read in its source"), Tone.DONE) if one.mark == "sure" else StateCell(_("Practice, check it"),
                                                                                              Tone.WAITING)


def _load_rule(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    one = list_profiles(uow)[(record_id or 1) - 1]
    return {"code": one.code, "title": one.title, "quorum": _text(one.quorum), "passing": _text(one.passing),
            "quorum_strict": bool(one.quorum and one.quorum.strict), "passing_strict": bool(one.passing and one.passing.strict),
            "passing_base": one.passing.base if one.passing else "roll", "cap": one.proxies.cap, "proxies": one.proxies.allowed,
            "household": one.proxies.household, "staff": one.proxies.staff, "unreturned": one.unreturned,
            "clause": one.unreturned_clause, "unreadable": one.unreadable,
            "source": f"{one.source} {one.note}".strip(), "electorate": one.electorate, "convened": one.convened,
            "notice_days": one.notice_days, "posting_days": one.posting_days, "valid_from": _day(one.valid_from),
            "valid_to": _day(one.valid_to), "own": False}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(one: Threshold | None) -> str:
    return f"{one.numerator}/{one.denominator}" if one else ""


def _fetch_procedures(uow: UnitOfWork, request: PageRequest) -> Page[ProcedureRow]:
    found = [ProcedureRow(number, one.title, " → ".join(map(_step_words, one.steps)), one.source)
             for number, one in enumerate(list_procedures(uow), 1) if request.text.strip() in one.title]
    return Page(found, None, len(found))


def _step_words(step: StepRule) -> str:
    unit = _("working days") if step.unit == "workday" else _("days")
    return f"{step.title}({step.days} {unit})" if step.days else step.title


def _load_procedure(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    if record_id is None:
        return {"posting_days": 7, "source": "本社区制定", "own": True, "steps": [{"days": 15, "unit": "day"}]}
    one = list_procedures(uow)[record_id - 1]
    titles = {step.code: step.title for step in one.steps}
    return {"code": one.code, "title": one.title, "posting_days": one.posting_days, "source": one.source, "own": False,
            "steps": [{"code": step.code, "title": step.title, "convener": step.convener, "needs": step.needs,
                       "papers": step.papers, "days": step.days, "unit": step.unit, "back": titles.get(step.back, ""),
                       "rule": step.rule, "joins": step.joins} for step in one.steps]}


def _rules(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [("", "—"), *((one.code, one.title) for one in list_profiles(uow, on=uow.clock.today().isoformat()))]


def _procedure(values: dict[str, Any]) -> ProcedureDraft:
    steps = tuple(picked(StepRow, row, needs=tuple(row.get("needs") or ()), papers=tuple(row.get("papers") or ()))
                  for row in values.get("steps") or () if row.get("title"))
    return picked(ProcedureDraft, values, steps=steps)


RULES = ListSpec(
    id="consultation.rules", title=N_("Rules of votes"), record="ballot.profile", domain="consultation",
    columns=(Column("title", N_("Rule"), 260), Column("state", N_("State"), 190, "state"), Column("quorum", N_("Quorum"), 190),
             Column("passing", N_("To pass"), 200), Column("source", N_("Source"), 0)),
    fetch=_fetch_rules, opens="consultation.rule_form", search_hint=N_("Words of the rule"))
PROCEDURES = ListSpec(
    id="consultation.procedures", title=N_("Procedures"), record="consultation.procedure", domain="consultation",
    columns=(Column("title", N_("Procedure"), 160), Column("steps", N_("Steps"), 0), Column("source", N_("Source"), 280)),
    fetch=_fetch_procedures, opens="consultation.procedure_form", search_hint=N_("Words of the procedure"),
    new="consultation.procedure_form", new_title=N_("Make a procedure"), new_permission=WRITE)
RULE_FORM = FormSpec(
    id="consultation.rule_form", title=N_("Change or confirm a rule"), domain="consultation", save=save_rule, load=_load_rule,
    make_draft=lambda values: picked(RuleDraft, values), sections=(Section("", (
        Field("title", N_("Rule"), "text", True), Field("source", N_("Source"), "note"),
        Field("electorate", N_("Who votes")), Field("convened", N_("What it takes to call it")),
        Field("quorum", N_("Quorum, share of the roll"), help=N_("As 2/3; left blank: none.")),
        Field("quorum_strict", N_("More than that share"), "bool"),
        Field("passing", N_("To pass, share"), help=N_("As 1/2; left blank: no verdict is given.")),
        Field("passing_strict", N_("More than that share"), "bool"),
        Field("passing_base", N_("Share of"), "choice", choices=BASES),
        Field("proxies", N_("Others may vote for a voter"), "bool"),
        Field("cap", N_("Voters one proxy may stand for"), "number", help=N_("0: as many as they like."),
              visible_when={"proxies": (True,)}),
        Field("household", N_("Only members of the same household"), "bool", visible_when={"proxies": (True,)}),
        Field("staff", N_("Staff of the property company too"), "bool", visible_when={"proxies": (True,)}),
        Field("unreturned", N_("Ballots that did not come back"), "choice", choices=(
            ("absent", N_("Did not take part")), ("majority", N_("Join the larger side, by the owners' own rules")))),
        Field("clause", N_("Clause of the owners' rules"), visible_when={"unreturned": ("majority",)},
              help=N_("It is printed on ballots and on the notice of the result.")),
        Field("unreadable", N_("Blank or unreadable counts as"), "choice", choices=(
            ("invalid", N_("Invalid")), ("abstain", N_("Abstain")))),
        Field("notice_days", N_("Days of notice before the vote"), "number", help=N_("0: the rule names none.")),
        Field("posting_days", N_("Period of posting, days"), "number", help=N_("0: the rule names none.")),
        Field("valid_from", N_("In force from"), "date"), Field("valid_to", N_("In force until"), "date"),
        Field("read_in", N_("Where you read the numbers"), "lines", rows=2,
              help=N_("Article of the law or clause of the house rules. Naming it confirms the rule in your name.")),
        Field("own", N_("Keep it as a rule of its own"), "bool",
              help=N_("The rule it came from stays as it is. Give it a name of its own.")))),))
PROCEDURE_FORM = FormSpec(
    id="consultation.procedure_form", title=N_("Change a procedure"), domain="consultation", save=save_procedure,
    load=_load_procedure, make_draft=_procedure, sections=(
        Section("", (
            Field("title", N_("Procedure"), "text", True), Field("source", N_("Source")),
            Field("posting_days", N_("Days a draft hangs"), "number", True),
            Field("own", N_("Keep it as a procedure of its own"), "bool", help=N_("Give it a name of its own.")),
            Repeat("steps", N_("Step"), (
                Field("title", N_("Name of the step")), Field("convener", N_("Called by")),
                Field("days", N_("Days it may take"), "number", help=N_("0 without a limit.")),
                Field("unit", N_("Unit of the period"), "choice", choices=UNITS, default="day"),
                Field("needs", N_("What must be there"), "ticks", choices=tuple(NEEDS.items())),
                Field("rule", N_("Rule of its vote"), "choice", choices=_rules),
                Field("papers", N_("Papers"), "ticks", choices=PAPERS),
                Field("back", N_("Goes back to"), help=N_("Name of an earlier step, or nothing.")),
                Field("joins", N_("May be held as one with the next step"), "bool",
                      help=N_("Where secretary and director are one person; chosen when a topic is taken up."))),
                N_("Add a step"), minimum=1)),
            N_("Running topics keep the edition they began with.")),))
