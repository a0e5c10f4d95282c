"""Lists of the room on paper: “结案”台账, a room's sign, bookings and cases, mediators over the years, the best of each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.api import translator
from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    long_date,
)
from plugins.mediation.documents.parts import short_date
from plugins.mediation.models import Mediator, StarRoom
from plugins.mediation.queries_closed import ClosedLine, list_closed
from plugins.mediation.queries_rooms import (
    Booked,
    MediatorYears,
    RoomCase,
    Winner,
    list_room_bookings,
    list_room_cases,
    list_winners,
    list_years,
)
from plugins.mediation.rates import base_text, percent

_ = translator("mediation")
_DAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list of the committee. about: what stands beside the committee's name; lines: of one kind."""

    committee: str
    about: str
    made_on: date
    lines: tuple[ClosedLine | MediatorYears | Winner, ...]


@dataclass(frozen=True, slots=True)
class RoomPaper:
    """A room with what is booked and what was mediated in it this year."""

    committee: str
    name: str
    star: str
    place: str
    hours: str
    phone: str
    lead: str
    made_on: date
    bookings: tuple[Booked, ...]
    cases: tuple[RoomCase, ...]


def load_closed(uow: UnitOfWork, month: int) -> ListPaper:
    """The ledger of a month: record id 202611."""
    return ListPaper(uow.community.committee, month_title(month), uow.clock.today(), tuple(list_closed(uow, month)))


def load_years(uow: UnitOfWork, _record_id: int) -> ListPaper:
    """All mediators."""
    return ListPaper(uow.community.committee, base_text(uow), uow.clock.today(), tuple(list_years(uow)))


def load_winners(uow: UnitOfWork, _record_id: int) -> ListPaper:
    """All years."""
    return ListPaper(uow.community.committee, "", uow.clock.today(), tuple(list_winners(uow)))


def load_room(uow: UnitOfWork, record_id: int) -> RoomPaper:
    """A room."""
    one, today = uow.get(StarRoom, record_id), uow.clock.today()
    lead = uow.get(Mediator, one.lead_id).name if one.lead_id else ""
    return RoomPaper(uow.community.committee, one.name, one.star, one.place, one.hours, one.phone, lead, today,
                     tuple(list_room_bookings(uow, one)), tuple(list_room_cases(uow, one, today.year)))


def closed_ledger(paper: ListPaper | None) -> Document:
    """“结案”台账 of a month: how each was settled, on the spot or not, and what the return visit found."""
    rows = [(one.number, one.title, one.category, short_date(one.settled_on), "是" if one.spot else "",
             "".join(one.clauses), "、".join(one.mediators), short_date(one.visited_on), one.found, one.again)
            for one in (paper.lines if paper else ()) if isinstance(one, ClosedLine)]
    return _list("closed_ledger", "“结案”台账", paper, (
        ("卷号", 2), ("纠纷", 2.2), ("类别", 1.4), ("化解日期", 1.2), ("当场化解", 0.7), ("化解结果", 3), ("调解员", 1.3),
        ("回访日期", 1.2), ("回访情况", 1), ("复发编号", 1.3)), rows)


def mediator_years(paper: ListPaper | None) -> Document:
    """人民调解员历年办案情况表: accepted, settled and rate of each year beside each other."""
    lines = [one for one in (paper.lines if paper else ()) if isinstance(one, MediatorYears)]
    years: list[int | str] = [year for year, _rates in lines[0].years] if lines else []
    columns: list[tuple[str, float]] = [("姓名", 1.3)]
    for year in years or ("    ",) * 3:
        columns += [(f"{year}年受理", 1), ("成功", 0.7), ("成功率", 0.9)]
    columns += [("合计受理", 1), ("成功", 0.7), ("成功率", 0.9)]
    rows = [(one.name, *(text for _year, rates in one.years for text in _three(rates)), *_three(one.whole)) for one in lines]
    return _list("mediator_years", "人民调解员历年办案情况表", paper, tuple(columns), rows)


def _three(rates: object) -> tuple[str, str, str]:
    taken, settled, base, rate = (getattr(rates, name) for name in ("taken", "settled", "base", "rate"))
    return str(taken), str(settled), percent(rate) if base else "—"


def winners(paper: ListPaper | None) -> Document:
    """历年优秀人民调解员名单."""
    rows = [(f"{one.year}年", one.name, one.title, one.round, long_date(one.given_on))
            for one in (paper.lines if paper else ()) if isinstance(one, Winner)]
    return _list("best_years", "历年优秀人民调解员名单", paper, (
        ("年度", 0.8), ("姓名", 1.2), ("荣誉称号", 2), ("评选", 2.6), ("表彰日期", 1.4)), rows, wide=False)


def _list(code: str, title: str, paper: ListPaper | None, columns: tuple[tuple[str, float], ...],
          rows: Sequence[tuple[str, ...]], *, wide: bool = True) -> Document:
    made = long_date(paper.made_on) if paper else "　　　　年　　月　　日"
    head = "  ".join(filter(None, (paper.committee, paper.about, f"制表日期:{made}"))) if paper else f"制表日期:{made}"
    left = {"纠纷", "化解结果", "评选"}
    return Document(f"mediation.{code}", title, (
        Title(title), Paragraph(head, indent=0, space_after=2),
        DataTable(tuple(Column(name, width, Align.LEFT if name in left else Align.CENTRE) for name, width in columns),
                  tuple(rows), min_rows=8, size=9.5, row_height=7),
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)),
        page=PageSetup(landscape=wide, margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")


def room_sign(paper: RoomPaper | None) -> Document:
    """The sign at a room's door: whose it is, when it is open, whom to call; no fee is charged (人民调解法 第四条)."""
    said = [("星级", paper.star), ("负责调解员", paper.lead), ("地点", paper.place), ("开放时间", paper.hours),
            ("联系电话", paper.phone)] if paper else [(name, "") for name in ("负责调解员", "地点", "开放时间", "联系电话")]
    lines: list[Block] = [Paragraph(f"{name}:{text or '　' * 12}", size=24, indent=0, align=Align.CENTRE, space_after=4)
                          for name, text in said if text or paper is None]
    return Document("mediation.room_sign", "调解室标牌", (
        Spacer(1), Paragraph(paper.committee if paper else "人民调解委员会", size=22, indent=0, align=Align.CENTRE),
        Title((paper.name if paper else "") or "调解室", size=48, space_after=12), *lines,
        Paragraph("人民调解不收取任何费用", size=22, indent=0, align=Align.CENTRE, space_before=6)),
        page=PageSetup(landscape=True, margins=FORM_MARGINS, numbers=PageNumber.NONE), style=OFFICIAL,
        author=paper.committee if paper else "")


def room_bookings(paper: RoomPaper | None) -> Document:
    """调解室预约登记表: what is booked in the two weeks to come, and lines for what is booked by hand."""
    rows = tuple((f"{one.start:%m月%d日}(周{_DAYS[one.start.weekday()]})", f"{one.start:%H:%M}-{one.end:%H:%M}", one.what, one.who,
                  "") for one in paper.bookings) if paper else ()
    return _of_room("room_bookings", "调解室预约登记表", paper, (
        ("日期", 1.6), ("时间", 1.4), ("用途", 2.4), ("预约人", 1.6), ("签到", 1.4)), rows, max(4, 14 - len(rows)))


def room_cases(paper: RoomPaper | None) -> Document:
    """调解室案件清单 of the year, without the parties' names."""
    rows = tuple((one.number, one.category, short_date(one.first), short_date(one.last), str(one.sittings),
                  "、".join(one.mediators), _(one.outcome)) for one in paper.cases) if paper else ()
    return _of_room("room_cases", "调解室案件清单", paper, (
        ("卷号", 2.4), ("类别", 1.6), ("首次调解", 1.2), ("最近调解", 1.2), ("次数", 0.6), ("调解员", 1.6), ("结果", 1.4)), rows, 0)


def _of_room(code: str, title: str, paper: RoomPaper | None, columns: tuple[tuple[str, float], ...],
             rows: tuple[tuple[str, ...], ...], blank: int) -> Document:
    made = long_date(paper.made_on) if paper else "　　　　年　　月　　日"
    head = f"{paper.name}  {paper.star}  制表日期:{made}" if paper else f"调解室:{'　' * 10}  制表日期:{made}"
    return Document(f"mediation.{code}", title, (
        Title(title), Paragraph(head, indent=0, space_after=2),
        DataTable(tuple(Column(name, width) for name, width in columns), rows, min_rows=8, blank_rows=blank, size=10.5,
                  row_height=8),
        SignatureBlock((SignatureLine("负责人(签名)"),), date="")),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=paper.committee if paper else "")
