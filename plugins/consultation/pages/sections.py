"""The sections of a topic's record page."""

from typing import Any

from desk.api import N_, changed_lines, hall_time, translator
from desk.api.documents import figures
from desk.api.meetings import GatheringRow, NoticeRow, gathering_kind
from desk.api.pages import Fact, FactSection
from desk.api.votes import VOTE_STATES, VoteRow
from plugins.consultation.kinds import FORMS_OF_TALK, HOW_TOLD, MAJOR, OPINIONS, SORTS, URGENCY, paper_in, title_in
from plugins.consultation.pages.common import day_text, joined
from plugins.consultation.queries import DraftRow, TopicFile

_ = translator("consultation")
desk_ = translator("desk")
OUTCOMES = {"passed": N_("passed"), "failed": N_("not passed"), "no_quorum": N_("too few took part"), "void": N_("void"),
            "no_verdict": N_("no legal verdict")}
NOTICE_STATES = {"draft": N_("written"), "approved": N_("approved"), "posted": N_("hangs"), "closed": N_("closed"),
                 "withdrawn": N_("withdrawn")}


def sections_of(file: TopicFile) -> list[FactSection]:
    """What the file holds, in the order it came about; only sections with something in them."""
    found = [_topic(file), _check(file), _walk(file)]
    found.append(FactSection(_("Meetings"), tuple(_gathering(one) for one in file.gatherings)))
    found.append(FactSection(_("Versions"), tuple(_version(one) for one in file.drafts), "consultation.compare",
                             {"record_id": file.id}) if len(file.drafts) > 1 else
                 FactSection(_("Versions"), tuple(_version(one) for one in file.drafts)))
    if len(file.drafts) > 1:
        old, new = file.drafts[-2:]
        title = _("Changed from version {old} to version {new}").format(old=old.number, new=new.number)
        found.append(FactSection(title, tuple(Fact(was or _("(new)"), now or _("(taken out)"))
                                              for was, now in changed_lines(old.text, new.text))))
    found.append(FactSection(_("Postings"), tuple(_notice(one) for one in file.notices)))
    if file.votes:
        found.append(FactSection(_("Votes"), tuple(_vote(one) for one in file.votes), "consultation.vote",
                                 {"record_id": file.votes[-1].id}))
    found += _outcomes(file)
    return [section for section in found if section.facts]


def word(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """A choice in the words of the screen, "" for none."""
    text = title_in(choices, code)
    return _(text) if text else ""


def _topic(file: TopicFile) -> FactSection:
    raised = tuple(Fact(_("Raised by"), joined(one["name"] or _("anonymous"), one["home"], _told(one)))
                   for one in file.raisers)
    major = file.major
    facts = [Fact(_("Content and proposal"), file.content), Fact(_("Whom it concerns"), file.scope), *raised,
             Fact(_("Raised on"), day_text(file.raised_on))]
    if file.urgency:
        facts.append(Fact(_("Urgency"), word(URGENCY, file.urgency)))
    if major:
        facts.append(Fact(_("Major matter of the village"), joined(
            word(MAJOR, major["kind"]), figures(major["amount_fen"]) if major["amount_fen"] is not None else "",
            _("{n} mu").format(n=major["land"]) if major["land"] else "",
            _("{n} households").format(n=major["households"]) if major["households"] else "")))
    facts.append(Fact(_("Answer to who raised it"), file.reply))
    return FactSection(_("Topic"), tuple(facts), "consultation.topic_form", {"record_id": file.id})


def _told(raiser: dict[str, Any]) -> str:
    if not raiser.get("told_on"):
        return ""
    return _("told on {day}, {how}").format(day=day_text(raiser["told_on"]), how=word(HOW_TOLD, raiser.get("told_how", "")))


def _check(file: TopicFile) -> FactSection:
    check = file.check
    return FactSection(
        _("Acceptance check"),
        tuple(
            fact
            for fact in (
                Fact(_("What kind of matter it is"), word(SORTS, check.get("sort", ""))),
                Fact(_("Is it lawful?"), check.get("lawful", "")),
                Fact(_("Who is concerned"), check.get("concerned", "")),
                Fact(_("How it is talked over"), paper_in(FORMS_OF_TALK, check.get("form", ""))),
                Fact(_("What the party organisation says"), check.get("party", "")),
                Fact(_("Who leads it"), file.lead),
            )
            if fact.value
        )
        if check
        else (),
    )


def _walk(file: TopicFile) -> FactSection:
    """Every step with who, when and how it ended; steps walked again stand twice."""
    titles = {step.code: step.title for step in file.procedure.steps} if file.procedure else {}
    return FactSection(_("Steps walked"), tuple(Fact(titles.get(one["code"], one["code"]), joined(
        day_text(one["on"]), one["who"], _("sent back") if one.get("back") else _("finished"), one["note"]))
        for one in file.done))


def _outcomes(file: TopicFile) -> list[FactSection]:
    resolved = tuple(Fact(one.number, joined(one.title, one.body, day_text(one.made_on))) for one in file.resolutions)
    filed = tuple(Fact(one.sent_to, joined(one.title, day_text(one.sent_on), one.receipt or _("no receipt yet")))
                  for one in file.filings)
    tasks = tuple(Fact(one.text, joined(
        one.who, figures(one.budget_fen) if one.budget_fen is not None else "", day_text(one.due_on),
        _("done on {day}: {result}").format(day=day_text(one.done_on), result=one.result) if one.done_on else _("open")))
        for one in file.tasks)
    scores = tuple(Fact(day_text(one.on), _("satisfied {a}, fairly satisfied {b}, not satisfied {c}").format(
        a=one.satisfied, b=one.fairly, c=one.dissatisfied)) for one in file.scores)
    return [FactSection(title, facts) for title, facts in (
        (_("Resolutions"), resolved), (_("Filed with the street office"), filed), (_("Carrying out"), tasks),
        (_("Residents' judgement"), scores))]


def _gathering(one: GatheringRow) -> Fact:
    when = f"{hall_time(one.starts_at):%Y-%m-%d %H:%M} {one.place}"
    many = _("{came} of {called} came").format(came=one.came, called=len(one.attendees)) if one.closed else _("called")
    return Fact(gathering_kind(one.kind).paper, joined(when, many, one.agreed[:80]))


def _version(one: DraftRow) -> Fact:
    reviews = "；".join(f"{said.expert}:{_(title_in(OPINIONS, said.opinion))}" for said in one.reviews)
    return Fact(_("Version {n}").format(n=one.number), joined(one.title, one.author, day_text(one.made_on), reviews))


def _notice(one: NoticeRow) -> Fact:
    span = _("from {start} to {end}").format(start=day_text(one.posted_on), end=day_text(one.until)) if one.posted_on else ""
    said = _("{n} comments").format(n=len(one.comments)) if one.comments else ""
    return Fact(one.title, joined(_(NOTICE_STATES[one.state]), span, said))


def _vote(one: VoteRow) -> Fact:
    results = "、".join(_(OUTCOMES[outcome]) for outcome in one.outcomes.values())
    return Fact(one.title, joined(desk_(VOTE_STATES[one.state]), results, one.check_code))
