"""The topic as a kind of case: states around its procedure; the steps themselves are the procedure's data."""

from desk.api import N_, CaseKind, Limit, Move, State, Tone

TOPIC, VOTE = "consultation.topic", "consultation.vote"
SERIES = "consultation.topic"
READ, WRITE = "consultation.topic.read", "consultation.topic.write"

STATES = (
    State("raised", N_("Raised"), Tone.WAITING),
    State("walking", N_("In its procedure"), Tone.OPEN),
    State("carrying", N_("Being carried out"), Tone.OPEN),
    State("judging", N_("Waiting for residents' judgement"), Tone.WAITING),
    State("refused", N_("Not taken up"), Tone.MUTED, final=True),
    State("merged", N_("Merged"), Tone.MUTED, final=True),
    State("failed", N_("Voted down"), Tone.MUTED, final=True),
    State("archived", N_("Filed"), Tone.DONE, final=True),
)

MOVES = (
    Move("accept", N_("Take up"), ("raised",), "walking", WRITE),
    Move("refuse", N_("Do not take up"), ("raised",), "refused", WRITE, why_required=True),
    Move("merge", N_("Merge"), ("raised", "walking"), "merged", WRITE),
    Move("decide", N_("Decided"), ("walking",), "carrying", WRITE),
    Move("fail", N_("Voted down"), ("walking",), "failed", WRITE, why_required=True),
    Move("carried", N_("Carried out"), ("carrying",), "judging", WRITE),
    Move("archive", N_("File"), ("carrying", "judging"), "archived", WRITE),
    Move("reopen", N_("Reopen"), ("refused", "failed"), "raised", WRITE, why_required=True),
)

TOPIC_KIND = CaseKind(
    TOPIC, N_("Topic"), STATES, MOVES, series=SERIES, first_state="raised", permission_read=READ, permission_write=WRITE,
    view="consultation.topic",
    limits=(Limit("answer", N_("First answer to who raised it"), "raised", 15, "day", "议事规则", "consultation.days_to_answer",
                  stops_in=("walking", "refused", "merged")),))

FIELDS = (("party", N_("Party building")), ("self", N_("Self-government")), ("community", N_("Community management")),
          ("living", N_("Livelihood")), ("safety", N_("Public security")), ("health", N_("Public health")))
CHANNELS = (("counter", N_("At the counter")), ("phone", N_("By phone")), ("slip", N_("Slip at the door")),
            ("mailbox", N_("Mailbox")), ("online", N_("Online studio")), ("grid", N_("Grid worker")),
            ("meeting", N_("At a meeting")))
RAISER_KINDS = (("resident", N_("Resident")), ("owner", N_("Owner")), ("member", N_("Party member")),
                ("deputy", N_("Representative")), ("unit", N_("Unit in the area")))
OPINIONS = (("pass", N_("Agrees")), ("revise", N_("Agrees after changes")), ("reject", N_("Does not agree")))


def title_in(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """The source text of a choice, "" for none; translated where it is shown."""
    return dict(choices).get(code, "")
