"""Procedures as data: ordered steps with who convenes, what must be there, papers, clock and way back.

Official names stay Chinese: they stand on papers and are what everybody calls the steps.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from desk.api import N_

#: what a step may ask for → what forms call it; `gates` looks each up in the records
NEEDS: dict[str, str] = {
    "accepted": N_("The topic is taken up"),
    "checked": N_("Acceptance check filled in"),
    "scope": N_("Whom it concerns is named"),
    "talk": N_("Minutes of a frank talk"),
    "council": N_("Minutes of the residents' council"),
    "branch": N_("Minutes of the party branch"),
    "committees": N_("Minutes of both committees"),
    "members": N_("Minutes of the party members' meeting"),
    "meeting": N_("Minutes of any meeting"),
    "conformity": N_("All four conformities ticked"),
    "draft": N_("A draft that nobody sent back"),
    "posted": N_("The newest draft hung its time, all comments answered"),
    "review": N_("Experts agree with the newest draft"),
    "vote": N_("A vote that passed"),
    "chosen": N_("Chosen from the list of projects"),
    "published": N_("The result is posted"),
    "resolution": N_("Record of the resolution"),
    "filed": N_("Filed with the street office"),
}

#: need → kind of gathering that fills it
MEETINGS = {"talk": "talk", "council": "council", "branch": "branch", "committees": "committees", "members": "members",
            "meeting": "deliberation", "vote": "representatives"}


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step. needs: gates of NEEDS, all of them must hold. days: as long as it should take, in `unit`s, 0 without a limit.

    papers: ids of the papers it is known by. back: code of the step a failure returns to. rule: profile of its vote.
    joins: may be held as one with the next step (rules 2.2: where secretary and director are one person).
    """

    code: str
    title: str
    convener: str = ""
    needs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    days: int = 0
    back: str = ""
    rule: str = ""
    unit: str = "day"
    joins: bool = False

    @property
    def meeting(self) -> str:
        """The kind of gathering this step is held as, "" for none."""
        found = next((MEETINGS[need] for need in self.needs if need in MEETINGS), "")
        return "owners" if found == "representatives" and self.rule.startswith("owners") else found


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure; posting_days: how long a draft hangs unless somebody says otherwise. edition: 1 as shipped, then counted."""

    code: str
    title: str
    steps: tuple[StepRule, ...]
    source: str = ""
    posting_days: int = 7
    edition: int = 1

    def step(self, code: str) -> StepRule:
        """The step named `code`; KeyError is a bug of the caller."""
        return {step.code: step for step in self.steps}[code]

    def after(self, code: str) -> StepRule | None:
        """The step that follows, None after the last."""
        codes = [step.code for step in self.steps]
        place = codes.index(code) + 1
        return self.steps[place] if place < len(codes) else None


def as_one(procedure: Procedure) -> Procedure:
    """The same with every step that may be held as one with the next held as one; itself when there is none."""
    steps: list[StepRule] = []
    gone: dict[str, str] = {}
    for step in procedure.steps:
        if steps and steps[-1].joins:
            gone[step.code] = steps[-1].code
            steps[-1] = _as_one(steps[-1], step)
        else:
            steps.append(step)
    return replace(procedure, steps=tuple(replace(step, back=gone.get(step.back, step.back)) for step in steps))


def _as_one(first: StepRule, second: StepRule) -> StepRule:
    """One meeting, the wider of the two; everything else both asked for; as long as both may take."""
    needs = tuple(need for need in first.needs if need not in MEETINGS or second.meeting == "")
    days = first.days + second.days if first.days and second.days and first.unit == second.unit else 0
    return replace(
        first, title=f"{first.title}、{second.title}(合并)", convener=second.convener or first.convener,
        needs=tuple(dict.fromkeys((*needs, *second.needs))), papers=tuple(dict.fromkeys((*first.papers, *second.papers))),
        days=days, rule=second.rule or first.rule, joins=second.joins)


def as_data(procedure: Procedure) -> dict[str, Any]:
    """The procedure as JSON keeps it with a topic."""
    return asdict(procedure)


def from_data(data: dict[str, Any]) -> Procedure:
    """A procedure kept as JSON."""
    steps = tuple(StepRule(**{**step, "needs": tuple(step["needs"]), "papers": tuple(step["papers"])})
                  for step in data["steps"])
    return Procedure(data["code"], data["title"], steps, data.get("source", ""), data.get("posting_days", 7),
                     data.get("edition", 1))
