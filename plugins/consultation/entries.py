"""The pages of consultation: lines of the sidebar, cards and forms behind them. Loads neither SQLAlchemy nor Qt."""

from desk.api import N_, NavEntry

PAGES, VIEWS = "plugins.consultation.pages", "plugins.consultation.views"
READ, WRITE = "consultation.topic.read", "consultation.topic.write"
CONDUCT, HOLD, RULES = "desk.votes.conduct", "desk.meetings.hold", "desk.votes.rules"
FORMS = ("topic", "matter_topic", "accept", "refuse", "tell", "merge", "step", "back", "fail", "draw")
WORK_FORMS = (
    "draft",
    "post",
    "publish",
    "review",
    "task",
    "task_done",
    "carried",
    "score",
    "archive",
    "resolution",
    "street_filing",
    "receipt",
)
MEETING_FORMS = ("gathering", "sitting", "known_gathering", "minutes", "matter", "decision")
HEARING_FORMS = ("hearing_score",)
POINT_FORMS = ("visit",)
BODY_FORMS, COVENANT_FORMS = ("body", "term", "end_body"), ("covenant", "adopt", "next_covenant", "covenant_review")
PROJECT_FORMS = ("idea", "project", "grant", "payment", "check", "project_round", "dots")
VOTE_FORMS = {"vote_form": "VOTE_FORM", "vote_seats_form": "SEATS_VOTE_FORM", "begin_form": "BEGIN_FORM",
              "pile_form": "PILE_FORM",
              "present_form": "PRESENT_FORM", "proxy_form": "PROXY_FORM",
              "box_form": "BOX_FORM", "hands_form": "HANDS_FORM", "count_form": "COUNT_FORM", "round_form": "ROUND_FORM",
              "change_form": "CHANGE_FORM", "reverse_form": "REVERSE_FORM", "void_form": "VOID_FORM",
              "close_form": "CLOSE_FORM", "election_form": "ELECTION_FORM", "outside_back_form": "OUTSIDE_BACK_FORM"}
RULE_FORMS = {"rule_form": "RULE_FORM"}
ESTATES = "plugins.consultation.estates"
ESTATE_FORMS = {"estate_form": "ESTATE_FORM", "unit_form": "UNIT_FORM", "new_unit_form": "NEW_UNIT_FORM",
                "owners_vote_form": "OWNERS_VOTE_FORM", "prepare_form": "PREPARE_FORM", "seats_form": "SEATS_FORM",
                "filing_form": "FILING_FORM", "seat_change_form": "SEAT_CHANGE_FORM", "end_form": "END_FORM"}
DECISION_FORMS = {"committee_meeting_form": "COMMITTEE_MEETING_FORM", "decision_of_form": "DECISION_OF_FORM",
                  "post_decision_form": "POST_DECISION_FORM", "party_form": "PARTY_FORM"}


def nav_entries() -> list[NavEntry]:
    """Every page, those of the sidebar first."""
    return [
        *_daily(),
        *_registers(),
        *_cards(),
        *_estates(),
        *_forms(FORMS, "forms", WRITE),
        *_forms(WORK_FORMS, "work_forms", WRITE),
        *_forms(MEETING_FORMS, "meeting_forms", HOLD),
        *_forms(HEARING_FORMS, "hearings", HOLD),
        *_forms(POINT_FORMS, "talk_points", HOLD),
        *_forms(("point_duty",), "talk_points", "desk.schedules.plan"),
        *_forms(("hand_topic",), "handing", WRITE),
        *_forms(("hand_matter",), "handing", HOLD),
        *_forms(BODY_FORMS, "bodies", WRITE),
        *_forms(COVENANT_FORMS, "covenants", WRITE),
        *_forms(PROJECT_FORMS, "projects", WRITE),
        *_hidden(VOTE_FORMS, "vote_forms", CONDUCT),
        *_hidden(RULE_FORMS, "rules", RULES),
        *_hidden({"procedure_form": "PROCEDURE_FORM"}, "rules", WRITE),
    ]


def _daily() -> list[NavEntry]:
    def entry(name: str, title: str, view: str, icon: str, order: int) -> NavEntry:
        return NavEntry(f"consultation.{name}", title, f"{PAGES}.{view}", icon, order=order, permission=READ)

    return [entry("topics", N_("Consultation"), "lists:TOPICS", "vote", 30),
            entry("meetings", N_("Meetings"), "meetings:MEETINGS", "users", 31),
            entry("matters", N_("Brought up by residents"), "matters:MATTERS", "clipboard-list", 32),
            entry("projects", N_("Small livelihood projects"), "projects:PROJECTS", "award", 33),
            NavEntry("consultation.hall", N_("Hall screen"), f"{VIEWS}.hall_screen:HallPage", "monitor", order=35,
                     permission=READ)]


def _registers() -> list[NavEntry]:
    def entry(name: str, title: str, view: str, icon: str, order: int) -> NavEntry:
        return NavEntry(f"consultation.{name}", title, f"{PAGES}.{view}", icon, "registers", order, READ)

    return [entry("talk_points", N_("Talk points"), "talk_points:POINTS", "users", 76),
            entry("choices", N_("Choices among projects"), "projects:CHOICES", "award", 77),
            entry("bodies", N_("Councils and groups"), "bodies:BODIES_LIST", "users", 78),
            entry("covenants", N_("Covenants"), "covenants:COVENANTS", "folder", 79),
            entry("rules", N_("Rules of votes"), "rules:RULES", "scale", 80),
            entry("procedures", N_("Procedures"), "rules:PROCEDURES", "clipboard-list", 81),
            NavEntry("consultation.classes_form", N_("Classes of topics"), f"{PAGES}.handing:CLASSES_FORM", "clipboard-list",
                     "registers", 83, WRITE)]


def _cards() -> list[NavEntry]:
    def card(name: str, title: str, view: str, icon: str, permission: str = READ) -> NavEntry:
        return NavEntry(f"consultation.{name}", title, view, icon, permission=permission, hidden=True)

    return [card("topic", N_("Topic"), f"{PAGES}.record:RECORD", "vote"),
            card("vote", N_("Vote"), f"{PAGES}.vote_record:RECORD", "vote"),
            card("ballots", N_("Ballots"), f"{VIEWS}.ballots:BallotsPage", "printer", CONDUCT),
            card("counting", N_("Ballots"), f"{VIEWS}.counting:CountingPage", "vote", CONDUCT),
            card("outside", N_("Take in an e-voting platform's result"), f"{VIEWS}.outside:OutsidePage", "vote", CONDUCT),
            card("compare", N_("Versions side by side"), f"{VIEWS}.compare:ComparePage", "vote"),
            card("meeting", N_("Meeting"), f"{PAGES}.meetings:MEETING", "users"),
            card("talk_point", N_("Talk point"), f"{PAGES}.talk_points:POINT", "users"),
            card("body", N_("Council or group"), f"{PAGES}.bodies:BODY_CARD", "users"),
            card("covenant", N_("Covenant"), f"{PAGES}.covenants:COVENANT_CARD", "folder"),
            card("choice", N_("A choice among projects"), f"{PAGES}.projects:CHOICE_CARD", "award")]


def _estates() -> list[NavEntry]:
    return [
        *[NavEntry(f"consultation.{entry}", N_("Estate"), f"{ESTATES}.pages.forms:{name}", "building-2", permission=WRITE,
                   hidden=True) for entry, name in ESTATE_FORMS.items()],
        *[NavEntry(f"consultation.{entry}", N_("Estate"), f"{ESTATES}.pages.decisions:{name}", "building-2", permission=WRITE,
                   hidden=True) for entry, name in DECISION_FORMS.items()],
        NavEntry("consultation.estates", N_("Owners' committees"), f"{ESTATES}.pages.lists:ESTATES", "building-2", order=34,
                 permission=READ),
        NavEntry("consultation.estate", N_("Estate"), f"{ESTATES}.pages.record:RECORD", "building-2", permission=READ,
                 hidden=True),
        NavEntry("consultation.units", N_("Owners' register"), f"{ESTATES}.pages.lists:UNITS", "building-2", "registers", 82,
                 permission=WRITE),
        NavEntry("consultation.owners_list", N_("Bring in the owners' list"), f"{ESTATES}.pages.imports:OWNERS_IMPORT",
                 "upload", permission=WRITE, hidden=True)]


def _hidden(names: dict[str, str], module: str, permission: str) -> list[NavEntry]:
    return [NavEntry(f"consultation.{entry}", N_("Consultation"), f"{PAGES}.{module}:{name}", "vote", permission=permission,
                     hidden=True) for entry, name in names.items()]


def _forms(names: tuple[str, ...], module: str, permission: str) -> list[NavEntry]:
    return _hidden({f"{name}_form": f"{name.upper()}_FORM" for name in names}, module, permission)
