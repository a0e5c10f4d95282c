"""When volunteers say they are free, in their own words ("周末上午", "工作日晚上"): read as far as the words go.

Words that name neither a day nor a part of the day say nothing, and then everything is possible: nobody is left out by a guess.
"""

import re
from datetime import datetime

from desk.api import hall_time

DAYS: dict[str, frozenset[int]] = {
    "工作日": frozenset(range(5)), "平时": frozenset(range(5)), "周末": frozenset((5, 6)), "双休日": frozenset((5, 6)),
    "休息日": frozenset((5, 6)), "每天": frozenset(range(7)), "天天": frozenset(range(7)), "随时": frozenset(range(7)),
    **{f"{word}{sign}": frozenset((place,)) for word in ("周", "星期", "礼拜")
       for place, sign in ((0, "一"), (1, "二"), (2, "三"), (3, "四"), (4, "五"), (5, "六"), (6, "日"), (6, "天"))},
}
PARTS: dict[str, tuple[int, int]] = {"早上": (6, 9), "早晨": (6, 9), "上午": (6, 12), "中午": (11, 14), "下午": (12, 18),
                                     "傍晚": (17, 20), "晚上": (18, 24), "夜间": (18, 24), "白天": (6, 18)}
"""From and to o'clock of the hall."""
_RANGE = re.compile(r"(?:周|星期|礼拜)([一二三四五六])(?:至|到|-|—|~)(?:周|星期|礼拜)?([二三四五六日天])")
_ORDER = "一二三四五六日"


def free_then(words: str, moment: datetime) -> bool:
    """Whether somebody who says `words` may be free at `moment`."""
    here = hall_time(moment)
    days = {day for word, those in DAYS.items() if word in words for day in those}
    for first, last in _RANGE.findall(words):
        days |= set(range(_ORDER.index(first), _ORDER.index(last.replace("天", "日")) + 1))
    parts = [hours for word, hours in PARTS.items() if word in words]
    return (not days or here.weekday() in days) and (
        not parts or any(start <= here.hour < end for start, end in parts))
