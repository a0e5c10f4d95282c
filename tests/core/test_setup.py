"""Setting up a hall: whole or not at all."""

import pytest

from desk.core.actor import system_actor
from desk.core.clock import FixedClock
from desk.core.db.engine import open_database
from desk.core.db.lineage import core_lineage
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.errors import UserError
from desk.core.paths import DeskPaths
from desk.core.setup import HallDraft, make_hall
from desk.core.staff.passwords import Strength
from desk.core.staff.queries import get_hall
from desk.core.staff.signin import sign_in

DRAFT = HallDraft("和平社区", "和平街道", "和平社区人民调解委员会", "和平社区党群服务中心", "和平", "admin", "周慧",
                  "correct horse", strength=Strength(1024, 1))


def test_the_administrator_can_sign_in_afterwards(tmp_path):
    paths = DeskPaths(tmp_path / "数据 目录")
    make_hall(paths, DRAFT, [core_lineage()], FixedClock())
    database = open_database(paths.database)
    factory = UnitOfWorkFactory(database, FixedClock())
    assert sign_in(factory, "admin", "correct horse").actor.may("desk.staff.manage")
    with factory.reading(system_actor()) as uow:
        assert get_hall(uow).name == "和平社区"
    database.close()


def test_a_crash_leaves_nothing_half_made(tmp_path):
    paths = DeskPaths(tmp_path / "data")

    def crash(_uow):
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        make_hall(paths, DRAFT, [core_lineage()], FixedClock(), crash)
    assert list(paths.data.iterdir()) == []
    make_hall(paths, DRAFT, [core_lineage()], FixedClock())
    with pytest.raises(UserError):
        make_hall(paths, DRAFT, [core_lineage()], FixedClock())


def test_missing_answers_are_named_by_field(tmp_path):
    with pytest.raises(UserError) as told:
        make_hall(DeskPaths(tmp_path), HallDraft("", name="", password="x"), [core_lineage()], FixedClock())
    assert set(told.value.fields) == {"community", "name", "password"}
