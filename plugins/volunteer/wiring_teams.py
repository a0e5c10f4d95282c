"""Rows of hooks.py for people, teams, stars, recruitment, fairs, campaigns and days: data only."""

from desk.api import N_, ActionSpec, PanelSpec, PaperSpec, SeriesSpec

READ, WRITE, CERTIFY = "volunteer.read", "volunteer.write", "volunteer.certify"
IMPORT = "desk.people.import"
PLAN = "desk.schedules.plan"
SHOWN = (
    ("stars", N_("Stars"), "stars:ROUNDS", "star", READ),
    ("menu", N_("Menu of services"), "fairs:MENU", "clipboard-list", READ),
    ("applicants", N_("Applicants"), "recruiting:APPLICANTS", "user-plus", READ),
    ("days", N_("Volunteer days and months"), "days:DAYS", "calendar", READ),
    ("years", N_("Years of volunteering"), "days:YEARS", "chart-column", READ),
)
HIDDEN = (
    (READ, "teams", "team:TEAM_RECORD"), (READ, "hour_months", "hour_months:HOUR_MONTHS hour_month:HOUR_MONTH"),
    (PLAN, "turns", "turns_form:TURNS_FORM"), (READ, "fairs", "menu_item:MENU_RECORD tour:TOUR"),
    (READ, "recruiting", "applicant:APPLICANT_RECORD"), (READ, "days", "service_day:DAY_RECORD year:YEAR_RECORD"),
    (WRITE, "days", "day_form:DAY_FORM hang_form:HANG_FORM day_end_form:DAY_END_FORM"),
    (READ, "stars", "star_levels:LEVELS star_grants:GRANTS star_round:ROUND_RECORD star_grant:GRANT_RECORD"),
    (WRITE, "team_forms", "team_form:TEAM_FORM member_form:MEMBER_FORM claim_form:CLAIM_FORM accept_form:ACCEPT_FORM"
     " leave_form:LEAVE_FORM dissolve_form:DISSOLVE_FORM entry_form:ENTRY_FORM plaque_form:PLAQUE_FORM"
     " posts_begin_form:POSTS_BEGIN_FORM"),
    (WRITE, "activity_more", "stalls_form:STALLS_FORM contribution_form:CONTRIBUTION_FORM"),
    (WRITE, "fairs", "menu_form:MENU_FORM wish_form:WISH_FORM menu_end_form:MENU_END_FORM menu_begin_form:MENU_BEGIN_FORM"
     " fair_form:FAIR_FORM"),
    (WRITE, "recruiting", "recruit:RECRUIT call_form:CALL_FORM admit_form:ADMIT_FORM forget_form:FORGET_FORM"),
    (CERTIFY, "stars", "round_form:ROUND_FORM post_round_form:POST_ROUND_FORM strike_place_form:STRIKE_PLACE_FORM"
     " grant_round_form:GRANT_ROUND_FORM cancel_round_form:CANCEL_ROUND_FORM level_form:LEVEL_FORM"),
    (WRITE, "consents", "consent_form:CONSENT_FORM"), (IMPORT, "consents", "import:IMPORT"),
)
ACTIONS = (
    ActionSpec("volunteer.bring_in", N_("Bring in a list of volunteers"), "volunteer.import", icon="upload", permission=IMPORT,
               keywords="import daoru zhiyuanzhe mingdan"),
    ActionSpec("volunteer.open_hour_months", N_("Hours month by month"), "volunteer.hour_months", icon="chart-column",
               permission=READ, keywords="hours month shichang yuebao yueduzhang"),
    ActionSpec("volunteer.tour_plan", N_("Tour of the fairs"), "volunteer.tour", icon="map-pin", permission=READ,
               keywords="fair laohangdang xunhui"),
    ActionSpec("volunteer.begin_the_menu", N_("Begin the menu with the old trades"), "volunteer.menu_begin_form",
               icon="clipboard-list", permission=WRITE, keywords="menu caidan laohangdang"),
    ActionSpec("volunteer.begin_the_posts", N_("Put the usual posts up"), "volunteer.posts_begin_form", icon="heart-handshake",
               permission=WRITE, keywords="post rengang gangwei"),
    ActionSpec("volunteer.star_table", N_("Star table"), "volunteer.star_levels", icon="star", permission=READ,
               keywords="star xingji"),
    ActionSpec("volunteer.stars_granted", N_("Stars granted"), "volunteer.star_grants", icon="star", permission=READ,
               keywords="star xingji pingding"),
    ActionSpec("volunteer.erase_applicants", N_("Erase old applicants"), "volunteer.forget_form", icon="trash-2",
               permission=WRITE, keywords="applicant zhaomu qingli"),
)
SERIES = (
    SeriesSpec("volunteer.post_card", N_("Post cards"), "{org_short}岗{serial}", "岗", yearly=False),
    SeriesSpec("volunteer.star", N_("Star certificates"), "{org_short}{word}〔{year}〕{serial}号", "志星"),
)
_LOAD, _PAPERS = "plugins.volunteer.documents.loading_teams", "plugins.volunteer.documents"
_ROWS = (
    ("guardian", "法定代理人知情同意书", "volunteer.volunteer", "load_guardian", "consent:build_guardian", READ),
    ("withdrawal", "撤回同意申请", "volunteer.volunteer", "load_guardian", "consent:build_withdrawal", READ),
    ("team_cards", "志愿者证(整队)", "volunteer.team", "load_team_cards", "cards:build_sheet", READ),
    ("activity_cards", "志愿者证(报名人员)", "volunteer.activity", "load_activity_cards", "cards:build_sheet", READ),
    ("post_card", "志愿服务岗位证", "volunteer.member", "load_post", "cards:build_post", READ),
    ("duty_sheet", "岗位职责书", "volunteer.member", "load_post", "teams:build_duty", READ),
    ("roster", "志愿服务队名册", "volunteer.team", "load_team", "teams:build_roster", READ),
    ("flag", "志愿服务队队旗", "volunteer.team", "load_team", "teams:build_flag", READ),
    ("plaque", "志愿者工作室门牌", "volunteer.team", "load_team", "teams:build_plaque", READ),
    ("visit_sheet", "工作室来访登记表", "volunteer.team", "load_team", "teams:build_visits", READ),
    ("team_board", "志愿服务队公示牌", "volunteer.team", "load_board", "team_board:build_board", READ),
    ("turns", "志愿服务轮值表", "volunteer.team", "load_board", "team_board:build_turns", READ),
    ("activity_report", "志愿服务活动情况报告", "volunteer.activity", "load_campaign", "activity_report:build", READ),
    ("project_sheet", "社工与志愿者联动项目表", "volunteer.team", "load_team", "teams:build_project", READ),
    ("recruitment_notice", "志愿者招募公告", "volunteer.activity", "load_activity", "recruiting:build_notice", READ),
    ("sign_up_sheet", "志愿者报名表", "volunteer.activity", "load_activity", "recruiting:build_sign_up", READ),
    ("applicant_form", "志愿者意向登记单", "volunteer.activity", "load_activity", "recruiting:build_pad", READ),
    ("call_list", "招募回访名单", "volunteer.activity", "load_activity", "recruiting:build_calls", WRITE),
    ("fair_notice", "便民服务活动海报", "volunteer.activity", "load_activity", "fairs:build_notice", READ),
    ("stall_cards", "便民服务摊位牌", "volunteer.activity", "load_activity", "fairs:build_stalls", READ),
    ("fair_result", "便民服务情况表", "volunteer.activity", "load_activity", "fairs:build_result", READ),
    ("campaign_report", "义务劳动情况表", "volunteer.activity", "load_campaign", "fairs:build_campaign", READ),
    ("consent_slip", "腾地让绿确认书", "volunteer.activity", "load_activity", "fairs:build_slip", READ),
    ("star", "星级志愿者证书", "volunteer.star_grant", "load_star", "stars:build_certificate", CERTIFY),
    ("star_list", "星级志愿者名单公示", "volunteer.star_round", "load_round", "stars:build_list", READ),
    ("star_decision", "星级志愿者评定表", "volunteer.star_round", "load_round", "stars:build_decision", CERTIFY),
    ("star_certificates", "星级志愿者证书(整批)", "volunteer.star_round", "load_round_stars", "stars:build_certificates",
     CERTIFY),
    ("award_sheet", "星级志愿者授星签领表", "volunteer.star_round", "load_round", "stars:build_award", READ),
)

_YEARLY = (("year_report", "志愿服务年度报告", "build_report"), ("ranking", "志愿服务时长榜", "build_ranking"),
           ("points_ranking", "志愿服务积分榜", "build_earners"), ("year_plan", "志愿服务日年度计划", "build_plan"))
PANELS = (PanelSpec("volunteer.panel", N_("Volunteering"), "plugins.volunteer.views.person_panel:VolunteerPanel",
                    permission=READ),)


def papers(first: int = 40) -> list[PaperSpec]:
    """The papers, ordered after those of hooks.py."""
    months = PaperSpec("volunteer.hour_sheet", "志愿服务时长月报表", "volunteer.hour_month", f"{_PAPERS}.hour_sheet:load",
                       f"{_PAPERS}.hour_sheet:build", order=10 * first - 5, permission=READ)
    return [months, *(PaperSpec(f"volunteer.{name}", title, record, f"{_LOAD}:{loader}", f"{_PAPERS}.{build}", order=10 * place,
                      permission=right) for place, (name, title, record, loader, build, right) in enumerate(_ROWS, first)),
        *(PaperSpec(f"volunteer.{name}", title, "volunteer.year", f"{_PAPERS}.yearly:load_year", f"{_PAPERS}.yearly:{build}",
                  order=10 * (first + len(_ROWS) + place), permission=READ)
        for place, (name, title, build) in enumerate(_YEARLY))]
