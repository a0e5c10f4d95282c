"""Residents straight into the tables: driver statements on SQLite, COPY on PostgreSQL, then the search index as a whole.

Only for benchmark data: nothing is checked and nothing audited here. Going through the verbs would take hours.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from desk.bench.invented import ESTATES, Home, homes
from desk.core.clock import HALL_ZONE

BLOCK = 5_000
"""Homes written at once."""
Rows = dict[str, list[dict[str, Any]]]


def fill(uow: Any, rows: int) -> None:
    """Put `rows` invented residents with their households, papers and phones into an empty register."""
    areas = _areas(uow)
    maker = _Maker(uow, areas)
    for block in _blocks(homes(rows)):
        for table, made in maker.rows_of(block).items():
            _insert(uow.session.connection(), table, made)
    if uow.session.connection().dialect.name != "sqlite":
        _count_on(uow.session.connection(), maker.last)


def _areas(uow: Any) -> list[int]:
    """A community and one grid an estate."""
    from desk.core.places.drafts import AreaDraft
    from desk.core.places.service import add_area

    community = add_area(uow, AreaDraft("测试社区", "community", code="CS"))
    return [add_area(uow, AreaDraft(f"{name}网格", "grid", community, f"CS{place:03d}"))
            for place, name in enumerate(ESTATES, 1)]


class _Maker:
    """Table rows of homes, with ids of their own from 1 on."""

    def __init__(self, uow: Any, areas: Sequence[int]) -> None:
        from desk.core.people.lookup import number_hasher
        from desk.core.people.names import readings

        self._areas, self._hashed, self._readings = areas, number_hasher(uow), readings
        now = uow.clock.now()
        moment = now.isoformat() if uow.session.connection().dialect.name != "sqlite" else (
            f"{now:%Y-%m-%d %H:%M:%S.%f}")
        name, community = uow.actor.name, uow.actor.community_id
        self._scope = {"community_id": community}
        self._root = {**self._scope, "created_at": moment, "created_by": name, "updated_at": moment, "updated_by": name,
                      "version": 1}
        self._moved_in = str(now.astimezone(HALL_ZONE).year - 1)
        self.last = {"core_household": 0, "core_person": 0, "core_identity_paper": 0, "core_person_phone": 0}

    def rows_of(self, block: Iterable[Home]) -> Rows:
        """The rows of some homes, table by table in the order they must be written."""
        made: Rows = {table: [] for table in self.last}
        for home in block:
            self._home(home, made)
        return made

    def _home(self, home: Home, made: Rows) -> None:
        area = self._areas[home.estate]
        house = self._row(made, "core_household", self._root, code="", address=home.address, area_id=area, tenure="",
                          contact="", note="", visited_on="")
        for one in home.residents:
            read = self._readings(one.name)
            person = self._row(
                made, "core_person", self._root, name=one.name, pinyin=read.sort_key, initials=read.initials[0],
                pinyin_given="", sex=one.sex, birth=one.birth, household_id=house, relation=one.relation,
                resident_kind="permanent", address="", area_id=area, moved_in=self._moved_in, moved_out="", deceased_on="",
                state="present", merged_into_id=None)
            self._row(made, "core_identity_paper", self._scope, person_id=person, kind="id_card", number=one.number,
                      lookup=self._hashed(one.number), expires="", findings="[]", reason="")
            if one.phone:
                self._row(made, "core_person_phone", self._scope, person_id=person, number=one.phone, owner="self", label="")

    def _row(self, made: Rows, table: str, shared: dict[str, Any], **values: Any) -> int:
        self.last[table] += 1
        made[table].append({"id": self.last[table], **shared, **values})
        return self.last[table]


def _insert(connection: Any, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    columns = ", ".join(rows[0])
    values = [tuple(row.values()) for row in rows]
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
        return
    with connection.connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for value in values:
            copy.write_row(value)


def _count_on(connection: Any, last: dict[str, int]) -> None:
    """Let PostgreSQL number on from the highest id."""
    for table, number in last.items():
        if number:
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {number})")


def _blocks(items: Iterator[Home]) -> Iterator[list[Home]]:
    while block := list(islice(items, BLOCK)):
        yield block
