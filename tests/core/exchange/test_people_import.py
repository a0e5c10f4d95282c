"""The residents' list, end to end: file → preview → register → next month."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from desk.core.actor import Actor
from desk.core.errors import Cancelled, NotAllowed, UserError
from desk.core.exchange.export import write_table
from desk.core.exchange.people_import import (
    import_people,
    preview_people,
    undo_people_import,
)
from desk.core.exchange.reading import read_tables
from desk.core.exchange.verdicts import CHANGED, MISSING, NEW, REJECTED, SAME, rejected_table
from desk.core.people.model import Household, IdentityPaper, Person, Phone
from desk.core.people.service import record_death, record_move_out
from tests.core.exchange.residents import HEAD, QIU, RARE, YI, Write, count, number, only, people
from tests.core.people.areas import two_grids


def test_new_people_with_all_that_hangs_on_them(taken: Any, reading: Write) -> None:
    report = taken([QIU, YI, RARE])
    assert report.counts == {NEW: 3}
    assert people(reading) == [("程秋月", "2", "1990-03-07", QIU[4]), ("周一鸣", "1", "1952-06-01", YI[4]),
                               ("䶮知远", "1", "2001-12-31", RARE[4])]
    with reading() as uow:
        person = uow.session.scalars(select(Person).where(Person.name == "程秋月")).one()
        assert (person.pinyin, person.initials, person.version) == ("cheng qiu yue", "cqy", 1)
        paper = uow.session.scalars(select(IdentityPaper).where(IdentityPaper.person_id == person.id)).one()
        assert (paper.kind, paper.number, len(paper.lookup)) == ("id_card", QIU[2], 64)
    assert count(reading, Phone) == 2


def test_search_finds_imported_people(taken: Any, reading: Write) -> None:
    taken([QIU, YI])
    with reading() as uow:
        rows = uow.session.execute(text("SELECT title, numbers FROM core_search_doc WHERE kind = 'person' ORDER BY id")).all()
    assert [row.title for row in rows] == ["程秋月", "周一鸣"]
    assert QIU[2].lower() in rows[0].numbers


def test_preview_writes_nothing(listed: Any, reading: Write) -> None:
    _draft, preview = listed([QIU, YI])
    assert preview.counts == {NEW: 2}
    assert people(reading) == []


def test_next_month_new_changed_same_missing_and_nobody_doubled(taken: Any, listed: Any, reading: Write) -> None:
    taken([QIU, YI])
    draft, preview = listed([(*QIU[:3], "13900000009", "翠湖花园2幢201室"), RARE])
    assert preview.counts == {CHANGED: 1, NEW: 1, MISSING: 1}
    changes = {change.field: (change.before, change.after) for change in only(preview, CHANGED).changes}
    assert changes == {"phone": ("138****0001", "138****0001、139****0009"), "address": (QIU[4], "翠湖花园2幢201室")}
    assert only(preview, MISSING).label == "周一鸣"
    taken([(*QIU[:3], "13900000009", "翠湖花园2幢201室"), RARE])
    assert [row[0] for row in people(reading)] == ["程秋月", "周一鸣", "䶮知远"]
    _draft, again = listed([(*QIU[:3], "13900000009", "翠湖花园2幢201室"), RARE])
    assert again.counts == {SAME: 2}
    with reading() as uow:
        assert uow.session.scalar(select(Person.version).where(Person.name == "程秋月")) == 2


def test_matched_without_a_number(taken: Any, listed: Any) -> None:
    taken([QIU, YI])
    head = ("姓名", "出生日期", "电话", "住址")
    _draft, preview = listed([("程秋月", "1990-03-07", "", ""), ("周一鸣", "", "13800000002", ""),
                              ("程秋月", "1991-01-01", "", "")], head)
    assert [row.verdict for row in preview.verdicts] == [SAME, SAME, NEW]


def test_unsure_namesakes_are_rejected_not_doubled(taken: Any, listed: Any) -> None:
    taken([("程秋月", "女", "", "13800000001", "翠湖花园1幢101室")])
    _draft, preview = listed([("程秋月", "女", "", "13900000002", ""), ("周一鸣", "", "", "", "")])
    first, second = preview.of(REJECTED)
    assert "同名" in first.reasons[0]
    assert "只有姓名" in second.reasons[0]


@pytest.mark.parametrize(("row", "says"), [
    (("程秋月", "女", 4.20106199003070e17, "", ""), "改坏"),
    (("程秋月", "女", "4.20106E+17", "", ""), "改坏"),
    (("程秋月", "女", "420106199003070000", "", ""), "改坏"),
    (("程秋月", "女", number(2)[:-1] + ("1" if number(2)[-1] != "1" else "2"), "", ""), "末位应为"),
    (("程秋月", "女", number(2, "20990101"), "", ""), "今天之后"),
    (("程秋月", "女", number(2, "19900231"), "", ""), ""),
    (("程\ue123月", "女", number(2), "", ""), "自造字"),
    (("<b>程秋月</b>", "女", number(2), "", ""), "<"),
    (("张*", "女", number(2), "", ""), "*"),
    (("程秋月", "男", number(2), "", ""), "性别"),
    (("程秋月", "雌", number(2), "", ""), "男或女"),
    (("程秋月", "女", number(2), "12345678901234", ""), "12345678901234"),
    (("", "女", number(2), "", ""), "姓名"),
    (("程" * 61, "女", number(2), "", ""), "姓名：现有 61 个字"),
    (("程秋月", "女", number(2), "", "住" * 201), "住址：现有 201 个字"),
])
def test_one_reason_per_bad_row(listed: Any, row: Sequence[object], says: str) -> None:
    _draft, preview = listed([row, YI])
    rejected = only(preview, REJECTED)
    assert rejected.number == 2
    assert rejected.reasons
    assert says in " ".join(rejected.reasons)
    assert preview.counts[NEW] == 1


def test_reasons_never_repeat_the_number(listed: Any) -> None:
    bad = number(2, "20990101")
    _draft, preview = listed([("程秋月", "女", bad, "", ""), ("周一鸣", "男", "42010619900307", "", "")])
    assert bad not in " ".join(reason for row in preview.verdicts for reason in row.reasons)


def test_birthdays_in_every_form(listed: Any, taken: Any, reading: Write) -> None:
    head = ("姓名", "出生年月", "电话")
    taken([("甲一", "1990年3月7日", "13800000001"), ("甲二", "1990/3/7 0:00:00", "13800000002"),
           ("甲三", 32939, "13800000003"), ("甲四", "199003", "13800000004"), ("甲五", "1990.3", "13800000005")], head)
    assert [row[2] for row in people(reading)] == ["1990-03-07", "1990-03-07", "1990-03-07", "1990-03", "1990-03"]
    _draft, preview = listed([("甲六", "2099-01-01", "13800000006")], head)
    assert "将来" in only(preview, REJECTED).reasons[0]


def test_two_people_with_one_number_and_one_person_twice(listed: Any) -> None:
    _draft, preview = listed([QIU, ("王另名", "女", QIU[2], "", ""), YI, YI])
    assert [row.verdict for row in preview.verdicts] == [REJECTED, REJECTED, NEW, REJECTED]
    assert "第 3 行" in preview.verdicts[0].reasons[0]
    assert "第 2 行" in preview.verdicts[1].reasons[0]
    assert "第 4 行" in preview.verdicts[3].reasons[0]


def test_known_number_under_another_name_is_asked_about(taken: Any, listed: Any) -> None:
    taken([QIU])
    _draft, preview = listed([("王另名", *QIU[1:])])
    assert "程*" in only(preview, REJECTED).reasons[0]


def test_old_fifteen_digits_are_the_same_person(taken: Any, listed: Any) -> None:
    taken([QIU])
    old = QIU[2][:6] + QIU[2][8:17]
    _draft, preview = listed([("程秋月", "", int(old), "", "")])
    assert preview.counts == {SAME: 1}


def test_households_come_from_a_list_by_households(taken: Any, listed: Any, reading: Write) -> None:
    head = (*HEAD, "与户主关系")
    rows = [(*QIU, "户主"), (*YI[:4], QIU[4], "配偶"), (*RARE, "长子")]
    taken(rows, head)
    assert count(reading, Household) == 2
    with reading() as uow:
        found = uow.session.execute(select(Person.household_id, Person.relation, Person.address).order_by(Person.id)).all()
    assert found[0].household_id == found[1].household_id != found[2].household_id
    assert [row.relation for row in found] == ["0", "1", "2"]
    assert {row.address for row in found} == {""}
    _draft, again = listed(rows, head)
    assert again.counts == {SAME: 3}


def test_dead_are_not_revived_and_returned_are_shown(taken: Any, listed: Any, writing: Write) -> None:
    taken([QIU, YI])
    with writing() as uow:
        ids = dict(uow.session.execute(select(Person.name, Person.id)).all())
        record_death(uow, ids["周一鸣"], "2026-01-01")
        record_move_out(uow, ids["程秋月"], "2026-01-01")
    _draft, preview = listed([QIU, YI])
    assert [row.verdict for row in preview.verdicts] == [CHANGED, REJECTED]
    assert "state" in [change.field for change in preview.verdicts[0].changes]
    assert taken([QIU, YI]).counts == {CHANGED: 1, REJECTED: 1}


def test_register_changed_since_the_preview(listed: Any, taken: Any, writing: Write) -> None:
    draft, preview = listed([QIU])
    taken([QIU])
    with pytest.raises(UserError, match="预览之后"), writing() as uow:
        import_people(uow, preview)


def test_stopping_leaves_nothing(listed: Any, factory: Any, actor: Actor, reading: Write) -> None:
    draft, preview = listed([QIU, YI])

    def stop(done: int, _total: int) -> bool:
        return done == 0

    with pytest.raises(Cancelled), factory.writing(actor) as uow:
        import_people(uow, preview, stop)
    assert people(reading) == []


def test_rejected_rows_come_back_as_a_file_and_go_in_when_mended(listed: Any, tmp_path: Path, taken: Any) -> None:
    draft, preview = listed([QIU, ("周一鸣", "男", "4.20106E+17", "13800000002", YI[4])])
    path = tmp_path / "rejected.xlsx"
    write_table(path, rejected_table(preview))
    [raw] = read_tables(path)
    assert raw.rows[1][:4] == ["行号", "未导入原因", "姓名", "性别"]
    assert raw.rows[2][0] == 3.0
    assert "改坏" in raw.rows[2][1]
    head = tuple(raw.rows[1])
    mended = [*raw.rows[2][:4], YI[2], *raw.rows[2][5:]]
    assert taken([mended], head).counts == {NEW: 1}


def test_wrong_columns_are_named_and_chosen_columns_are_remembered(listed: Any, taken: Any) -> None:
    head = ("序号", "街坊", "证号")
    with pytest.raises(UserError, match="序号、街坊、证号"):
        listed([(1, "程秋月", QIU[2])], head)
    taken([(1, "程秋月", QIU[2])], head, chosen={"name": 1, "id_number": 2})
    _draft, preview = listed([(1, "程秋月", QIU[2])], head)
    assert preview.counts == {SAME: 1}


def test_nothing_to_take_over_is_refused(taken: Any) -> None:
    with pytest.raises(UserError, match="没有可导入"):
        taken([("程秋月", "女", "4.20106E+17", "", "")])


def test_another_community_is_another_register(taken: Any, listed: Any, factory: Any, writing: Write) -> None:
    taken([QIU])
    with writing() as uow:
        uow.session.execute(text("INSERT INTO core_community (id, code, name, street, committee, hall, org_short, practice)"
                                 " VALUES (2, '', '清河社区', '', '', '', '', :no)"), {"no": False})
    draft, _preview = listed([QIU])
    elsewhere = replace(_actor(), community_id=2)
    with factory.reading(elsewhere) as uow:
        assert preview_people(uow, draft).counts == {NEW: 1}


def test_grids_by_name_and_number(taken: Any, listed: Any, writing: Write, reading: Write) -> None:
    head = (*HEAD, "所属网格")
    assert taken([(*QIU, "一号网格")], head).counts == {NEW: 1}  # a hall without grids is not asked about them
    with writing() as uow:
        one, _two = two_grids(uow)
    _draft, preview = listed([(*QIU, "一号 网格"), (*YI, "九号网格")], head)
    assert [row.verdict for row in preview.verdicts] == [CHANGED, REJECTED]
    assert [(change.field, change.before, change.after) for change in preview.verdicts[0].changes] == [
        ("area_id", "", "一号网格")]
    report = taken([(*QIU, "一号网格")], head)
    with reading() as uow:
        assert uow.session.scalars(select(Person.area_id)).all() == [one]
    with writing() as uow:
        undo_people_import(uow, report.batch_id)
    with reading() as uow:
        assert uow.session.scalars(select(Person.area_id)).all() == [None]


def test_permission_and_areas(taken: Any, listed: Any, factory: Any, writing: Write) -> None:
    taken([QIU])
    draft, preview = listed([QIU])
    nobody = Actor("甲", 1)
    with pytest.raises(NotAllowed), factory.writing(nobody) as uow:
        import_people(uow, preview)
    with writing() as uow:
        mine, other = two_grids(uow)
        uow.session.scalars(select(Person)).one().area_id = other
    grid = Actor("乙", 1, permissions=frozenset({"desk.people.import"}), area_ids=frozenset({mine}))
    with factory.reading(grid) as uow:
        assert "片区" in only(preview_people(uow, draft), REJECTED).reasons[0]


def _actor() -> Actor:
    from desk.core.actor import system_actor

    return system_actor()
