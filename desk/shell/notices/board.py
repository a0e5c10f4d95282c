"""The list of notices, and the card of one: how long it hangs, what was said, what to do next."""

from dataclasses import dataclass
from datetime import date

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.files.queries import list_attachments
from desk.core.i18n import N_, _
from desk.core.meetings.answers import HOW, AnswerRow, list_answers
from desk.core.meetings.board import count_notices, list_notices
from desk.core.meetings.gatherings import HOLD
from desk.core.meetings.kinds import NOTICES
from desk.core.meetings.notices import CommentRow, NoticeRow, get_notice, list_hanging
from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    LampCell,
    ListSpec,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from desk.shell.audit.trail import trail_of
from desk.shell.notices.forms import OUTCOMES

STATES = {
    "draft": (N_("Written"), Tone.WAITING),
    "approved": (N_("Approved"), Tone.WAITING),
    "posted": (N_("Hanging now"), Tone.OPEN),
    "closed": (N_("Taken down"), Tone.DONE),
    "withdrawn": (N_("Withdrawn"), Tone.MUTED),
}
KINDS = {code: words for code, _title, words in NOTICES}


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice in the list."""

    id: int
    title: str
    kind: str
    state: StateCell
    places: str
    posted_on: date | None
    lamp: LampCell
    comments: str


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[NoticeLine]:
    """One page, the newest first."""
    page = list_notices(uow, request)
    return Page([_line(one, uow.clock.today()) for one in page.rows], page.next, page.total)


def sentence(uow: UnitOfWork) -> str:
    """12 张贴中,2 到期未撤."""
    hanging = list_hanging(uow)
    over = sum(one.until is not None and one.until < uow.clock.today() for one in hanging)
    waiting = sum(one.unanswered for one in hanging)
    return _("{n} hang, {over} may come down, {waiting} comments wait for an answer").format(
        n=len(hanging), over=over, waiting=waiting)


def load(uow: UnitOfWork, notice_id: int) -> RecordCard:
    """The whole card in one read."""
    one = get_notice(uow, notice_id)
    photos = list_attachments(uow, "notice", notice_id)
    answers = list_answers(uow, notice_id) if uow.actor.may(HOLD) else []
    today = uow.clock.today()
    return RecordCard(
        id=one.id, number="", title=one.title, state=_state(one), subtitle=KINDS.get(one.kind, ""), lamp=_lamp(one, today),
        holder=None, sections=(*_sections(one), *_private(answers),
                               *_photos(tuple(photo.title or photo.file_name for photo in photos))),
        missing=(*_missing(one, bool(photos), today), *_untold(one, answers)),
        acts=tuple(_acts(uow, one)),
        papers=(PaperLink("desk.notice"), PaperLink("desk.notice_a3"), PaperLink("desk.notice_comments"),
                *_slips(one, answers), PaperLink("desk.notice_index")),
        timeline=trail_of(uow, "notice", notice_id), version=one.version)


def _private(answers: list[AnswerRow]) -> list[FactSection]:
    """Who was told what beside the notice; only for those who may hold meetings and notices."""
    words = dict(HOW)
    facts = tuple(Fact(said.who, f"{said.text}\n→ " + (_("told on {day}, {how}").format(
        day=_day(said.told_on), how=_(words[said.told_how])) if said.told_on else _("not told yet"))) for said in answers)
    return [FactSection(_("Private answers"), facts)] if facts else []


def _untold(one: NoticeRow, answers: list[AnswerRow]) -> list[Missing]:
    return [Missing(_("{who} has not been told herself yet.").format(who=said.who), "notices.told_form", {"record_id": said.id})
            for said in answers if said.told_on is None and one.state != "withdrawn"]


def _slips(one: NoticeRow, answers: list[AnswerRow]) -> list[PaperLink]:
    """What goes into one person's hand."""
    return [*(PaperLink("desk.notice_private", said.id, said.who) for said in answers),
            *(PaperLink("desk.notice_reply", said.id, said.who) for said in one.comments if said.who and said.outcome)]


def _line(one: NoticeRow, today: date) -> NoticeLine:
    said = _("{n}, {waiting} without answer").format(n=len(one.comments), waiting=one.unanswered) if one.comments else ""
    return NoticeLine(one.id, one.title, KINDS.get(one.kind, ""), _state(one), "、".join(one.places), one.posted_on,
                      _lamp(one, today), said)


def _state(one: NoticeRow) -> StateCell:
    word, tone = STATES[one.state]
    return StateCell(_(word), tone)


def _lamp(one: NoticeRow, today: date) -> LampCell:
    """When it may come down; what is down has no lamp."""
    if one.state != "posted" or one.until is None:
        return LampCell()
    return LampCell(one.until, (one.until - today).days)


def _sections(one: NoticeRow) -> list[FactSection]:
    edit = ("notices.form", {"record_id": one.id}) if one.state in ("draft", "approved") else ("", {})
    unit = _("working days") if one.unit == "workday" else _("days")
    facts = [Fact(_("Text"), one.body), Fact(_("Where it hangs"), "、".join(one.places)),
             Fact(_("It hangs for"), f"{one.amount} {unit}"), Fact(_("Rule that asks for it"), one.source),
             Fact(_("Comments go to"), one.feedback), Fact(_("Approved by"), one.approved_by),
             Fact(_("Posted on"), _day(one.posted_on)), Fact(_("Until"), _day(one.until)),
             Fact(_("Why names stand in it"), one.names_reason), Fact(_("Taken down on"), _day(one.closed_on)),
             Fact(_("Closing note"), one.closing_note), Fact(_("Why before the period ends"), one.early_reason)]
    found = [FactSection(_("Notice"), tuple(fact for fact in facts if fact.value), *edit)]
    if one.comments:
        found.append(FactSection(_("Comments"), tuple(map(_comment, one.comments))))
    return found


def _photos(titles: tuple[str, ...]) -> list[FactSection]:
    return (
        [FactSection(_("Photos"), tuple(Fact(f"{number}", title) for number, title in enumerate(titles, 1)))] if titles else []
    )


def _comment(said: CommentRow) -> Fact:
    words = dict(OUTCOMES)
    answer = f"{_(words[said.outcome])}:{said.reply}" if said.outcome else _("no answer yet")
    return Fact(f"{said.who or _('anonymous')} {_day(said.received_on)}", f"{said.text}\n→ {answer}")


def _missing(one: NoticeRow, has_photo: bool, today: date) -> list[Missing]:
    found = [Missing(_("A comment has no answer yet: {text}").format(text=said.text[:40]), "notices.answer_form",
                     {"record_id": said.id}) for said in one.comments if not said.outcome]
    if one.state == "posted" and not has_photo:
        found.append(Missing(_("No photo of it on the board yet."), "files.of", _files(one)))
    if one.state == "posted" and one.until is not None and one.until < today:
        found.append(Missing(_("Its period is over; it may come down."), "notices.close_form", {"record_id": one.id}))
    return found


def _files(one: NoticeRow) -> dict[str, object]:
    return {"owner_kind": "notice", "owner_id": one.id, "title": one.title}


def _acts(uow: UnitOfWork, one: NoticeRow) -> list[NextAct]:
    if not uow.actor.may(HOLD):
        return []

    def act(title: str, form: str, main: bool = False) -> NextAct:
        return NextAct(title, f"notices.{form}", {"record_id": one.id}, main=main)

    photos = NextAct(_("Photos and files"), "files.of", _files(one))
    private = act(_("Answer somebody privately"), "private_form")
    if one.state in ("draft", "approved"):
        return [act(_("Hang it up"), "hang_form", True), act(_("Change it"), "form"), private,
                act(_("Withdraw it"), "withdraw_form")]
    if one.state == "posted":
        over = one.until is not None and one.until < uow.clock.today()
        return [act(_("Take it down"), "close_form", over), act(_("Take down a comment"), "comment_form", not over), private,
                photos,
                act(_("Withdraw it"), "withdraw_form")]
    return [photos, private] if one.state == "closed" else [photos]


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


BOARD = ListSpec(
    id="notices.list",
    title=N_("Notice board"),
    record="notice",
    fetch=fetch,
    count=count_notices,
    sentence=sentence,
    columns=(
        Column("title", N_("Title"), 0, sort="title"),
        Column("kind", N_("Kind of notice"), 150),
        Column("state", N_("State"), 110, "state"),
        Column("places", N_("Where it hangs"), 170),
        Column("posted_on", N_("Posted on"), 110, "date"),
        Column("lamp", N_("Until"), 200, "lamp"),
        Column("comments", N_("Comments"), 150),
    ),
    chips=(
        Chip(N_("Hanging now"), {"state": "posted"}),
        Chip(N_("May come down"), {"over": True}),
        Chip(N_("Comments without answer"), {"waiting": True}),
        Chip(N_("Written"), {"state": "draft"}),
        Chip(N_("Taken down"), {"state": "closed"}),
    ),
    opens="notices.card",
    new="notices.form",
    new_title=N_("Write a notice"),
    new_permission=HOLD,
    search_hint=N_("Words of the notice"),
    empty=N_("Nothing was ever posted. Write the first notice, have it approved, hang it up."),
)
NOTICE = RecordSpec("notices.card", N_("Notice"), "notice", load)
