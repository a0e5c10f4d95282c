"""Everything declared, merged: sorted, owned, and no name twice."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.host.contributions import ASKED, gather
from desk.host.hookspecs import hookimpl
from desk.host.specs import NavEntry


class Shell:
    @hookimpl
    def desk_nav_entries(self):
        return [NavEntry("settings", "Settings", "desk.shell.settings:Page", section="system"),
                NavEntry("home", "Home", "desk.shell.home:Page", order=0)]


def test_entries_are_sorted_by_section_and_order_and_know_their_owner(running):
    host = running("good")
    host.add_builtin(Shell())
    found = gather(host)
    assert [one.item.id for one in found.nav] == ["home", "good.list", "good.form", "settings"]
    assert found.nav.owner("good.list") == "good"
    assert found.nav.owner("home") == "desk"
    assert "nowhere" not in found.nav
    assert found.nav.find("nowhere") is None


def test_all_kinds_are_gathered(running):
    found = gather(running("good"))
    assert found.settings.get("good.days").default == 30
    assert found.case_kinds.get("good.matter").state("closed").final
    assert found.series.get("good.slip").yearly
    assert [one.item.id for one in found.papers_of("good.note")] == ["good.slip"]
    assert [len(registry) for registry in (found.actions, found.panels, found.cards, found.papers)] == [1, 1, 1, 1]
    assert found.indexers.owner("good.note") == "good"
    assert found.indicators.owner("good.notes") == "good"


def test_a_hook_is_asked_when_somebody_first_looks_and_only_once(running):
    host, asked = running("good"), []
    collect = host.collect
    host.collect = lambda hook: asked.append(hook) or collect(hook)
    found = gather(host)
    assert not asked
    assert found.papers is found.papers
    assert asked == ["desk_papers"]
    found.gather()
    assert len(asked) == len(set(asked)) == len(ASKED)
    with pytest.raises(AttributeError):
        found.nothing  # noqa: B018 - asking is the test


def test_two_threads_that_look_at_once_ask_once(running):
    host, asked = running("good"), []
    collect = host.collect

    def slowly(hook):
        asked.append(hook)
        time.sleep(0.05)
        return collect(hook)

    host.collect = slowly
    found = gather(host)
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda _n: found.cards, range(4)))
    assert len(asked) == 1
    assert len({id(one) for one in seen}) == 1


def test_a_name_has_one_owner_and_the_second_is_told(running, expect_log):
    expect_log("'good.list' of duplicatenav is already taken by good")
    host = running("good", "duplicatenav")
    found = gather(host)
    assert found.nav.owner("good.list") == "good"
    assert found.nav.owner("duplicatenav.list") == "duplicatenav"
    assert "good" in host.record("duplicatenav").failures[0].message
