"""The result file: everything a stranger needs to count again, and the check code that stands on the notice."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from desk.core.ballots.engine import ABSTAIN, INVALID, NO, YES, Attendance, Papers, Totals, Verdict, judge
from desk.core.ballots.rules import Profile, as_data

#: one ballot's say on one question: (choice, one weight a measure of the profile)
Vote = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class QuestionCount:
    """A question with everybody's choices in sorted order; present per measure as in Totals."""

    id: str
    text: str
    votes: tuple[Vote, ...]
    roll: Mapping[str, int]
    present: Mapping[str, int | None] = field(default_factory=dict)

    def totals(self, measures: tuple[str, ...]) -> dict[str, Totals]:
        """Measure → Totals."""
        found = {}
        for place, measure in enumerate(measures):
            sums = {YES: 0, NO: 0, ABSTAIN: 0, INVALID: 0}
            for choice, weights in self.votes:
                sums[choice] += weights[place]
            found[measure] = Totals(self.roll[measure], sums[YES], sums[NO], sums[ABSTAIN], sums[INVALID],
                                    self.present.get(measure))
        return found


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted vote: verdicts by question id, the result file's text and its check code ("1A2B-…")."""

    verdicts: Mapping[str, Verdict]
    totals: Mapping[str, Mapping[str, Totals]]
    text: str
    check: str


def chained(steps: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    """Log lines (what, count) with their chain of hashes: batches and turning points, never a single ballot, no times."""
    before, lines = "", []
    for number, (what, count) in enumerate(steps, 1):
        before = hashlib.sha256(f"{before}|{number}|{what}|{count}".encode()).hexdigest()
        lines.append({"n": number, "what": what, "count": count, "hash": before})
    return lines


def check_code(data: Mapping[str, Any]) -> str:
    """The first 64 bits of the file's hash as people read them aloud."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    said = hashlib.sha256(text.encode()).hexdigest()
    return "-".join(said[at:at + 4] for at in range(0, 16, 4)).upper()


def count_questions(profile: Profile, questions: Iterable[QuestionCount], *, papers: Papers | None = None,
                    attendance: Attendance | None = None, log: Iterable[tuple[str, int]] = (),
                    about: Mapping[str, Any] | None = None) -> Counted:
    """Count, judge and write the file. about: title, round, day and what else the head of the file says."""
    verdicts, sums, lines = {}, {}, []
    for question in questions:
        totals = question.totals(profile.measures)
        verdict = judge(profile, totals, papers, attendance)
        verdicts[question.id], sums[question.id] = verdict, totals
        lines.append({
            "id": question.id, "text": question.text, "outcome": verdict.outcome,
            "choices": sorted(" ".join((choice, *map(str, weights))) for choice, weights in question.votes),
            "totals": {measure: asdict(one) for measure, one in totals.items()}})
    data: dict[str, Any] = {
        "desk-result": 1, "about": dict(about or {}), "profile": as_data(profile), "papers": asdict(papers) if papers else None,
        "attendance": {name: list(pair) for name, pair in (attendance or Attendance()).groups.items()},
        "questions": lines, "log": chained(log)}
    code = check_code(data)
    text = json.dumps({**data, "check": code}, ensure_ascii=False, indent=1)
    return Counted(verdicts, sums, text, code)
