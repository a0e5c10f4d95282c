"""The record page of a topic: its lamps, what the present step lacks, what to do next."""

from desk.api import N_, Tone, translator
from desk.api.cases import list_timeline
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.files import count_attachments, list_attachments
from desk.api.meetings import gathering_kind
from desk.api.pages import (
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
from plugins.consultation.classes import class_titles
from plugins.consultation.gates import lacking
from plugins.consultation.kinds import CHANNELS, TOPIC
from plugins.consultation.models import Topic
from plugins.consultation.pages.acts import WHERE, acts_of
from plugins.consultation.pages.common import joined
from plugins.consultation.pages.projects import project_acts, project_missing, project_section
from plugins.consultation.pages.sections import OUTCOMES, sections_of, word
from plugins.consultation.queries import TopicFile, get_file
from plugins.consultation.queries_projects import ProjectRow, find_project_of

_ = translator("consultation")
__all__ = ["OUTCOMES", "RECORD", "load", "tone_of"]


def load(uow: UnitOfWork, topic_id: int) -> RecordCard:
    """The whole card in one read."""
    file = get_file(uow, topic_id)
    row, topic = file.case, uow.get(Topic, topic_id)
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    sentences = lacking(uow, topic, step) if step and row.state == "walking" else []
    project = find_project_of(uow, topic_id)
    edition = _("edition {n}").format(n=file.procedure.edition) if file.procedure and file.procedure.edition > 1 else ""
    subtitle = joined(file.procedure.title if file.procedure else "", edition, class_titles(uow).get(file.field, ""),
                      word(CHANNELS, file.channel), file.area)
    return RecordCard(
        id=topic_id,
        number=row.number,
        title=row.title,
        state=StateCell(row.state_title, row.tone),
        subtitle=subtitle,
        lamp=LampCell(row.due_on, row.days_left),
        holder=row.handler,
        steps=_lamps(file, tuple(sentences)),
        sections=(*sections_of(file), *((project_section(project),) if project else ())),
        missing=(*_missing(uow, file, sentences),
                 *(project_missing(project, row.state, _photos(uow, topic_id)) if project else ())),
        acts=(*acts_of(file, sentences), *_project_acts(file, project)),
        papers=tuple(_papers(file, project is not None)),
        version=file.version,
        beside=tuple(("notice", one.id) for one in file.notices),  # the photo of a posting is kept with the notice
        timeline=tuple(TimelineItem(entry.at, entry.line, entry.who) for entry in list_timeline(uow, file.case.id)),
    )


RECORD = RecordSpec("consultation.topic", N_("Topic"), TOPIC, load, domain="consultation")


def _photos(uow: UnitOfWork, topic_id: int) -> frozenset[str]:
    return frozenset(one.title for one in list_attachments(uow, TOPIC, topic_id))


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


def _missing(uow: UnitOfWork, file: TopicFile, sentences: list[str]) -> list[Missing]:
    found = []
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    entry = next((WHERE[need] for need in (step.needs if step else ()) if need in WHERE), "")
    for sentence in sentences:
        found.append(Missing(sentence, f"consultation.{entry}" if entry else "", {"record_id": file.id} if entry else {}))
    for notice in file.notices:
        found += [Missing(_("A comment has no answer yet: {text}").format(text=one.text[:40]), "notices.answer_form",
                          {"record_id": one.id}) for one in notice.comments if not one.outcome]
        if notice.state == "posted" and not count_attachments(uow, "notice", notice.id):
            found.append(Missing(_("There is no photo of the posting yet: {title}").format(title=notice.title),
                                 "files.of", {"owner_kind": "notice", "owner_id": notice.id, "title": notice.title}))
    if file.reply and (waiting := [one for one in file.raisers if not one.get("told_on")]):
        found.append(Missing(_("{n} of those who raised it were not told the answer yet.").format(n=len(waiting)),
                             "consultation.tell_form", {"record_id": file.id}))
    found += [Missing(_("Overdue since {day}: {task}").format(day=long_date(task.due_on), task=task.text),
                      "consultation.task_done_form", {"record_id": task.id})
              for task in file.tasks if task.due_on and not task.done_on and task.due_on < uow.clock.today()]
    found += [Missing(_("No receipt of the filing yet: {title}").format(title=one.title), "consultation.receipt_form",
                      {"record_id": one.id}) for one in file.filings if not one.receipt]
    if not file.content:
        found.append(Missing(_("What is proposed is not written down."), "consultation.topic_form", {"record_id": file.id}))
    return found


def _project_acts(file: TopicFile, project: ProjectRow | None) -> list[NextAct]:
    micro = file.procedure is not None and file.procedure.code == "micro"
    if project is not None:
        return project_acts(project, file.case.state)
    return [NextAct(_("Enter its estimate"), "consultation.project_form", {"record_id": file.id})] if micro else []


def _papers(file: TopicFile, is_project: bool) -> list[PaperLink]:
    """Newest stage first."""
    found = [PaperLink("consultation.street_filing", one.id, one.title) for one in reversed(file.filings)]
    found += [PaperLink("consultation.resolution", one.id, one.number) for one in reversed(file.resolutions)]
    for vote in reversed(file.votes):
        if vote.state in ("counted", "closed"):
            found += [PaperLink("consultation.result", vote.id, vote.title),
                      PaperLink("consultation.tally", vote.id, vote.title)]
    for notice in reversed(file.notices):
        found += [PaperLink("desk.notice", notice.id, notice.title), PaperLink("desk.notice_comments", notice.id, notice.title)]
    for meeting in reversed(file.gatherings):
        kind = gathering_kind(meeting.kind).paper
        papers = ("minutes", "sign_in", "notice") if meeting.closed else ("notice", "sign_in")
        found += [PaperLink(f"consultation.{paper}", meeting.id, kind) for paper in papers]
    stages = ("stages",) if file.procedure and file.procedure.code in ("three_reviews", "four_two") else ()
    return [
        *found,
        *(
            PaperLink(f"consultation.{paper}")
            for paper in (
                *stages,
                *(("completion", "funds", "idea") if is_project else ()),
                "draft",
                "review",
                "scores",
                "reply",
                "check",
                "topic",
                "strip",
            )
        ),
    ]


def tone_of(outcome: str) -> Tone:
    """Colour and icon of a question's outcome."""
    return Tone.DONE if outcome == "passed" else Tone.LATE if outcome in ("failed", "void", "no_quorum") else Tone.MUTED
