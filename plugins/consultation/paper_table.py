"""The papers besides those of votes: what they are called, whose they are, who loads and builds them. Loads no SQLAlchemy."""

from desk.api import PaperSpec

READ = "consultation.topic.read"
ROOM = "plugins.consultation.documents"
MORE, FIND = f"{ROOM}.loading_more", "plugins.consultation.queries"
#: id, title, record, loader, builder, finder ("" when records have no number of their own)
TABLE = (
    ("check", "议题审核(立项)表", "consultation.topic", f"{ROOM}.loading:load_topic", "taking_up:build_check", "topic"),
    ("reply", "议题答复单", "consultation.topic", f"{ROOM}.loading:load_topic", "taking_up:build_reply", "topic"),
    ("draft", "方案(公约)草案", "consultation.topic", f"{ROOM}.loading:load_topic", "taking_up:build_draft", "topic"),
    ("stages", "民主议事审议表", "consultation.topic", f"{ROOM}.loading:load_topic", "outcomes:build_stages", "topic"),
    ("strip", "议题进度", "consultation.topic", f"{ROOM}.loading:load_topic", "taking_up:build_strip", "topic"),
    ("ledger", "议题台账", "consultation.topic", f"{MORE}:load_ledger", "taking_up:build_ledger", "topic"),
    ("resolution", "议事决议", "consultation.resolution", f"{MORE}:load_resolution", "outcomes:build_resolution", "resolution"),
    ("street_filing", "备案报告", "consultation.filing", f"{MORE}:load_filing", "outcomes:build_filing", "filing"),
    ("opinions", "小板凳议事记录单", "gathering", f"{MORE}:load_matters", "gatherings:build_opinions", "gathering"),
    ("feedback", "小板凳议事反馈单", "gathering", f"{MORE}:load_matters", "gatherings:build_feedback", "gathering"),
    ("visits", "居民说事登记表", "gathering", f"{MORE}:load_matters", "gatherings:build_visits", "gathering"),
    ("routing", "事项转办单", "consultation.matter", f"{MORE}:load_routing", "routing:build_routing", ""),
    ("point_sign", "说事点开放时间牌", "venue", f"{MORE}:load_point", "points:build_sign", ""),
    ("point_duty", "说事点值守表", "venue", f"{MORE}:load_point", "points:build_duties", ""),
    ("point_log", "说事点说事登记表", "venue", f"{MORE}:load_point", "points:build_log", ""),
    ("hearing", "听评会情况小结", "gathering", f"{MORE}:load_matters", "gatherings:build_hearing", "gathering"),
    ("four_party", "四方议事协调记录", "gathering", f"{MORE}:load_matters", "gatherings:build_four_party", "gathering"),
    ("problems", "协商问题清单", "gathering", f"{MORE}:load_matters", "gatherings:build_problems", "gathering"),
    ("body", "成员名册", "consultation.body", f"{MORE}:load_body", "bodies:build_roster", ""),
    ("body_list", "议事组织和自治小组名单", "consultation.body", f"{MORE}:load_bodies", "bodies:build_list", ""),
    ("covenant_poster", "公约张贴稿", "consultation.covenant", f"{MORE}:load_covenant", "bodies:build_poster", ""),
    ("covenant_copy", "公约(住户留存)", "consultation.covenant", f"{MORE}:load_covenant", "bodies:build_copy", ""),
    ("covenant_signatures", "公约签名册", "consultation.covenant", f"{MORE}:load_covenant", "bodies:build_signatures", ""),
    ("idea", "民生微实事点子征集表", "consultation.topic", f"{MORE}:load_project", "projects:build_idea", "topic"),
    ("completion", "民生微实事完工卡", "consultation.topic", f"{MORE}:load_project", "projects:build_completion", "topic"),
    ("funds", "民生微实事资金收支表", "consultation.topic", f"{MORE}:load_funds", "projects:build_funds", "topic"),
    ("choice_list", "民生微实事评选表", "consultation.choice", f"{MORE}:load_round", "projects:build_choice_list", ""),
    ("choice_result", "民生微实事评选结果", "consultation.choice", f"{MORE}:load_round", "projects:build_choice_result", ""),
)


def more_papers() -> list[PaperSpec]:
    """The table as declarations, in its order."""
    return [PaperSpec(f"consultation.{name}", title, record, load, f"{ROOM}.{build}", order=200 + number, permission=READ,
                      find=f"{FIND}:find_{finder}_by_number" if finder else "")
            for number, (name, title, record, load, build, finder) in enumerate(TABLE)]
