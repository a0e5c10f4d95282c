"""What the tests themselves leave behind: a run of thousands must not fill a disk."""

import pytest
from sqlalchemy import text


@pytest.mark.postgres
def test_a_database_of_a_test_is_gone_after_it(postgres):
    postgres.fresh()
    postgres.fresh(empty=True)
    assert len(_databases(postgres)) == 3
    postgres.clear()
    assert _databases(postgres) == [postgres.template]


def test_a_folder_of_a_test_that_passed_is_gone_after_it(pytestconfig):
    assert pytestconfig.getini("tmp_path_retention_policy") == "failed"


def _databases(server):
    with server.admin.connect() as connection:
        return list(connection.execute(text("SELECT datname FROM pg_database WHERE datname LIKE :ours"),
                                       {"ours": f"%{server.run}%"}).scalars())
