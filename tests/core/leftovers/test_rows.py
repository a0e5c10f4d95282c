"""What a removed plugin left, read from its tables as they stand: on both engines, by the same rights as before."""

from datetime import date

import pytest
import sqlalchemy as sa

from desk.core.actor import Actor
from desk.core.audit.model import AuditEntry
from desk.core.cases.kinds import CaseKind, State
from desk.core.cases.registry import use_kinds
from desk.core.cases.service import CaseDraft, open_case
from desk.core.db.base import BigId, Instant
from desk.core.db.community import Community
from desk.core.db.paging import PageRequest
from desk.core.errors import NotAllowed, NotFound
from desk.core.leftovers.registry import leftovers, use_leftovers
from desk.core.leftovers.rows import count_rows, get_row, list_rows, rows_below, rows_of_person, whole_value
from desk.core.leftovers.schema import read_schema
from desk.core.leftovers.service import reveal_left
from desk.core.people.drafts import PersonDraft
from desk.core.people.merge import merge_people, unmerge_people
from desk.core.people.service import register_person
from desk.testing.hall import make_area

KIND = CaseKind("gone.thing", "Thing", (State("kept", "In the box"), State("done", "Done", final=True)), (),
                permission_read="gone.read", permission_write="gone.write", permission_confidential="gone.all")
TOLD = {"read": "gone.read", "heads": {"finder": "Finder"}, "titles": {"gone.note": "Notes"},
        "kinds": [{"code": "gone.thing", "title": "Thing", "read": "gone.read"}]}


def reader(*rights, **more):
    return Actor("林晓燕", 1, user_id=7, permissions=frozenset(rights or ("gone.read",)), **more)


@pytest.fixture
def tables(database, factory, actor):
    """A plugin's tables without the plugin: things that are matters, and notes that hang on them."""
    metadata = sa.MetaData()
    metadata.reflect(database.engine, only=["core_community", "core_person", "core_area"])
    def column(name, typed, target="", **more):
        return sa.Column(name, typed, *([sa.ForeignKey(target)] if target else []), **more)
    thing = sa.Table("gone_thing", metadata, column("id", BigId, primary_key=True),
                     column("community_id", BigId, "core_community.id", nullable=False), column("finder", sa.String(60)),
                     column("id_number", sa.String(20)), column("found_on", sa.Date), column("at", Instant),
                     column("count", sa.Integer), column("paid", sa.Boolean), column("more", sa.JSON))
    note = sa.Table("gone_note", metadata, column("id", BigId, primary_key=True, autoincrement=True),
                    column("community_id", BigId, "core_community.id", nullable=False),
                    column("thing_id", BigId, "gone_thing.id"), column("person_id", BigId, "core_person.id"),
                    column("area_id", BigId, "core_area.id"), column("text", sa.Text))
    metadata.create_all(database.engine, tables=[thing, note])
    use_kinds([KIND])
    with database.engine.connect() as connection:
        use_leftovers(read_schema(connection, "gone", TOLD))
    yield thing, note
    use_kinds(())
    use_leftovers(())


def thing(uow, tables, title="黑色雨伞", **values):
    draft = CaseDraft(title=title, confidential=values.pop("confidential", False), area_id=values.pop("area_id", None))
    made = open_case(uow, "gone.thing", draft)
    uow.session.execute(sa.insert(tables[0]).values(id=made, community_id=uow.actor.community_id, **values))
    return made


def note(uow, tables, **values):
    uow.session.execute(sa.insert(tables[1]).values(community_id=uow.actor.community_id, **values))


def schema(factory, database):
    with database.engine.connect() as connection:
        use_leftovers(read_schema(connection, "gone", TOLD))
    return leftovers().named("gone_thing"), leftovers().named("gone_note")  # None for one that holds nothing


def test_a_table_is_read_in_words_under_the_headings_that_are_still_known(database, factory, writing, reading, tables):
    with writing() as uow:
        note(uow, tables, text="附记")
        made = thing(uow, tables, finder="何苗", id_number="420102199003078888", found_on=date(2026, 11, 3), at=uow.clock.now(),
                     count=3, paid=True, more={"colour": "黑"})
    things, notes = schema(factory, database)
    assert things.matters
    assert [column.title for column in things.columns][:2] == ["Finder", "id_number"]
    assert (things.title, notes.title) == ("Thing", "Notes")
    with reading() as uow:
        row = get_row(uow, things, made)
    assert row.words == {"finder": "何苗", "id_number": "4201**********8888", "found_on": "2026-11-03",
                         "at": "2026-11-05 09:30", "count": "3", "paid": "是", "more": '{"colour": "黑"}'}
    assert row.hidden == ("id_number",)
    assert (row.title, row.case.state_title) == ("黑色雨伞", "In the box")


@pytest.mark.parametrize("sort", ["finder", "found_on", "at", "count", "paid", "case_title", "case_opened", ""])
@pytest.mark.parametrize("descending", [False, True])
def test_every_row_comes_once_however_it_is_sorted_also_where_nothing_stands(database, writing, reading, factory, tables, sort,
                                                                             descending):
    with writing() as uow:
        for place in range(7):
            full = {"finder": f"甲{place % 3}", "found_on": date(2026, 11, 1 + place), "at": uow.clock.now(),
                    "count": place % 2, "paid": place % 2 == 0}
            thing(uow, tables, f"物{place}", **(full if place % 3 else {}))
    things, _notes = schema(factory, database)
    with reading() as uow:
        whole = [row.id for row in list_rows(uow, things, PageRequest(sort=sort, descending=descending)).rows]
        page, paged = list_rows(uow, things, PageRequest(size=2, sort=sort, descending=descending)), []
        while True:
            paged += [row.id for row in page.rows]
            if page.next is None:
                break
            page = list_rows(uow, things, PageRequest(size=2, sort=sort, descending=descending, after=page.next))
    assert paged == whole
    assert len(set(whole)) == 7


def test_it_is_searched_and_narrowed_and_counted(database, factory, writing, reading, tables):
    with writing() as uow:
        thing(uow, tables, "黑色雨伞", finder="何苗")
        thing(uow, tables, "红色书包", finder="何苗", id_number="420102199003078888")
    things, _notes = schema(factory, database)
    with reading() as uow:
        def found(**asked):
            rows = [row.title for row in list_rows(uow, things, PageRequest(**asked)).rows]
            assert count_rows(uow, things, PageRequest(**asked)) == len(rows)
            return rows
        assert found(text="书包 何苗") == ["红色书包"]
        assert found(text="420102199003078888") == []  # by a whole number nobody fishes here
        assert found(text="100%") == []
        assert found(filters={"state": "kept"}) == ["红色书包", "黑色雨伞"]
        assert found(filters={"state": "done"}) == []
        assert found(filters={"day_from": date(2026, 11, 5), "day_to": date(2026, 11, 5)}) == ["红色书包", "黑色雨伞"]
        assert found(filters={"day_from": date(2026, 11, 6)}) == []


def test_only_who_could_read_it_before_and_confidential_matters_stay_closed_with_what_hangs_on_them(
        database, factory, writing, actor, tables):
    with writing() as uow:
        here, there = make_area(uow, "一网格"), make_area(uow, "二网格")
        open_one, closed = thing(uow, tables, area_id=here), thing(uow, tables, "保密", confidential=True)
        far = thing(uow, tables, "外网格", area_id=there)
        for owner in (open_one, closed, far):
            note(uow, tables, thing_id=owner, text="附记")
    things, notes = schema(factory, database)
    with factory.reading(reader("gone.other")) as uow, pytest.raises(NotAllowed):
        list_rows(uow, things, PageRequest())
    with factory.reading(reader()) as uow:
        assert {row.title for row in list_rows(uow, things, PageRequest()).rows} == {"黑色雨伞", "外网格"}
        assert count_rows(uow, notes) == 2
        with pytest.raises(NotFound):
            get_row(uow, things, closed)
    with factory.reading(reader(area_ids=frozenset({here}))) as uow:
        assert [row.title for row in list_rows(uow, things, PageRequest()).rows] == ["黑色雨伞"]
        assert count_rows(uow, notes) == 1
    with factory.reading(reader("gone.read", "gone.all")) as uow:
        assert get_row(uow, things, closed).title == "保密"
        assert [(other.kind, count) for other, _column, _rows, count in rows_below(uow, things, closed)] == [("gone.note", 1)]
    with factory.reading(actor) as uow:
        seen = uow.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "cases.read")).all()
        assert [(one.kind, one.record_id) for one in seen] == [("gone.thing", closed)]


def test_another_community_sees_nothing_of_it(database, factory, writing, tables):
    with writing() as uow:
        uow.add(Community(id=2, name="团结社区"))
        made = thing(uow, tables)
    things, _notes = schema(factory, database)
    with factory.reading(Actor("赵刚", 2, permissions=frozenset({"gone.read"}))) as uow:
        assert count_rows(uow, things) == 0
        with pytest.raises(NotFound):
            get_row(uow, things, made)


def test_a_hidden_value_is_shown_to_whom_the_table_is_open_and_the_trail_keeps_who_looked(database, factory, writing, tables):
    with writing() as uow:
        made = thing(uow, tables, id_number="420102199003078888")
    schema(factory, database)
    with factory.writing(reader()) as uow:
        assert reveal_left(uow, "gone.thing", made, "id_number") == "420102199003078888"
    with factory.reading(reader()) as uow:
        line = uow.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "plugins.reveal")).one()
        assert (line.kind, line.record_id, line.detail) == ("gone.thing", made, {"field": "id_number"})
    with factory.writing(reader("gone.write")) as uow, pytest.raises(NotAllowed):
        reveal_left(uow, "gone.thing", made, "id_number")


def test_a_persons_rows_are_found_and_numbers_inside_texts_are_short(database, factory, writing, reading, tables):
    with writing() as uow:
        person = register_person(uow, PersonDraft(name="欧阳䶮"))
        note(uow, tables, person_id=person, text="电话13812345678,卡号6222020200112233445")
    _things, notes = schema(factory, database)
    with reading() as uow:
        (left, row), = rows_of_person(uow, "gone", person)
        assert (left.kind, row.words["person_id"]) == ("gone.note", "欧阳䶮")
        assert row.words["text"] == "电话138****5678,卡号6222***********3445"
        assert count_rows(uow, notes) == 1


def test_matters_without_a_table_of_their_own_are_shown_too(database, factory, writing, reading):
    use_kinds([KIND])
    with writing() as uow:
        open_case(uow, "gone.thing", CaseDraft(title="黑色雨伞"))
    with database.engine.connect() as connection:
        bare, = read_schema(connection, "gone", {})
    use_leftovers([bare])
    with reading() as uow:
        assert [row.title for row in list_rows(uow, bare, PageRequest(sort="case_title", text="雨伞")).rows] == ["黑色雨伞"]
        assert get_row(uow, bare, 1).case.title == "黑色雨伞"
    assert bare.read == "desk.plugins.manage"  # nothing is known of it: only whoever manages plugins
    use_leftovers(())
    use_kinds(())


def test_what_the_plugin_called_sensitive_is_short_and_not_searched_and_nothing_is_guessed(database, writing, reading, tables):
    with writing() as uow:
        made = thing(uow, tables, finder="何苗", id_number="K-17", found_on=date(2026, 11, 3), more={"seen": "罗家"})
        note(uow, tables, text="电话 13800000001")
    told = {**TOLD, "sensitive": ["gone_thing.finder", "gone_thing.found_on", "gone_thing.more"]}
    with database.engine.connect() as connection:
        use_leftovers(read_schema(connection, "gone", told))
    things, notes = leftovers().named("gone_thing"), leftovers().named("gone_note")
    with reading() as uow:
        row = get_row(uow, things, made)
        assert [row.words[name] for name in ("finder", "found_on", "more", "id_number")] == ["••••", "••••", "••••", "K-17"]
        assert set(row.hidden) == {"finder", "found_on", "more"}
        assert whole_value(uow, things, made, "finder") == "何苗"
        assert not list_rows(uow, things, PageRequest(text="何苗")).rows
        assert [one.id for one in list_rows(uow, things, PageRequest(text="K-17")).rows] == [made]
        assert list_rows(uow, notes, PageRequest()).rows[0].words["text"] == "电话 138****0001"  # a number is a number anywhere


def test_rows_follow_a_merge_and_those_that_stay_with_the_other_record_are_shown_with_her(database, factory, writing, reading,
                                                                                         tables):
    with writing() as uow:
        kept, gone = (register_person(uow, PersonDraft(name=name)) for name in ("林晓梅", "林小梅"))
        note(uow, tables, text="甲", person_id=kept)
        note(uow, tables, text="乙", person_id=gone)
    schema(factory, database)

    def texts(person):
        with reading() as uow:
            return sorted(row.words["text"] for _left, row in rows_of_person(uow, "gone", person))

    with writing() as uow:
        merge = merge_people(uow, kept, gone, "核对过身份证", silent=leftovers().tables)
    assert texts(kept) == ["乙", "甲"]
    with writing() as uow:
        unmerge_people(uow, merge, "是两个人")
    assert (texts(kept), texts(gone)) == (["甲"], ["乙"])
    with writing() as uow:
        uow.session.execute(sa.text("CREATE UNIQUE INDEX gone_note_once ON gone_note (person_id)"))
    with writing() as uow:
        merge_people(uow, kept, gone, "核对过身份证", silent=leftovers().tables)
    assert texts(kept) == ["乙", "甲"]
    assert texts(gone) == ["乙"]
