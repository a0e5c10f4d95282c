"""Results as bars: one a measure, as wide as everybody entitled, the parts in order, the threshold as a line. Pure numbers."""

from dataclasses import dataclass

from desk.api.votes import MEASURES, QuestionResult, Totals, amount

PARTS = ("agree", "against", "abstain", "invalid")
TITLES = {"agree": "同意", "against": "反对", "abstain": "弃权", "invalid": "无效", "absent": "未参加"}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar. code: of PARTS or "absent"; words: with its number and share, as shown."""

    code: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """whole: everybody entitled; line: where the rule is reached, None where it says nothing; turnout: who took part."""

    title: str
    whole: int
    parts: tuple[Part, ...]
    line: int | None
    line_words: str
    turnout: int
    turnout_words: str


def bars_of(question: QuestionResult) -> tuple[Bar, ...]:
    """A bar for persons, one for area or shares where they are weighed."""
    needed = {test.measure: test.needed for test in question.verdict.tests if test.kind == "pass"}
    return tuple(_bar(measure, one, needed.get(measure)) for measure, one in question.totals.items())


def share(part: int, whole: int) -> str:
    """Percent with one decimal, in integers, rounded down: 39 of 60 is 65.0 %."""
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10}%"


def _bar(measure: str, one: Totals, line: int | None) -> Bar:
    cast = one.cast if one.present is None else one.present
    numbers = {name: getattr(one, name) for name in PARTS} | {"absent": max(one.roll - one.cast, 0)}
    parts = tuple(Part(code, number, f"{TITLES[code]} {amount(measure, number)}({share(number, one.roll)})")
                  for code, number in numbers.items() if number)
    return Bar(MEASURES[measure], one.roll, parts, line, f"通过所需 {amount(measure, line)}" if line is not None else "", cast,
               f"应参加 {amount(measure, one.roll)},参加 {amount(measure, cast)},参与率 {share(cast, one.roll)}")
