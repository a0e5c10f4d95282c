"""The dispute as a kind of case: states, permitted moves with their legal source, steps shown, time limits.

State machine of rules 1.9: 登记 → 受理/不予受理 → 调解中 → 达成/终止 → 履行中 → 履行完毕/未履行 → 结案 → 立卷归档.
"""

from typing import Any

from desk.api import N_, CaseKind, Limit, Move, State, Step, Tone

DISPUTE, SESSION, AGREEMENT = "mediation.dispute", "mediation.session", "mediation.agreement"
PLAN, ESCALATION, EXTENSION = "mediation.plan", "mediation.escalation", "mediation.extension"
MEDIATOR, ROOM = "mediation.mediator", "mediation.star_room"
CASE_SERIES, AGREEMENT_SERIES, ORAL_SERIES = "mediation.case", "mediation.agreement", "mediation.oral"
READ, WRITE, ALL, ISSUE = ("mediation.case.read", "mediation.case.write", "mediation.case.all", "mediation.agreement.issue")

STATES = (
    State("registered", N_("Registered"), Tone.WAITING),
    State("accepted", N_("Accepted"), Tone.OPEN),
    State("refused", N_("Not accepted"), Tone.MUTED, final=True),
    State("mediating", N_("In mediation"), Tone.OPEN),
    State("agreed", N_("Agreement reached"), Tone.WAITING),
    State("performing", N_("Being performed"), Tone.OPEN),
    State("performed", N_("Performed"), Tone.DONE),
    State("unperformed", N_("Not performed"), Tone.LATE),
    State("terminated", N_("Terminated"), Tone.MUTED),
    State("withdrawn", N_("Withdrawn"), Tone.MUTED, final=True),
    State("closed", N_("Closed"), Tone.DONE, final=True),
    State("archived", N_("Filed"), Tone.DONE, final=True),
)

MOVES = (
    Move("accept", N_("Accept"), ("registered",), "accepted", WRITE, source="人民调解法 第十七条"),
    Move("refuse", N_("Do not accept"), ("registered",), "refused", WRITE, why_required=True),
    Move("withdraw", N_("Withdraw"), ("registered", "accepted", "mediating"), "withdrawn", WRITE, why_required=True,
         source="人民调解法 第二十三条"),
    Move("begin", N_("Begin mediation"), ("accepted",), "mediating", WRITE),
    Move("agree", N_("Agreement reached"), ("mediating",), "agreed", WRITE),
    Move("terminate", N_("Terminate"), ("accepted", "mediating"), "terminated", WRITE, why_required=True,
         source="人民调解法 第二十六条"),
    Move("seal", N_("Signed and sealed"), ("agreed",), "performing", ISSUE, source="人民调解法 第二十九条"),
    Move("oral", N_("Agreed orally"), ("agreed",), "performing", WRITE, source="人民调解法 第三十条"),
    Move("perform", N_("Performed"), ("performing", "unperformed"), "performed", WRITE, source="人民调解法 第三十一条"),
    Move("fail", N_("Not performed"), ("performing",), "unperformed", WRITE, why_required=True, source="人民调解法 第三十二条"),
    Move("resume", N_("Performance goes on"), ("performed",), "performing", WRITE, why_required=True,
         source="人民调解法 第三十一条"),
    Move("revise", N_("Mediate again"), ("performing", "unperformed"), "mediating", WRITE, why_required=True,
         source="人民调解法 第三十三条"),
    Move("close", N_("Close"), ("performed", "unperformed", "terminated"), "closed", WRITE),
    Move("reopen", N_("Reopen"), ("closed",), "mediating", WRITE, why_required=True),
    Move("archive", N_("File"), ("closed", "refused", "withdrawn"), "archived", WRITE, source="人民调解法 第二十七条"),
)

_AFTER_ACCEPTED = ("mediating", "agreed", "performing", "performed", "unperformed", "terminated", "closed", "archived")
_AFTER_AGREED = ("performing", "performed", "unperformed", "closed", "archived")

STEPS = (
    Step("intake", N_("Registration"), ("registered",), ("accepted", *_AFTER_ACCEPTED)),
    Step("sessions", N_("Mediation"), ("accepted", "mediating"), ("agreed", "terminated", *_AFTER_AGREED)),
    Step("agreement", N_("Agreement"), ("agreed",), _AFTER_AGREED),
    Step("performance", N_("Performance"), ("performing", "unperformed"), ("performed", "closed", "archived")),
    Step("closing", N_("Closing and filing"), ("performed", "terminated", "closed"), ("archived",)),
)

_SETTLED = ("agreed", "performing", "terminated", "withdrawn")
LIMITS = (
    Limit("accept", N_("Decide on acceptance"), "registered", 3, "workday", "各地规定不一(未能核实)",
          "mediation.days_to_accept", stops_in=("accepted", "refused", "withdrawn")),
    Limit("mediate", N_("Settle the dispute"), "", 30, "day", "《人民调解工作若干规定》第三十三条",
          "mediation.days_to_settle", stops_in=_SETTLED),
    Limit("mediate_medical", N_("Settle the dispute"), "", 30, "workday", "《医疗纠纷预防和处理条例》第三十八条",
          stops_in=_SETTLED),
    Limit("labour", N_("No agreement by then: the parties may ask for arbitration"), "", 15, "day",
          "《劳动争议调解仲裁法》第十四条", stops_in=_SETTLED),
    Limit("traffic", N_("The parties may ask the traffic police to mediate"), "", 3, "day", "《道路交通事故处理程序规定》"),
    Limit("sign", N_("Sign the agreement"), "agreed", 3, "workday", "各地规定不一(未能核实)", "mediation.days_to_sign",
          stops_in=("mediating", "terminated", "withdrawn")),
    Limit("visit", N_("Return visit"), "performing", 30, "day", "人民调解法 第三十一条", "mediation.days_to_visit",
          stops_in=("closed",)),
)


def limit_of(category: str) -> str:
    """Code of the limit within which disputes of this category are to be settled (rules 1.8)."""
    return "mediate_medical" if category == "medical" else "mediate"


NOT_COUNTED: dict[str, str] = {"medical": "《医疗纠纷预防和处理条例》第三十八条"}
"""Kinds of dispute whose limit does not count the time of an expert's appraisal, and the law that says so."""
FROM_REQUEST: dict[str, str] = {"labour": "labour", "migrant_wages": "labour"}
"""Kinds of dispute with a further limit that runs from the day of the request (劳动争议调解仲裁法 第十四条)."""


def limit_source(category: str) -> str:
    """The law that sets this limit."""
    return next(limit.source for limit in LIMITS if limit.code == limit_of(category))


def _missing(uow: Any, case_id: int) -> list[Any]:
    from plugins.mediation.pages.missing import list_missing  # tables are loaded when somebody asks, not at the start

    return list_missing(uow, case_id)


DISPUTE_KIND = CaseKind(
    code=DISPUTE, title=N_("Dispute"), states=STATES, moves=MOVES, steps=STEPS, limits=LIMITS, series="mediation.case",
    first_state="registered", confidential=True, permission_read=READ, permission_write=WRITE, permission_confidential=ALL,
    view="mediation.dispute", missing=_missing)
