"""Practice data of talk points: two of them, four weeks of duty, visits settled on the spot and passed on."""

from datetime import timedelta

from desk.api.calendar import plan_turns, save_roster
from desk.api.cases import list_takers
from desk.api.db import UnitOfWork
from desk.api.places import VenueDraft, add_venue
from plugins.consultation.drafts_bodies import MatterDraft, VisitDraft
from plugins.consultation.kinds import TALK_POINT
from plugins.consultation.queries_points import AHEAD, roster_of
from plugins.consultation.service.talk_points import take_visit

POINTS = (("居民说事室", "社区服务中心一楼东侧", "何苗", "工作日9:00—11:30、14:00—17:00"),
          ("连心亭", "翠湖花园3号楼前", "龚桂兰", "每周二、周五18:30—20:00"))


def fill_points(uow: UnitOfWork) -> None:
    """Both points; what cannot be handed to another module yet is passed on by slip."""
    today, made = uow.clock.today(), []
    for name, address, keeper, hours in POINTS:
        made.append(add_venue(uow, VenueDraft(name, TALK_POINT, None, address, 8, keeper, "", hours)))
    turns = plan_turns(uow, today, today + AHEAD, ("何苗", "苏静", "马小云"))
    save_roster(uow, roster_of(made[0]), today, today + AHEAD, turns)
    taker = next((one.id for one in list_takers(uow, but="consultation.topic")), "")
    for place, far, matter in (
        (0, 5, MatterDraft("楼上漏水多次协商未果", who="吕燕", outcome="passed", does="调解室", taker=taker)),
        (0, 5, MatterDraft("咨询养老认证", outcome="solved", answer="已在窗口办理")),
        (1, 3, MatterDraft("亭子座椅破损", who="郑国庆", outcome="solved", answer="物业当晚更换。")),
        (1, 3, MatterDraft("楼前路灯太暗", who="苏静", outcome="assigned", does="翠湖物业",
                           promised_on=today + timedelta(days=4)))):
        at = uow.clock.now() - timedelta(days=far)
        take_visit(uow, VisitDraft(made[place], matter, at=at))
