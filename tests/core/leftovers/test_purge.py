"""What goes with a plugin and what stays (decision 0048), on both engines: nothing goes that a whole archive does not hold."""

import csv
import io
import zipfile
from datetime import date

import pytest
import sqlalchemy as sa

from desk.core.calendar.model import Schedule
from desk.core.cases.kinds import CaseKind, State
from desk.core.cases.model import Case, CaseEntry, Link
from desk.core.cases.registry import use_kinds
from desk.core.cases.service import CaseDraft, open_case
from desk.core.documents.archive_model import GivenNumber, NumberCounter
from desk.core.errors import UserError
from desk.core.files.model import Attachment
from desk.core.files.service import attach
from desk.core.leftovers.archive import archive_plugin, read_archive
from desk.core.leftovers.found import GOES, LEFT_ALONE, STAYS, parts_of
from desk.core.leftovers.purge import look_ahead, purge_plugin
from desk.core.models import core_metadata
from desk.core.settings.model import Setting
from desk.core.staff.model import Role, RoleRight
from desk.core.visits.model import Visit

KINDS = [CaseKind(f"{plugin}.thing", "Thing", (State("kept", "Kept"),), (), permission_read=f"{plugin}.read",
                  permission_write=f"{plugin}.write") for plugin in ("gone", "stays")]
OF_THE_DESK = {
    "core_area", "core_audit_head", "core_ballot_profile", "core_community", "core_household", "core_identity_paper",
    "core_old_value", "core_organisation", "core_role", "core_score_sheet", "core_venue", "core_workday"}
"""Tables whose kinds and codes are the desk's own words, never a plugin's."""


@pytest.fixture(autouse=True)
def kinds():
    use_kinds(KINDS)
    yield
    use_kinds(())


def fill(uow, plugin):
    """Rows in the core that belong to a plugin: a matter, a file, a link, a schedule, a number, a setting, a right."""
    made = open_case(uow, f"{plugin}.thing", CaseDraft(title="黑色雨伞"))
    attach(uow, f"{plugin}.thing", made, "照片.txt", f"照片{plugin}".encode())
    uow.add(Link(from_kind="person", from_id=1, to_kind=f"{plugin}.thing", to_id=made))
    uow.add(Schedule(kind=f"{plugin}.patrol", title="巡查", starts_on=date(2026, 11, 5), rule={}))
    uow.add(NumberCounter(code=f"{plugin}.thing", year=2026, next_serial=2))
    uow.add(GivenNumber(code=f"{plugin}.thing", year=2026, serial=1, text=f"{plugin}1号", owner_kind=f"{plugin}.thing",
                        owner_id=made, given_at=uow.clock.now(), given_by="周慧"))
    uow.add(Setting(key=f"{plugin}.days", value=3))
    role = uow.session.scalars(sa.select(Role)).first() or uow.add(Role(code="clerk", name="办事员"))
    uow.session.add(RoleRight(role_id=role.id, permission=f"{plugin}.read"))
    return made


def left(uow, model):
    return uow.session.scalar(sa.select(sa.func.count()).select_from(model.__table__))


def test_its_rows_go_a_strangers_stay_and_no_number_is_given_twice(factory, actor, tmp_path):
    with factory.writing(actor) as uow:
        fill(uow, "gone"), fill(uow, "stays")
    with factory.writing(actor) as uow:
        file = tmp_path / archive_plugin(uow, "gone", tmp_path)
    told = read_archive(file)
    assert {name: rows for name, rows in told.tables.items() if rows} == {
        "core_case": 1, "core_case_entry": 1, "core_attachment": 1, "core_link": 1, "core_schedule": 1, "core_number": 1,
        "core_number_counter": 1, "core_setting": 1, "core_role_right": 1}
    with zipfile.ZipFile(file) as package:
        rows = list(csv.DictReader(io.StringIO(package.read("tables/core_setting.csv").decode("utf-8-sig"))))
    assert [row["key"] for row in rows] == ["gone.days"]
    with factory.reading(actor) as uow:
        going = look_ahead(uow, "gone", file)
    assert (going.rows, going.tables, going.files, going.prints, going.numbers, going.others, going.archived) == (
        7, 7, 1, 0, 1, 1, 9)
    with factory.writing(actor) as uow:
        assert purge_plugin(uow, "gone", file) == 7
    with factory.reading(actor) as uow:
        assert [left(uow, model) for model in (Case, CaseEntry, Attachment, Link, Schedule, Setting, RoleRight)] == [1] * 7
        assert uow.session.scalars(sa.select(Case.kind)).all() == ["stays.thing"]
        assert (left(uow, GivenNumber), left(uow, NumberCounter)) == (2, 2)


def test_when_anything_came_since_or_the_archive_is_not_whole_nothing_goes(factory, actor, tmp_path):
    with factory.writing(actor) as uow:
        fill(uow, "gone")
    with factory.writing(actor) as uow:
        file = tmp_path / archive_plugin(uow, "gone", tmp_path)
    spoilt = tmp_path / "spoilt.zip"
    spoilt.write_bytes(file.read_bytes().replace(b"PK\x01\x02", b"PK\x01\x03", 1))
    with factory.writing(actor) as uow, pytest.raises(UserError):
        purge_plugin(uow, "gone", spoilt)
    with factory.writing(actor) as uow:
        uow.add(Setting(key="gone.more", value=1))
    with factory.reading(actor) as uow, pytest.raises(UserError):
        look_ahead(uow, "gone", file)
    with pytest.raises(UserError), factory.writing(actor) as uow:
        purge_plugin(uow, "gone", file)
    with factory.reading(actor) as uow:
        assert (left(uow, Case), left(uow, Setting)) == (1, 2)


def test_a_record_of_somebody_else_that_refers_to_them_stops_it_whole(database, factory, actor, tmp_path):
    with factory.writing(actor) as uow:
        made = fill(uow, "gone")
    metadata = sa.MetaData()
    metadata.reflect(database.engine, only=["core_case"])
    other = sa.Table("other_note", metadata, sa.Column("id", sa.Integer, primary_key=True),
                     sa.Column("case_id", metadata.tables["core_case"].c.id.type, sa.ForeignKey("core_case.id")))
    other.create(database.engine)
    with factory.writing(actor) as uow:
        uow.session.execute(sa.insert(other).values(id=1, case_id=made))
        file = tmp_path / archive_plugin(uow, "gone", tmp_path)
    with pytest.raises(UserError), factory.writing(actor) as uow:
        purge_plugin(uow, "gone", file)
    with factory.reading(actor) as uow:
        assert (left(uow, Case), left(uow, Setting), left(uow, Visit)) == (1, 1, 0)


def test_every_table_that_names_kinds_was_decided_upon():
    words = {"kind", "owner_kind", "from_kind", "holder_kind", "source_kind", "key", "permission", "table_code", "plugin",
             "code"}
    part_of = {"core_ballot_roll", "core_case_entry", "core_import_row", "core_statistics_cell"}
    naming = {table.name for table in core_metadata().sorted_tables
              if table.name.startswith("core_") and words & set(table.columns.keys())}
    undecided = {name for name in naming - set(GOES) - set(STAYS) - OF_THE_DESK - part_of if not name.startswith(LEFT_ALONE)}
    assert undecided == set()
    assert set(GOES) | set(STAYS) <= set(core_metadata().tables)


def test_the_shares_are_named_children_first(factory, actor):
    with factory.reading(actor) as uow:
        names = [part.name for part in parts_of(uow, "gone")]
    assert names.index("core_case_entry") < names.index("core_case")
    assert len(names) == len(set(names))
