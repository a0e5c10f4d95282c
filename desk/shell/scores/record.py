"""The card of a round: how far the sheets are, results with where they come from, what to do next, its papers."""

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.meetings.notices import NoticeRow, list_notices_of
from desk.core.scores.closing import waits_for
from desk.core.scores.entering import list_differences
from desk.core.scores.queries import (
    ROUND,
    AwardRow,
    ResultRow,
    RoundRow,
    get_round,
    get_sheet_of,
    list_awards,
    list_missing,
    list_raters,
    list_results,
    list_subjects,
)
from desk.core.scores.schemes import find_scheme, list_schemes
from desk.core.scores.sheets import Sheet
from desk.core.scores.wording import explanation
from desk.host.pages import Fact, FactSection, LampCell, Missing, NextAct, PaperLink, RecordCard, RecordSpec, StepLamp
from desk.shell.scores.lists import scheme_title, state_cell

STEPS = (("draft", N_("Prepared")), ("open", N_("Sheets in")), ("closed", N_("Added up")), ("published", N_("Posted")),
         ("decided", N_("Closed with a decision")))
SHOWN = 12
"""Lines of a long list on the card; the rest is on the paper."""


def load(uow: UnitOfWork, record_id: int) -> RecordCard:
    """Everything the card shows."""
    one, sheet = get_round(uow, record_id), get_sheet_of(uow, record_id)
    notices = [notice for notice in list_notices_of(uow, ROUND, record_id) if notice.state in ("posted", "closed")]
    awards = list_awards(uow, record_id)
    until = notices[-1].until if notices and one.state == "published" else None
    return RecordCard(
        id=one.id, number="", title=one.title, state=state_cell(one.state), holder=None,
        subtitle=f"{scheme_title(one.scheme)} · {sheet.title}",
        lamp=LampCell(until, (until - uow.clock.today()).days, _("posting")) if until else LampCell(),
        steps=_steps(one), sections=tuple(_sections(uow, one, sheet, notices, awards)), missing=tuple(_missing(uow, one,
                                                                                                               notices)),
        acts=tuple(_acts(one)), papers=tuple(_papers(one, awards)), version=one.version)


def _steps(one: RoundRow) -> tuple[StepLamp, ...]:
    steps = STEPS[:3] if _ends_counted(one) else STEPS
    codes = [code for code, _title in steps]
    at = codes.index(one.state) if one.state in codes else 0
    done = len(codes) if one.state == codes[-1] else at
    return tuple(StepLamp(_(title), "done" if place < done else "now" if place == at else "next")
                 for place, (_code, title) in enumerate(steps))


def _ends_counted(one: RoundRow) -> bool:
    """A kind of round that neither honours anybody nor is posted (an evaluation of cases) is over once it is added up."""
    scheme = find_scheme(one.scheme) if one.scheme in {kind.code for kind in list_schemes()} else None
    return scheme is not None and not scheme.award and not scheme.publish and one.state in ("draft", "open", "closed")


def _sections(uow: UnitOfWork, one: RoundRow, sheet: Sheet, notices: list[NoticeRow],
              awards: list[AwardRow]) -> list[FactSection]:
    found = []
    if one.state != "draft":
        found.append(_results(list_results(uow, one.id), sheet, final=one.state != "open"))
    if awards:
        found.append(FactSection(_("Honours"), tuple(
            Fact(award.name, f"{award.title} {award.given_on}" + (_(" taken back: {why}").format(why=award.withdrawn)
                                                                if award.withdrawn else "")) for award in awards)))
    if one.decision or one.decided_by:
        found.append(FactSection(_("Decision"), (Fact(_("Decided by"), one.decided_by), Fact(_("Text"), one.decision))))
    if notices:
        found.append(_objections(notices[-1]))
    found += [_subjects(uow, one), _raters(uow, one, sheet), _about(one, sheet)]
    return found


def _objections(notice: NoticeRow) -> FactSection:
    anonymous, open_ = _("anonymous"), _("not answered yet")
    return FactSection(_("Posting and objections"), (
        Fact(_("Hangs"), f"{notice.posted_on} ~ {notice.until}  {'、'.join(notice.places)}"),
        *(Fact(f"{said.received_on} {said.who or anonymous}",
               f"{said.text} → {said.reply or open_}") for said in notice.comments)))


def _results(results: list[ResultRow], sheet: Sheet, *, final: bool) -> FactSection:
    title = _("Result") if final else _("As it stands now")
    facts = tuple(Fact(_rank(row),
                       f"{row.title}  {row.total_text}  {row.band}  {explanation(sheet, row.line)}") for row in results)
    return FactSection(title, facts)


def _rank(row: ResultRow) -> str:
    if not row.rank:
        return _("no result")
    return (_("No. {n}, tied") if row.tied else _("No. {n}")).format(n=row.rank)


def _subjects(uow: UnitOfWork, one: RoundRow) -> FactSection:
    rows = list_subjects(uow, one.id)
    facts = [Fact(row.title, _("out: {why}").format(why=row.out) if row.out else "  ".join(
        (row.detail, *(f"{label} {value}" for label, value in row.figures))).strip()) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        facts.append(Fact("…", _("{n} more").format(n=len(rows) - SHOWN)))
    edit = "scores.subjects_form" if one.state == "draft" else ""
    return FactSection(_("Judged"), tuple(facts), edit, {"record_id": one.id})


def _raters(uow: UnitOfWork, one: RoundRow, sheet: Sheet) -> FactSection:
    rows = list_raters(uow, one.id)
    facts = [Fact(row.name, f"{sheet.role(row.role).title}  {row.marks}/{row.wanted}"
                  + (_("  second time {n}/{all}").format(n=row.second, all=row.wanted) if one.double else ""))
             for row in rows[:SHOWN * 2]]
    if len(rows) > SHOWN * 2:
        facts.append(Fact("…", _("{n} more").format(n=len(rows) - SHOWN * 2)))
    edit = "scores.raters_form" if one.state in ("draft", "open") else ""
    return FactSection(_("Who rates"), tuple(facts), edit, {"record_id": one.id})


def _about(one: RoundRow, sheet: Sheet) -> FactSection:
    roles = "、".join(f"{role.title} {role.weight}%" for role in sheet.roles)
    return FactSection(_("How it counts"), (
        Fact(_("Period"), " ~ ".join(str(day) for day in (one.first, one.last) if day)), Fact(_("Weights"), roles),
        Fact(_("Left out of each role"), _("{n} highest, {n} lowest").format(n=one.trim) if one.trim else _("nothing")),
        *((Fact(_("How many one ballot may tick"), str(sheet.most_ticks)),) if sheet.most_ticks else ()),
        Fact(_("Entered"), _("twice, compared") if one.double else _("once")),
        Fact(_("Source"), f"{sheet.source} {sheet.note}".strip()),
        *((Fact(_("Not counted because"), one.closing_note),) if one.closing_note else ()),
        *((Fact(_("Void because"), one.void_reason),) if one.void_reason else ())),
        "scores.round_form" if one.state == "draft" else "", {"record_id": one.id})


def _missing(uow: UnitOfWork, one: RoundRow, notices: list[NoticeRow]) -> list[Missing]:
    here = {"record_id": one.id}
    if one.state == "draft":
        return [*([] if one.subjects else [Missing(_("Nobody and nothing is to be judged yet."), "scores.subjects_form",
                                                   here)]),
                *([] if one.raters else [Missing(_("Nobody rates yet."), "scores.raters_form", here)])]
    if one.state == "open":
        found = [Missing(sentence, "scores.enter", here) for sentence in list_missing(uow, one.id)[:8]]
        return found + [Missing(_("{rater}, {subject}: keyed differently the second time").format(
            rater=gap.rater, subject=gap.subject), "scores.enter", here) for gap in list_differences(uow, one.id)[:8]]
    if one.state in ("closed", "published"):
        found = [Missing(_("Answer: {text}").format(text=said.text[:30]), "scores.answer_form", {"record_id": said.id})
                 for notice in notices for said in notice.comments if not said.outcome]
        waiting = waits_for(uow, one.id)
        return found or ([Missing(waiting)] if waiting else [])
    return []


def _acts(one: RoundRow) -> list[NextAct]:
    def act(title: str, form: str, *, main: bool = False) -> NextAct:
        return NextAct(title, f"scores.{form}", {"record_id": one.id}, main=main)

    start = NextAct(_("Open the round"), run="desk.shell.scores.doing:start", main=bool(one.subjects))
    void = act(_("Declare the round void"), "void_form")
    if one.state == "draft":
        return [start, NextAct(_("Take candidates from the records"), run="desk.shell.scores.doing:take_candidates"),
                act(_("What is judged"), "subjects_form"), act(_("Who rates"), "raters_form"), act(_("Change"), "round_form"),
                void]
    if one.state == "open":
        full = bool(one.raters) and one.entered == one.raters
        return [act(_("Enter score sheets"), "enter", main=not full), act(_("Count and freeze"), "close_form", main=full),
                act(_("More raters"), "raters_form"), act(_("Take somebody out"), "take_out_form"), void]
    if one.state == "closed":
        over = _ends_counted(one)
        decide = [] if over else [act(_("Decide who is honoured"), "decide_form")]
        return [act(_("Post the result"), "post_form", main=not over), *decide, act(_("Take the count back"), "reopen_form"),
                void]
    if one.state == "published":
        return [act(_("Decide who is honoured"), "decide_form", main=True), act(_("Note an objection"), "objection_form"),
                act(_("Take the count back"), "reopen_form"), void]
    return []


def _papers(one: RoundRow, awards: list[AwardRow]) -> list[PaperLink]:
    found = [PaperLink("scores.certificate", award.id, award.name) for award in awards if not award.withdrawn]
    if one.state == "decided":
        found.append(PaperLink("scores.decision"))
    if one.state in ("published", "decided"):
        found.append(PaperLink("scores.posting"))
    if one.state not in ("draft", "open"):
        found.append(PaperLink("scores.result"))
    return [*found, PaperLink("scores.sheet")]


ROUND_RECORD = RecordSpec(id="scores.round", title=N_("Round of scoring"), record=ROUND, load=load)
