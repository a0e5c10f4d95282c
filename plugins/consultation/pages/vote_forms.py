"""The forms of a vote: opened on a topic, ballots made, who is present, counted."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from desk.api.votes import (
    BoxDraft,
    ElectionDraft,
    HandsDraft,
    Threshold,
    VoteRow,
    end_giving,
    get_vote,
    list_profiles,
    list_roll,
    record_hands,
)
from plugins.consultation.drafts import BallotDraft, CountDraft, OutsideBackDraft, ReverseDraft, VoteActDraft
from plugins.consultation.pages.common import picked
from plugins.consultation.queries import get_file
from plugins.consultation.service import outside, votes

_ = translator("consultation")
METHODS = (("secret", N_("Secret ballot")), ("named", N_("Named ballot")), ("hands", N_("Show of hands")))
PROMISE = N_("This computer registers, prints, counts and publishes. It cannot promise what nobody sees who stands behind the "
             "counter: statutory elections stay on paper.")


def _form(form: str, title: str, save: Any, draft: type, *fields: Field | Repeat, load: Any = None, make: Any = None,
          help: str = "", save_title: str = "", after: str = "") -> FormSpec:
    return FormSpec(id=f"consultation.{form}", title=title, domain="consultation", save=save, save_title=save_title,
                    sections=(Section("", fields, help),), load=load or _load_vote, after=after,
                    make_draft=make or (lambda values: picked(draft, values)))


def _load_vote(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    return {"vote_id": get_vote(uow, record_id or 0).id}


def _profiles(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Rules in force today; those nobody confirmed say so."""
    found = list_profiles(uow, on=uow.clock.today().isoformat())
    return [(one.code, one.title if one.decides else _("{title} (not confirmed: counts only)").format(title=one.title))
            for one in found]


def _load_new(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    file = get_file(uow, record_id or 0)
    step = file.procedure.step(file.step) if file.procedure and file.step else None
    rule = step.rule if step else ""
    last = file.drafts[-1] if file.drafts else None
    return {"topic_id": file.id, "title": f"{file.case.title}表决", "profile": rule or "resident_reps",
            "held_on": uow.clock.today(), "method": "named" if rule.startswith("owners") else "secret",
            "questions": [{"text": f"通过《{last.title}》" if last else file.case.title}]}


def present_words(vote: VoteRow) -> str:
    """How many have come and how many must, where the rule counts heads at the meeting."""
    words, rule = _("{present} of {n}").format(present=vote.present, n=vote.voters), _heads(vote)
    if rule is None:
        return words
    return words + " · " + _("{needed} must come: {met}").format(
        needed=rule.needed(vote.voters), met=_("enough") if enough(vote) else _("not enough yet"))


def enough(vote: VoteRow) -> bool:
    """Whether as many are here as the rule asks for; anybody at all where it asks for nothing."""
    rule = _heads(vote)
    return rule.met(vote.present, vote.voters) if rule else bool(vote.present)


def _heads(vote: VoteRow) -> Threshold | None:
    """How many must come to the meeting, None where the rule counts no heads there."""
    return vote.profile.quorum if vote.profile.attendance and "persons" in vote.profile.measures else None


def _load_pile(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    return {"vote_id": vote.id, "count": vote.voters + max(vote.voters // 20, 2), "method": vote.method, "by_unit": False}


def _load_present(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    return {"vote_id": vote.id, "roll": [
        {"roll_id": one.id, "name": f"{one.name} {one.label}", "here": one.present, "was": one.present}
        for one in list_roll(uow, vote.id)]}


def _load_box(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    back = vote.registered if vote.method == "named" else None  # a box is counted, not believed
    return {"vote_id": vote.id, "returned": back, "spoiled": 0, "unused": vote.left_over}


def _load_hands(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    return {"vote_id": vote.id, "entry": 1, "counts": [{"text": text, "agree": 0, "against": 0, "abstain": 0}
                                                       for _number, text in vote.questions]}


def _load_election(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    return {"vote_id": vote.id, "seats": max(len(vote.questions) - 1, 1), "measure": "persons"}


def _measures(_uow: UnitOfWork) -> list[tuple[str, str]]:
    return [("persons", _("Persons")), ("area", _("Area"))]


def _load_back(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    vote = get_vote(uow, record_id or 0)
    sources = tuple((one["sha256"], f"{one['source']} · {one['count']} · {one['sha256'][:8]}") for one in vote.outside)
    return {"vote_id": vote.id, "taken": "\n".join(words for _hash, words in sources),
            "sha256": sources[-1][0] if sources else ""}


def _ballot(values: dict[str, Any]) -> BallotDraft:
    questions = tuple(row.get("text") or "" for row in values.get("questions") or ())
    return picked(BallotDraft, values, questions=questions)


def _present(values: dict[str, Any]) -> VoteActDraft:
    """Only what was changed here: another seat may have signed others in meanwhile."""
    rows = [row for row in values.get("roll") or () if bool(row.get("here")) != bool(row.get("was"))]
    return VoteActDraft(values["vote_id"], roll_ids=tuple(row["roll_id"] for row in rows if row["here"]),
                        gone=tuple(row["roll_id"] for row in rows if not row["here"]))


def _hands(values: dict[str, Any]) -> HandsDraft:
    counts = tuple((int(row.get("agree") or 0), int(row.get("against") or 0), int(row.get("abstain") or 0))
                   for row in values.get("counts") or ())
    return HandsDraft(values["vote_id"], int(values.get("entry") or 1), counts)


_VOTE = (
    Field("title", N_("Title"), "text", True), Field("profile", N_("Rule"), "choice", True, choices=_profiles),
    Field("method", N_("How"), "choice", True, choices=METHODS), Field("held_on", N_("Day"), "date"),
    Repeat("questions", N_("Question"), (Field("text", N_("Question"), "lines", rows=2),), N_("Add a question"), minimum=1),
    Field("roll", N_("Who may vote"), "lines", True, rows=10,
          help=N_("One a line: name, flat or household, area in m², building or group (女代表). With saving, the roll is "
                  "frozen.")))
VOTE_FORM = _form("vote_form", N_("Open a vote"), votes.open_topic_vote, BallotDraft, *_VOTE, load=_load_new, make=_ballot,
                  help=PROMISE, after="consultation.vote")
SEATS_VOTE_FORM = _form(
    "vote_seats_form", N_("Open a vote of a body's members"), votes.open_topic_vote, BallotDraft, *_VOTE[:-1],
    Field("left_out", N_("Taken from the seats"), "note"), _VOTE[-1], load=_load_new, make=_ballot, help=PROMISE,
    after="consultation.vote")
PILE_FORM = _form(
    "pile_form", N_("Make the ballots"), votes.make_ballots, VoteActDraft,
    Field("count", N_("Ballots to print"), "number", visible_when={"method": ("secret",)},
          help=N_("A few more than voters, to exchange spoiled ones.")),
    Field("by_unit", N_("One ballot a flat"), "bool", visible_when={"method": ("named",)}),
    Field("method", N_("How"), "choice", choices=METHODS, read_only=True), load=_load_pile,
    help=N_("Secret ballots: mix the printed pile by hand before anybody takes one, and shake the box before it is opened."))
BEGIN_FORM = _form(
    "begin_form", N_("Show of hands begins"), votes.make_ballots, VoteActDraft, Field("came", N_("Present"), "note"),
    load=lambda uow, record_id: {"vote_id": record_id, "came": present_words(get_vote(uow, record_id))},
    save_title=N_("Begin (Ctrl+S)"), help=N_("From now on nobody signs in any more; two tellers count the hands."))
PRESENT_FORM = _form(
    "present_form", N_("Who has come"), votes.note_present, VoteActDraft,
    Repeat("roll", N_("Voter"), (Field("name", N_("Name"), read_only=True), Field("here", N_("Has come"), "bool")), "",
           compact=True),
    load=_load_present, make=_present)
PROXY_FORM = _form(
    "proxy_form", N_("Enter an authority"), votes.note_proxy, VoteActDraft,
    Field("who", N_("Number on the roll, or name"), "text", True), Field("agent", N_("Proxy"), "text", True),
    Field("household", N_("Same household"), "bool"), Field("staff", N_("Works for the property company"), "bool"),
    Field("text", N_("For what")))
BOX_FORM = _form(
    "box_form", N_("End giving out for good"), end_giving, BoxDraft, Field("returned", N_("In the box"), "number", True),
    Field("spoiled", N_("Exchanged"), "number", True), Field("unused", N_("Left over"), "number", True), load=_load_box,
    help=N_("From now on nobody gets a ballot, and entering begins."))
HANDS_FORM = _form(
    "hands_form", N_("Enter a show of hands"), record_hands, HandsDraft,
    Field("entry", N_("Counted by"), "choice", True, choices=((1, N_("First teller")), (2, N_("Second teller")))),
    Repeat("counts", N_("Question"), (
        Field("text", N_("Question"), read_only=True), Field("agree", N_("For"), "number"),
        Field("against", N_("Against"), "number"), Field("abstain", N_("Abstain"),
                                                         "number")), ""), load=_load_hands, make=_hands)
COUNT_FORM = _form(
    "count_form", N_("Count and seal"), votes.count_ballots, CountDraft,
    Field("supervisor", N_("Supervisor of the count"), "text", True),
    Field("caller", N_("Caller")), Field("teller", N_("Teller"), "text", True), save_title=N_("Count (Ctrl+S)"),
    help=N_("Those who count are neither candidates nor concerned. Of a secret vote only sorted choices remain."))
ROUND_FORM = _form("round_form", N_("Count again"), votes.count_again, VoteActDraft,
                   Field("text", N_("Why"), "lines", True, rows=2))
CHANGE_FORM = _form("change_form", N_("Tell a change of the roll"), votes.tell_change, VoteActDraft,
                    Field("text", N_("What changed"), "lines", True, rows=2),
                    help=N_("The roll stays as it was frozen; the result tells of the change."))
_TWO = (Field("reason", N_("Reason"), "text", True), Field("first", N_("First name"), "text", True),
        Field("second", N_("Second name"), "text", True))
REVERSE_FORM = _form(
    "reverse_form", N_("Put a wrong entry right"), votes.put_right, ReverseDraft,
    Field("entry", N_("Entered by"), "choice", True, choices=((1, N_("First person")), (2, N_("Second person")))),
    Field("mark", N_("Mark of the ballot"), "text", True),
    Field("choices", N_("Choices, one digit a question"), "text", True,
          help=N_("1 for, 2 against, 3 abstain, 0 left blank, 9 invalid")),
    Field("why_invalid", N_("Why is it invalid?")), *_TWO,
    help=N_("The wrong line stays and is marked as reversed; both people answer for it."))
VOID_FORM = _form("void_form", N_("Declare the vote void"), votes.declare_void, ReverseDraft, *_TWO,
                  make=lambda values: picked(ReverseDraft, values, mark="", choices=""))
CLOSE_FORM = _form("close_form", N_("Let the result stand"), votes.let_stand, VoteActDraft,
                   Field("code", N_("Check code"), read_only=True),
                   load=lambda uow, record_id: {"vote_id": record_id, "code": get_vote(uow, record_id).check_code},
                   help=N_("The marks of the ballots are deleted, only their number and the hash of their list stay."))
ELECTION_FORM = _form(
    "election_form", N_("Settle who takes the seats"), votes.settle_seats, ElectionDraft,
    Field("seats", N_("Seats to fill"), "number", True),
    Field("measure", N_("Most votes by"), "choice", True, choices=_measures),
    Field("seed", N_("Seed everybody saw"), help=N_("Only for a tie across the last seat: dice, a newspaper's headline. It is "
                                                    "printed on the notice, so that anybody can draw again.")),
    load=_load_election, help=N_("For votes whose questions are candidates. Only who passed takes a seat."))
OUTSIDE_BACK_FORM = _form(
    "outside_back_form", N_("Take a platform's result back"), outside.drop_platform, OutsideBackDraft,
    Field("taken", N_("Taken in"), "note"), Field("sha256", N_("SHA-256 of the file"), "text", True),
    Field("reason", N_("Why"), "lines", True, rows=2), Field("first", N_("First name"), "text", True),
    Field("second", N_("Second name"), "text", True), load=_load_back)
