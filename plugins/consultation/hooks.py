"""What consultation contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, NavEntry, PaperSpec, SeriesSpec, SettingSpec, SetupPart, hookimpl

PAGES = "plugins.consultation.pages"
READ, WRITE = "consultation.topic.read", "consultation.topic.write"
CONDUCT, HOLD, RULES = "desk.votes.conduct", "desk.meetings.hold", "desk.votes.rules"
FORMS = {"topic_form": "TOPIC_FORM", "accept_form": "ACCEPT_FORM", "refuse_form": "REFUSE_FORM", "merge_form": "MERGE_FORM",
         "step_form": "STEP_FORM", "back_form": "BACK_FORM", "fail_form": "FAIL_FORM", "draft_form": "DRAFT_FORM",
         "post_form": "POST_FORM", "publish_form": "PUBLISH_FORM", "review_form": "REVIEW_FORM", "task_form": "TASK_FORM",
         "carried_form": "CARRIED_FORM", "score_form": "SCORE_FORM", "archive_form": "ARCHIVE_FORM", "draw_form": "DRAW_FORM"}
MEETING_FORMS = {"gathering_form": "GATHERING_FORM", "minutes_form": "MINUTES_FORM", "comment_form": "COMMENT_FORM",
                 "answer_form": "ANSWER_FORM", "unpost_form": "UNPOST_FORM"}
VOTE_FORMS = {"vote_form": "VOTE_FORM", "pile_form": "PILE_FORM", "present_form": "PRESENT_FORM", "proxy_form": "PROXY_FORM",
              "box_form": "BOX_FORM", "hands_form": "HANDS_FORM", "count_form": "COUNT_FORM", "round_form": "ROUND_FORM",
              "change_form": "CHANGE_FORM", "reverse_form": "REVERSE_FORM", "void_form": "VOID_FORM",
              "close_form": "CLOSE_FORM", "election_form": "ELECTION_FORM", "outside_back_form": "OUTSIDE_BACK_FORM"}
RULE_FORMS = {"rule_form": "RULE_FORM"}


ESTATES = "plugins.consultation.estates"
ESTATE_FORMS = {"estate_form": "ESTATE_FORM", "unit_form": "UNIT_FORM", "new_unit_form": "NEW_UNIT_FORM",
                "owners_vote_form": "OWNERS_VOTE_FORM", "prepare_form": "PREPARE_FORM", "seats_form": "SEATS_FORM",
                "filing_form": "FILING_FORM", "end_form": "END_FORM"}


@hookimpl
def desk_nav_entries():
    def hidden(names, module, permission):
        return [NavEntry(f"consultation.{entry}", N_("Consultation"), f"{PAGES}.{module}:{name}", "vote",
                         permission=permission, hidden=True) for entry, name in names.items()]

    return [
        NavEntry("consultation.topics", N_("Consultation"), f"{PAGES}.lists:TOPICS", "vote", order=30, permission=READ),
        NavEntry("consultation.topic", N_("Topic"), f"{PAGES}.record:RECORD", "vote", permission=READ, hidden=True),
        NavEntry("consultation.vote", N_("Vote"), f"{PAGES}.vote_record:RECORD", "vote", permission=READ, hidden=True),
        NavEntry("consultation.counting", N_("Ballots"), "plugins.consultation.views.counting:CountingPage", "vote",
                 permission=CONDUCT, hidden=True),
        NavEntry("consultation.outside", N_("Take in an e-voting platform's result"),
                 "plugins.consultation.views.outside:OutsidePage", "vote", permission=CONDUCT, hidden=True),
        *hidden(FORMS, "forms", WRITE), *hidden(MEETING_FORMS, "meeting_forms", HOLD),
        *hidden(VOTE_FORMS, "vote_forms", CONDUCT), *hidden(RULE_FORMS, "rules", RULES),
        *hidden({"procedure_form": "PROCEDURE_FORM"}, "rules", WRITE),
        NavEntry("consultation.meetings", N_("Meetings"), f"{PAGES}.meetings:MEETINGS", "users", order=31, permission=READ),
        NavEntry("consultation.meeting", N_("Meeting"), f"{PAGES}.meetings:MEETING", "users", permission=READ, hidden=True),
        NavEntry("consultation.board", N_("Notice board"), f"{PAGES}.meetings:BOARD", "clipboard-list", order=32,
                 permission=READ),
        *[NavEntry(f"consultation.{entry}", N_("Estate"), f"{ESTATES}.pages.forms:{name}", "building-2", permission=WRITE,
                   hidden=True) for entry, name in ESTATE_FORMS.items()],
        NavEntry("consultation.estates", N_("Owners' committees"), f"{ESTATES}.pages.lists:ESTATES", "building-2", order=33,
                 permission=READ),
        NavEntry("consultation.estate", N_("Estate"), f"{ESTATES}.pages.record:RECORD", "building-2", permission=READ,
                 hidden=True),
        NavEntry("consultation.units", N_("Owners' register"), f"{ESTATES}.pages.lists:UNITS", "building-2", "registers", 82,
                 permission=WRITE),
        NavEntry("consultation.owners_list", N_("Bring in the owners' list"),
                 "plugins.consultation.views.owners_list:OwnersListPage", "upload", permission=WRITE, hidden=True),
        NavEntry("consultation.hall", N_("Hall screen"), "plugins.consultation.views.hall_screen:HallPage", "monitor", order=34,
                 permission=READ),
        NavEntry("consultation.rules", N_("Rules of votes"), f"{PAGES}.rules:RULES", "scale", "registers", 80, READ),
        NavEntry("consultation.procedures", N_("Procedures"), f"{PAGES}.rules:PROCEDURES", "clipboard-list", "registers", 81,
                 READ),
    ]


@hookimpl
def desk_actions():
    return [ActionSpec("consultation.new", N_("Register a topic"), "consultation.topic_form", icon="vote", permission=WRITE,
                       keywords="topic consultation yishi xieshang yiti", quick=True)]


@hookimpl
def desk_home_cards():
    return [CardSpec("consultation.due", N_("Consultation"), _due_items, place="due", permission=READ),
            CardSpec("consultation.terms", N_("Owners' committees"), _ending_terms, place="due", permission=READ)]


def _ending_terms(uow):
    from plugins.consultation.estates.home import ending_items

    return ending_items(uow)


def _due_items(uow):
    from plugins.consultation.home import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_case_kinds():
    from plugins.consultation.kinds import TOPIC_KIND

    return [TOPIC_KIND]


@hookimpl
def desk_number_series():
    return [SeriesSpec("consultation.topic", N_("Topics"), "{org_short}{word}〔{year}〕{serial}号", "议字")]


@hookimpl
def desk_papers():
    load, papers = "plugins.consultation.documents.loading", "plugins.consultation.documents"
    find = "plugins.consultation.queries"

    def paper(name, title, record, order, module, loader, build="build", permission=READ, finder="topic"):
        return PaperSpec(f"consultation.{name}", title, record, f"{load}:{loader}", f"{papers}.{module}:{build}", order=order,
                         find=f"{find}:find_{finder}_by_number", permission=permission)

    return [
        paper("topic", "议题征集表", "consultation.topic", 10, "topic", "load_topic"),
        paper("notice", "会议通知", "gathering", 20, "meetings", "load_gathering", "build_notice", finder="gathering"),
        paper("sign_in", "签到表", "gathering", 30, "meetings", "load_gathering", "build_sign_in", finder="gathering"),
        paper("minutes", "议事会议记录", "gathering", 40, "meetings", "load_gathering", "build_minutes", finder="gathering"),
        paper("posting", "公示", "notice", 50, "notices", "load_notice", finder="notice"),
        paper("comments", "意见收集与采纳表", "notice", 60, "notices", "load_notice", "build_comments", finder="notice"),
        paper("review", "专家审查意见表", "consultation.topic", 70, "topic", "load_topic", "build_review"),
        paper("register", "发票(领票)登记表", "ballot.vote", 80, "votes", "load_vote", "build_register", CONDUCT, "vote"),
        paper("returns", "收票登记表", "ballot.vote", 82, "votes", "load_vote", "build_returns", CONDUCT, "vote"),
        paper("specimen", "表决票样", "ballot.vote", 84, "ballots", "load_vote", "build_specimen", finder="vote"),
        paper("proxy", "授权委托书", "ballot.vote", 85, "votes", "load_vote", "build_proxy", CONDUCT, "vote"),
        paper("tally", "计票单", "ballot.vote", 90, "results", "load_result", "build_tally", CONDUCT, "vote"),
        paper("result", "表决结果公告", "ballot.vote", 100, "results", "load_result", "build_notice", finder="vote"),
        paper("result_a3", "表决结果公告(A3)", "ballot.vote", 101, "posters", "load_result", "build_result", finder="vote"),
        paper("posting_a3", "公示(A3)", "notice", 51, "posters", "load_notice", "build_posting", finder="notice"),
        *_estate_papers(),
        paper("scores", "实施评议表", "consultation.topic", 110, "topic", "load_topic", "build_scores"),
    ]


def _estate_papers():
    papers = (("owners_roll", "业主名册", "estate", "load_roll", "build_roll", WRITE),
              ("filing", "业主委员会备案表", "committee", "load_committee", "build_filing", READ),
              ("members", "业主委员会委员名单", "committee", "load_committee", "build_members", READ))
    found = [PaperSpec(f"consultation.{name}", title, f"consultation.{record}", f"{ESTATES}.documents.loading:{load}",
                       f"{ESTATES}.documents.papers:{build}", order=120 + place, permission=permission)
             for place, (name, title, record, load, build, permission) in enumerate(papers)]
    return [*found, PaperSpec("consultation.owners_notice", "业主大会会议公告", "ballot.vote",
                              f"{ESTATES}.documents.loading:load_notice", f"{ESTATES}.documents.papers:build_notice", order=79,
                              find="plugins.consultation.queries:find_vote_by_number", permission=READ)]


@hookimpl
def desk_settings():
    return [
        SettingSpec("consultation.days_to_answer", N_("Days to the first answer"), "number", 15, unit=N_("days"),
                    source="议事规则(各地不一,未能核实)", unsure=True, minimum=1, maximum=90),
        SettingSpec("consultation.conflicts_invalid", N_("Contradicting ballots of one owner count as invalid"), "bool", False,
                    source="业主大会议事规则"),
        SettingSpec("consultation.smallest_group", N_("Fewest ballots a part of the roll is shown with"), "number", 10,
                    source="保护投票人的做法,可改大", minimum=10, maximum=200),
        SettingSpec("consultation.hall_days", N_("Days a result is on the hall's screen"), "number", 30, unit=N_("days"),
                    minimum=1, maximum=365),
        SettingSpec("consultation.hall_names", N_("Names of results stand unmasked on the hall's screen"), "bool", False),
        SettingSpec("consultation.parking_counts", N_("Parking spaces count in owners' votes"), "bool", False,
                    source="各地不一;区分所有权解释第二条,以议事规则为准", unsure=True),
        SettingSpec("consultation.term_lead", N_("Days before the end of a term to remind"), "number", 90, unit=N_("days"),
                    source="各地规定换届提前两至六个月,未能核实", unsure=True, minimum=30, maximum=365),
        SettingSpec("consultation.committee_least", N_("Fewest members of an owners' committee"), "number", 5,
                    source="《业主大会和业主委员会指导规则》,条文未能核对", unsure=True, minimum=3, maximum=19),
        SettingSpec("consultation.committee_most", N_("Most members of an owners' committee"), "number", 11,
                    source="《业主大会和业主委员会指导规则》,条文未能核对", unsure=True, minimum=3, maximum=19),
    ]


@hookimpl
def desk_demo_data(uow, seed):
    from plugins.consultation.demo import fill

    fill(uow, seed)
    from plugins.consultation.estates.demo import fill_estates

    fill_estates(uow)


@hookimpl
def desk_setup_parts():
    return [SetupPart("consultation.procedures", N_("Procedures"), "plugins.consultation.setup:read_procedures",
                      "plugins.consultation.setup:write_procedures")]
