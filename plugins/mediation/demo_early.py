"""Practice data of the hazard ledger: patrols planned and made, hazards in every state, who answers for them. Invented."""

from datetime import timedelta

from desk.api.calendar import month_of
from desk.api.db import UnitOfWork
from desk.api.meetings import (
    AttendeeDraft,
    DecisionDraft,
    GatheringDraft,
    MinutesDraft,
    call_gathering,
    get_gathering,
    write_minutes,
)
from desk.api.places import list_areas
from plugins.mediation.drafts.hazard import (
    FindingDraft,
    HazardDraft,
    PatrolDraft,
    PatrolPlanDraft,
    ProgressDraft,
    ReasonDraft,
    ResponsibilityDraft,
    StrikeDraft,
)
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.joint_kinds import JOINT_MEETING
from plugins.mediation.service.hazards import pause_hazard, propose_strike, save_hazard
from plugins.mediation.service.joint import (
    make_result_copy,
    save_body,
    save_consult,
    save_court_matter,
    save_doorstep,
    save_handover,
    save_study,
    set_lead_body,
)
from plugins.mediation.service.patrols import plan_patrols, save_patrol
from plugins.mediation.service.responsibilities import note_progress, save_responsibility

TEAM = ("何苗", "沈建国", "网格员小吕")
FOUND = (
    (9, (FindingDraft("楼上晾衣滴水引起争吵", parties="张姓、刘姓两户", place="3幢2单元", solved=True, how="双方当场致歉"),
         FindingDraft("地下车位租金纠纷，情绪较大", "estate_service", "greater", "翠湖花园地下车库", "业主与物业"))),
    (3, (FindingDraft("兄弟因老人赡养费发生口角", "marriage_family", "general", parties="周家兄弟"),)),
)
BODIES = (("party", "社区党总支", "赵敏", "何苗", "统筹协调"),
          ("committee", "人民调解委员会", "沈建国", "何苗、单广志", "依法调解"),
          ("residents", "居民委员会", "赵敏", "何苗", "居民动员"),
          ("property", "和平物业服务有限公司", "韩志伟", "", "物业纠纷协同"),
          ("legal", "法务团队", "", "甲律师、乙律师", "法律意见"))
CONSULTS = (("advice", "邻居装修导致墙面开裂如何索赔", "answered", ""),
            ("aid", "老人追索赡养费，无力聘请律师", "aid", "区法律援助中心"),
            ("advice", "遗嘱怎样写才有效", "booked", ""))


def fill_early(uow: UnitOfWork) -> None:
    """Call after residents, areas and staff are there."""
    today, now = uow.clock.today(), uow.clock.now()
    grids = [one.id for one in list_areas(uow, kinds=("grid",))]
    if not grids:
        return
    plan_patrols(uow, PatrolPlanDraft(tuple(grids), min(28, today.day + 2), today, "、".join(TEAM)))
    for place, (days, findings) in enumerate(FOUND):
        save_patrol(uow, PatrolDraft(grids[place % len(grids)], now - timedelta(days=days), TEAM, 36 + place * 7,
                                     51 + place * 9, "入户走访，宣传防盗防火，了解邻里关系。", findings))
    _lines(uow, grids)
    fill_joint(uow)


def _lines(uow: UnitOfWork, grids: list[int]) -> None:
    today = uow.clock.today()
    wages = save_hazard(uow, HazardDraft(
        "migrant_wages", "装修工人反映工头拖欠工资三万余元，称要到社区讨要。", today - timedelta(days=12), source="resident",
        level="major", parties="装修工人6人与工头", area_id=grids[0], person="沈建国", measures="约谈工头，联系劳动监察。"))
    sheet = save_responsibility(uow, ResponsibilityDraft(
        HAZARD, wages, "赵敏", today + timedelta(days=2), post="社区书记", person="沈建国", task="七日内促成支付或引导仲裁。"))
    note_progress(uow, ProgressDraft(sheet, "已约谈双方，工头承诺本周付一半。", today - timedelta(days=2)))
    noise = save_hazard(uow, HazardDraft("neighbour", "广场舞音量引起楼内居民不满。", today - timedelta(days=25), source="grid",
                                         place="小区广场", area_id=grids[-1], person="何苗"))
    propose_strike(uow, StrikeDraft(noise, "settled", "约定八点前结束，音量减半。", way="consultation", evidence="约定书照片"))
    leak = save_hazard(uow, HazardDraft("damages", "外墙渗水致室内受损，双方对责任有争议。", today - timedelta(days=18),
                                        parties="住户与物业", area_id=grids[0], unit_id=None, person="沈建国"))
    pause_hazard(uow, ReasonDraft(leak, "等待房屋安全鉴定结论", today - timedelta(days=5)))


def fill_meetings(uow: UnitOfWork) -> None:
    """A joint meeting that was held, with a task to come, and the next one called."""
    now = uow.clock.now().replace(minute=0, second=0, microsecond=0)
    called = tuple(AttendeeDraft(name, "unit", unit=unit) for name, unit in (
        ("韩志伟", "物业服务企业"), ("司法所干部", "司法所"), ("社区民警", "社区民警"), ("人社部门", "人社部门")))
    held = call_gathering(uow, GatheringDraft(
        JOINT_MEETING, "第三季度矛盾纠纷调解联席会议", now - timedelta(days=20), place="社区会议室", host="赵敏",
        agenda="通报化解情况;研判趋势", attendees=called))
    came = get_gathering(uow, held)
    write_minutes(uow, MinutesDraft(
        held, came.version, recorder="何苗", agreed="物业类纠纷上升，集中在停车和电梯；邻里噪声纠纷平稳。",
        open_points="岁末欠薪、停车收费调整。", points=(
            ("司法所", "收费调整前先公示、先恳谈。"), ("人社部门", "元旦前排查一次工地工资。")),
        attendees=tuple(AttendeeDraft(who.name, who.role, who.id, who.unit, who.phone,
                                      "absent" if who.unit == "社区民警" else "came") for who in came.attendees),
        decisions=(DecisionDraft("排查辖区工地工资发放", "人社部门、何苗", uow.clock.today() + timedelta(days=25)),)))
    call_gathering(uow, GatheringDraft(
        JOINT_MEETING, "第四季度矛盾纠纷调解联席会议", now + timedelta(days=12), place="社区会议室", host="赵敏",
        agenda="研判岁末纠纷趋势", attendees=called))


def fill_joint(uow: UnitOfWork) -> None:
    """Bodies, a study, a slip of the grid, a matter of the court, a copy, the legal desk, mediation at a shop."""
    today, now = uow.clock.today(), uow.clock.now()
    bodies = [save_body(uow, {"kind": kind, "name": name, "leader": leader, "members": members, "task": task})
              for kind, name, leader, members, task in BODIES]
    line = save_hazard(uow, HazardDraft("estate_service", "业主与物业因停车收费争执，涉及十余户。", today - timedelta(days=6),
                                        level="greater", parties="业主代表与物业", place="翠湖花园"))
    set_lead_body(uow, {"owner_kind": HAZARD, "owner_id": line, "lead_id": bodies[1], "joined": (bodies[0], bodies[3])})
    save_study(uow, {"owner_kind": HAZARD, "owner_id": line, "starts_at": now + timedelta(days=2), "place": "社区会议室",
                     "host": "赵敏", "question": "停车收费依据和整改办法",
                     "units": [{"unit": "司法所"}, {"unit": "住建局物业科"}]})
    save_handover(uow, {"way": "in", "event": "WG20261120007", "grid": "第二网格", "worker": "小吕", "category": "neighbour",
                        "text": "两户因装修噪声争吵，网格员劝解未果。", "on_date": today - timedelta(days=2),
                        "until": today + timedelta(days=3)})
    save_court_matter(uow, {"court": "某区人民法院", "number": "(2026)民诉前调118号", "cause": "物业服务合同纠纷",
                            "plaintiff": "和平物业服务有限公司", "defendant": "韩某", "category": "estate_service",
                            "received_on": today - timedelta(days=3), "until": today + timedelta(days=20)})
    for kind, question, outcome, to in CONSULTS:
        save_consult(uow, {"kind": kind, "question": question, "outcome": outcome, "referred_to": to, "lawyer": "值班律师",
                           "booked_on": today + timedelta(days=1)})
    save_doorstep(uow, {"at": now - timedelta(days=1), "place": "老味道面馆", "parties": "店主与顾客",
                        "text": "菜品问题发生口角", "result": "店主道歉并重做，顾客谅解", "finding": "mediation.agreed",
                        "category": "consumer",
                        "people": "沈建国"})
    fill_meetings(uow)
    make_result_copy(uow, {"month": month_of(today), "addressees": "街道平安办、司法所"})
