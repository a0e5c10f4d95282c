"""What hours, points, market and time bank contribute beyond the first screens; data for hooks.py, free of tables and Qt."""

from desk.api import N_, ActionSpec, NavEntry, PaperSpec

PAGES = "plugins.volunteer.pages"
READ, WRITE, HOURS = "volunteer.read", "volunteer.write", "volunteer.hours"
CERTIFY, POINTS, MARKET = "volunteer.certify", "volunteer.points", "volunteer.market"
HIDDEN = (
    (READ, "pages.points_pages", "movements:MOVEMENTS ending:ENDING adjustments:ADJUSTMENTS rules:RULES"
     " adjustment:ADJUSTMENT_RECORD"),
    (READ, "pages.market_pages", "hand_outs:HAND_OUTS donations:DONATIONS counts:COUNT_LIST months:MONTHS"
     " hand_out:HAND_OUT_RECORD donation:DONATION_RECORD count:COUNT_RECORD month:MONTH_RECORD room:ROOM"),
    (MARKET, "pages.market_forms", "count_form:COUNT_FORM start_count_form:START_COUNT_FORM drop_count_form:DROP_COUNT_FORM"
     " price_form:PRICE_FORM withdraw_goods_form:WITHDRAW_GOODS_FORM"),
    (WRITE, "pages.market_forms", "donate_form:DONATE_FORM"),
    (READ, "pages.timebank", "time_accounts:ACCOUNTS time_account:ACCOUNT_RECORD"),
    (WRITE, "pages.timebank", "deposit_form:DEPOSIT_FORM draw_form:DRAW_FORM give_hours_form:GIVE_HOURS_FORM"),
    (POINTS, "pages.timebank", "return_draw_form:RETURN_DRAW_FORM"),
    (READ, "pages.timefund", "time_grants:GRANTED time_granted:GRANTED_RECORD"),
    (POINTS, "pages.timefund", "grant_form:GRANT_FORM granted_return_form:GRANTED_RETURN_FORM grant_end_form:GRANT_END_FORM"),
    (WRITE, "pages.timefund", "granted_draw_form:GRANTED_DRAW_FORM"),
    (POINTS, "pages.sharing", "share_form:SHARE_FORM end_share_form:END_SHARE_FORM"),
    (WRITE, "pages.order_pages", "decline_form:DECLINE_FORM cancel_order_form:CANCEL_ORDER_FORM"),
    (HOURS, "pages.handing", "hand_overs:HAND_OVERS hand_over_lines:LINES hand_over:HAND_OVER_RECORD"
     " hand_over_form:HAND_OVER_FORM"),
    (HOURS, "pages.imports", "answers_import:ANSWERS_IMPORT"),
    (WRITE, "pages.imports", "outside_import:OUTSIDE_IMPORT hours_import:HOURS_IMPORT"),
    (WRITE, "views.sheet", "sheet:SheetPage"),
    (READ, "pages.batches", "batches:BATCHES"),
    (CERTIFY, "pages.batches", "batch_form:BATCH_FORM"),
    (CERTIFY, "views.certificates", "batch:BatchPage batch_preview:BatchPreview"),
    (POINTS, "pages.market_forms", "give_form:GIVE_FORM expire_form:EXPIRE_FORM"),
)
PAPERS = (
    ("card", "志愿者证", "volunteer.volunteer", "market_loading:load_card", "points_papers:build_card", READ),
    ("time_statement", "时间银行对账单", "volunteer.volunteer", "time_statement:load", "time_statement:build", READ),
    ("granted_statement", "时间银行发放时长对账单", "volunteer.time_granted", "time_statement:load_granted",
     "time_statement:build_granted", READ),
    ("certificate_posting", "志愿服务记录证明公示", "volunteer.certificates_posted", "postings:load_posted",
     "postings:build_posted", READ),
    ("points_request", "志愿服务积分申报审核表", "volunteer.adjustment", "postings:load_request",
     "postings:build_request", READ),
    ("thanks_card", "感谢卡", "volunteer.order", "loading:load_order", "thanks_card:build", READ),
    ("stock_sheet", "爱心超市库存盘点表", "volunteer.stock_count", "market_loading:load_count", "market_papers:build_count",
     MARKET),
    ("donation", "爱心超市物品入库单(捐赠登记)", "volunteer.donation", "market_loading:load_donation",
     "market_papers:build_donation", MARKET),
    ("prices", "爱心超市兑换价目表", "volunteer.market_room", "market_loading:load_market", "market_papers:build_prices", READ),
    ("poster", "爱心超市海报", "volunteer.market_room", "market_loading:load_market", "market_papers:build_poster", READ),
    ("redemptions", "爱心超市兑换登记表", "volunteer.market_month", "market_loading:load_month", "market_papers:build_register",
     MARKET),
    ("donors", "爱心超市捐赠公示", "volunteer.market_month", "market_loading:load_month", "market_papers:build_donors", READ),
    ("points_posting", "志愿服务积分公示表", "volunteer.market_month", "market_loading:load_month",
     "points_papers:build_posting", READ),
)


def nav_entries() -> list[NavEntry]:
    """Pages that are opened from others or from the box."""
    return [NavEntry(f"volunteer.{name}", N_("Volunteers"), f"plugins.volunteer.{module}:{spec}", "heart-handshake",
                     permission=right, hidden=True)
            for right, module, entries in HIDDEN for name, spec in (entry.split(":") for entry in entries.split())]


def actions() -> list[ActionSpec]:
    """Ways in from the box."""
    return [
        ActionSpec("volunteer.open_room", N_("Papers and lists of the market"), "volunteer.room", {"record_id": 1}, icon="gift",
                   permission=READ, keywords="market aixin chaoshi taizhang haibao pandian"),
        ActionSpec("volunteer.open_time_bank", N_("Time bank"), "volunteer.time_accounts", icon="star", permission=READ,
                   keywords="time bank shijian yinhang"),
        ActionSpec("volunteer.open_grants", N_("Minutes granted by funds"), "volunteer.time_grants", icon="star",
                   permission=READ, keywords="time bank fund shijian yinhang jijin fafang"),
        ActionSpec("volunteer.open_hand_overs", N_("Hours for other systems"), "volunteer.hand_overs", icon="upload",
                   permission=HOURS, keywords="exchange shuju jiaohuan daochu MZ/T 061"),
        ActionSpec("volunteer.open_outside", N_("Hours recorded elsewhere"), "volunteer.outside_import", icon="upload",
                   permission=WRITE, keywords="import waibu shichang daoru"),
        ActionSpec("volunteer.open_batches", N_("Certificates for many"), "volunteer.batches", icon="star", permission=CERTIFY,
                   keywords="certificate batch piliang zhengming"),
        ActionSpec("volunteer.open_movements", N_("Movements of points"), "volunteer.movements", icon="star", permission=READ,
                   keywords="points jifen liushui juanzeng guoqi"),
        ActionSpec("volunteer.open_ending", N_("Points that end soon"), "volunteer.ending", icon="star", permission=READ,
                   keywords="points jifen daoqi guoqi"),
    ]


def papers() -> list[PaperSpec]:
    """Papers of market, points and card."""
    base = "plugins.volunteer.documents"
    return [PaperSpec(f"volunteer.{name}", title, record, f"{base}.{load}", f"{base}.{build}", order=100 + 10 * place,
                      permission=right) for place, (name, title, record, load, build, right) in enumerate(PAPERS, 1)]
