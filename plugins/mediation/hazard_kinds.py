"""The hazard as a kind of matter: states, permitted moves, the running clock by level; lists of the ledger. Data.

Flow of 四诊工作法: 登记 → 会诊 → 包案 → 调解 → 化解/引导法律途径 → 销号; struck lines may flare up again.
"""

from desk.api import N_, CaseKind, Limit, Move, State, Step, Tone
from plugins.mediation.kinds import ALL, READ, WRITE

HAZARD, PATROL, RESPONSIBILITY = "mediation.hazard", "mediation.patrol", "mediation.responsibility"
RETURN_VISIT = "mediation.hazard_return"
"""Purpose of visits to the parties of a line that was struck off (复诊)."""
HAZARD_SERIES = "mediation.hazard"
SOURCES = (("patrol", "巡诊排查"), ("grid", "网格上报"), ("resident", "群众反映"), ("police", "公安移交"),
           ("court", "法院移送"), ("unit", "单位转办"), ("doorstep", "门前店面调解"), ("other", "其他"))
LEVELS = (("general", "一般"), ("greater", "较大"), ("major", "重大"))
OUTCOMES = (("settled", "已化解"), ("agreement", "达成调解协议"), ("legal", "引导法律途径"), ("moved", "移交其他单位"),
            ("groundless", "查无此事"))
SETTLED = ("settled", "agreement")
"""Outcomes that count as settled."""
WAYS = (("law", "依法调解"), ("virtue", "以德调解"), ("consultation", "协商调解"))
CLOCKS = tuple(f"settle_{code}" for code, _title in LEVELS)
_DAYS = {"general": 30, "greater": 15, "major": 7}
_LEVEL_WORDS = {"general": N_("Strike off (ordinary)"), "greater": N_("Strike off (greater)"),
                "major": N_("Strike off (major)")}
_OPEN = "四诊工作法 对账销号(期限由各地确定)"

STATES = (
    State("found", N_("Entered"), Tone.WAITING),
    State("studying", N_("Joint study"), Tone.OPEN),
    State("charged", N_("Somebody answers for it"), Tone.OPEN),
    State("mediating", N_("In mediation"), Tone.OPEN),
    State("proposed", N_("Strike-off asked for"), Tone.WAITING),
    State("struck", N_("Struck off"), Tone.DONE, final=True),
    State("spot", N_("Settled on the spot"), Tone.DONE, final=True),
)
_WORKING = ("found", "studying", "charged", "mediating")
MOVES = (
    Move("study", N_("Study it jointly"), ("found", "charged"), "studying", WRITE),
    Move("charge", N_("Make somebody answer for it"), ("found", "studying", "charged"), "charged", WRITE),
    Move("mediate", N_("Mediate"), ("found", "studying", "charged"), "mediating", WRITE),
    Move("back", N_("Back from mediation"), ("mediating",), "charged", WRITE, why_required=True),
    Move("propose", N_("Ask for the strike-off"), _WORKING, "proposed", WRITE),
    Move("refuse", N_("Not yet"), ("proposed",), "charged", ALL, why_required=True),
    Move("strike", N_("Strike off"), ("proposed",), "struck", ALL),
    Move("spot", N_("Settled on the spot"), ("found",), "spot", WRITE),
    Move("relapse", N_("It flared up again"), ("struck", "spot"), "found", WRITE, why_required=True),
)
STEPS = (
    Step("enter", N_("Entry"), ("found",), ("studying", "charged", "mediating", "proposed", "struck", "spot")),
    Step("settle", N_("Settling"), ("studying", "charged", "mediating"), ("proposed", "struck", "spot")),
    Step("strike", N_("Strike-off"), ("proposed",), ("struck", "spot")),
)
HAZARD_KIND = CaseKind(
    code=HAZARD, title=N_("Hazard"), states=STATES, moves=MOVES, steps=STEPS, series=HAZARD_SERIES, first_state="found",
    limits=tuple(Limit(f"settle_{code}", _LEVEL_WORDS[code], "", _DAYS[code], "day", _OPEN, f"mediation.hazard_days_{code}",
                       stops_in=("struck", "spot")) for code, _title in LEVELS),
    permission_read=READ, permission_write=WRITE, view="mediation.hazard")


def word(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """The official word of a code; the code itself when nobody knows it."""
    return dict(choices).get(code, code)
