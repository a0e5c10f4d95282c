"""Declared registers on both engines: judged by field, sorted and filtered by what is indexed, found, kept apart by right."""

from dataclasses import replace
from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.db.paging import PageRequest
from desk.core.errors import Conflict, NotAllowed, NotFound, UserError
from desk.core.people.drafts import PersonDraft
from desk.core.people.merge import merge_people
from desk.core.people.service import register_person
from desk.core.search.kinds import table_indexer
from desk.core.tables.declared import Table, TableField, use_registers
from desk.core.tables.facts import list_by_ids, list_facts
from desk.core.tables.growing import shrunk
from desk.core.tables.keeping import remember, stored_declaration
from desk.core.tables.queries import (
    count_by,
    count_of_person,
    count_records,
    get_record,
    list_due,
    list_of_person,
    list_records,
)
from desk.core.tables.service import RecordDraft, put_back, remove_record, reveal_value, save_record
from desk.testing.hall import find_in_box

LETTERS = Table(
    "post.letter", "Letters", "Letter", (
        TableField("subject", "Subject", required=True, max_length=20, found=True, indexed=True),
        TableField("sort", "Sort", "choice", choices=(("praise", "Praise"), ("complaint", "Complaint")), indexed=True),
        TableField("pages", "Pages", "number", minimum=1, maximum=99, indexed=True),
        TableField("fee", "Fee", "money"),
        TableField("urgent", "Urgent", "bool", indexed=True),
        TableField("why", "Why", "lines", shown_when=(("urgent", (True,)),), required=True),
        TableField("phone", "Phone", "phone", masked=True, found=True),
        TableField("writer", "Writer", "person"),
        TableField("due", "Answer by", "date", indexed=True), TableField("done", "Answered on", "date")),
    "post.read", "post.write", name=("subject",), due="due", done="done")


@pytest.fixture(autouse=True)
def letters():
    use_registers([LETTERS])
    yield
    use_registers(())


def letter(uow, **values):
    return save_record(uow, RecordDraft("post.letter", {"subject": "信", "urgent": False, **values}))


def subjects(uow, **request):
    return [row.values["subject"] for row in list_records(uow, LETTERS, PageRequest(**request)).rows]


def test_everything_wrong_is_said_beside_its_field(writing):
    with pytest.raises(UserError) as refused, writing() as uow:
        save_record(uow, RecordDraft("post.letter", {
            "subject": "长" * 21, "sort": "poem", "pages": 100, "urgent": True, "due": "soon", "writer": 99, "fee": "7"}))
    assert set(refused.value.fields) == {"subject", "sort", "pages", "why", "due", "writer", "fee"}


def test_what_is_hidden_by_another_field_is_neither_asked_nor_kept(writing, reading):
    with writing() as uow:
        record = letter(uow, why="不该留下")
    with reading() as uow:
        assert get_record(uow, LETTERS, record).values["why"] is None


def test_a_list_sorts_filters_pages_and_counts(writing, reading):
    with writing() as uow:
        for place in range(1, 26):
            letter(uow, subject=f"{place:02}", pages=place, sort="praise" if place % 2 else "complaint",
                   due=date(2026, 11, place))
    with reading() as uow:
        assert subjects(uow, size=3) == ["25", "24", "23"]
        assert subjects(uow, size=3, sort="pages") == ["01", "02", "03"]
        seen, after = [], None
        while True:
            page = list_records(uow, LETTERS, PageRequest(size=4, sort="due", descending=True, after=after))
            seen += [row.values["pages"] for row in page.rows]
            after = page.next
            if after is None:
                break
        assert seen == list(range(25, 0, -1))
        half = PageRequest(filters={"sort": "praise", "pages_from": 10, "due_to": date(2026, 11, 19)})
        assert count_records(uow, LETTERS, half) == 5
        assert count_by(uow, LETTERS, "sort") == {"praise": 13, "complaint": 12}
        assert subjects(uow, text="07") == ["07"]
        assert subjects(uow, text="%") == []


def test_figures_count_by_day_and_apart_by_choice(writing, reading):
    with writing() as uow:
        for day, sort in ((1, "praise"), (30, "praise"), (15, "complaint")):
            letter(uow, sort=sort, due=date(2026, 11, day))
        remove_record(uow, "post.letter", letter(uow, sort="praise", due=date(2026, 11, 2)), "误登")
    with reading() as uow:
        found = list_facts(uow, LETTERS, "due", "sort", date(2026, 11, 1), date(2026, 11, 29), None)
        assert sorted((fact.day.day, fact.value) for fact in found) == [(1, "praise"), (15, "complaint")]
        today = list_facts(uow, LETTERS, "", "", date(2026, 11, 5), date(2026, 11, 5), None)
        assert len(list_by_ids(uow, LETTERS, [fact.id for fact in today])) == 3


def test_due_is_what_is_not_done(writing, reading):
    with writing() as uow:
        late, done = letter(uow, due=date(2026, 11, 1)), letter(uow, due=date(2026, 11, 1), done=date(2026, 11, 2))
        letter(uow, due=date(2026, 12, 1))
    with reading() as uow:
        assert [row.id for row in list_due(uow, LETTERS, uow.clock.today())] == [late]
        assert done


def test_two_editors_are_noticed(writing):
    with writing() as uow:
        record = letter(uow)
    with writing() as uow:
        version = get_record(uow, LETTERS, record).version
        save_record(uow, RecordDraft("post.letter", {"subject": "甲"}, record, version))
    with pytest.raises(Conflict) as conflict, writing() as uow:
        save_record(uow, RecordDraft("post.letter", {"subject": "乙"}, record, version))
    assert conflict.value.mine["subject"] == "乙"


def test_taken_out_stays_readable_and_comes_back(writing, reading):
    with writing() as uow:
        record = letter(uow, subject="误登")
        remove_record(uow, "post.letter", record, "重复登记")
    with reading() as uow:
        assert subjects(uow) == []
        assert subjects(uow, filters={"removed": True}) == ["误登"]
    with pytest.raises(UserError), writing() as uow:
        save_record(uow, RecordDraft("post.letter", {"subject": "改"}, record))
    with writing() as uow:
        put_back(uow, "post.letter", record)
    with reading() as uow:
        assert subjects(uow) == ["误登"]


def test_rights_are_those_the_register_names(factory, actor):
    reader = Actor("赵敏", community_id=1, permissions=frozenset({"post.read"}))
    with factory.writing(actor) as uow:
        record = letter(uow)
    with factory.reading(reader) as uow:
        assert get_record(uow, LETTERS, record).title == "信"
    for call in (lambda uow: letter(uow), lambda uow: remove_record(uow, "post.letter", record, "x"),
                 lambda uow: put_back(uow, "post.letter", record)):
        with pytest.raises(NotAllowed), factory.writing(reader) as uow:
            call(uow)
    stranger = Actor("钱立", community_id=1, permissions=frozenset({"other.read"}))
    for call in (lambda uow: get_record(uow, LETTERS, record), lambda uow: list_records(uow, LETTERS, PageRequest()),
                 lambda uow: count_records(uow, LETTERS, PageRequest())):
        with pytest.raises(NotAllowed), factory.reading(stranger) as uow:
            call(uow)


def test_another_community_finds_nothing(factory, actor):
    with factory.writing(actor) as uow:
        record = letter(uow)
    with factory.reading(replace(actor, community_id=2)) as uow:
        assert subjects(uow) == []
        with pytest.raises(NotFound):
            get_record(uow, LETTERS, record)


def test_the_box_finds_by_name_and_phone_and_a_look_at_the_whole_number_is_traced(factory, actor):
    from desk.core.audit.model import AuditEntry
    from desk.core.search.index import participant_of

    participant_of(factory).add([table_indexer(LETTERS)])
    with factory.writing(actor) as uow:
        record = letter(uow, subject="路灯报修", phone="13800000007")
    assert find_in_box(factory, actor, "路灯", "post.letter") == [record]
    assert find_in_box(factory, actor, "13800000007", "post.letter") == [record]
    with factory.writing(actor) as uow:
        assert reveal_value(uow, "post.letter", record, "phone") == "13800000007"
    with factory.reading(actor) as uow:
        assert uow.session.query(AuditEntry).filter(AuditEntry.action == "tables.reveal").count() == 1


def test_a_person_that_is_merged_takes_her_records_along(writing, reading):
    with writing() as uow:
        kept, gone = (register_person(uow, PersonDraft(name=name, reason="未带证件")) for name in ("何苗", "何 苗"))
        record = letter(uow, writer=gone)
    with writing() as uow:
        merge_people(uow, kept, gone, "同一人")
    with reading() as uow:
        assert get_record(uow, LETTERS, record).values["writer"] == kept
        assert [row.id for row in list_of_person(uow, LETTERS, kept)] == [record]
        assert (count_of_person(uow, LETTERS, kept), count_of_person(uow, LETTERS, gone)) == (1, 0)


def test_an_update_may_add_fields_never_take_or_retype_them():
    before = {"letter": {"subject": "text", "(matter)": "record"}}
    assert shrunk(before, {"letter": {"subject": "text", "new": "date", "(matter)": "record"}, "more": {}}) == []
    assert len(shrunk(before, {"letter": {"subject": "date", "(matter)": "case"}})) == 2
    assert len(shrunk(before, {"letter": {"(matter)": "record"}})) == 1
    assert len(shrunk(before, {})) == 1


def test_a_field_that_becomes_indexed_is_filled_for_records_there_are(writing, reading):
    bare = replace(LETTERS, fields=tuple(replace(field, indexed=False) for field in LETTERS.fields))
    use_registers([bare])
    with writing() as uow:
        remember(uow, "post", "1.0", {"register": [1]}, [bare])
        for pages in (3, 1, 2):
            letter(uow, subject=str(pages), pages=pages)
    use_registers([LETTERS])
    with writing() as uow:
        assert remember(uow, "post", "1.1", {"register": [2]}, [LETTERS])
    with reading() as uow:
        assert subjects(uow, sort="pages") == ["1", "2", "3"]
        assert stored_declaration(uow, "post") == {"register": [2]}
