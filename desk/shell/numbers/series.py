"""Number series: what numbers look like, with the next one as it would be printed; the form that changes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk.core.cases.registry import texts
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.numbers import MANAGE, SeriesDraft, change_series, count_numbers, get_series, next_number, next_serial
from desk.core.documents.pattern_words import check_words, from_words, in_words, tell_parts
from desk.core.documents.series import BRACKET_TITLES, Brackets, Series, number_text, with_brackets
from desk.core.documents.series_registry import declared_series
from desk.core.errors import UserError
from desk.core.i18n import N_
from desk.host.pages import Column, Field, FormSpec, ListSpec, RowAction, Section
from desk.shell.short_lists import short_page

AS_WRITTEN = "as_written"
"""Choice of brackets: those of the template."""


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series in the list; its code is its id."""

    id: str
    title: str
    pattern: str
    word: str
    following: str
    given: int


def series_title(code: str) -> str:
    """What a series is called, in the words of its plugin; its code while that is off."""
    found = next((series for series in declared_series() if series.code == code), None)
    return texts(code)(found.title) if found else code


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[SeriesLine]:
    """Every declared series."""
    uow.require(MANAGE)
    lines = [_line(uow, get_series(uow, series.code)) for series in declared_series()]
    return short_page(sorted(lines, key=lambda line: line.title), request, lambda line: f"{line.title} {line.word}")


def _line(uow: UnitOfWork, series: Series) -> SeriesLine:
    given = count_numbers(uow, PageRequest(filters={"code": series.code}))
    return SeriesLine(series.code, series_title(series.code), in_words(with_brackets(series)), series.word,
                      next_number(uow, series.code), given)


def open_register(ctx: Any, rows: Sequence[SeriesLine]) -> None:
    """The numbers given from the chosen series."""
    ctx.open("numbers.register", filters={"code": rows[0].id})


SERIES = ListSpec(
    id="numbers.series", title=N_("Number series"), record="number_series",
    columns=(Column("title", N_("Series"), 200), Column("following", N_("Next number"), 260),
             Column("pattern", N_("Made up of"), 0), Column("word", N_("Word"), 110),
             Column("given", N_("Given"), 80, "number")),
    fetch=fetch, opens="numbers.series_form",
    actions=(RowAction("register", N_("Show the numbers given"), "desk.shell.numbers.series:open_register", "clipboard-list"),),
    search_hint=N_("Series or word"), empty=N_("No plugin that is switched on gives numbers."))


def load_series(uow: UnitOfWork, code: Any) -> dict[str, Any]:
    """The series as this hall has it, with what the preview needs."""
    uow.require(MANAGE)
    series = get_series(uow, str(code))
    return {"id": series.code, "title": series_title(series.code), "template": in_words(series.template), "word": series.word,
            "brackets": series.brackets.value if series.brackets else AS_WRITTEN, "yearly": series.yearly,
            "year": uow.clock.today().year, "org_short": uow.community.org_short, "serial": next_serial(uow, series),
            "now": next_number(uow, series.code)}


def preview(values: dict[str, Any]) -> str:
    """The next number as these values would print it; "—" while they give none, which the pattern's own row says."""
    try:
        return _number(values)
    except UserError:
        return "—"


def parts(values: dict[str, Any]) -> str:
    """What each part of the pattern is in the next number."""
    return tell_parts({"year": str(values.get("year") or ""), "org_short": values.get("org_short") or "",
                       "word": values.get("word") or "", "serial": str(_serial(values))})


def check(values: dict[str, Any]) -> dict[str, str]:
    """Why a pattern gives no number, for the row it is typed in."""
    try:
        _number(values)
    except UserError as error:
        return {error.field or "template": str(error)}
    return {}


def _number(values: dict[str, Any]) -> str:
    template = check_words(values.get("template") or "", yearly=bool(values.get("yearly")))
    series = Series(values.get("id") or "", "", template, values.get("word") or "", brackets=_brackets(values))
    return number_text(series, year=values.get("year") or 0, org_short=values.get("org_short") or "", serial=_serial(values))


def _serial(values: dict[str, Any]) -> int:
    return values.get("next_serial") or values.get("serial") or 1


def _brackets(values: dict[str, Any]) -> Brackets | None:
    chosen = values.get("brackets")
    return None if chosen in (None, AS_WRITTEN) else Brackets(chosen)


def series_draft(values: dict[str, Any]) -> SeriesDraft:
    """From the form's values."""
    return SeriesDraft(values["id"], from_words(values.get("template") or ""), values.get("word") or "", _brackets(values),
                       values.get("next_serial"))


SERIES_FORM = FormSpec(
    id="numbers.series_form", title=N_("Number series"),
    sections=(
        Section("", (
            Field("title", N_("Series"), "note"),
            Field("now", N_("Next number until now"), "note"),
            Field("template", N_("Pattern"), required=True, max_length=120,
                  help=N_("What stands in braces is filled in when a number is given; everything else is printed as it is.")),
            Field("parts", N_("Parts today"), "computed", computed=parts),
            Field("word", N_("Word"), max_length=40, width=240, help=N_("As the hall's seal register has it.")),
            Field("brackets", N_("Brackets round the year"), "choice", choices=(
                (AS_WRITTEN, N_("As the pattern says")), *((each.value, title) for each, title in BRACKET_TITLES.items())),
                  help=N_("Official papers use 〔 〕 (GB/T 9704-2012 7.2.5).")),
            Field("next_serial", N_("Go on at"), "number",
                  help=N_("Only when numbers were given on paper before; leave blank otherwise.")),
            Field("preview", N_("Next number then"), "computed", computed=preview))),),
    validate=check,
    save=change_series, load=load_series, make_draft=series_draft)
