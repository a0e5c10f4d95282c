"""The preview of a set-up speaks of titles, rights and patterns, not of keys; what nobody here knows keeps its key."""

from types import SimpleNamespace

import pytest

from desk.core.documents import series_registry
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.setupfile.applying import SetupChange
from desk.host.collect import Contribution
from desk.host.specs import SettingSpec
from desk.shell.setup_words import change_words

SPECS = [SettingSpec("desk.lock_minutes", "锁定", "number", 10, unit="分钟"), SettingSpec("desk.moves", "顺延", "bool", True),
         SettingSpec("desk.kind", "类型", "choice", "a", choices=(("a", "甲"), ("b", "乙")))]
KNOWN = SimpleNamespace(settings=[Contribution("desk", spec) for spec in SPECS])


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    monkeypatch.setattr(series_registry, "_declared", {})
    declare_series(Series("tests.letters", "来信", "{serial}", yearly=False))


@pytest.mark.parametrize(("part", "key", "old", "new", "words"), [
    ("settings", "desk.lock_minutes", None, 33, "题 · 锁定: 10 分钟 → 33 分钟"),
    ("settings", "desk.moves", None, False, "题 · 顺延: 是 → 否"),
    ("settings", "desk.kind", "b", "a", "题 · 类型: 乙 → 甲"),
    ("settings", "bikes.days", None, 3, "题 · bikes.days: — → 3"),
    ("series", "tests.letters", None, {"template": "{word}{serial}", "word": "信"}, "题 · 来信: — → {字号}{序号} 字号“信”"),
    ("roles", "clerk", {"name": "窗口", "rights": ["desk.people.read"]}, {"name": "窗口", "rights": ["desk.people.write"]},
     "题 · 窗口: 1 项权限 → 增加：登记、修改居民; 去掉：查看居民（证件号遮盖）"),
    ("roles", "=组长", None, {"name": "组长", "rights": ["desk.people.read"]}, "题 · 组长: — → 查看居民（证件号遮盖）"),
    ("vote_rules", "six", {"title": "六步", "base": 1, "x": 2}, {"title": "六步", "base": 3, "x": 2},
     "题 · 六步: 本中心现行 → 有 1 处不同"),
    ("plugins", "bikes", None, True, "题 · bikes: — → 是")])
def test_each_line_is_read_without_knowing_keys(part, key, old, new, words):
    from desk.core.setupfile.applying import _words

    assert change_words(SetupChange(part, "题", key, _words(old), _words(new), old, new), KNOWN) == words
