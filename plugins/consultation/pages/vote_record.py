"""The record page of a vote: rule, roll, what was given and came back, verdicts with every comparison, what to do next."""

from dataclasses import replace

from desk.api import N_, Tone, UserError, translator
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import Fact, FactSection, NextAct, PaperLink, RecordCard, RecordSpec, StateCell, StepLamp
from desk.api.settings import get_setting
from desk.api.votes import (
    VOTE_STATES,
    Profile,
    Result,
    VoteRow,
    amount,
    compare,
    count_by_group,
    find_result,
    get_vote,
    list_changes,
)
from plugins.consultation.pages.record import OUTCOMES
from plugins.consultation.pages.vote_forms import METHODS, PROMISE, enough, present_words

_ = translator("consultation")
desk_ = translator("desk")
TONES = {"draft": Tone.WAITING, "frozen": Tone.WAITING, "open": Tone.OPEN, "entry": Tone.OPEN, "counted": Tone.DONE,
         "closed": Tone.DONE, "void": Tone.MUTED}
FEW = 60
"""Voters up to which who has come is ticked on a form; more are called up at the counter by number or name."""
LAMPS = (N_("Roll"), N_("Ballots"), N_("Given out"), N_("Entered twice"), N_("Counted"))
PLACES = {"draft": 0, "frozen": 1, "open": 2, "entry": 3, "counted": 5, "closed": 5, "void": 0}


def load(uow: UnitOfWork, vote_id: int) -> RecordCard:
    """The whole card in one read."""
    vote = get_vote(uow, vote_id)
    result = find_result(uow, vote_id)
    return RecordCard(
        id=vote_id, number=vote.code, title=vote.title, state=StateCell(desk_(VOTE_STATES[vote.state]), TONES[vote.state]),
        subtitle=f"{vote.profile.title} · {_(dict(METHODS)[vote.method])}",
        steps=tuple(StepLamp(_(title),
                             "done" if place < PLACES[vote.state] else "now" if place == PLACES[vote.state] else "next")
                    for place, title in enumerate(LAMPS)),
        sections=tuple(_sections(uow, vote,
                                 result)), acts=tuple(_acts(vote)), papers=tuple(_papers(vote)), version=vote.version)


RECORD = RecordSpec("consultation.vote", N_("Vote"), "ballot.vote", load, domain="consultation")


def _sections(uow: UnitOfWork, vote: VoteRow, result: Result | None) -> list[FactSection]:
    found = []
    if vote.state == "void":
        why = _("More ballots came back ({returned}) than were given out ({handed}).").format(
            returned=vote.returned, handed=vote.handed) if vote.returned > vote.handed else _("Two people declared it void.")
        found.append(FactSection(_("This vote is void"),
                                 (Fact("", why + " " + _("Open a new vote; this one decides nothing.")),)))
    for question in result.questions if result else ():
        facts = [Fact(_("Result"), _(OUTCOMES[question.verdict.outcome]))]
        for measure, totals in question.totals.items():
            said = (("agree", totals.agree), ("against", totals.against), ("abstain", totals.abstain),
                    ("invalid", totals.invalid))
            facts.append(Fact(_("Persons") if measure == "persons" else _("Area"), " · ".join(
                f"{_(CHOICES[choice])} {amount(measure, number)}" for choice, number in said)))
        facts += [Fact(("✓ " if test.met else "✕ ") + _(TESTS[test.kind]), test.words) for test in question.verdict.tests]
        found.append(FactSection(question.text, tuple(facts)))
    found += _by_part(uow, vote, result)
    rule = vote.profile
    found.append(FactSection(_("Rule"), (
        Fact(_("Quorum"), rule.quorum.words if rule.quorum else _("none")),
        Fact(_("To pass"), rule.passing.words if rule.passing and rule.decides else _("not confirmed: counts only")),
        Fact(_("Source"), rule.source), *_days(rule), *((Fact(_("Note"), rule.note),) if rule.note else ()))))
    found.append(FactSection(_("Ballots"), tuple(_ballots(uow, vote))))
    found.append(FactSection(_("What this computer cannot promise"), (Fact("", _(PROMISE)),)))
    return found


def _days(rule: Profile) -> list[Fact]:
    """What the rule says of calling the vote and of telling its result."""
    found = [Fact(_("What it takes to call it"), rule.convened)] if rule.convened else []
    if rule.notice_days:
        found.append(Fact(_("Notice before the vote"), _("{n} days").format(n=rule.notice_days)))
    if rule.posting_days:
        found.append(Fact(_("Period of posting"), _("{n} days").format(n=rule.posting_days)))
    return found


def _by_part(uow: UnitOfWork, vote: VoteRow, result: Result | None) -> list[FactSection]:
    """Named votes by building or group; parts with few ballots are told together, and not at all when that shows somebody."""
    if result is None or vote.method != "named":
        return []
    least = int(get_setting(uow, "consultation.smallest_group", 10))
    facts = []
    for number, text in vote.questions:
        try:
            parts = count_by_group(uow, vote.id, number, least)
        except UserError as error:
            return [FactSection(_("By part of the roll"), (Fact("", str(error)),))]
        if len(parts) > 1:
            facts += [Fact(f"{text} · {name or _('other parts together')}", " · ".join(
                f"{_(CHOICES[choice])} {count}" for choice, count in said.items())) for name, said in parts]
    return [FactSection(_("By part of the roll"), tuple(facts))] if facts else []


CHOICES = {"agree": N_("For"), "against": N_("Against"), "abstain": N_("Abstain"), "invalid": N_("Invalid")}
TESTS = {"quorum": N_("Quorum"), "pass": N_("To pass"), "shown": N_("Looser reading, told only")}


def _ballots(uow: UnitOfWork, vote: VoteRow) -> list[Fact]:
    facts = [Fact(_("On the roll"), _("{n} voters, frozen on {day}").format(
        n=vote.voters, day=long_date(vote.frozen_on) if vote.frozen_on else "—"))]
    if vote.method != "hands":
        facts.append(Fact(_("Printed, given out, returned, exchanged, left over"), " / ".join(
            map(str, (vote.issued, vote.handed, vote.returned, vote.spoiled, vote.left_over)))))
        if vote.kept_back and vote.state not in ("frozen", "open"):
            facts.append(Fact(_("Taken and not brought back"), str(vote.kept_back)))
    if vote.present:
        facts.append(Fact(_("Present"), present_words(vote)))
    if vote.state == "entry" and vote.method != "hands":
        found = compare(uow, vote.id)
        facts.append(Fact(_("Entered"), _("{first} and {second} of {returned}, {n} read differently").format(
            first=found.first, second=found.second, returned=found.returned, n=len(found.differing))))
    facts += [Fact(_("E-voting platform"), f"{one['source']} · {one['count']}") for one in vote.outside]
    for draw in vote.draws[-1:]:
        facts.append(Fact(_("Elected"), "、".join(draw["elected"])))
        if draw["among"]:
            facts.append(Fact(_("Drawn by seed"), f"{draw['seed']}: {'、'.join(draw['drawn'])}"))
    if vote.check_code:
        facts.append(Fact(_("Check code"), vote.check_code))
    facts += [Fact(_("Changed later"), f"{day} {text}") for day, text in list_changes(uow, vote.id)]
    return facts


def _acts(vote: VoteRow) -> list[NextAct]:
    def act(title: str, form: str, main: bool = False) -> NextAct:
        return NextAct(title, f"consultation.{form}", {"record_id": vote.id}, main=main)

    change, void = act(_("Tell a change of the roll"), "change_form"), act(_("Declare the vote void"), "void_form")
    came = act(_("Who has come"), "present_form" if vote.voters <= FEW else "counting")
    if vote.state == "frozen":
        begin = act(_("Show of hands begins"), "begin_form", enough(vote)) if vote.method == "hands" else act(
            _("Make the ballots"), "pile_form", True)
        return [begin, replace(came, main=not begin.main), act(_("Enter an authority"), "proxy_form"), change, void]
    if vote.state == "open":
        outside = [act(_("Take in an e-voting platform's result"), "outside")] if vote.method == "named" else []
        if vote.outside:
            outside.append(act(_("Take a platform's result back"), "outside_back_form"))
        printing = [act(_("Print the ballots"), "ballots")] if vote.method != "hands" else []
        return [act(_("Print and give out"), "counting", True), *printing, act(_("End giving out for good"), "box_form"),
                *outside, *([came] if vote.voters <= FEW else []), act(_("Enter an authority"), "proxy_form"), change, void]
    if vote.state == "entry" and vote.method == "hands":
        return [act(_("Enter a show of hands"), "hands_form", True), act(_("Count and seal"), "count_form"), void]
    if vote.state == "entry":
        return [act(_("Enter ballots"), "counting", True), act(_("Count and seal"), "count_form"),
                act(_("Put a wrong entry right"), "reverse_form"), void]
    if vote.state == "counted":
        seats = [act(_("Settle who takes the seats"), "election_form")] if len(vote.questions) > 1 else []
        return [NextAct(_("Save the result file"), "consultation.counting", {"record_id": vote.id}, main=True), *seats,
                act(_("Let the result stand"), "close_form"), act(_("Count again"), "round_form"), void]
    return []


def _papers(vote: VoteRow) -> list[PaperLink]:
    counted = vote.state in ("counted", "closed")
    papers = ["result", "result_a3", "tally"] if counted else []
    if vote.method != "hands":
        papers += ["register", *(["returns"] if vote.method == "named" else []), "specimen"]
    papers.append("proxy")
    return [PaperLink(f"consultation.{paper}") for paper in papers]
