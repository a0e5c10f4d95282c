"""Invented residents for the benchmarks, the same ones for the same number of rows.

Surnames by their published shares, given names of one or two common characters, identity numbers with a right check digit
in an area that is assigned to nobody (3299xx), a phone for 88 of 100.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SEED = 20261105
PHONES = 0.88
#: percent of the population; source: 公安部《二〇二〇年全国姓名报告》 for the first twenty, the others falling off evenly
SURNAMES = {"王": 7.2, "李": 7.1, "张": 6.7, "刘": 5.1, "陈": 4.5, "杨": 3.1, "黄": 2.2, "赵": 2.2, "吴": 2.0, "周": 2.0,
            "徐": 1.7, "孙": 1.6, "马": 1.5, "朱": 1.3, "胡": 1.3, "郭": 1.2, "何": 1.1, "林": 1.1, "高": 1.1, "罗": 1.0,
            **{sign: 1.0 - place * 0.012 for place, sign in enumerate(
                "郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段"
                "雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")}}
GIVEN = ("伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华玲辉建文志海燕春梅国庆玉珍晓嘉怡子涵思远浩然梓萱雨桐佳欣俊宇轩博瑞"
         "雪晨阳红亮鹏飞云凤琴波斌宁凯健新荣福德成林峰松青秋月冬生水金龙虎祥瑶琪悦琳莉倩萍丹婷慧颖洁芝芬菊荷香清泉")
ESTATES = ("翠湖花园", "和平里小区", "阳光家园", "纺织厂宿舍", "杏林新村", "滨江名苑", "东风里", "金桂园", "望江楼小区",
           "梧桐苑", "朝霞里", "长乐坊", "双桥新居", "明月小区", "学府佳苑", "枫林晚小区", "安康家园", "银杏苑",
           "锦绣里", "百花小区")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIZES = (1, 2, 2, 3, 3, 3, 4, 4)
"""People behind one door; on average 2.75."""
_ORIGIN = date(1935, 1, 1)


@dataclass(frozen=True, slots=True)
class Resident:
    """phone: "" for none. relation: to the head of the household."""

    name: str
    sex: str
    birth: str
    number: str
    phone: str
    relation: str


@dataclass(frozen=True, slots=True)
class Home:
    """One door and who lives behind it."""

    address: str
    estate: int
    residents: tuple[Resident, ...]


def homes(rows: int, seed: int = SEED) -> Iterator[Home]:
    """Doors with `rows` residents in all."""
    dice, surnames, shares = random.Random(seed), list(SURNAMES), list(SURNAMES.values())
    drawn: Iterator[str] = iter(())
    left, door = rows, 0
    while left > 0:
        size = min(left, dice.choice(_SIZES))
        people = []
        for place in range(size):
            surname = next(drawn, "")
            if not surname:
                drawn = iter(dice.choices(surnames, shares, k=10_000))
                surname = next(drawn)
            people.append(_resident(dice, surname, place))
        yield _home(door, tuple(people))
        left, door = left - size, door + 1


def identity_number(area: int, born: str, order: int) -> str:
    """A number of the unassigned areas 329910 to 329989 with its check digit (GB 11643). born: "19700131"."""
    body = f"3299{area:02d}{born}{order:03d}"
    return body + "10X98765432"[sum(map(int.__mul__, map(int, body), _WEIGHTS)) % 11]


def _resident(dice: random.Random, surname: str, place: int) -> Resident:
    chance = dice.random
    name = surname + GIVEN[int(chance() * len(GIVEN))] + (GIVEN[int(chance() * len(GIVEN))] if chance() < 0.85 else "")
    born = (_ORIGIN + timedelta(int(chance() * 24_000) + (0 if place < 2 else 9_000))).isoformat()
    order = int(chance() * 999) + 1
    phone = f"1{'3578'[int(chance() * 4)]}{int(chance() * 1e9):09d}" if chance() < PHONES else ""
    number = identity_number(10 + int(chance() * 80), born.replace("-", ""), order)
    return Resident(name, "1" if order % 2 else "2", born, number, phone, "0123"[place])


def _home(door: int, people: tuple[Resident, ...]) -> Home:
    estate, rest = door % len(ESTATES), door // len(ESTATES)
    room, rest = rest % 36, rest // 36
    unit, building = rest % 3 + 1, rest // 3 + 1
    return Home(f"{ESTATES[estate]}{building}幢{unit}单元{room // 2 + 1}0{room % 2 + 1}室", estate, people)
