"""Drafts, postings, reviews, tasks and residents' judgement."""

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case, set_clock, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import NoticeDraft, get_notice, post_notice, write_notice
from plugins.consultation.drafts import PostingDraft, ReasonDraft, ReviewDraft, ScoreDraft, StepDraft, TaskDraft, TextDraft
from plugins.consultation.gates import newest_draft
from plugins.consultation.kinds import OPINIONS, TOPIC, WRITE
from plugins.consultation.models import Draft, Review, Score, Task, Topic
from plugins.consultation.service.projects import find_project
from plugins.consultation.service.steps import CLOCK, finish_step, procedure_of

_ = translator("consultation")
#: what a plan says besides its clauses, in the order it prints (rules 2.7)
PARTS = ("ground", "aim", "funding", "stages", "duty", "watch")


@verb("consultation.write_draft", permission=WRITE)
def write_draft(uow: UnitOfWork, draft: TextDraft) -> int:
    """Write the next version; versions are never changed. Answers its number."""
    topic = _walking(uow, draft.topic_id)
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.text.strip():
        fields["text"] = _("Write what is proposed.")
    refuse_marked(fields)
    last = newest_draft(uow, topic.id)
    number = last.number + 1 if last else 1
    uow.add(Draft(topic_id=topic.id, number=number, kind=draft.kind, title=clean(draft.title, field="title"),
                  text=clean_note(draft.text, field="text"), author=clean(draft.author, limit=60),
                  parts={part: text for part in PARTS if (text := clean_note(getattr(draft, part)))},
                  made_on=draft.made_on or uow.clock.today()))
    _touched(uow, topic, "consultation.write_draft", number=number)
    return number


@verb("consultation.post", permission=WRITE)
def post_draft(uow: UnitOfWork, draft: PostingDraft) -> int:
    """Hang up the newest version for comment; answers the notice's id. A version hangs once, or again after a withdrawal."""
    topic = _walking(uow, draft.topic_id)
    version = newest_draft(uow, topic.id)
    if version is None:
        raise UserError(_("There is no draft yet."), todo=_("Write a draft first."))
    if version.notice_id and get_notice(uow, version.notice_id).state != "withdrawn":
        raise UserError(_("Version {n} has been posted already.").format(n=version.number))
    version.notice_id = _hang(uow, topic, draft, "draft", draft.title or version.title, draft.body or version.text)
    _touched(uow, topic, "consultation.post", version=version.number)
    return version.notice_id


@verb("consultation.publish", permission=WRITE)
def publish_result(uow: UnitOfWork, draft: PostingDraft) -> int:
    """Post the result; answers the notice's id."""
    topic = uow.get(Topic, draft.topic_id)
    visible_case(uow, topic.case_id)
    notice = _hang(uow, topic, draft, "result", draft.title, draft.body)
    _touched(uow, topic, "consultation.publish", notice=notice)
    return notice


@verb("consultation.review", permission=WRITE)
def review_draft(uow: UnitOfWork, draft: ReviewDraft) -> int:
    """Keep an expert's opinion on the newest version; one that sends it back takes the topic back to drafting."""
    topic = _walking(uow, draft.topic_id)
    version = newest_draft(uow, topic.id)
    if version is None:
        raise UserError(_("There is no draft yet."), todo=_("Write a draft first."))
    if not draft.expert.strip():
        raise UserError(_("Enter the expert's name."), field="expert")
    if draft.opinion not in dict(OPINIONS):
        raise UserError(_("Choose the opinion."), field="opinion")
    if draft.opinion != "pass" and not draft.text.strip():
        raise UserError(_("Say what has to change."), field="text")
    day = draft.on or uow.clock.today()
    row = uow.add(Review(draft_id=version.id, expert=clean(draft.expert, limit=60), field=clean(draft.field, limit=80),
                         unit=clean(draft.unit, limit=120), opinion=draft.opinion, text=clean_note(draft.text), on_date=day))
    if draft.opinion != "pass" and procedure_of(topic).step(topic.step).back:
        finish_step(uow, StepDraft(topic.id, topic.step, draft.expert, clean_note(draft.text), day, back=True))
    _touched(uow, topic, "consultation.review", opinion=draft.opinion)
    return int(row.id)


@verb("consultation.save_task", permission=WRITE)
def save_task(uow: UnitOfWork, draft: TaskDraft) -> int:
    """A task of carrying out, new or changed; finished ones say with what result."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state not in ("carrying", "judging"):
        raise UserError(_("Only what was decided is carried out."))
    fields = {}
    if not draft.text.strip():
        fields["text"] = _("Write what is to be done.")
    if not draft.who.strip():
        fields["who"] = _("Say who does it.")
    if draft.done_on and not draft.result.strip():
        fields["result"] = _("Say what came of it.")
    refuse_marked(fields)
    task = uow.get(Task, draft.id) if draft.id else Task(topic_id=topic.id)
    task.text, task.who, task.budget_fen = clean(draft.text, limit=300), clean(draft.who, limit=120), draft.budget_fen
    task.due_on, task.done_on, task.result = draft.due_on, draft.done_on, clean_note(draft.result)
    uow.add(task)
    _time_tasks(uow, topic)
    _touched(uow, topic, "consultation.save_task", task=task.id)
    return int(task.id)


@verb("consultation.carried", permission=WRITE)
def carried_out(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """Everything is carried out; now residents judge it."""
    topic = uow.get(Topic, draft.topic_id)
    tasks = uow.session.scalars(select(Task).where(Task.topic_id == topic.id)).all()
    waiting = [task.text for task in tasks if task.done_on is None]
    if not tasks or waiting:
        raise UserError(_("Not finished yet: {tasks}.").format(tasks="、".join(waiting) or _("no task is written down")))
    project = find_project(uow, topic.id)
    if project is not None and not project.accepted:
        raise UserError(_("The work is not accepted yet."), todo=_("Check the finished work first."))
    set_clock(uow, topic.case_id, CLOCK, "", None)
    move_case(uow, topic.case_id, "carried", on=draft.on)
    return draft.topic_id


@verb("consultation.score", permission=WRITE)
def score_topic(uow: UnitOfWork, draft: ScoreDraft) -> int:
    """Keep residents' judgement as counted from their sheets; no names."""
    topic = uow.get(Topic, draft.topic_id)
    if visible_case(uow, topic.case_id).state not in ("carrying", "judging"):
        raise UserError(_("Only what was decided is judged."))
    counts = (draft.satisfied, draft.fairly, draft.dissatisfied)
    if min(counts) < 0 or not sum(counts):
        raise UserError(_("Enter how many sheets say what."), field="satisfied")
    row = uow.add(Score(topic_id=topic.id, on_date=draft.on or uow.clock.today(), satisfied=counts[0], fairly=counts[1],
                        dissatisfied=counts[2], remark=clean_note(draft.remark)))
    _touched(uow, topic, "consultation.score")
    return int(row.id)


@verb("consultation.archive", permission=WRITE)
def archive_topic(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """File the topic: with residents' judgement, or with the reason why there is none."""
    topic = uow.get(Topic, draft.topic_id)
    judged = uow.session.scalars(select(Score).where(Score.topic_id == topic.id)).first() is not None
    reason = clean_note(draft.reason)
    if not judged and not reason:
        raise UserError(_("Residents have not judged it yet."), field="reason",
                        todo=_("Enter their judgement, or say why there is none."))
    move_case(uow, topic.case_id, "archive", reason=reason, on=draft.on)
    return draft.topic_id


def _hang(uow: UnitOfWork, topic: Topic, draft: PostingDraft, kind: str, title: str, body: str) -> int:
    notice = write_notice(uow, NoticeDraft(kind, title, body, places=draft.places, feedback=draft.feedback, amount=draft.days,
                                           unit=draft.unit, owner_kind=TOPIC, owner_id=topic.id))
    post_notice(uow, notice, draft.approved_by, draft.on, names=names_to_hide(topic), reason=draft.reason)
    return notice


def names_to_hide(topic: Topic) -> tuple[str, ...]:
    """Of the people who raised the topic, those whose names may not be told."""
    return tuple(one["name"] for one in topic.raisers if one["name"] and not one.get("tell"))


def _time_tasks(uow: UnitOfWork, topic: Topic) -> None:
    """While a decision is carried out, the deadline is that of the first open task."""
    days = select(Task.due_on).where(Task.topic_id == topic.id, Task.done_on.is_(None), Task.due_on.is_not(None))
    first = uow.session.scalars(days.order_by(Task.due_on)).first()
    set_clock(uow, topic.case_id, CLOCK, _("Carrying out"), first)


def _walking(uow: UnitOfWork, topic_id: int) -> Topic:
    topic = uow.get(Topic, topic_id)
    if visible_case(uow, topic.case_id).state != "walking":
        raise UserError(_("The topic is not in its procedure."), todo=_("Take it up first."))
    return topic


def _touched(uow: UnitOfWork, topic: Topic, action: str, **detail: object) -> None:
    uow.touch(TOPIC, topic.id)
    uow.trace(action, TOPIC, topic.id, **detail)
