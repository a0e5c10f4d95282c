"""The tables of figures of volunteering, as the seed documents report them: hours and head counts, people, fairs, campaigns."""

from desk.api import N_
from desk.api.statistics import MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

READ = "volunteer.read"
_F = "plugins.volunteer.figures"


def _source(code: str, facts: str, lines: str, entry: str, record: str, *, large: bool = False) -> Source:
    return Source(f"volunteer.{code}", f"{_F}:{facts}", f"{_F}:{lines}", f"volunteer.{entry}", record, large)


HOURS = _source("hours", "hours", "hour_lines", "pair", "time_entry", large=True)
ACTIVITIES = _source("activities", "activities", "activity_lines", "activity", "volunteer.activity")
PEOPLE = _source("people", "people", "people_lines", "volunteer", "volunteer.volunteer")
STALLS = _source("stalls", "stalls", "activity_lines", "activity", "volunteer.activity")
WISHES = _source("wishes", "wishes", "wish_lines", "menu_item", "volunteer.menu_item")
GIVEN = _source("given", "given", "activity_lines", "activity", "volunteer.activity")
APPLICANTS = _source("applicants", "applicants", "applicant_lines", "applicant", "volunteer.applicant")
ORDERS = _source("orders", "orders", "order_lines", "order", "volunteer.order")
SERVERS = Source("volunteer.servers", "plugins.volunteer.figures_points:servers", f"{_F}:people_lines", "volunteer.volunteer",
                 "time_entry", large=True)
POINTS = Source("volunteer.points", "plugins.volunteer.figures_points:points", f"{_F}:people_lines", "volunteer.volunteer",
                "ledger_account", large=True)
STARS = _source("stars", "stars", "star_lines", "star_grant", "volunteer.star_grant")

GOODS_IN, GOODS_OUT, GOODS_STOCK = (
    Source(f"volunteer.goods_{code}", f"plugins.volunteer.figures_market:{facts}", f"plugins.volunteer.figures_market:{lines}",
           f"volunteer.{entry}", f"volunteer.{entry}")
    for code, facts, lines, entry in (("in", "donated", "donation_lines", "donation"), ("out", "handed", "hand_out_lines",
                                                                                      "hand_out"),
                                      ("stock", "held", "goods_lines", "goods")))

_SERVED = (Figure("hours", "服务时长", HOURS, when="on", amount="minutes", unit="小时"),
           Figure("heads", "服务人次", HOURS, when="on", where={"first": True}, unit="人次"))
_MEAN = (Figure("servers", "参加服务人数", SERVERS, when="on", unit="人"),
         Ratio("mean", "人均服务时长(小时)", "hours", (Base("servers", "参加服务人数", ("servers",)),), unit="小时"))
_POINTS = (Figure("earned", "服务获得", POINTS, when="on", amount="earned", unit="积分"),
           Figure("adjusted", "人工调整", POINTS, when="on", amount="adjusted", unit="积分"),
           Figure("spent", "兑换和捐赠", POINTS, when="on", amount="spent", unit="积分"),
           Figure("ended", "过期", POINTS, when="on", amount="ended", unit="积分"))
_HELD = (Figure("activities", "活动场次", ACTIVITIES, when="on", unit="场"),
         Figure("served", "受益人次", ACTIVITIES, when="on", amount="served", unit="人次"))
TAKEN = ("taken", "done", "rated")
_ASKED = (Figure("placed", "点单数", ORDERS, when="on", unit="件"),
          Figure("taken", "接单数", ORDERS, when="on", where={"state": TAKEN}, unit="件"),
          Figure("done", "完成数", ORDERS, when="on", where={"state": ("done", "rated")}, unit="件"),
          Figure("refused", "未受理或取消", ORDERS, when="on", where={"state": ("refused", "cancelled")}, unit="件"),
          Ratio("rate", "办结率", "done", (Base("placed", "点单数", ("placed",)),)),
          Figure("waited", "接单等候", ORDERS, when="on", where={"state": TAKEN}, amount="waited", unit="小时"),
          Ratio("wait", "平均接单用时(小时)", "waited", (Base("taken", "接单数", ("taken",)),), unit="小时"),
          Figure("rated", "评价数", ORDERS, when="on", amount="rated", unit="件"),
          Figure("rating", "评价星数", ORDERS, when="on", amount="rating", unit="星"),
          Ratio("stars", "平均评价(星)", "rating", (Base("rated", "评价数", ("rated",)),), unit="星"))
_KIND = Split("kind", "服务类别", f"{_F}:kinds_of_service")

TABLES = (
    IndicatorTable("volunteer.months", "志愿服务月度统计表", (*_SERVED, *_MEAN, *_HELD), across=MONTHS, permission=READ,
                   kinds=("year",), chart=ChartSpec(("hours",), title="各月服务时长"), domain="volunteer",
                   note=N_("In the total, whoever served in several months counts in each; the mean is that of a month.")),
    IndicatorTable("volunteer.points_months", "志愿服务积分月度统计表", (
        *_POINTS, Figure("held", "期末结余", POINTS, amount="held", unit="积分")), across=MONTHS, permission=READ,
        kinds=("year",), chart=ChartSpec(("earned", "spent")), domain="volunteer"),
    IndicatorTable("volunteer.points_by_rule", "志愿服务积分分规则统计表", _POINTS,
                   by=Split("rule", "积分规则和去向", "plugins.volunteer.figures_points:rules"), permission=READ,
                   kinds=("year", "half", "quarter", "month"), domain="volunteer"),
    IndicatorTable("volunteer.by_kind", "志愿服务分类统计表", (*_SERVED, *_HELD), by=_KIND, permission=READ,
                   chart=ChartSpec(("hours",)), domain="volunteer"),
    IndicatorTable("volunteer.by_team", "志愿服务队服务统计表", _SERVED, by=Split("team", "服务队", other="未分队"),
                   permission=READ, chart=ChartSpec(("hours",)), domain="volunteer"),
    IndicatorTable("volunteer.by_area", "志愿活动区域统计表", (*_SERVED, *_HELD),
                   by=Split("area", "区域", f"{_F}:areas", other="未注明区域"), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.people_table", "志愿者队伍统计表", (
        Figure("registered", "在册人数", PEOPLE, where=lambda one, scope: one.state in ("active", "paused"), unit="人"),
        Figure("new", "新登记", PEOPLE, when="joined", unit="人"),
        Figure("lately", "近90天参加服务", PEOPLE, where={"lately": True}, unit="人"),
        Ratio("share", "参加服务率", "lately", (Base("registered", "在册人数", ("registered",)),))),
        permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.by_age", "志愿者年龄结构统计表", (
        Figure("registered", "在册人数", PEOPLE, where=lambda one, scope: one.state in ("active", "paused"), unit="人"),
        Figure("new", "新登记", PEOPLE, when="joined", unit="人")),
        by=Split("age", "年龄段", other="不详"), permission=READ, mask_below=2, domain="volunteer"),
    IndicatorTable("volunteer.by_station", "志愿服务站统计表", (
        Figure("registered", "在册人数", PEOPLE, where=lambda one, scope: one.state in ("active", "paused"), unit="人"),
        Figure("new", "新登记", PEOPLE, when="joined", unit="人"),
        Figure("lately", "近90天参加服务", PEOPLE, where={"lately": True}, unit="人")),
        by=Split("station", "志愿服务站", other="社区"), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.by_skill", "志愿者技能统计表", (
        Figure("registered", "在册人数", PEOPLE, where=lambda one, scope: one.state in ("active", "paused"), unit="人"),),
        by=Split("skills", "技能", f"{_F}:skills", other="未填写"), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.fairs", "便民服务项目统计表", (
        Figure("served", "服务人次", STALLS, when="on", amount="amount", unit="人次"),
        Figure("wished", "居民愿望", WISHES, when="on", amount="amount", unit="人次")),
        by=Split("key", "项目"), permission=READ, chart=ChartSpec(("served", "wished")), domain="volunteer"),
    IndicatorTable("volunteer.styles", "邻里帮帮团“六式”服务统计表", (
        *_HELD, Figure("orders", "完成点单", ORDERS, when="on", where={"state": ("done", "rated")}, unit="件")),
                   by=Split("style", "服务方式", f"{_F}:styles", other="不分"), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.campaigns", "义务劳动统计表", (
        Figure("campaigns", "义务劳动场次", ACTIVITIES, when="on", where={"form": "campaign"}, unit="场"),
        Figure("households", "腾让户数", GIVEN, when="on", amount="one", unit="户"),
        Figure("square", "腾让面积", GIVEN, when="on", amount="amount", unit="平方米")), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.recruiting", "志愿者招募统计表", (
        Figure("left", "留名", APPLICANTS, when="on", unit="人"),
        Figure("registered", "已登记", APPLICANTS, when="on", where={"state": "registered"}, unit="人"),
        Ratio("rate", "登记率", "registered", (Base("left", "留名", ("left",)),))), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.goods_table", "爱心超市物品统计表", (
        Figure("came", "捐赠件数", GOODS_IN, when="on", amount="pieces", unit="件"),
        Figure("value", "捐赠价值", GOODS_IN, when="on", amount="fen", unit="元"),
        Figure("out", "兑换件数", GOODS_OUT, when="on", amount="pieces", unit="件"),
        Figure("points", "使用积分", GOODS_OUT, when="on", amount="points", unit="积分"),
        Figure("times", "兑换次数", GOODS_OUT, when="on", unit="次"),
        Figure("stock", "期末库存", GOODS_STOCK, amount="pieces", unit="件"),
        Ratio("turns", "周转率", "out", (Base("stock", "期末库存", ("stock",)),))),
        by=Split("goods", "物品"), permission=READ, chart=ChartSpec(("out",)), domain="volunteer"),
    IndicatorTable("volunteer.orders_by_month", "居民点单月度统计表", _ASKED, across=MONTHS, permission=READ, kinds=("year",),
                   chart=ChartSpec(("placed", "done")), domain="volunteer"),
    IndicatorTable("volunteer.orders_by_kind", "居民点单分类统计表", _ASKED,
                   by=Split("kind", "所需技能", f"{_F}:order_kinds"), permission=READ, chart=ChartSpec(("placed", "done")),
                   domain="volunteer"),
    IndicatorTable("volunteer.orders_by_post", "居民点单岗位统计表", _ASKED,
                   by=Split("posts", "服务岗位", other="接单人未任岗或尚未接单"), permission=READ, domain="volunteer"),
    IndicatorTable("volunteer.star_table", "星级志愿者统计表", (
        Figure("granted", "新评定", STARS, when="on", unit="人"), Figure("all", "累计评定", STARS, unit="人次")),
        by=Split("key", "星级", f"{_F}:levels"), permission=READ, domain="volunteer"),
)
