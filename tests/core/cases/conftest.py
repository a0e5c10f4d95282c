"""A small kind of matter, two colleagues and a resident."""

from types import SimpleNamespace

import pytest

from desk.core.actor import Actor
from desk.core.cases.kinds import CaseKind, Limit, Move, State, Step, Tone
from desk.core.cases.registry import case_kinds, use_kinds
from desk.core.organisations.model import Organisation
from desk.core.people.model import Person
from desk.core.staff.model import StaffUser


def still_missing(uow, case_id):
    """The title must name somebody."""
    from desk.core.cases.queries import get_case

    return [] if "纠纷" in get_case(uow, case_id).title else [SimpleNamespace(sentence="事由未写明是什么纠纷。")]


KIND = CaseKind(
    code="trial.matter", title="Matter",
    states=(State("noted", "Noted"), State("taken", "Taken on"), State("waiting", "Waiting", Tone.WAITING),
            State("closed", "Closed", Tone.DONE, final=True)),
    moves=(Move("take", "Take on", ("noted",), "taken", complete=True, source="若干规定 第20条"),
           Move("wait", "Wait", ("taken",), "waiting"),
           Move("close", "Settle it", ("taken", "waiting"), "closed", permission="trial.close", why_required=True),
           Move("reopen", "Take up again", ("closed",), "taken", why_required=True)),
    steps=(Step("note", "Note", ("noted",), ("taken", "waiting", "closed")),
           Step("talk", "Talk", ("taken", "waiting"), ("closed",)), Step("end", "End", (), ("closed",))),
    limits=(Limit("answer", "Answer", "noted", 3, "workday", "地方规定", stops_in=("taken",)),
            Limit("settle", "Settle", "taken", 30, "day", "若干规定 第33条", setting="trial.days")),
    permission_read="trial.read", permission_write="trial.write", permission_confidential="trial.secret",
    missing=still_missing, series="trial.matters")
OTHER = CaseKind("trial.other", "Other", states=(State("new", "New"),), moves=(), permission_read="trial.other",
                 permission_write="trial.other")


@pytest.fixture(autouse=True)
def kinds():
    """Only these kinds during a test."""
    before = list(case_kinds())
    use_kinds([KIND, OTHER])
    yield
    use_kinds(before)


@pytest.fixture
def people(writing):
    """Ids: two colleagues, a resident, a company."""
    with writing() as uow:
        made = {name: uow.add(StaffUser(login=name, name=name, password_hash="-")).id for name in ("赵敏", "钱立")}
        made["resident"] = uow.add(Person(name="孙小芳")).id
        made["company"] = uow.add(Organisation(name="和平物业服务有限公司", kind="property")).id
    return made


@pytest.fixture
def acting(factory, people):
    """`with acting("赵敏", "trial.secret") as uow`: writing as a colleague with the usual rights and those given."""
    def act(name, *more, areas=None, reading=False):
        who = Actor(name, 1, people[name], permissions=frozenset({"trial.read", "trial.write", *more}), area_ids=areas)
        return factory.reading(who) if reading else factory.writing(who)

    return act
