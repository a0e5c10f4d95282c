"""asyncio and importlib.metadata stay unread until somebody asks, and then everybody has the real one. In fresh processes."""

import subprocess
import sys

START = """
import sys
from desk.shell.quick_imports import leave_unread
leave_unread()
import sqlalchemy.orm, pluggy
"""


def tell(code: str) -> str:
    """What a fresh Python says after desk's start-up imports."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", START + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_sqlalchemy_reads_no_asyncio():
    assert tell("print('ssl' in sys.modules, 'asyncio.events' in sys.modules, 'email' in sys.modules)") == "False False False"


def test_versions_of_libraries_can_be_asked_for_in_every_way():
    assert tell("import importlib.metadata\nprint(importlib.metadata.version('pluggy')[0].isdigit())") == "True"
    assert tell("from importlib import metadata\nprint(metadata.version('pluggy')[0].isdigit())") == "True"
    assert tell("from importlib.metadata import version, PackageNotFoundError\nprint(version('pluggy')[0].isdigit())") == "True"


def test_a_database_of_another_kind_is_still_found_by_name():
    assert tell("print(sqlalchemy.create_engine('postgresql+psycopg://h/d').dialect.driver)") == "psycopg"


def test_who_asks_gets_the_real_one():
    assert tell("import asyncio\nasync def f(): return 7\nprint(asyncio.run(f()), 'asyncio.events' in sys.modules)") == "7 True"


def test_a_submodule_and_a_name_can_be_imported():
    assert tell("from asyncio import Lock\nimport asyncio.queues\nprint(Lock.__module__, asyncio.queues.Queue.__name__)") == (
        "asyncio.locks Queue")


def test_sqlalchemys_own_question_is_answered():
    assert tell("from sqlalchemy.util.concurrency import iscoroutine\nasync def f(): pass\nc = f()\nprint(iscoroutine(c), "
                "iscoroutine(7))\nc.close()") == "True False"


def test_inspection_does_not_read_it():
    assert tell("import inspect\ninspect.getmodule(sys.__class__)\n"
                "[hasattr(m, '__file__') for m in list(sys.modules.values())]\nprint('ssl' in sys.modules)") == "False"
