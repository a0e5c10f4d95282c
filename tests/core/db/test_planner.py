"""A look-up by many numbers uses the numbers' index, not the community's (SQLite, a fresh file)."""

from typing import Any

import pytest
from sqlalchemy import text

from desk.core.db.planner import teach_planner

MANY = ", ".join(map(str, range(500)))


@pytest.mark.parametrize(("query", "index"), [
    ("SELECT number FROM core_identity_paper WHERE person_id IN ({many}) AND community_id = 1 ORDER BY id",
     "ix_core_identity_paper_person_id"),
    ("SELECT person_id FROM core_identity_paper WHERE lookup IN ({many}) AND community_id = 1",
     "ix_core_identity_paper_lookup"),
    ("SELECT id FROM core_person WHERE name IN ({many}) AND community_id = 1", "ix_core_person_name"),
    ("SELECT id FROM core_search_doc WHERE kind = 'person' AND record_id IN ({many}) AND community_id = 1",
     "core_search_doc"),
    ("SELECT id FROM core_person WHERE community_id = 1 ORDER BY pinyin, id LIMIT 50", "ix_core_person_list"),
])
def test_narrow_index_is_chosen(sqlite_database: Any, query: str, index: str) -> None:
    with sqlite_database.engine.connect() as connection:
        plan = [row[3] for row in connection.execute(text("EXPLAIN QUERY PLAN " + query.format(many=MANY)))]
    assert index in plan[0]
    assert "_community_id" not in plan[0]


def test_teaching_again_changes_nothing(sqlite_database: Any) -> None:
    written = text("SELECT tbl, idx, stat FROM sqlite_stat1 WHERE stat LIKE '1000000 %' ORDER BY idx")
    with sqlite_database.writer.begin() as connection:
        before = connection.execute(written).all()
        assert teach_planner(connection) == len(before) > 5
        assert connection.execute(written).all() == before
