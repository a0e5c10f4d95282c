"""Practice data: an invented community in which every screen has something to show.

Names are drawn by chance from common surnames and given-name characters; identity numbers use an area code that is assigned to
nobody (3299xx), so none of them belongs to a person. The same seed makes the same community.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desk.host.lifecycle import PluginHost
from desk.practice_registers import fill_registers

SEED = 20261105
CLERK = "何苗"
HOUSEHOLDS = 80
_SURNAMES = ("王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕"
             "丁沈任姚卢傅钟姜崔谭单仇解区")
_GIVEN = "明秀英丽强磊洋艳勇军杰娟涛超霞平刚桂兰辉玲建华文静志伟海燕春梅国庆玉珍晓敏嘉怡子涵思远浩然梓萱雨桐"
_RARE = ("龚䶮", "李𬭎", "古丽娜尔·买买提", "欧阳建国", "尉迟玉珍")
_ESTATES = ("翠湖花园", "和平里小区", "纺织厂宿舍", "阳光家园")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def fill(uow: Any, host: PluginHost) -> None:
    """Residents, grids and venues, then what each switched-on plugin adds (`desk_demo_data`)."""
    dice = random.Random(SEED)
    uow.actor = replace(uow.actor, name=CLERK)
    grids = _places(uow)
    _residents(uow, dice, grids)
    fill_registers(uow, grids)
    host.collect("desk_demo_data", uow=uow, seed=SEED)


def identity_number(dice: random.Random, born: date, female: bool) -> str:
    """A number with a right check digit in an area that is assigned to nobody."""
    body = f"3299{dice.randrange(10, 90)}{born:%Y%m%d}{dice.randrange(1, 499) * 2 - (0 if female else 1):03d}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[rest]


def invented_name(dice: random.Random) -> str:
    """A surname and one or two given characters."""
    return dice.choice(_SURNAMES) + "".join(dice.sample(_GIVEN, dice.choice((1, 2, 2, 2))))


def _places(uow: Any) -> list[int]:
    from desk.core.places.drafts import AreaDraft, VenueDraft
    from desk.core.places.service import add_area
    from desk.core.places.venues import add_venue

    community = add_area(uow, AreaDraft("和平社区", "community", code="HP"))
    grids = [add_area(uow, AreaDraft(f"第{name}网格", "grid", community, f"HP0{place}", households=300))
             for place, name in enumerate("一二三四", 1)]
    add_venue(uow, VenueDraft("人民调解室", "meeting_room", community, "党群服务中心二楼", 12, "沈建国"))
    add_venue(uow, VenueDraft("议事厅", "meeting_room", community, "党群服务中心一楼", 40, "何苗"))
    return grids


def _residents(uow: Any, dice: random.Random, grids: Sequence[int]) -> None:
    from desk.core.people.drafts import HouseholdDraft
    from desk.core.people.households import note_visit, register_household

    today = uow.clock.today()
    for number in range(HOUSEHOLDS):
        estate = number % len(_ESTATES)
        address = f"{_ESTATES[estate]}{number // 12 + 1}幢{number % 3 + 1}单元{number % 6 + 1}0{number % 2 + 1}室"
        household = register_household(uow, HouseholdDraft(address, area_id=grids[estate]))
        people = _family(uow, dice, household, address, grids[estate], today, _RARE[number] if number < len(_RARE) else "")
        if number % 9 == 0:
            note_visit(uow, "上门走访，家中有老人，已留联系卡。", people[0], household)


def _family(uow: Any, dice: random.Random, household: int, address: str, area_id: int, today: date, name: str) -> list[int]:
    size = dice.choice((1, 2, 2, 3, 3, 4))
    made = []
    for place in range(size):
        age = dice.randrange(26, 88) if place < 2 else dice.randrange(1, 25)
        born = today - timedelta(days=age * 365 + dice.randrange(365))
        made.append(_person(uow, dice, name if place == 0 and name else invented_name(dice), born, household, address, area_id))
    return made


def _person(uow: Any, dice: random.Random, name: str, born: date, household: int, address: str, area_id: int) -> int:
    from desk.core.people.drafts import PaperDraft, PersonDraft, PhoneDraft
    from desk.core.people.service import register_person

    female = dice.random() < 0.5
    phones = (PhoneDraft(f"1{dice.choice('3578')}{dice.randrange(10**8, 10**9)}"),) if dice.random() < 0.9 else ()
    return register_person(uow, PersonDraft(
        name=name, sex="2" if female else "1", birth=born.isoformat(), household_id=household, address=address,
        area_id=area_id, papers=(PaperDraft(number=identity_number(dice, born, female)),), phones=phones, reason="练习数据"))
