"""24,000 volunteers with 500,000 entries: statement, month's posting, balance check, a thousand certificates.

Against the bare SQL of the same question, and for the certificates against ReportLab writing the same words on as many pages.
`desk bench volunteer` runs it (desk/bench/plugged.py).
"""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from sqlalchemy import insert, text

from desk.api import translator
from desk.api.db import Actor

_ = translator("volunteer")
RESIDENTS = VOLUNTEERS = 24_000
ENTRIES, CERTIFICATES = 500_000, 1_000
CHUNK = 20_000
FIRST, DAYS = date(2025, 1, 1), 365
MONTH = 202511
WHO = Actor("何苗", 1, all_rights=True)
Works = list[Callable[[], Any]]
Contest = tuple[str, Works, str, Works, float]
STATEMENT = (
    "SELECT l.amount, l.after, b.kind, b.day, b.explain FROM core_ledger_account a JOIN core_ledger_line l"
    " ON l.account_id = a.id JOIN core_ledger_booking b ON b.id = l.booking_id WHERE a.ledger = 'volunteer.points'"
    " AND a.owner_kind = 'volunteer.volunteer' AND a.owner_id = :who ORDER BY l.id DESC LIMIT 300")
TURNOVER = (
    "SELECT a.owner_id, SUM(l.amount) FROM core_ledger_account a JOIN core_ledger_line l ON l.account_id = a.id"
    " JOIN core_ledger_booking b ON b.id = l.booking_id WHERE a.ledger = 'volunteer.points'"
    " AND a.owner_kind = 'volunteer.volunteer' AND b.day <= :last GROUP BY a.owner_id")
BALANCES = ("SELECT a.id FROM core_ledger_account a JOIN core_ledger_line l ON l.account_id = a.id"
            " GROUP BY a.id, a.balance HAVING SUM(l.amount) <> a.balance")


def contests(desk: Any) -> Iterator[Contest]:
    """(what, our works, the bare thing, its works, most times the bare thing)."""
    from desk.api.ledgers import reconcile
    from plugins.volunteer.documents.market_loading import load_month
    from plugins.volunteer.pages.records import statement

    def read(work: Callable[..., Any], *args: Any) -> Callable[[], Any]:
        def done() -> Any:
            with desk.factory.reading(WHO) as uow:
                return work(uow, *args)
        return done

    def bare(query: str, **values: Any) -> Callable[[], Any]:
        return read(lambda uow: uow.session.execute(text(query), values).all())

    dice = random.Random(7)
    ids = [dice.randrange(1, VOLUNTEERS) for _number in range(40)]
    yield (_("Statement of one volunteer"), [read(statement, who, 300) for who in ids], _("one joined SELECT"),
           [bare(STATEMENT, who=who) for who in ids], 10)
    yield (_("A month's posting of {n} volunteers").format(n=VOLUNTEERS), [read(load_month, MONTH)] * 3,
           _("one grouped SELECT, without names"), [bare(TURNOVER, last=date(2025, 11, 30))] * 3, 6)
    yield (_("Balance check of everybody, legs and lots too"), [read(reconcile, "volunteer.points")] * 3,
           _("one grouped SELECT of the balances"), [bare(BALANCES)] * 3, 10)
    yield _certificates(desk)


def _certificates(desk: Any) -> Contest:
    from plugins.volunteer.documents.batch import batch_pdf, draw_part
    from plugins.volunteer.service.batching import BatchDraft, issue_part, start_batch

    with desk.factory.writing(WHO) as uow:
        batch = start_batch(uow, BatchDraft("年度", FIRST, FIRST + timedelta(DAYS), responsible="沈建国"))
        uow.session.execute(text("DELETE FROM volunteer_certificate_item WHERE id NOT IN ("
                                 "SELECT id FROM volunteer_certificate_item ORDER BY id LIMIT :n)"), {"n": CERTIFICATES})
    pages: list[list[str]] = []

    def part(verb: Callable[..., int]) -> int:
        with desk.factory.writing(WHO) as uow:
            return verb(uow, batch)

    def ours() -> None:
        while part(issue_part) or part(draw_part):
            pass
        with desk.factory.reading(WHO) as uow:
            pages.extend(_words(batch_pdf(uow, batch)))

    return (_("{n} certificates: issued, numbered, drawn, kept, one PDF").format(n=CERTIFICATES), [ours],
            _("ReportLab writing the same words on as many pages"), [lambda: _bare_pdf(pages)] * 3, 50)


def _words(pdf: bytes) -> list[list[str]]:
    from desk.api.papers import pdfium

    with pdfium() as module, module.PdfDocument(pdf) as document:
        return [document[number].get_textpage().get_text_range().splitlines() for number in range(len(document))]


def _bare_pdf(pages: list[list[str]]) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = BytesIO()
    canvas = Canvas(out)
    for page in pages:
        canvas.setFont("STSong-Light", 12)
        for place, line in enumerate(page):
            canvas.drawString(60, 780 - 15 * place, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# The hall: everything at once and by tables, as a year of work would have left it


def fill(desk: Any) -> None:
    """Volunteers, entries, credits and their bookings."""
    from plugins.volunteer.drafts import ActivityDraft, EndingDraft, RuleDraft
    from plugins.volunteer.service.activities import publish_activity, save_activity
    from plugins.volunteer.service.earning import holder
    from plugins.volunteer.service.points import set_rule

    with desk.factory.writing(WHO) as uow:
        rule = set_rule(uow, RuleDraft(valid_from=date(2024, 1, 1), months=36))
        start = datetime(2025, 1, 1, 0, 30, tzinfo=UTC)
        activity = save_activity(uow, ActivityDraft("社区服务", start, start + timedelta(hours=3), place="社区大厅"))
        publish_activity(uow, EndingDraft(activity))
        people = [row[0] for row in uow.session.execute(text("SELECT id FROM core_person ORDER BY id"))][:VOLUNTEERS]
        _volunteers(uow, people)
        holder(uow, 1)
    _entries(desk, len(people), activity, rule)


def _volunteers(uow: Any, people: list[int]) -> None:
    from plugins.volunteer.models import Volunteer

    now = uow.clock.now()
    _insert(uow, Volunteer, [{"id": place, "person_id": person, "number": f"ZY{place}", "joined_on": FIRST, "state": "active",
                              "station": "", "skills": ",repair,", "wishes": "", "times": "", "emergency": "", "guardian": "",
                              "own_income": False, "consents": {"data": "2025-01-01", "names": "2025-01-01"}, **_root(now)}
                             for place, person in enumerate(people, 1)])


def _entries(desk: Any, people: int, activity: int, rule: int) -> None:
    from desk.api.timesheets import TimeEntry, TimePair
    from plugins.volunteer.models import Credit, Volunteer

    tables = Volunteer.metadata.tables
    dice, now = random.Random(2026), datetime(2026, 1, 5, tzinfo=UTC)
    held: dict[int, int] = {}
    with desk.factory.writing(WHO) as uow:
        granted = uow.session.execute(text("SELECT id FROM core_ledger_account WHERE owner_kind = 'outside.granted'")).scalar()
        first = 1 + (uow.session.execute(text("SELECT MAX(id) FROM core_ledger_account")).scalar() or 0)
        mine = uow.session.execute(text("SELECT id FROM core_ledger_account WHERE owner_kind = 'volunteer.volunteer'")).scalar()
        accounts = {1: mine} | {who: first + who for who in range(2, people + 1)}
        _insert(uow, tables["core_ledger_account"], [
            {"id": accounts[who], "community_id": 1, "ledger": "volunteer.points", "unit": "points", "outside": False,
             "owner_kind": "volunteer.volunteer", "owner_id": who, "lots": True, "balance": 0} for who in range(2, people + 1)])
    for start in range(0, ENTRIES, CHUNK):
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("pair", "entry", "credit", "booking", "line", "lot")}
        for number in range(start + 1, min(start + CHUNK, ENTRIES) + 1):
            _one(rows, number, 1 + number % people, dice.randrange(DAYS), activity, rule, accounts, granted, held, now)
        with desk.factory.writing(WHO) as uow:
            for table, name in ((TimePair, "pair"), (TimeEntry, "entry"), (Credit, "credit"),
                                (tables["core_ledger_booking"], "booking"), (tables["core_ledger_line"], "line"),
                                (tables["core_ledger_lot"], "lot")):
                _insert(uow, table, rows[name])
    with desk.factory.writing(WHO) as uow:
        uow.session.execute(text("UPDATE core_ledger_account SET balance = (SELECT COALESCE(SUM(amount), 0)"
                                 " FROM core_ledger_line WHERE account_id = core_ledger_account.id)"))
        uow.session.execute(text("UPDATE volunteer_volunteer SET minutes = (SELECT COALESCE(SUM(minutes), 0)"
                                 " FROM core_time_entry WHERE holder_kind = 'volunteer.volunteer'"
                                 " AND holder_id = volunteer_volunteer.id)"))


def _one(rows: dict[str, list[dict[str, Any]]], number: int, who: int, day_number: int, activity: int, rule: int,
         accounts: dict[int, int], granted: int, held: dict[int, int], now: datetime) -> None:
    day = FIRST + timedelta(day_number)
    begun = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC) + timedelta(minutes=number % 400)
    pair = {"holder_kind": "volunteer.volunteer", "holder_id": who, "source_kind": "volunteer.activity", "source_id": activity,
            "day": day}
    rows["pair"].append({"id": number, **pair, "started_at": begun, "ended_at": begun + timedelta(minutes=60), "unserved": 0,
                         "state": "entered", "witness": "", "late_reason": "", "objection": "", **_root(now)})
    rows["entry"].append({"id": number, "community_id": 1, "pair_id": number, **pair, "minutes": 60, "kind": "served",
                          "reason": "", "witness": "", "at": now, "by": WHO.name})
    rows["credit"].append({"id": number, "pair_id": number, "volunteer_id": who, "source_kind": "volunteer.activity",
                           "source_id": activity, "day": day, "minutes": 60, "amount": 10, **_root(now)})
    explain = {"rule": rule, "per_hour": 10, "step": 10, "minutes": 60, "before": 0, "pair": number, "entry": number}
    rows["booking"].append({"id": number, "community_id": 1, "ledger": "volunteer.points", "kind": "earn", "day": day,
                            "at": now, "by": WHO.name, "second": "", "reason": "", "source_kind": "volunteer.activity",
                            "source_id": activity, "explain": explain, "key": f"bench:{number}", "reverses_id": None})
    for place, (account, amount) in enumerate(((granted, -10), (accounts[who], 10))):
        held[account] = held.get(account, 0) + amount
        rows["line"].append({"id": 2 * number - 1 + place, "community_id": 1, "booking_id": number, "account_id": account,
                             "amount": amount, "after": held[account]})
    rows["lot"].append({"id": number, "community_id": 1, "account_id": accounts[who], "line_id": 2 * number, "day": day,
                        "last_day": day.replace(year=2029), "amount": 10, "rest": 10})


def _root(now: datetime) -> dict[str, Any]:
    return {"community_id": 1, "created_at": now, "created_by": WHO.name, "updated_at": now, "updated_by": WHO.name,
            "version": 1}


def _insert(uow: Any, table: Any, rows: list[dict[str, Any]]) -> None:
    uow.session.execute(insert(getattr(table, "__table__", table)), rows)
