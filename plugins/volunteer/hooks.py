"""What volunteering contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, Indexer, NavEntry, PaperSpec, SeriesSpec, hookimpl, later
from plugins.volunteer import wiring, wiring_teams

PAGES = "plugins.volunteer.pages"
READ, WRITE, HOURS = "volunteer.read", "volunteer.write", "volunteer.hours"
CERTIFY, POINTS, MARKET = "volunteer.certify", "volunteer.points", "volunteer.market"
HIDDEN = (
    (READ, "records", "volunteer:VOLUNTEER_RECORD publication:PUBLICATION_RECORD"),
    (READ, "activity_record", "activity:ACTIVITY_RECORD"), (READ, "order_record", "order:ORDER_RECORD"),
    (READ, "shop", "goods:GOODS_RECORD"),
    (READ, "lines", "pairs:PAIRS sign_ups:SIGN_UPS pair:PAIR_RECORD certificate:CERTIFICATE_RECORD check:CHECK"),
    (READ, "lists", "certificates:CERTIFICATES"),
    (MARKET, "shop", "counter:COUNTER"),
    (WRITE, "forms", "volunteer_form:VOLUNTEER_FORM activity_form:ACTIVITY_FORM publish_activity:PUBLISH_ACTIVITY"
     " close_activity:CLOSE_ACTIVITY cancel_activity:CANCEL_ACTIVITY sign_up_form:SIGN_UP_FORM withdraw_form:WITHDRAW_FORM"
     " sheet_form:SHEET_FORM strike_form:STRIKE_FORM"),
    (HOURS, "more_forms", "confirm_form:CONFIRM_FORM publish_form:PUBLISH_FORM enter_form:ENTER_FORM object_form:OBJECT_FORM"
     " correct_form:CORRECT_FORM line_form:LINE_FORM"),
    (CERTIFY, "more_forms", "certify_form:CERTIFY_FORM void_form:VOID_FORM star_form:STAR_FORM"),
    (WRITE, "more_forms", "times_form:TIMES_FORM adjust_form:ADJUST_FORM order_form:ORDER_FORM offer_form:OFFER_FORM"
     " order_refuse_form:REFUSE_FORM take_form:TAKE_FORM back_form:BACK_FORM done_form:DONE_FORM rate_form:RATE_FORM"),
    (POINTS, "more_forms", "rule_form:RULE_FORM decide_form:DECIDE_FORM"),
    (MARKET, "more_forms", "goods_form:GOODS_FORM donation_form:DONATION_FORM stock_form:STOCK_FORM return_form:RETURN_FORM"),
    (WRITE, "shop", "door:DOOR"), *wiring_teams.HIDDEN,
)


@hookimpl
def desk_nav_entries():
    shown = (("volunteers", N_("Volunteers"), "lists:VOLUNTEERS", "heart-handshake", READ),
             ("activities", N_("Activities"), "lists:ACTIVITIES", "heart-handshake", READ),
             ("board", N_("Notice board of hours"), "lists:BOARD", "heart-handshake", READ),
             ("orders", N_("Orders of residents"), "lists:ORDERS", "handshake", READ),
             ("market", N_("Market of thanks"), "lists:MARKET_LIST", "gift", READ),
             ("teams", N_("Teams and posts"), "team_list:TEAMS", "heart-handshake", READ), *wiring_teams.SHOWN)
    return [
        *(NavEntry(f"volunteer.{name}", title, f"{PAGES}.{page}", icon, order=40 + place, permission=right)
          for place, (name, title, page, icon, right) in enumerate(shown)),
        *(NavEntry(f"volunteer.{name}", N_("Volunteers"), f"{PAGES}.{module}:{spec}", "heart-handshake", permission=right,
                   hidden=True)
          for right, module, entries in HIDDEN for name, spec in (entry.split(":") for entry in entries.split())),
        *wiring.nav_entries(),
    ]


@hookimpl
def desk_actions():
    return [
        ActionSpec("volunteer.new", N_("Register a volunteer"), "volunteer.volunteer_form", icon="heart-handshake",
                   permission=WRITE, keywords="volunteer zhiyuanzhe dengji"),
        ActionSpec("volunteer.plan", N_("Plan an activity"), "volunteer.activity_form", icon="heart-handshake",
                   permission=WRITE, keywords="activity zhiyuan huodong"),
        ActionSpec("volunteer.order_new", N_("Write an order down"), "volunteer.order_form", icon="handshake",
                   permission=WRITE, keywords="order diandan", quick=True),
        ActionSpec("volunteer.open_counter", N_("Counter of the market"), "volunteer.counter", icon="gift", permission=MARKET,
                   keywords="market aixin chaoshi duihuan", quick=True),
        ActionSpec("volunteer.certificates", N_("Certificates"), "volunteer.certificates", icon="star", permission=READ,
                   keywords="certificate zhengming"),
        ActionSpec("volunteer.check", N_("Check a certificate"), "volunteer.check", icon="star", permission=READ,
                   keywords="verify heyan zhengming"),
        ActionSpec("volunteer.rule", N_("Rule of earning points"), "volunteer.rule_form", icon="star", permission=POINTS,
                   keywords="points jifen guize"),
        *wiring.actions(), *wiring_teams.ACTIONS,
    ]


@hookimpl
def desk_home_cards():
    return [CardSpec("volunteer.due", N_("Volunteers"), _due_items, place="due", permission=READ)]


def _due_items(uow):
    from plugins.volunteer.home import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_number_series():
    return [SeriesSpec("volunteer.volunteer", N_("Volunteers"), "{word}{serial}", "ZY", yearly=False),
            SeriesSpec("volunteer.certificate", N_("Volunteer certificates"), "{org_short}{word}〔{year}〕{serial}号", "志证"),
            SeriesSpec("volunteer.order", N_("Orders of residents"), "{word}{year}-{serial}", "DD"), *wiring_teams.SERIES]


@hookimpl
def desk_papers():
    load, papers = "plugins.volunteer.documents.loading", "plugins.volunteer.documents"
    rows = (("registration", "志愿者登记表", "volunteer.volunteer", "load_volunteer", "registration:build", READ),
            ("record", "志愿服务记录", "volunteer.volunteer", "load_volunteer", "record:build", READ),
            ("points_book", "志愿服务积分明细", "volunteer.volunteer", "load_points", "points_book:build", READ),
            ("certificate", "志愿服务记录证明", "volunteer.certificate", "load_certificate", "certificate:build", CERTIFY),
            ("sheet", "志愿服务签到表", "volunteer.activity", "load_sheet", "sheet:build", READ),
            ("posting", "志愿服务时长公示", "time_publication", "load_posting", "posting:build", READ),
            ("slip", "爱心超市兑换单", "volunteer.hand_out", "load_slip", "slip:build", READ),
            ("order_slip", "居民点单服务单", "volunteer.order", "load_order", "order_slip:build", WRITE))
    return [*(PaperSpec(f"volunteer.{name}", title, record, f"{load}:{loader}", f"{papers}.{build}", order=10 * place,
                        permission=right)
              for place, (name, title, record, loader, build, right) in enumerate(rows, 1)), *wiring.papers(),
            *wiring_teams.papers()]


@hookimpl
def desk_person_panels():
    return list(wiring_teams.PANELS)


@hookimpl
def desk_indexers():
    rooms, searching = "plugins.volunteer.models", "plugins.volunteer.searching"
    return [Indexer("volunteer.volunteer", f"{rooms}:Volunteer", later(f"{searching}:volunteer_documents"),
                    follows={"person": later(f"{searching}:holders")}),
            Indexer("volunteer.team", f"{rooms}:Team", later(f"{searching}:team_documents")),
            Indexer("volunteer.activity", f"{rooms}:Activity", later(f"{searching}:activity_documents"))]


@hookimpl
def desk_indicators():
    from plugins.volunteer.indicators import TABLES

    return list(TABLES)


@hookimpl
def desk_person_timeline(person_id, uow):
    from plugins.volunteer.service.telling import tell_of

    return tell_of(uow, person_id)


@hookimpl
def desk_settings():
    from plugins.volunteer.settings import SETTINGS

    return list(SETTINGS)


@hookimpl
def desk_person_merged(kept_id, gone_id, uow):
    from plugins.volunteer.service.merging import refuse_two_volunteers

    refuse_two_volunteers(kept_id, gone_id, uow)


@hookimpl
def desk_person_delete_blockers(person_id, uow):
    from plugins.volunteer.service.merging import list_blockers

    return list_blockers(person_id, uow)


@hookimpl
def desk_health(uow):
    from plugins.volunteer.service.merging import list_drifts

    return list_drifts(uow)


@hookimpl
def desk_demo_data(uow, seed):
    from plugins.volunteer.demo import fill

    fill(uow, seed)
