"""search: the first fifty hits of what a clerk types, against LIKE over the right column of the same index.

Thirty different queries a class, taken from residents spread over the whole register; the unit of work is opened each time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from desk.bench.clocks import CpuClock
from desk.bench.figures import P95, RATIO, Figure, Target
from desk.bench.hall import BenchHall
from desk.core.actor import system_actor
from desk.core.i18n import N_, _

QUERIES = 30
BARE_QUERIES = 5
SMALL, GROWTH = 10_000, 10
QUICK = {"SQLite": 5.0, "PostgreSQL": 15.0}
"""Most milliseconds at p95 below the window; addresses have ADDRESS."""
ADDRESS = 25.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked for: one resident as stored."""

    name: str
    initials: str
    number: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of query: what is typed for a resident, the column LIKE would look into."""

    title: str
    typed: Callable[[Known], str]
    column: str
    slow: bool = False


KINDS = (
    Kind(N_("Name, one character"), lambda one: one.name[0], "names"),
    Kind(N_("Name, two characters"), lambda one: one.name[-2:], "names"),
    Kind(N_("Name, whole"), lambda one: one.name, "names"),
    Kind(N_("Pinyin initials"), lambda one: one.initials, "names"),
    Kind(N_("Identity number, last four"), lambda one: one.number[-4:].lower(), "numbers"),
    Kind(N_("Identity number, six inside"), lambda one: one.number[8:14], "numbers"),
    Kind(N_("Phone, last four"), lambda one: one.phone[-4:], "numbers"),
    Kind(N_("Phone, seven digits"), lambda one: one.phone[-7:], "numbers"),
    Kind(N_("Address with building"), lambda one: one.address.split("单元")[0][:-1], "addresses", slow=True),
    Kind(N_("No hit"), lambda one: f"{one.name[0]}饕餮", "names"),
)


def measure(hall: BenchHall) -> Iterator[Figure]:
    """Each class of query; with a hundred thousand residents or more also the growth from 10,000 on."""
    yield from _classes(hall)
    if hall.rows >= SMALL * 10:
        yield _growth(hall)


def _classes(hall: BenchHall) -> Iterator[Figure]:
    with hall.desk() as desk:
        residents = known(desk, QUERIES)
        clock = warmed(desk)
        for kind in KINDS:
            samples = clock.samples(partial(_ask, desk, kind.typed(one)) for one in residents)
            bare = clock.samples(partial(_like, desk, kind.column, kind.typed(one)) for one in residents[:BARE_QUERIES])
            most = ADDRESS if kind.slow else QUICK[hall.engine]
            yield Figure(_(kind.title), samples, _("LIKE over the column"), bare, Target(P95, most), clock.unit)


def _growth(hall: BenchHall) -> Figure:
    """The same two characters among ten thousand and among all."""
    samples = {rows: _two_characters(hall.sibling(rows)) for rows in (SMALL, hall.rows)}
    title = _("Growth, two characters of a name, {rows} residents").format(rows=f"{hall.rows:,}")
    return Figure(title, samples[hall.rows], _("the same among 10,000"), samples[SMALL], Target(RATIO, GROWTH))


def _two_characters(hall: BenchHall) -> tuple[float, ...]:
    with hall.desk() as desk:
        clock = warmed(desk)
        return clock.samples(partial(_ask, desk, one.name[-2:]) for one in known(desk, QUERIES))


def warmed(desk: Any) -> CpuClock:
    """A clock that knows the connection the queries will use; statements are compiled."""
    for text in ("王", "建国", "zjg", "3299", "翠湖花园1", "翠湖"):
        _ask(desk, text)
    return CpuClock(desk.database)


def known(desk: Any, count: int) -> list[Known]:
    """Residents with a phone and a name of three characters, spread evenly over the register."""
    found = []
    with desk.factory.reading(system_actor()) as uow:
        connection = uow.session.connection()
        highest = connection.exec_driver_sql("SELECT max(id) FROM core_person").scalar()
        for place in range(count):
            row = connection.exec_driver_sql(_ONE.format(first=highest * place // count)).one_or_none()
            if row is not None:
                found.append(Known(*row))
    return found


_ONE = """SELECT p.name, p.initials, i.number, t.number, h.address FROM core_person p
 JOIN core_identity_paper i ON i.person_id = p.id JOIN core_person_phone t ON t.person_id = p.id
 JOIN core_household h ON h.id = p.household_id WHERE p.id > {first} AND length(p.name) = 3 ORDER BY p.id LIMIT 1"""


def _ask(desk: Any, text: str) -> None:
    from desk.core.search.queries import find_records

    with desk.factory.reading(system_actor()) as uow:
        find_records(uow, text)


def _like(desk: Any, column: str, text: str) -> None:
    with desk.database.engine.connect() as connection:
        mark = "?" if desk.database.dialect == "sqlite" else "%s"
        connection.exec_driver_sql(f"SELECT id FROM core_search_doc WHERE {column} LIKE {mark} LIMIT 50",
                                   (f"%{text}%",)).all()
