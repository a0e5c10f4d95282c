"""Score sheets: the list, and the form that makes a new edition or a sheet of the community's own."""

from dataclasses import dataclass
from typing import Any

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.scores.engine import parse_points, points_text
from desk.core.scores.sheet_service import list_sheets, save_sheet
from desk.core.scores.sheets import CHOICE, CRITERION_KINDS, Band, Criterion, Option, Role, Sheet
from desk.core.text import fold_width
from desk.host.pages import Column, Field, FormSpec, ListSpec, Repeat, Section, StateCell
from desk.shell.short_lists import short_page


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in the list; its code is its id."""

    id: str
    title: str
    criteria: int
    maximum: str
    roles: str
    edition: StateCell
    source: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[SheetLine]:
    """Every sheet, shipped or own."""
    return short_page([_line(one) for one in list_sheets(uow)], request, lambda line: f"{line.title} {line.source}")


def _line(one: Sheet) -> SheetLine:
    edition = StateCell(_("Edition {n}").format(n=one.edition), Tone.DONE) if one.edition else StateCell(_("As shipped"),
                                                                                                         Tone.OPEN)
    return SheetLine(one.code, one.title, len(one.criteria), points_text(one.maximum),
                     "、".join(role.title for role in one.roles), edition, one.source)


SHEETS = ListSpec(
    id="scores.sheets", title=N_("Score sheets"), record="score.sheet",
    columns=(Column("title", N_("Score sheet"), 0), Column("criteria", N_("Criteria"), 80, "number"),
             Column("maximum", N_("Highest score"), 90, "number"), Column("roles", N_("Who rates"), 220),
             Column("edition", N_("Edition"), 120, "state"), Column("source", N_("Source"), 260)),
    fetch=fetch, opens="scores.sheet_form", new="scores.sheet_form", new_title=N_("Make a score sheet"),
    new_permission="desk.scores.rules", search_hint=N_("Words of the title or the source"),
    empty=N_("No sheet yet. Make one, or switch on a module that brings some."))


def load(uow: UnitOfWork, code: Any) -> dict[str, Any]:
    """The newest edition, or an empty sheet with one rater's role."""
    sheet = next((one for one in list_sheets(uow) if one.code == code), None)
    if sheet is None:
        return {"roles": [{"title": Sheet("", "", ()).roles[0].title, "weight": 100}], "criteria": [{}]}
    return {"code": sheet.code, "title": sheet.title, "source": sheet.source, "note": sheet.note,
            "most_ticks": sheet.most_ticks,
            "roles": [{"code": one.code, "title": one.title, "weight": one.weight} for one in sheet.roles],
            "bands": [{"title": one.title, "at_least": points_text(one.at_least), "poor": one.poor} for one in sheet.bands],
            "criteria": [_stored(one, sheet) for one in sheet.criteria]}


def _stored(one: Criterion, sheet: Sheet) -> dict[str, Any]:
    return {"code": one.code, "title": one.title, "kind": one.kind, "group": one.group, "maximum": points_text(one.maximum),
            "weight": one.weight, "guidance": one.guidance, "roles": "、".join(sheet.role(code).title for code in one.roles),
            "options": "\n".join(f"{option.title} {points_text(option.points)}" for option in one.options)}


def draft(values: dict[str, Any]) -> Sheet:
    """From the form's values; UserError beside what cannot be read."""
    roles = tuple(Role(row.get("code") or f"role{place}", (row.get("title") or "").strip(), row.get("weight") or 0)
                  for place, row in enumerate(values.get("roles") or (), 1))
    bands = tuple(Band((row.get("title") or "").strip(), _points(row.get("at_least"), "bands"), bool(row.get("poor")))
                  for row in values.get("bands") or ())
    taken = {row.get("code") for row in values.get("criteria") or ()}
    criteria = []
    for place, row in enumerate(values.get("criteria") or (), 1):
        code = row.get("code") or next(f"c{number}" for number in range(place, 999) if f"c{number}" not in taken)
        taken.add(code)
        criteria.append(_criterion(code, row, {one.title: one.code for one in roles}))
    return Sheet(values.get("code") or "", values.get("title") or "", tuple(criteria), roles, bands,
                 values.get("source") or "", values.get("note") or "", "sure", most_ticks=values.get("most_ticks") or 0)


def _criterion(code: str, row: dict[str, Any], roles: dict[str, str]) -> Criterion:
    named = [name for name in (row.get("roles") or "").split("、") if name.strip()]
    unknown = [name for name in named if name not in roles]
    if unknown:
        raise UserError(_("“{role}” is none of the sheet's raters: {roles}.").format(
            role=unknown[0], roles="、".join(roles)), field="criteria")
    options = tuple(_option(line) for line in (row.get("options") or "").splitlines() if line.strip())
    kind = row.get("kind") or "points"
    return Criterion(code, (row.get("title") or "").strip(), _points(row.get("maximum"), "criteria"), kind,
                     (row.get("group") or "").strip(), row.get("weight") or 100, (row.get("guidance") or "").strip(),
                     options if kind == CHOICE else (), tuple(roles[name] for name in named))


def _option(line: str) -> Option:
    title, _space, points = line.strip().rpartition(" ")
    return Option(title.strip() or line.strip(), _points(points, "criteria"))


def _points(text: str | None, field: str) -> int:
    value = parse_points(fold_width(text or ""))
    if value is None:
        raise UserError(_("“{text}” is no score; write 10 or 8.5.").format(text=text or ""), field=field)
    return value


SHEET_FORM = FormSpec(
    id="scores.sheet_form", title=N_("Score sheet"), save=save_sheet, load=load, make_draft=draft,
    sections=(
        Section("", (Field("title", N_("Title"), required=True, max_length=200), Field("source", N_("Source"), max_length=300),
                     Field("most_ticks", N_("How many one ballot may tick"), "number", default=0, help=N_("0 sets no limit.")),
                     Field("note", N_("Note"), "lines", rows=2)),
                help=N_("Saving makes a new edition; running rounds keep the one they began with.")),
        Section(N_("Who rates"), (Repeat("roles", N_("Role"), (
            Field("title", N_("Role"), required=True, width=200), Field("weight", N_("Weight in percent"), "number", True,
                                                                        width=90)),
            N_("Add a role"), minimum=1, compact=True),)),
        Section(N_("Criteria"), (Repeat("criteria", N_("Criterion"), (
            Field("title", N_("What is judged"), required=True, max_length=60), Field("group", N_("Group"), width=180),
            Field("kind", N_("How it is judged"), "choice", True, choices=CRITERION_KINDS),
            Field("maximum", N_("Highest score"), required=True, width=90),
            Field("weight", N_("Percent that counts"), "number", default=100, width=90),
            Field("guidance", N_("What to look at"), "lines", rows=2),
            Field("options", N_("Answers, one a line: words, a space, the score"), "lines", rows=3,
                  visible_when={"kind": (CHOICE,)}),
            Field("roles", N_("Rated by"), help=N_("Blank: by everybody. Several are parted by 、"))),
            N_("Add a criterion"), minimum=1),)),
        Section(N_("Grades"), (Repeat("bands", N_("Grade"), (
            Field("title", N_("Grade"), required=True, width=160), Field("at_least", N_("From this score"), required=True,
                                                                         width=90),
            Field("poor", N_("Poor: something must be done"), "bool")), N_("Add a grade"), compact=True),))))
