"""Making a hall as the first-run wizard asks for it, without a window."""

import pytest

from desk.bootstrap import found_hall, make_opening
from desk.core.actor import system_actor
from desk.core.clock import FixedClock
from desk.core.config import read_config
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.errors import UserError
from desk.core.paths import DeskPaths
from desk.core.staff.passwords import Strength

ANSWERS = {
    "community": "和平社区", "committee": "和平社区人民调解委员会", "hall": "和平社区党群服务中心", "org_short": "和平",
    "login": "zhou", "name": "周慧", "password": "correct horse", "plugins": ("mediation",), "strength": Strength(1024, 1),
    "words": {"mediation.case": ("民调字", 31)},
}


def test_the_wizards_number_words_and_first_numbers_are_in_force(tmp_path):
    from desk.core.documents.numbers import next_number

    paths = DeskPaths(tmp_path / "data")
    found_hall(paths, ANSWERS, FixedClock())
    database = open_database(paths.database)
    with UnitOfWorkFactory(database, FixedClock()).reading(system_actor()) as uow:
        assert next_number(uow, "mediation.case").endswith("和平民调字第31号")
    database.close()


def test_practice_data_are_marked_at_every_later_start(tmp_path):
    paths = DeskPaths(tmp_path / "data")
    found_hall(paths, {**ANSWERS, "practice": True}, FixedClock())
    assert make_opening(paths).practice
    assert read_config(paths.config).hall == "和平社区党群服务中心"


def test_a_weak_password_leaves_no_folder_behind(tmp_path):
    paths = DeskPaths(tmp_path / "data")
    with pytest.raises(UserError):
        found_hall(paths, {**ANSWERS, "password": "x"}, FixedClock())
    assert not paths.database.exists()
    assert not paths.config.exists()
