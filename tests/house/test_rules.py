"""The house rules hold, and each of them can fail."""

import ast

import pytest

from tools.house import rules
from tools.house.sources import Source, findings, ratchet, sources


@pytest.fixture(scope="module")
def everything() -> list[Source]:
    return sources()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_nobody_breaks_the_rule(rule, everything):
    assert findings(rule, everything) == []


def test_files_and_functions_stay_short(everything):
    known = ratchet()
    files = {path: entry["lines"] for path, entry in known.get("files", {}).items()}
    functions = {name: entry["lines"] for name, entry in known.get("functions", {}).items()}
    assert findings(rules.sizes(files, functions), everything) == []


def test_every_exception_has_a_reason_and_still_exists(everything):
    paths = {source.path for source in everything}
    for entries in ratchet().values():
        for name, entry in entries.items():
            assert entry.get("reason"), f"{name}: why?"
            assert name.split("::")[0] in paths, f"{name} is gone; drop its line"


PLANTED = [
    (rules.wall_clock, "desk/core/cases/service.py", "import datetime\nx = datetime.datetime.now()"),
    (rules.wall_clock, "plugins/one/service.py", "from datetime import date\nx = date.today()"),
    (rules.wall_clock, "desk/shell/page.py", "from datetime import datetime\nx = datetime.fromtimestamp(1)"),
    (rules.sessions, "desk/core/people/service.py", "from sqlalchemy.orm import Session\nwith Session(1) as s: pass"),
    (rules.sessions, "plugins/one/service.py", "import sqlalchemy as sa\nengine = sa.create_engine('x')"),
    (rules.second_sqlite, "tests/core/test_x.py", "import sqlite3"),
    (rules.second_sqlite, "desk/shell/page.py", "from PySide6 import QtSql"),
    (rules.second_sqlite, "desk/core/people/service.py", "from sqlcipher3 import dbapi2"),
    (rules.nested_loops, "desk/shell/page.py", "app.processEvents()"),
    (rules.printing, "desk/core/people/service.py", "print(1)"),
    (rules.docstrings, "tools/thing.py", "x = 1"),
    (rules.plugin_doors, "plugins/one/service.py", "from desk.core.db import uow"),
    (rules.plugin_doors, "plugins/one/service.py", "from desk.core import errors"),
    (rules.plugin_doors, "plugins/one/service.py", "import plugins.two.models"),
    (rules.plugin_doors, "plugins/one/tests/test_service.py", "from desk.core.db.uow import UnitOfWork"),
    (rules.plugin_doors, "plugins/one/service.py", "from desk.testing import guards"),
    (rules.plugin_doors, "plugins/one/service.py", "from desk.api import qt"),
    (rules.markers, "desk/shell/page.py", "_(f'Saved {name}')"),
    (rules.markers, "desk/shell/page.py", "_('Saved {}'.format(name))"),
    (rules.markers, "desk/shell/page.py", "N_('保存')"),
    (rules.markers, "desk/shell/page.py", "t.plural('one', 'many\uff01', 2)"),
    (rules.sizes({}, {}), "desk/shell/page.py", "x = 1\n" * 401),
    (rules.sizes({}, {}), "desk/shell/page.py", "def f():\n" + "    x = 1\n" * 60),
]


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED)
def test_a_planted_breach_is_found(rule, path, text):
    assert findings(rule, [Source(path, text, ast.parse(text))])


ALLOWED = [
    (rules.wall_clock, "desk/core/clock.py", "from datetime import datetime\nx = datetime.now()"),
    (rules.wall_clock, "desk/core/cases/service.py", "today = uow.clock.today()"),
    (rules.sessions, "desk/core/db/uow.py", "from sqlalchemy.orm import Session\nwith Session(1) as s: pass"),
    (rules.sessions, "plugins/one/service.py", "from plugins.one.models import Session\nx = Session(1)"),
    (rules.printing, "desk/cli.py", "print(1)"),
    (rules.plugin_doors, "plugins/one/service.py", "from desk.api import db\nfrom plugins.one import models"),
    (rules.plugin_doors, "plugins/one/views/page.py", "from desk.api import qt"),
    (rules.plugin_doors, "plugins/one/tests/test_page.py", "from desk.testing import shell\nfrom desk.api import qt"),
    (rules.markers, "desk/shell/page.py", "_('Saved {name}').format(name=1)\n_(entry.title)"),
    (rules.markers, "desk/shell/page.py", "_('The sex says {value}; 男 is understood.')"),
    (rules.sizes({"desk/shell/page.py": 500}, {}), "desk/shell/page.py", "x = 1\n" * 401),
]


@pytest.mark.parametrize(("rule", "path", "text"), ALLOWED)
def test_what_is_allowed_is_not_complained_about(rule, path, text):
    assert findings(rule, [Source(path, text, ast.parse(text))]) == []
