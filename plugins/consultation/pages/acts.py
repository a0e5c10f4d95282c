"""What can be done with a topic in its state: the one main thing first, then the others."""

from collections.abc import Callable

from desk.api import translator
from desk.api.meetings import gathering_kind
from desk.api.pages import NextAct
from plugins.consultation.queries import TopicFile

_ = translator("consultation")
WHERE = {"talk": "gathering_form", "council": "gathering_form", "branch": "gathering_form", "committees": "gathering_form",
         "members": "gathering_form", "meeting": "gathering_form", "draft": "draft_form", "posted": "post_form",
         "review": "review_form", "vote": "vote_form", "published": "publish_form", "resolution": "resolution_form",
         "filed": "street_filing_form", "checked": "topic_form", "scope": "topic_form"}
SEATS = "plugins.consultation.pages.seat_rolls:open_with_seats"
Act = Callable[..., NextAct]


def acts_of(file: TopicFile, sentences: list[str]) -> list[NextAct]:
    """The acts of this state."""
    def act(title: str, form: str, main: bool = False, record_id: int = 0) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": record_id or file.id}, main=main)

    state = file.case.state
    change = [act(_("Change the registration"), "topic_form"), _files(file)]
    if state == "raised":
        return [act(_("Take up"), "accept_form", True), act(_("Do not take up"), "refuse_form"), act(_("Merge"), "merge_form"),
                act(_("Hand to another module"), "hand_topic_form"), *change]
    if state == "walking":
        return [*_walking(file, sentences, act), *_tell(file, act), act(_("Merge"), "merge_form"), *change]
    if state == "carrying":
        return [*_carrying(file, act), *_tell(file, act), *change]
    if state == "judging":
        judged = bool(file.scores)
        return [act(_("Enter residents' judgement"), "score_form", not judged), act(_("File"), "archive_form", judged),
                *_aftermath(file, act), *_tell(file, act), *change]
    return [
        *_tell(file, act),
        *([act(_("File it with the street office"), "street_filing_form")] if state == "archived" else []),
        _files(file),
    ]


def _files(file: TopicFile) -> NextAct:
    return NextAct(_("Files and photos"), "files.of", {"owner_kind": "consultation.topic", "owner_id": file.id,
                                                       "title": file.case.title})


def _tell(file: TopicFile, act: Act) -> list[NextAct]:
    waiting = file.reply and any(not one.get("told_on") for one in file.raisers)
    return [act(_("Tell who raised it"), "tell_form")] if waiting else []


def _aftermath(file: TopicFile, act: Act) -> list[NextAct]:
    found = [act(_("Write the record of the resolution"), "resolution_form"),
             act(_("File it with the street office"), "street_filing_form")]
    if file.drafts and file.drafts[-1].kind == "covenant":
        found.append(act(_("Enter into the register of covenants"), "adopt_form"))
    return [*found, act(_("Post progress or result"), "publish_form")]


def _carrying(file: TopicFile, act: Act) -> list[NextAct]:
    waiting = [task for task in file.tasks if not task.done_on]
    done = bool(file.tasks) and not waiting
    return [act(_("Everything is carried out"), "carried_form", done), act(_("Enter a task"), "task_form", not done),
            *(act(_("Done or changed: {task}").format(task=task.text[:20]), "task_done_form", False, task.id)
              for task in waiting), *_aftermath(file, act)]


def _walking(file: TopicFile, sentences: list[str], act: Act) -> list[NextAct]:
    assert file.procedure is not None
    step = file.procedure.step(file.step)
    found = [act(_("Finish “{step}”").format(step=step.title), "step_form", True)] if not sentences else []
    for meeting in (one for one in file.gatherings if not one.closed):
        found.append(act(_("Write the minutes: {title}").format(title=gathering_kind(meeting.kind).paper), "minutes_form",
                         not found, meeting.id))
    for vote in (one for one in file.votes if one.state not in ("closed", "void")):
        found.append(act(_("Vote: {title}").format(title=vote.title), "vote", not found, vote.id))
    for notice in (one for one in file.notices if one.state == "posted"):
        found += [NextAct(title, f"notices.{form}", {"record_id": notice.id}, main=not found and form == "comment_form")
                  for title, form in ((_("Take down a comment"), "comment_form"), (_("Close the posting"), "close_form"),
                                      (_("To the notice"), "card"))]
    titles = {
        "gathering_form": _("Call a meeting"),
        "draft_form": _("Write the next version"),
        "post_form": _("Post the draft"),
        "review_form": _("Enter an expert's opinion"),
        "vote_form": _("Open a vote"),
        "publish_form": _("Post the result"),
        "resolution_form": _("Write the record of the resolution"),
        "street_filing_form": _("File it with the street office"),
        "topic_form": _("Change the registration"),
    }
    wanted = [WHERE[need] for need in step.needs if need in WHERE and WHERE[need] != "topic_form"]
    withdrawn = {one.id for one in file.notices if one.state == "withdrawn"}
    if file.drafts and file.drafts[-1].notice_id and file.drafts[-1].notice_id not in withdrawn:
        wanted = [form for form in wanted if form != "post_form"]
    if "chosen" in step.needs:
        found.append(NextAct(_("To the choices among projects"), "consultation.choices", main=not found))
    for form in dict.fromkeys([*wanted, "gathering_form", "draft_form"]):
        found.append(act(titles[form], form, not found and form in wanted))
        if form == "vote_form":
            found.append(NextAct(_("Open a vote of a body's members"), run=SEATS))
    if len(file.drafts) > 1:
        found.append(act(_("Versions side by side"), "compare"))
    if file.votes:
        found.append(act(_("Draw lots"), "draw_form"))
    if step.back:
        found.append(act(_("Send back"), "back_form"))
    if file.votes and set(file.votes[-1].outcomes.values()) - {"passed"}:
        found.append(act(_("Close after the vote failed"), "fail_form"))
    return found
