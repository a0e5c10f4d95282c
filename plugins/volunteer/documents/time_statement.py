"""时间银行对账单: every movement of a volunteer's minutes with the balance after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.api.db import UnitOfWork
from desk.api.documents import FORM, FORM_MARGINS, Column, DataTable, Document, Note, PageSetup, Paragraph, Title, long_date
from desk.api.ledgers import StatementLine
from desk.api.people import get_person
from plugins.volunteer.models import Volunteer
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.timebank import minutes_of, statement
from plugins.volunteer.service.timefund import granted_minutes, granted_statement
from plugins.volunteer.who import names_of

KIND, TITLE = "volunteer.time_statement", "时间银行对账单"
WORDS = {"deposit": "存入", "draw": "支取", "give": "转赠", "pool": "捐入公共池", "take_back": "更正扣回", "reverse": "退回",
         "grant": "基金发放", "grant_back": "退回基金"}


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A movement; amount, after: minutes."""

    day: date
    what: str
    amount: int
    after: int
    by: str


@dataclass(frozen=True, slots=True)
class TimePaper:
    """A statement, oldest first. minutes: in the bank now."""

    community: str
    number: str
    name: str
    lines: tuple[TimeLine, ...]
    minutes: int


def load(uow: UnitOfWork, volunteer_id: int) -> TimePaper:
    """The last 300 movements."""
    who = uow.get(Volunteer, volunteer_id)
    return TimePaper(uow.community.name, who.number, names_of(uow, [who.id]).get(who.id, ""),
                     _lines(statement(uow, who.id, 300)), minutes_of(uow, who.id))


def load_granted(uow: UnitOfWork, person_id: int) -> TimePaper:
    """The last 300 movements of minutes that funds granted to somebody in the register."""
    return TimePaper(uow.community.name, "", get_person(uow, person_id).name, _lines(granted_statement(uow, person_id, 300)),
                     granted_minutes(uow, person_id))


def _lines(lines: Sequence[StatementLine]) -> tuple[TimeLine, ...]:
    return tuple(TimeLine(line.day, f"{WORDS.get(line.kind, line.kind)} {line.reason}".strip(), line.amount, line.after, line.by)
                 for line in reversed(lines))


def build_granted(paper: TimePaper | None) -> Document:
    """The same for somebody who is no volunteer."""
    return build(paper, "volunteer.granted_statement", "时间银行发放时长对账单")


def build(paper: TimePaper | None, kind: str = KIND, title: str = TITLE) -> Document:
    """One line a movement."""
    rows = tuple((long_date(line.day), line.what, f"{line.amount:+}", str(line.after), line.by) for line in paper.lines) if paper else ()
    head = f"{paper.community}  {paper.name}{f'({paper.number})' if paper.number else ''},结余{hours_text(paper.minutes)}" if paper else "姓名:          编号:"
    return Document(kind, title, (
        Title(title), Paragraph(head, indent=0),
        DataTable((Column("日期", 1.6), Column("事由", 4), Column("分钟", 1, numeric=True), Column("结余(分钟)", 1.2, numeric=True),
                   Column("经办", 1.2)), rows, min_rows=8, size=10.5),
        Note("时间银行只换取服务,不兑换物品和现金,与志愿服务积分分别记账。存入、支取不改变志愿服务记录的时长。"),
    ), page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")
