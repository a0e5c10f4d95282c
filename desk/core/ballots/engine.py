"""The engine: from totals and a rule to a verdict, every comparison kept with its numbers. Pure, integers only."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.core.ballots.rules import BASES, CAST, MEASURES, PRESENT, ROLL, Profile, Threshold

YES, NO, ABSTAIN, INVALID = "agree", "against", "abstain", "invalid"
PASSED, FAILED, NO_QUORUM, VOID, NO_VERDICT = "passed", "failed", "no_quorum", "void", "no_verdict"


@dataclass(frozen=True, slots=True)
class Totals:
    """One measure of one question: everybody on the roll, who takes part, and how they voted (0.01 m² for area).

    present: who came to the meeting, or whose ballots came back; None takes what the ballots say.
    """

    roll: int
    agree: int
    against: int = 0
    abstain: int = 0
    invalid: int = 0
    present: int | None = None

    @property
    def cast(self) -> int:
        """Whatever was voted, valid or not."""
        return self.agree + self.against + self.abstain + self.invalid

    def base(self, name: str) -> int:
        """The number a threshold is measured against."""
        return {ROLL: self.roll, PRESENT: self.cast if self.present is None else self.present, CAST: self.cast}[name]


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison as result sheets print it. kind: "quorum", "pass", "shown" (told only, decides nothing)."""

    kind: str
    measure: str
    part: int
    whole: int
    threshold: Threshold
    met: bool
    title: str = ""

    @property
    def needed(self) -> int:
        """The least amount that would have been enough."""
        return self.threshold.needed(self.whole)

    @property
    def words(self) -> str:
        """As printed: 同意人数40;全体(应到)60的三分之二以上为40."""
        what = self.title or ("参加" if self.kind == "quorum" else "同意") + MEASURES[self.measure]
        part, whole, needed = (amount(self.measure, number) for number in (self.part, self.whole, self.needed))
        return f"{what}{part};{BASES[self.threshold.base]}{whole}的{self.threshold.share}为{needed}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """outcome: "passed", "failed", "no_quorum", "void" or "no_verdict"; tests in the order they were made."""

    outcome: str
    tests: tuple[Test, ...] = ()
    note: str = ""

    @property
    def quorum(self) -> bool:
        """Whether enough took part; True where the rule asks for nothing."""
        return all(test.met for test in self.tests if test.kind == "quorum")

    @property
    def looser(self) -> tuple[Test, ...]:
        """Looser readings that would have passed what the rule did not."""
        return tuple(test for test in self.tests if test.kind == "shown" and test.met) if self.outcome != PASSED else ()


@dataclass(frozen=True, slots=True)
class Papers:
    """What happened to the ballots of a round; the identities of 2.5 and F1 #10 must hold."""

    issued: int
    used: int
    spoiled: int = 0
    unused: int = 0
    valid: int = 0
    invalid: int = 0

    def faults(self) -> tuple[str, ...]:
        """Identities that do not hold: "too_many", "issued", "cast"."""
        found = []
        if self.used > self.issued:
            found.append("too_many")
        elif self.issued != self.used + self.spoiled + self.unused:
            found.append("issued")
        if self.used != self.valid + self.invalid:
            found.append("cast")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Members of a named part of the roll: on the roll and present (women's representatives)."""

    groups: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def judge(profile: Profile, totals: Mapping[str, Totals], papers: Papers | None = None,
          attendance: Attendance | None = None) -> Verdict:
    """The verdict on one question. totals: measure → Totals, for each measure of the profile.

    More ballots returned than issued: void, whatever they say. Numbers nobody confirmed: no verdict. No quorum: the yes
    votes are not judged at all (example 9).
    """
    if papers is not None and "too_many" in papers.faults():
        return Verdict(VOID, note="收回票数多于发出票数，本次表决无效，应重新表决。")
    if not profile.decides:
        return Verdict(NO_VERDICT, note="所依据的法定比例尚未由专人核对确认，只公布票数，不作法律结论。")
    counted = {measure: _with_unreturned(profile, totals[measure]) for measure in profile.measures}
    quorum = _quorum(profile, counted, attendance or Attendance())
    if not all(test.met for test in quorum):
        return Verdict(NO_QUORUM, quorum)
    assert profile.passing is not None
    passing = tuple(_test("pass", measure, one.agree, one, profile.passing) for measure, one in counted.items())
    shown = tuple(_test("shown", measure, one.agree, one, looser)
                  for looser in profile.shown for measure, one in counted.items())
    return Verdict(PASSED if all(test.met for test in passing) else FAILED, (*quorum, *passing, *shown))


def amount(measure: str, number: int) -> str:
    """As printed: heads as they are, area in m² with two decimals."""
    return f"{number // 100}.{number % 100:02d}㎡" if measure == "area" else str(number)


def _quorum(profile: Profile, counted: Mapping[str, Totals], attendance: Attendance) -> tuple[Test, ...]:
    found = []
    if profile.quorum is not None:
        found += [_test("quorum", measure, one.base(PRESENT), one, profile.quorum) for measure, one in counted.items()]
    for share in profile.shares:
        whole, here = attendance.groups.get(share.group, (0, 0))
        nobody_asked = attendance.groups.get(share.group) == (0, 0)  # the roll was looked through and has none of them
        met = nobody_asked or share.threshold.met(here, whole)
        found.append(Test("quorum", "persons", here, whole, share.threshold, met, f"出席{share.title}"))
    return tuple(found)


def _test(kind: str, measure: str, part: int, totals: Totals, threshold: Threshold) -> Test:
    whole = totals.base(threshold.base)
    return Test(kind, measure, part, whole, threshold, threshold.met(part, whole))


def _with_unreturned(profile: Profile, totals: Totals) -> Totals:
    """从多: where the owners' own rules say so, what did not come back joins the larger side (rules 2.4)."""
    if profile.unreturned != "majority" or not profile.unreturned_clause:
        return totals
    silent = totals.roll - totals.base(PRESENT)
    if silent <= 0 or totals.agree == totals.against:
        return totals
    more = silent if totals.agree > totals.against else 0
    return Totals(totals.roll, totals.agree + more, totals.against + silent - more, totals.abstain, totals.invalid,
                  totals.roll)
