"""A score sheet as data: criteria, who rates with which weight, grades. Loads no database.

Points are whole hundredths everywhere ("8.5 points" is 850), so that no sum is ever a hair off.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desk.core.errors import refuse_marked
from desk.core.i18n import N_, _

POINT = 100
"""Hundredths in a point."""
POINTS, TICKS, DEDUCTION, CHOICE, GIVEN = "points", "ticks", "deduction", "choice", "given"
CRITERION_KINDS = ((POINTS, N_("Points")), (TICKS, N_("Met or not")), (DEDUCTION, N_("Points taken off")),
                   (CHOICE, N_("One of several")), (GIVEN, N_("Taken from the records")))


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a "choice" criterion. points: hundredths."""

    title: str
    points: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of a sheet. maximum: hundredths. weight: percent of its points that count.

    kind "points": 0 to maximum. "ticks": maximum when met. "deduction": maximum less what is taken off, never below 0.
    "choice": the points of one of `options`. "given": the subject brings the points with it (from the records), nobody rates.
    roles: codes of those who rate it, () for all.
    """

    code: str
    title: str
    maximum: int
    kind: str = POINTS
    group: str = ""
    weight: int = 100
    guidance: str = ""
    options: tuple[Option, ...] = ()
    roles: tuple[str, ...] = ()

    def points(self, value: int) -> int:
        """Hundredths that a mark of `value` is worth (see ScoreMark)."""
        if self.kind == TICKS:
            return self.maximum if value else 0
        if self.kind == DEDUCTION:
            return max(0, self.maximum - value)
        return self.options[value].points if self.kind == CHOICE else value


@dataclass(frozen=True, slots=True)
class Role:
    """Who rates: residents' representatives, committee, peers. weight: percent beside the other roles."""

    code: str
    title: str
    weight: int = 100


@dataclass(frozen=True, slots=True)
class Band:
    """A grade from `at_least` hundredths of a point upwards (优秀, 四星级). poor: asks for something to be done."""

    title: str
    at_least: int
    poor: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of criteria. mark: "sure", "likely" or "unsure" of its source; edition 0: as shipped, not changed here.

    valid_from, valid_to: ISO dates, "" open. most_ticks: beside how many subjects one sheet may tick a criterion, 0 for all.
    """

    code: str
    title: str
    criteria: tuple[Criterion, ...]
    roles: tuple[Role, ...] = (Role("rater", "评分人"),)
    bands: tuple[Band, ...] = ()
    source: str = ""
    note: str = ""
    mark: str = "likely"
    valid_from: str = ""
    valid_to: str = ""
    edition: int = 0
    most_ticks: int = 0

    @property
    def maximum(self) -> int:
        """Hundredths that can be reached at most, weights counted in (rounded down)."""
        return sum(one.maximum * one.weight for one in self.criteria) // 100

    @property
    def rated(self) -> tuple[Criterion, ...]:
        """Criteria that raters fill in."""
        return tuple(one for one in self.criteria if one.kind != GIVEN)

    def rated_by(self, role: str) -> tuple[Criterion, ...]:
        """Criteria that raters of `role` fill in."""
        return tuple(one for one in self.rated if not one.roles or role in one.roles)

    def criterion(self, code: str) -> Criterion:
        """The criterion named `code`; KeyError is a bug of the caller."""
        return {one.code: one for one in self.criteria}[code]

    def role(self, code: str) -> Role:
        """The role named `code`; KeyError is a bug of the caller."""
        return {one.code: one for one in self.roles}[code]


def as_data(sheet: Sheet) -> dict[str, Any]:
    """For a JSON column."""
    return asdict(sheet)


def from_data(data: Mapping[str, Any]) -> Sheet:
    """What `as_data` made."""
    criteria = tuple(Criterion(**(dict(one) | {"options": tuple(Option(**option) for option in one["options"]),
                                               "roles": tuple(one["roles"])})) for one in data["criteria"])
    return Sheet(**(dict(data) | {"criteria": criteria, "roles": tuple(Role(**one) for one in data["roles"]),
                                  "bands": tuple(Band(**one) for one in data["bands"])}))


def check_sheet(sheet: Sheet) -> None:
    """UserError beside what makes a sheet impossible to count with."""
    fields: dict[str, str] = {}
    if not sheet.title.strip():
        fields["title"] = _("Enter a title.")
    if not sheet.criteria:
        fields["criteria"] = _("Enter at least one criterion.")
    for one in sheet.criteria:
        fields |= _wrong(one)
    for name, codes in (("criteria", [one.code for one in sheet.criteria]), ("roles", [one.code for one in sheet.roles])):
        if len(set(codes)) != len(codes) or not all(codes):
            fields[name] = _("Each needs a name of its own.")
    if sheet.most_ticks < 0:
        fields["most_ticks"] = _("0 for as many as one likes, or how many at most.")
    if not sheet.roles or any(one.weight <= 0 for one in sheet.roles):
        fields["roles"] = _("Say who rates, each with a weight above 0.")
    known = {one.code for one in sheet.roles}
    if any(not known.issuperset(one.roles) for one in sheet.criteria):
        fields["criteria"] = _("A criterion names raters that the sheet does not know.")
    refuse_marked(fields)


def _wrong(one: Criterion) -> dict[str, str]:
    words = {"title": one.title or one.code}
    if not one.title.strip():
        return {"criteria": _("Enter what is judged.")}
    if one.kind not in dict(CRITERION_KINDS) or one.maximum <= 0 or one.weight <= 0:
        return {"criteria": _("“{title}” needs a highest score and a weight above 0.").format(**words)}
    if one.kind == CHOICE and (len(one.options) < 2 or any(not 0 <= option.points <= one.maximum for option in one.options)):
        return {"criteria": _("“{title}” needs at least two answers, none worth more than its highest score.").format(**words)}
    return {}
