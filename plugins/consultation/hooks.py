"""What consultation contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, PaperSpec, SeriesSpec, SettingSpec, SetupPart, Taker, hookimpl
from plugins.consultation.paper_table import more_papers

READ, WRITE = "consultation.topic.read", "consultation.topic.write"
ESTATES = "plugins.consultation.estates"
CONDUCT, HOLD, RULES = "desk.votes.conduct", "desk.meetings.hold", "desk.votes.rules"


@hookimpl
def desk_nav_entries():
    from plugins.consultation.entries import nav_entries

    return nav_entries()


@hookimpl
def desk_actions():
    return [
        ActionSpec(
            "consultation.new",
            N_("Register a topic"),
            "consultation.topic_form",
            icon="vote",
            permission=WRITE,
            keywords="topic consultation yishi xieshang yiti",
            quick=True,
        ),
        ActionSpec(
            "consultation.idea",
            N_("Take down an idea"),
            "consultation.idea_form",
            icon="award",
            permission=WRITE,
            keywords="idea project weishishi minsheng dianzi",
        ),
        ActionSpec(
            "consultation.sitting",
            N_("Call a meeting"),
            "consultation.gathering_form",
            icon="users",
            permission=HOLD,
            keywords="meeting stool xiaobandeng shuoshi tingping sifang huiyi",
        ),
    ]


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
def desk_takers():
    return [Taker("consultation.topic", "议事协商(议题库)", "plugins.consultation.taking:take", "consultation.topic",
                  "consultation.topic", WRITE)]


@hookimpl
def desk_number_series():
    return [SeriesSpec("consultation.topic", N_("Topics"), "{org_short}{word}〔{year}〕{serial}号", "议字"),
            SeriesSpec("consultation.resolution", N_("Resolutions"), "{org_short}{word}〔{year}〕{serial}号", "议决")]


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
        paper("review", "专家审查意见表", "consultation.topic", 70, "topic", "load_topic", "build_review"),
        paper("register", "发票(领票)登记表", "ballot.vote", 80, "votes", "load_vote", "build_register", CONDUCT, "vote"),
        paper("returns", "收票登记表", "ballot.vote", 82, "votes", "load_vote", "build_returns", CONDUCT, "vote"),
        paper("specimen", "表决票样", "ballot.vote", 84, "ballots", "load_vote", "build_specimen", finder="vote"),
        paper("proxy", "授权委托书", "ballot.vote", 85, "votes", "load_vote", "build_proxy", CONDUCT, "vote"),
        paper("tally", "计票单", "ballot.vote", 90, "results", "load_result", "build_tally", CONDUCT, "vote"),
        paper("result", "表决结果公告", "ballot.vote", 100, "results", "load_result", "build_notice", finder="vote"),
        paper("result_a3", "表决结果公告(A3)", "ballot.vote", 101, "posters", "load_result", "build_result", finder="vote"),
        *_estate_papers(),
        paper("scores", "实施评议表", "consultation.topic", 110, "topic", "load_topic", "build_scores"),
        *more_papers(),
    ]


def _estate_papers():
    papers = (("owners_roll", "业主名册", "estate", "load_roll", "build_roll", WRITE),
              ("filing", "业主委员会备案表", "committee", "load_committee", "build_filing", READ),
              ("members", "业主委员会委员名单", "committee", "load_committee", "build_members", READ),
              ("committee_decision", "业主委员会决定", "committee_decision", "load_decision", "build_decision", READ),
              ("owners_file", "业主查阅档案目录", "committee", "load_file", "build_file", READ))
    found = [PaperSpec(f"consultation.{name}", title, f"consultation.{record}", f"{ESTATES}.documents.loading:{load}",
                       f"{ESTATES}.documents.papers:{build}", order=120 + place, permission=permission)
             for place, (name, title, record, load, build, permission) in enumerate(papers)]
    return [*found, PaperSpec("consultation.owners_notice", "业主大会会议公告", "ballot.vote",
                              f"{ESTATES}.documents.loading:load_notice", f"{ESTATES}.documents.papers:build_notice", order=79,
                              find="plugins.consultation.queries:find_vote_by_number", permission=READ)]


@hookimpl
def desk_indicators():
    from plugins.consultation.figures.tables import TABLES

    return list(TABLES)


@hookimpl
def desk_score_schemes():
    from plugins.consultation.scoring import SCHEMES  # data only

    return list(SCHEMES)


@hookimpl
def desk_settings():
    return [
        SettingSpec("consultation.days_to_answer", N_("Days to the first answer"), "number", 15, unit=N_("days"),
                    source="议事规则(各地不一,未能核实)", unsure=True, minimum=1, maximum=90),
        SettingSpec("consultation.days_to_judge", N_("Days to residents' judgement after carrying out"), "number", 30,
                    unit=N_("days"), source="议事规则(各地不一,未能核实)", unsure=True, minimum=1, maximum=366),
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
        SettingSpec("consultation.party_share", N_("Keep how many members of owners' committees are party members"), "bool",
                    False, source="只记人数,不记姓名"),
        SettingSpec("consultation.party_target", N_("Target share of party members in owners' committees"), "number", 50,
                    unit="%", source="地方要求(百分之五十),未能核实", unsure=True, minimum=0, maximum=100),
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
                      "plugins.consultation.setup:write_procedures"),
            SetupPart("consultation.classes", N_("Classes of topics"), "plugins.consultation.setup:read_classes",
                      "plugins.consultation.setup:write_classes")]
