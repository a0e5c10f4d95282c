"""The forms of a round; each saves with one verb of core."""

from collections.abc import Callable
from typing import Any

from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.core.scores import closing, service
from desk.core.scores.drafts import DecisionDraft, PostingDraft, RoundDraft
from desk.core.scores.lists import rater_line, raters_from, subject_line, subjects_from
from desk.core.scores.model import ScoreAward, ScoreRound
from desk.core.scores.queries import (
    get_round,
    get_sheet_of,
    list_awards,
    list_missing,
    list_raters,
    list_results,
    list_rounds,
    list_subjects,
)
from desk.core.scores.schemes import FREE, find_scheme
from desk.core.scores.sheet_service import list_sheets
from desk.core.scores.sheets import Sheet
from desk.core.scores.wording import posting_text
from desk.host.pages import Field, FormSpec, Repeat, Section
from desk.shell.saving import edited
from desk.shell.scores.lists import scheme_choices

BOARD = "社区公示栏"
USUAL = N_("Blank: as the kind of round says.")


def _saved(verb: Callable[..., Any], *names: str) -> Callable[[UnitOfWork, dict[str, Any]], int]:
    """`verb(uow, id, *values of names)` as something a form saves with; answers the round's id."""
    def save(uow: UnitOfWork, values: dict[str, Any]) -> int:
        verb(uow, values["id"], *(values.get(name) or "" for name in names))
        return int(values.get("round_id") or values["id"])

    save.verb_name = verb.verb_name  # type: ignore[attr-defined]
    return save


def _form(name: str, title: str, save: Any, *fields: Field | Repeat, load: Any, make: Any = None, help: str = "",
          save_title: str = "") -> FormSpec:
    return FormSpec(id=f"scores.{name}", title=title, sections=(Section("", fields, help=help),), save=save, load=load,
                    make_draft=make, after="scores.round", save_title=save_title)


# The round itself

def load_round(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """An empty one with the last scheme used, or the stored one."""
    if record_id is None:
        last = list_rounds(uow, PageRequest(1)).rows
        return {"scheme": last[0].scheme or FREE.code if last else FREE.code}
    one = get_round(uow, record_id)
    return {name: getattr(one, name) for name in ("id", "version", "scheme", "title", "first", "last", "double", "trim",
                                                  "places")} | {"names": "none" if one.anonymous else "all"} | _of_sheet(
        get_sheet_of(uow, record_id))


def _of_sheet(sheet: Sheet) -> dict[str, Any]:
    return {"sheet": sheet.code, "most_ticks": sheet.most_ticks}


def sheet_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Sheets in force, by title."""
    return [(one.code, one.title) for one in list_sheets(uow, on=str(uow.clock.today()))]


def _sheet_or_usual(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [("", _("As the kind of round says")), *sheet_choices(uow)]


def _round(values: dict[str, Any]) -> RoundDraft:
    """What is left blank is as the kind of round says: its sheet, who is named, what is left out, how many are honoured."""
    kind = find_scheme(values.get("scheme") or "")
    usual = {"sheet": kind.sheets[0].code if kind.sheets else "", "trim": kind.trim, "places": kind.places}
    told = values | {name: value for name, value in usual.items() if values.get(name) in (None, "")}
    if not told["sheet"]:
        raise UserError(_("This kind of round has no sheet of its own: choose one."), field="sheet")
    anonymous = kind.anonymous if not values.get("names") else values["names"] == "none"
    draft: RoundDraft = edited(RoundDraft, told, id=values.get("id") or 0, version=values.get("version") or 0,
                               anonymous=anonymous).draft
    return draft


ROUND_FORM = FormSpec(
    id="scores.round_form", title=N_("Plan a round of scoring"), save=service.plan_round, load=load_round, make_draft=_round,
    after="scores.round",
    sections=(
        Section("", (
            Field("scheme", N_("Kind of round"), "choice", True, choices=scheme_choices),
            Field("title", N_("Title"), required=True, max_length=200,
                  help=N_("As it stands on papers: 2026年度优秀调解员评选.")),
            Field("sheet", N_("Score sheet"), "choice", choices=_sheet_or_usual, help=USUAL),
            Field("first", N_("Period from"), "date"), Field("last", N_("Period to"), "date"))),
        Section(N_("How it counts"), (
            Field("names", N_("Names on the sheets"), "choice", choices=(
                ("", N_("As the kind of round says")), ("none", N_("Sheets carry no names")),
                ("all", N_("Each rater is named")))),
            Field("double", N_("Every sheet is entered twice and compared"), "bool"),
            Field("trim", N_("Highest and lowest left out of each role"), "number",
                  help=N_("0 counts everybody; blank: as the kind of round says.")),
            Field("places", N_("How many are honoured"), "number",
                  help=N_("0 sets no limit; blank: as the kind of round says.")),
            Field("most_ticks", N_("How many one ballot may tick"), "number",
                  help=N_("For a vote by ticks: a ballot with more ticks is refused. 0 sets no limit; "
                          "blank: as the sheet says."))))))


# Who and what

def load_subjects(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """One a line."""
    return {"id": record_id, "lines": "\n".join(map(subject_line, list_subjects(uow, record_id or 0)))}


def save_subjects(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """Those that stood there keep their record and figures."""
    have = list_subjects(uow, values["id"])
    service.set_subjects(uow, values["id"], subjects_from(values.get("lines") or "", have))
    return int(values["id"])


def load_raters(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """One a line, with the roles the sheet knows."""
    sheet = get_sheet_of(uow, record_id or 0)
    return {"id": record_id, "roles": "、".join(f"{one.title} {one.weight}%" for one in sheet.roles),
            "lines": "\n".join(rater_line(one, sheet) for one in list_raters(uow, record_id or 0))}


def save_raters(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """Those that stood there keep what was entered for them."""
    one, sheet, have = get_round(uow, values["id"]), get_sheet_of(uow, values["id"]), list_raters(uow, values["id"])
    service.set_raters(uow, values["id"], raters_from(values.get("lines") or "", sheet, have, anonymous=one.anonymous))
    return int(values["id"])


save_subjects.verb_name = "scores.set_subjects"  # type: ignore[attr-defined]
save_raters.verb_name = "scores.set_raters"  # type: ignore[attr-defined]
SUBJECTS_FORM = _form(
    "subjects_form", N_("What is judged"), save_subjects,
    Field("lines", N_("One a line"), "lines", True, rows=14,
          help=N_("A name; after a space a remark that is printed beside it.")),
    load=load_subjects)
RATERS_FORM = _form(
    "raters_form", N_("Who rates"), save_raters, Field("roles", N_("Roles of this sheet"), "note"),
    Field("lines", N_("One a line"), "lines", True, rows=14,
          help=N_("Name, a space, the role. In a round without names: the role, a space, how many.")),
    load=load_raters)


def load_taking_out(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Nobody is chosen yet."""
    return {"id": record_id, "names": "\n".join(f"{one.place} {subject_line(one)}" for one in list_subjects(uow, record_id or 0)
                                                if not one.out)}


def take_out(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """By the number on the sheet."""
    subject = next((one for one in list_subjects(uow, values["id"]) if one.place == values.get("place")), None)
    service.take_out_subject(uow, values["id"], subject.id if subject else 0, values.get("reason") or "")
    return int(values["id"])


take_out.verb_name = "scores.take_out"  # type: ignore[attr-defined]
TAKE_OUT_FORM = _form(
    "take_out_form", N_("Take somebody out"), take_out, Field("names", N_("Judged"), "note"),
    Field("place", N_("Number on the sheet"), "number", True), Field("reason", N_("Reason"), required=True, max_length=300),
    load=load_taking_out)


# Count, post, decide

def _just_id(_uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"id": record_id}


def load_closing(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Sheets that lack, so that the reason is thought of before saving."""
    return {"id": record_id, "missing": "\n".join(list_missing(uow, record_id or 0)) or _("Every sheet is complete.")}


CLOSE_FORM = _form(
    "close_form", N_("Count and freeze"), _saved(closing.close_round, "reason"), Field("missing", N_("Sheets that lack"),
                                                                                       "note"),
    Field("reason", N_("Why they do not count"), max_length=300), load=load_closing,
    save_title=N_("&Count and freeze (Ctrl+S)"),
    help=N_("From now on no mark changes; the result can be printed and posted."))
REOPEN_FORM = _form("reopen_form", N_("Take the count back"), _saved(closing.reopen_round, "reason"),
                    Field("reason", N_("Reason"), required=True, max_length=300), load=_just_id)
VOID_FORM = _form("void_form", N_("Declare the round void"), _saved(service.void_round, "reason"),
                  Field("reason", N_("Reason"), required=True, max_length=300), load=_just_id)


def load_posting(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The text as the result gives it."""
    found = uow.get(ScoreRound, record_id or 0)
    return {"id": record_id, "body": posting_text(uow.community.name, found, list_results(uow, found.id)),
            "amount": find_scheme(found.scheme).days, "places": BOARD, "on": uow.clock.today()}


def post(uow: UnitOfWork, draft: PostingDraft) -> int:
    """Hang it up; back to the round."""
    closing.publish_round(uow, draft)
    return draft.round_id


post.verb_name = "scores.publish"  # type: ignore[attr-defined]
POST_FORM = _form(
    "post_form", N_("Post the result"), post, Field("body", N_("What is made public"), "lines", True, rows=10),
    Field("places", N_("Where it hangs"), required=True, help=N_("Several are parted by 、")),
    Field("amount", N_("Working days it hangs"), "number", True), Field("on", N_("Hung up on"), "date", True),
    Field("approved_by", N_("Approved by"), required=True),
    Field("feedback", N_("Where to object"), max_length=300, help=N_("Name, phone, place.")), load=load_posting,
    make=lambda values: PostingDraft(
        values["id"], values.get("approved_by") or "", tuple((values.get("places") or "").split("、")),
        values.get("amount") or 0, on=values.get("on"), feedback=values.get("feedback") or "", body=values.get("body") or ""))


def load_decision(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The first by rank, as many as there are places."""
    one = get_round(uow, record_id or 0)
    ranked = [row for row in list_results(uow, one.id) if row.rank]
    titles = {row.subject_id: closing.honour_title(uow, one.id, row.subject_id) for row in ranked}
    return {"id": one.id, "decided_by": uow.community.name, "decided_on": uow.clock.today(), "awards": [
        {"subject": row.subject_id, "rank": f"{row.rank} {row.title} {row.total_text} {row.band}".strip(),
         "title": titles[row.subject_id] if place < (one.places or len(ranked)) else ""}
        for place, row in enumerate(ranked)]}


def _decision(values: dict[str, Any]) -> DecisionDraft:
    chosen = tuple((row["subject"], row["title"]) for row in values.get("awards") or () if (row.get("title") or "").strip())
    return DecisionDraft(values["id"], values.get("decided_by") or "", chosen, values.get("decided_on"),
                         values.get("text") or "", values.get("reason") or "")


def decide(uow: UnitOfWork, draft: DecisionDraft) -> int:
    """Decide; back to the round, where the certificates are."""
    closing.decide_round(uow, draft)
    return draft.round_id


decide.verb_name = "scores.decide"  # type: ignore[attr-defined]
DECIDE_FORM = _form(
    "decide_form", N_("Decide who is honoured"), decide, Field("decided_by", N_("Decided by"), required=True, max_length=120),
    Field("decided_on", N_("Decided on"), "date", True), Field("text", N_("Words of the decision"), "lines", rows=3),
    Repeat("awards", N_("By rank"), (Field("rank", N_("Result"), read_only=True, width=260), Field("title", N_("Honour"),
                                                                                                   width=240)),
           "", compact=True),
    load=load_decision, make=_decision,
    help=N_("Who has no honour beside the name gets none. Leave all blank to decide nothing more."))


# Taking back

def load_award(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The honour in one line."""
    row = uow.get(ScoreAward, record_id or 0)
    one = next(award for award in list_awards(uow, row.round_id) if award.id == row.id)
    return {"id": row.id, "round_id": row.round_id, "what": f"{one.name} {one.title} {one.given_on}\n{one.round}",
            "reason": one.withdrawn}


WITHDRAW_FORM = _form(
    "withdraw_form", N_("Take the honour back"), _saved(closing.withdraw_award, "reason"), Field("what", N_("Honour"), "note"),
    Field("reason", N_("Reason"), required=True, max_length=300), load=load_award)
