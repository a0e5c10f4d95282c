"""The grid event as a kind of matter: states, permitted moves, steps shown; the words of its lists. Data.

Flow of the seeds (网格事件闭环处置): 发现上报 → 分级分流 → 限时办理 → 跟踪督办 → 办结 → 回访评价 → 归档(销号).
"""

from typing import Any

from desk.api import N_, CaseKind, Move, State, Step, Tone

EVENT, KIND, DISPATCHED, PRESSED, MONTH = "grid.event", "grid.kind", "grid.dispatch", "grid.press", "grid.month"
READ, WRITE, DISPATCH = "grid.event.read", "grid.event.write", "grid.event.dispatch"
REVISIT = "grid.revisit"
"""Purpose of the visit to whoever reported an event, or to its place."""
CLOCK = "limit"
BEFORE, AFTER = "处置前", "处置后"
"""What photos of an event are called: how the place looked when it was found, and afterwards."""
LOOP = "网格事件闭环处置"

LEVELS = (("grid", "网格处置"), ("community", "社区处置"), ("centre", "报上级中心"))
CHANNELS = (("round", "网格巡查"), ("resident", "群众反映"), ("phone", "电话反映"), ("other", "其他"))
OUTCOMES = (("settled", "已解决"), ("explained", "已解释说明"), ("moved", "已移交办理"), ("groundless", "查无此事"))
RATINGS = (("good", "满意"), ("fair", "基本满意"), ("poor", "不满意"), ("unknown", "未作评价"))
VISIT_WAYS = (("door", "上门"), ("phone", "电话"), ("spot", "现场查看"))

STATES = (
    State("reported", N_("Reported"), Tone.WAITING),
    State("handling", N_("Being handled"), Tone.OPEN),
    State("pressed", N_("Pressed for"), Tone.LATE),
    State("handed", N_("Handed over"), Tone.OPEN),
    State("done", N_("Settled, to be revisited"), Tone.WAITING),
    State("revisited", N_("Revisited"), Tone.WAITING),
    State("filed", N_("Filed"), Tone.DONE, final=True),
)
UNSETTLED = ("reported", "handling", "pressed", "handed")
ELSEWHERE = ("handling", "pressed", "handed")
"""States in which somebody else has it in hand."""
MOVES = (
    Move("settle", N_("Settled at once"), ("reported",), "done", WRITE),
    Move("dispatch", N_("Dispatch"), ("reported", "handling", "pressed"), "handling", DISPATCH),
    Move("hand", N_("Hand over"), ("reported", "handling", "pressed"), "handed", DISPATCH),
    Move("press", N_("Press"), ("handling", "pressed"), "pressed", DISPATCH),
    Move("return", N_("Came back unsettled"), ELSEWHERE, "reported", WRITE, why_required=True),
    Move("finish", N_("Settled"), ELSEWHERE, "done", WRITE),
    Move("revisit", N_("Revisited"), ("done",), "revisited", WRITE),
    Move("file", N_("File and strike off"), ("done", "revisited"), "filed", DISPATCH, complete=True, source=LOOP),
    Move("reopen", N_("Open again"), ("done", "revisited", "filed"), "reported", WRITE, why_required=True),
)
_ENDED = ("done", "revisited", "filed")
STEPS = (
    Step("report", N_("Found and reported"), (), (*UNSETTLED, *_ENDED)),
    Step("sort", N_("Sorted by level"), ("reported",), (*ELSEWHERE, *_ENDED)),
    Step("handle", N_("Handled in time"), ("handling", "handed"), ("pressed", *_ENDED)),
    Step("follow", N_("Followed and pressed"), ("pressed",), _ENDED),
    Step("finish", N_("Settled"), (), _ENDED),
    Step("revisit", N_("Revisited and rated"), ("done",), ("revisited", "filed")),
    Step("file", N_("Filed away"), ("revisited",), ("filed",)),
)


def _missing(uow: Any, case_id: int) -> list[Any]:
    from plugins.grid.missing import list_missing  # tables are loaded when somebody asks, not at the start

    return list_missing(uow, case_id)


EVENT_KIND = CaseKind(
    code=EVENT, title=N_("Grid event"), states=STATES, moves=MOVES, steps=STEPS, series=EVENT, first_state="reported",
    permission_read=READ, permission_write=WRITE, view=EVENT, missing=_missing)


def word(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """The official word of a code; the code itself when nobody knows it."""
    return dict(choices).get(code, code)
