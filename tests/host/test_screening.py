"""What core would refuse is dropped and named; what raises when it is used costs its own plugin only."""

import pytest

from desk.core.errors import EnvironmentFault
from desk.core.search.indexer import Indexer
from desk.host.contributions import Contributions, gather
from desk.host.failures import Where
from desk.host.hookspecs import hookimpl
from desk.host.lifecycle import PATIENCE, PluginHost
from desk.host.specs import CardSpec
from desk.host.states import State


@pytest.fixture
def host(running, expect_log) -> PluginHost:
    expect_log("declaration desk_case_kinds", optional=True)
    expect_log("plugin failed: brokeninside", optional=True)
    return running("brokeninside", "good")


@pytest.fixture
def found(host) -> Contributions:
    made = gather(host)
    made.gather()
    return made


def test_declarations_that_contradict_themselves_are_left_out_and_named(host, found):
    assert "brokeninside.torn" not in found.case_kinds
    assert "brokeninside.sound" in found.case_kinds
    assert "brokeninside.series" not in found.series
    assert "brokeninside.paper" not in found.papers
    told = [(one.where, one.message) for one in host.record("brokeninside").failures]
    assert {where for where, _message in told} == {Where.DECLARATION}
    text = " ".join(message for _where, message in told)
    for word in ("opne", "yaer", "golden"):
        assert word in text


def test_mistakes_in_declarations_do_not_use_up_patience(host, found):
    assert len(host.record("brokeninside").failures) == PATIENCE
    assert host.record("brokeninside").state is State.RUNNING


def test_a_card_that_raises_half_way_is_empty_and_named(host, found):
    assert found.cards.get("brokeninside.card").load(None) == []
    assert host.record("brokeninside").failures[-1].detail == "brokeninside.card"
    assert found.cards.get("good.due").load(None)[0].title == "A note is due"


def test_what_cannot_be_said_is_said_to_be_missing(host, found):
    missing = found.case_kinds.get("brokeninside.sound").missing
    assert missing
    [answer] = missing(None, 3)
    assert "内部出错" in answer.sentence


def test_an_indexer_that_raises_finds_nothing_and_spoils_no_transaction(host, found, reading):
    from sqlalchemy import text

    indexer = found.indexers.get("brokeninside.thing")
    with reading() as uow:
        assert indexer.documents(uow, [1]) == []
        assert indexer.follows["person"](uow, [1]) == []
        assert uow.session.execute(text("SELECT 1")).scalar() == 1


def test_after_it_was_set_aside_its_functions_are_no_longer_called(host, found):
    load = found.cards.get("brokeninside.card").load
    for _call in range(PATIENCE):
        load(None)
    assert host.record("brokeninside").state is State.FAILED
    before = len(host.record("brokeninside").failures)
    assert load(None) == []
    assert len(host.record("brokeninside").failures) == before


class Answering:
    def __init__(self, item: object) -> None:
        self.item = item

    @hookimpl
    def desk_home_cards(self):
        return [self.item] if isinstance(self.item, CardSpec) else []

    @hookimpl
    def desk_indexers(self):
        return [self.item] if isinstance(self.item, Indexer) else []


def test_documents_of_another_kind_are_a_failure(running, zoo, expect_log):
    expect_log("must make SearchDocument, not str")
    host = zoo("needsgood", "good")
    host.add_builtin(Answering(Indexer("needsgood.thing", object, lambda uow, ids: ["a string"])), "needsgood")
    assert gather(host).indexers.get("needsgood.thing").documents(None, [1]) == []


def test_the_worlds_faults_pass(zoo):
    def away(uow):
        raise EnvironmentFault("the server is away")

    host = zoo("good")
    host.add_builtin(Answering(CardSpec("good.card", "Card", away)), "good")
    with pytest.raises(EnvironmentFault):
        gather(host).cards.get("good.card").load(None)
    assert host.record("good").failures == []


def test_the_desks_own_functions_are_left_as_they_are(zoo):
    def load(uow):
        return []

    host = zoo("good")
    host.add_builtin(Answering(CardSpec("home.card", "Card", load)))
    assert gather(host).cards.get("home.card").load is load
