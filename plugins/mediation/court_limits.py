"""How long a matter that a court sends may be mediated, as data: 特邀调解规定 第二十七条 (rules 1.8, SURE)."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the court's matter stands when it is sent. days: counted from the day after it was received."""

    code: str
    title: str
    days: int
    source: str = "《最高人民法院关于人民法院特邀调解的规定》第二十七条"
    valid_from: date = date(2016, 7, 1)
    valid_to: date | None = None


BEFORE = "before"
STAGES: tuple[Stage, ...] = (
    Stage(BEFORE, "立案前委派调解(30日)", 30),
    Stage("ordinary", "立案后委托调解,普通程序(15日)", 15),
    Stage("summary", "立案后委托调解,简易程序(7日)", 7),
)


def stage_choices() -> tuple[tuple[str, str], ...]:
    """For a form."""
    return tuple((one.code, one.title) for one in STAGES)


def find_stage(code: str) -> Stage:
    """The stage of that code; the first for one nobody knows."""
    return next((one for one in STAGES if one.code == code), STAGES[0])


def until(code: str, received_on: date) -> date:
    """The last day: the day of receipt is not counted (民法典 第二百零一条)."""
    return received_on + timedelta(days=find_stage(code).days)
