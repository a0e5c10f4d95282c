"""Every benchmark runs on a tiny hall and says what the table needs; how long anything takes is nobody's business here."""

import json
from datetime import date

import pytest

from desk.bench.figures import MEDIAN, P95, RATIO, Figure, Target
from desk.bench.hall import ready
from desk.bench.invented import homes
from desk.bench.table import lines
from desk.cli import main
from desk.commands.bench import BENCHMARKS
from desk.core.actor import system_actor
from desk.core.db.paging import PageRequest
from desk.core.people.identity import examine
from desk.core.search.people_list import count_people_found, list_people_found
from desk.core.search.queries import find_records

ROWS = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def hall(folder):
    return ready(ROWS, folder)


def test_the_invented_residents_are_the_same_each_time_and_belong_to_nobody():
    first, again = list(homes(300)), list(homes(300))
    assert first == again
    people = [one for home in first for one in home.residents]
    assert len(people) == 300
    assert all(one.number.startswith("3299") for one in people)
    for one in people:
        found = examine("id_card", one.number, on=date(2026, 11, 5), birth=one.birth, sex=one.sex)
        assert not found.warnings


def test_the_hall_is_full_and_indexed_and_kept_for_the_next_run(hall, folder):
    assert ready(ROWS, folder).paths == hall.paths
    with hall.desk() as desk, desk.factory.reading(system_actor()) as uow:
        assert count_people_found(uow, PageRequest()) == ROWS
        row = list_people_found(uow, PageRequest(size=5)).rows[3]
        found = find_records(uow, row.name, kinds=("person",)).hits
        assert row.id in [hit.record_id for hit in found]
        assert row.address


@pytest.mark.parametrize("name", [name for name in BENCHMARKS if name not in ("start", "list")])
def test_a_benchmark_answers_whole_figures(hall, folder, capsys, name):
    assert main(["--data", str(folder), "--json", "bench", name, "--rows", str(ROWS)]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert figures
    for figure in figures:
        assert figure["count"] >= 1
        assert figure["median"] >= 0
        assert figure["target"]["of"] in (RATIO, MEDIAN, P95)
        assert figure["met"] in (True, False)
        assert figure["benchmark"] == name


@pytest.mark.gui
@pytest.mark.parametrize(("name", "lines_told"), [("start", 4), ("list", 5)])
def test_the_window_is_opened_and_driven_in_processes_of_its_own(hall, folder, capsys, monkeypatch, name, lines_told):
    monkeypatch.setattr("desk.bench.starting.ROUNDS", 1)
    monkeypatch.setattr("desk.bench.starting.LIST_ROUNDS", 1)
    assert main(["--data", str(folder), "--json", "bench", name, "--rows", str(ROWS)]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(figures) == lines_told
    assert all(figure["median"] > 0 for figure in figures)


@pytest.mark.postgres
def test_a_hall_on_a_server_is_a_database_of_its_own(postgres_server, tmp_path, capsys):
    server = postgres_server()
    for name in ("search", "save"):
        assert main(["--data", str(tmp_path), "--json", "bench", name, "--rows", "100", "--postgres", server]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {figure["engine"] for figure in figures} == {"PostgreSQL"}


def test_the_table_says_what_is_met_and_lines_up():
    figures = [Figure("姓名两个字", (1.0, 2.0, 9.0), "LIKE", (100.0,), Target(P95, 5)),
               Figure("x", (3.0,), "bare", (2.0,), Target(RATIO, 1.7)), Figure("y", (3.0,), target=Target(MEDIAN, 2.9))]
    assert [figure.met for figure in figures] == [False, True, False]
    assert figures[0].p95 == 9.0
    assert figures[0].median == 2.0
    table = lines(figures)
    assert len(table) == 4
    assert "0.02" in table[1]


def test_an_unknown_benchmark_is_told_in_words(capsys):
    assert main(["bench", "nothing"]) == 1
    assert "search" in capsys.readouterr().err
