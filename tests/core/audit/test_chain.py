"""The audit chain notices edits, cuts and a chain made anew (by its printed anchor)."""

import pytest
from sqlalchemy import text

from desk.core.audit.chain import anchor, verify


@pytest.fixture
def chained(writing, reading):
    for number in range(5):
        with writing() as uow:
            uow.trace("test.act", "thing", number, note=f"第{number}次")
    with reading() as uow:
        return anchor(uow)


def change(database, statement):
    with database.writer.begin() as connection:
        connection.execute(text(statement))


def test_an_untouched_chain_is_sound(chained, reading):
    with reading() as uow:
        assert verify(uow, printed=chained.code).sound
        assert chained.seq == 5


@pytest.mark.parametrize(("attack", "bad"), [
    ("UPDATE core_audit SET actor = 'x' WHERE seq = 3", 3),
    ("DELETE FROM core_audit WHERE seq = 2", 3),
    ("DELETE FROM core_audit WHERE seq = 5", 5),
    ("UPDATE core_audit SET detail = '{}' WHERE seq = 1", 1),
])
def test_an_edit_or_a_cut_is_named(chained, database, reading, attack, bad):
    change(database, attack)
    with reading() as uow:
        verdict = verify(uow)
    assert (verdict.sound, verdict.bad_seq) == (False, bad)


def test_a_cut_tail_with_a_mended_head_misses_the_printed_anchor(chained, database, reading):
    change(database, "DELETE FROM core_audit WHERE seq > 3")
    change(database, "UPDATE core_audit_head SET seq = 3, mac = (SELECT mac FROM core_audit WHERE seq = 3)")
    with reading() as uow:
        assert verify(uow).sound
        assert not verify(uow, printed=chained.code).sound
