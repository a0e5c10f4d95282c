"""The log file: what went wrong and where, of everybody's code; nothing of anybody's data, whatever is handed to it."""

import ast
import logging
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from desk.core.log import MOST_BYTES, MOST_FILES, NAME, Plain, keep_log, last_lines

DESK = Path(__file__).parents[2] / "desk"
CANARIES = ("张桂兰", "110105194912310021", "13800138000", "11010519491231002X", "和平路18号3单元502", "110105 1949 1231 0021")


@pytest.fixture
def folder(tmp_path, expect_log):
    expect_log("", optional=True)
    with keep_log(tmp_path / "logs"):
        yield tmp_path / "logs"


def text(folder):
    return "\n".join(path.read_text("utf-8") for path in folder.iterdir())


def raising(error, cause=None):
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def ways(canary):
    """Every way a value may come to the log: as an argument, in an error, in a message made beforehand, in a cause."""
    desk, library, plugin = (logging.getLogger(name) for name in ("desk.core.people", "sqlalchemy.pool", "plugins.mediation"))
    error = IntegrityError(f"INSERT … VALUES ('{canary}')", {"name": canary}, ValueError(f"Key (number)=({canary})"))
    desk.warning("A row of %s could not be saved: %s", canary, error)
    desk.error("Field %s", f"number={canary}")
    desk.error("Fields %s", {"number": canary})
    desk.error("Field %(name)s", {"name": canary})
    desk.exception("It failed", exc_info=raising(ValueError(canary), KeyError(canary)))
    desk.error(ValueError(canary))
    library.warning(f"reset of {canary}")
    library.warning("reset of %s", canary)
    library.exception("x", exc_info=raising(error))
    plugin.warning(f"{canary} was not found")
    plugin.error("%s was not found", canary)


@pytest.mark.parametrize("canary", CANARIES)
def test_no_way_leads_a_value_into_the_log(folder, canary):
    ways(canary)
    written = text(folder)
    assert written.count("WARNING") == 4
    assert canary not in written
    assert canary[:6] not in written
    assert "ValueError" in written
    assert "KeyError" in written
    assert "tests/core/test_log.py" in written or "test_log.py" in written


def test_words_of_the_program_numbers_and_names_in_code_stay_readable(folder):
    logging.getLogger("desk.host").warning("plugin %s was slow: %s took %.2f s", "mediation", "desk_nav_entries", 2.5)
    logging.getLogger("desk.shell").error("Bug:\n%s", Plain("builtins.KeyError\n  desk/shell/app.py:7 begin"))
    logging.getLogger("plugins.mediation").warning("x")
    said = last_lines(folder)
    assert said[0].endswith("WARNING desk.host plugin mediation was slow: desk_nav_entries took 2.50 s")
    assert said[1:3] == [said[1], "builtins.KeyError"]
    assert said[-1].endswith("test_words_of_the_program_numbers_and_names_in_code_stay_readable")
    assert len(last_lines(folder, 2)) == 2


def test_it_is_limited_in_size(folder):
    for _number in range(30):
        logging.getLogger("desk").error("%s", Plain("x" * (MOST_BYTES // 5)))
    assert len(list(folder.iterdir())) == MOST_FILES + 1
    assert sum(path.stat().st_size for path in folder.iterdir()) <= (MOST_FILES + 1) * MOST_BYTES


def test_before_anything_went_wrong_there_is_none(tmp_path):
    with keep_log(tmp_path / "logs"):
        pass
    assert not (tmp_path / "logs").exists()
    assert last_lines(tmp_path / "logs") == []


def test_where_no_data_are_yet_nothing_is_made(tmp_path, expect_log):
    expect_log("away")
    with keep_log(tmp_path / "none" / "logs"):
        logging.getLogger("desk").warning("away")
    assert not (tmp_path / "none").exists()


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path, expect_log, capsys):
    expect_log("away")
    (tmp_path / "logs" / NAME).mkdir(parents=True)
    with keep_log(tmp_path / "logs"):
        logging.getLogger("desk").warning("away")
    assert capsys.readouterr().err == ""


def test_what_the_desk_says_to_its_log_has_fixed_words():
    """The formatter trusts them: no message of the desk's is put together beforehand."""
    made = []
    for path in DESK.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) \
                    and node.func.value.id == "log" and node.func.attr in ("warning", "error", "exception", "critical"):
                made += [f"{path}:{node.lineno}"] if not isinstance(node.args[0], ast.Constant) else []
    assert made == []
