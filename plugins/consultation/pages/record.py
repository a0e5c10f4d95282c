"""The record page of a topic: its lamps, what the present step lacks, what to do next."""

from datetime import date

from desk.api import N_, Tone, hall_time, translator
from desk.api.cases import list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import figures, long_date
from desk.api.meetings import GatheringRow, NoticeRow, gathering_kind
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.api.votes import VOTE_STATES, VoteRow
from plugins.consultation.gates import lacking
from plugins.consultation.kinds import CHANNELS, FIELDS, OPINIONS, TOPIC, title_in
from plugins.consultation.models import Topic
from plugins.consultation.pages.differences import changed_lines
from plugins.consultation.queries import DraftRow, TopicFile, get_file

_ = translator("consultation")
desk_ = translator("desk")
WHERE = {"talk": "gathering_form", "council": "gathering_form", "branch": "gathering_form", "committees": "gathering_form",
         "members": "gathering_form", "meeting": "gathering_form", "draft": "draft_form", "posted": "post_form",
         "review": "review_form", "vote": "vote_form", "published": "publish_form"}
OUTCOMES = {"passed": N_("passed"), "failed": N_("not passed"), "no_quorum": N_("too few took part"), "void": N_("void"),
            "no_verdict": N_("no legal verdict")}
NOTICE_STATES = {"draft": N_("written"), "approved": N_("approved"), "posted": N_("hangs"), "closed": N_("closed"),
                 "withdrawn": N_("withdrawn")}


def load(uow: UnitOfWork, topic_id: int) -> RecordCard:
    """The whole card in one read."""
    file = get_file(uow, topic_id)
    row, topic = file.case, uow.get(Topic, topic_id)
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    sentences = lacking(uow, topic, step) if step and row.state == "walking" else []
    subtitle = " · ".join(filter(None, (file.procedure.title if file.procedure else "", _word(FIELDS, file.field),
                                        _word(CHANNELS, file.channel))))
    return RecordCard(
        id=topic_id, number=row.number, title=row.title, state=StateCell(row.state_title, row.tone), subtitle=subtitle,
        lamp=LampCell(row.due_on, row.days_left), holder=row.handler, steps=_lamps(file, tuple(sentences)),
        sections=tuple(_sections(file)), missing=tuple(_missing(file, sentences)), acts=tuple(_acts(file, sentences)),
        papers=tuple(_papers(file)), version=file.version,
        timeline=tuple(TimelineItem(entry.at, ":".join(filter(None, (entry.title, entry.text, entry.reason))), entry.who)
                       for entry in list_timeline(uow, file.case.id)))


RECORD = RecordSpec("consultation.topic", N_("Topic"), TOPIC, load, domain="consultation")


def _lamps(file: TopicFile, sentences: tuple[str, ...]) -> tuple[StepLamp, ...]:
    """The procedure's steps, then carrying out and judgement; nothing before the topic is taken up."""
    if file.procedure is None:
        return ()
    codes = [step.code for step in file.procedure.steps]
    now = codes.index(file.step) if file.step else len(codes)
    lamps = [StepLamp(step.title, "done" if place < now else "now" if place == now else "next",
                      sentences if place == now else ()) for place, step in enumerate(file.procedure.steps)]
    state = file.case.state
    lamps.append(StepLamp("实施", "now" if state == "carrying" else "done" if state in ("judging", "archived") else "next"))
    lamps.append(StepLamp("民评", "now" if state == "judging" else "done" if state == "archived" else "next"))
    return tuple(lamps)


def _missing(file: TopicFile, sentences: list[str]) -> list[Missing]:
    found = []
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    entry = next((WHERE[need] for need in (step.needs if step else ()) if need in WHERE), "")
    for sentence in sentences:
        found.append(Missing(sentence, f"consultation.{entry}" if entry else "", {"record_id": file.id} if entry else {}))
    for notice in file.notices:
        found += [Missing(_("A comment has no answer yet: {text}").format(text=one.text[:40]), "consultation.answer_form",
                          {"record_id": one.id}) for one in notice.comments if not one.outcome]
    if not file.content:
        found.append(Missing(_("What is proposed is not written down."), "consultation.topic_form", {"record_id": file.id}))
    return found


def _acts(file: TopicFile, sentences: list[str]) -> list[NextAct]:
    """The one main thing to do in this state, then the others."""
    def act(title: str, form: str, main: bool = False, record_id: int = 0) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id or file.id}, main=main)

    change = act(_("Change the registration"), "topic_form")
    if file.case.state == "raised":
        return [act(_("Take up"), "accept_form", True), act(_("Do not take up"), "refuse_form"), act(_("Merge"), "merge_form"),
                change]
    if file.case.state == "walking":
        return [*_walking(file, sentences, act), act(_("Merge"), "merge_form"), change]
    if file.case.state == "carrying":
        return [act(_("Enter a task"), "task_form", True), act(_("Everything is carried out"), "carried_form"),
                act(_("Post progress or result"), "publish_form")]
    if file.case.state == "judging":
        judged = bool(file.scores)
        return [act(_("Enter residents' judgement"), "score_form", not judged), act(_("File"), "archive_form", judged)]
    return []


def _walking(file: TopicFile, sentences: list[str], act) -> list[NextAct]:  # type: ignore[no-untyped-def]
    assert file.procedure is not None
    step = file.procedure.step(file.step)
    found = [act(_("Finish “{step}”").format(step=step.title), "step_form", True)] if not sentences else []
    opened = [one for one in file.gatherings if not one.closed]
    hanging = [one for one in file.notices if one.state == "posted"]
    running = [one for one in file.votes if one.state not in ("closed", "void")]
    for meeting in opened:
        found.append(act(_("Write the minutes: {title}").format(title=gathering_kind(meeting.kind).paper), "minutes_form",
                         not found, meeting.id))
    for vote in running:
        found.append(act(_("Vote: {title}").format(title=vote.title), "vote", not found, vote.id))
    for notice in hanging:
        found += [act(_("Take down a comment"), "comment_form", not found, notice.id),
                  act(_("Close the posting"), "unpost_form", False, notice.id)]
    titles = {"gathering_form": _("Call a meeting"), "draft_form": _("Write the next version"),
              "post_form": _("Post the draft"),
              "review_form": _("Enter an expert's opinion"), "vote_form": _("Open a vote"),
              "publish_form": _("Post the result")}
    wanted = [WHERE[need] for need in step.needs if need in WHERE]
    if file.drafts and file.drafts[-1].notice_id:
        wanted = [form for form in wanted if form != "post_form"]
    for form in dict.fromkeys([*wanted, "gathering_form", "draft_form"]):
        found.append(act(titles[form], form, not found and form in wanted))
    if file.votes:
        found.append(act(_("Draw lots"), "draw_form"))
    if step.back:
        found.append(act(_("Send back"), "back_form"))
    if file.votes and set(file.votes[-1].outcomes.values()) - {"passed"}:
        found.append(act(_("Close after the vote failed"), "fail_form"))
    return found


def _papers(file: TopicFile) -> list[PaperLink]:
    """Newest stage first."""
    found = []
    for vote in reversed(file.votes):
        if vote.state in ("counted", "closed"):
            found += [PaperLink("consultation.result", vote.id, vote.title),
                      PaperLink("consultation.tally", vote.id, vote.title)]
    for notice in reversed(file.notices):
        found += [PaperLink("consultation.posting", notice.id, notice.title),
                  PaperLink("consultation.comments", notice.id, notice.title)]
    for meeting in reversed(file.gatherings):
        kind = gathering_kind(meeting.kind).paper
        papers = ("minutes", "sign_in", "notice") if meeting.closed else ("notice", "sign_in")
        found += [PaperLink(f"consultation.{paper}", meeting.id, kind) for paper in papers]
    return [*found, PaperLink("consultation.review"), PaperLink("consultation.scores"), PaperLink("consultation.topic")]


def _sections(file: TopicFile) -> list[FactSection]:
    edit = {"record_id": file.id}
    raised = tuple(Fact(_("Raised by"), " · ".join(filter(None, (one["name"] or _("anonymous"), one["home"]))))
                   for one in file.raisers)
    found = [FactSection(_("Topic"), (
        Fact(_("Content and proposal"), file.content), Fact(_("Whom it concerns"), file.scope), *raised,
        Fact(_("Raised on"), _day(file.raised_on)), Fact(_("Answer to who raised it"),
                                                         file.reply)), "consultation.topic_form", edit)]
    if file.gatherings:
        found.append(FactSection(_("Meetings"), tuple(_gathering(one) for one in file.gatherings)))
    if file.drafts:
        found.append(FactSection(_("Versions"), tuple(_version(one) for one in file.drafts)))
    if len(file.drafts) > 1:
        old, new = file.drafts[-2:]
        title = _("Changed from version {old} to version {new}").format(old=old.number, new=new.number)
        found.append(FactSection(title, tuple(Fact(was or _("(new)"), now or _("(taken out)"))
                                              for was, now in changed_lines(old.text, new.text))))
    if file.notices:
        found.append(FactSection(_("Postings"), tuple(_notice(one) for one in file.notices)))
    if file.votes:
        found.append(FactSection(_("Votes"), tuple(_vote(one) for one in file.votes), "consultation.vote",
                                 {"record_id": file.votes[-1].id}))
    if file.tasks:
        found.append(FactSection(_("Carrying out"), tuple(Fact(one.text, " · ".join(filter(None, (
            one.who, figures(one.budget_fen) if one.budget_fen is not None else "", _day(one.due_on),
            _("done on {day}: {result}").format(day=_day(one.done_on), result=one.result) if one.done_on else _("open")))))
            for one in file.tasks)))
    if file.scores:
        found.append(FactSection(_("Residents' judgement"), tuple(Fact(_day(one.on), _(
            "satisfied {a}, fairly satisfied {b}, not satisfied {c}").format(a=one.satisfied, b=one.fairly, c=one.dissatisfied))
            for one in file.scores)))
    return found


def _gathering(one: GatheringRow) -> Fact:
    when = f"{hall_time(one.starts_at):%Y-%m-%d %H:%M} {one.place}"
    many = _("{came} of {called} came").format(came=one.came, called=len(one.attendees)) if one.closed else _("called")
    return Fact(gathering_kind(one.kind).paper, " · ".join(filter(None, (when, many, one.agreed[:80]))))


def _version(one: DraftRow) -> Fact:
    reviews = "；".join(f"{said.expert}:{_(title_in(OPINIONS, said.opinion))}" for said in one.reviews)
    return Fact(_("Version {n}").format(n=one.number),
                " · ".join(filter(None, (one.title, one.author, _day(one.made_on), reviews))))


def _notice(one: NoticeRow) -> Fact:
    span = _("from {start} to {end}").format(start=_day(one.posted_on), end=_day(one.until)) if one.posted_on else ""
    said = _("{n} comments").format(n=len(one.comments)) if one.comments else ""
    return Fact(one.title, " · ".join(filter(None, (_(NOTICE_STATES[one.state]), span, said))))


def _vote(one: VoteRow) -> Fact:
    results = "、".join(_(OUTCOMES[outcome]) for outcome in one.outcomes.values())
    return Fact(one.title, " · ".join(filter(None, (desk_(VOTE_STATES[one.state]), results, one.check_code))))


def _word(choices: tuple[tuple[str, str], ...], code: str) -> str:
    text = title_in(choices, code)
    return _(text) if text else ""


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def tone_of(outcome: str) -> Tone:
    """Colour and icon of a question's outcome."""
    return Tone.DONE if outcome == "passed" else Tone.LATE if outcome in ("failed", "void", "no_quorum") else Tone.MUTED
