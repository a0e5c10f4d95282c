"""Whoever reads a confidential matter stands in the trail, whichever page or paper it was read for."""

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.audit.model import AuditEntry
from desk.core.cases import registry
from desk.core.cases.drafts import CaseDraft
from desk.core.cases.kinds import CaseKind, State
from desk.core.cases.queries import get_case, list_cases, list_readers, list_timeline
from desk.core.cases.service import open_case
from desk.core.db.paging import PageRequest
from desk.core.errors import NotAllowed
from desk.testing.hall import make_account

KIND = CaseKind("quiet.matter", "Quiet matter", (State("open", "Open"),), (), permission_read="quiet.read",
                permission_write="quiet.write", permission_confidential="quiet.all", confidential=True)


def somebody(*more):
    return Actor("沈建国", 1, user_id=1, permissions=frozenset({"quiet.read", "quiet.write", *more}))


@pytest.fixture
def quiet(factory, writing):
    before = list(registry.case_kinds())
    registry.use_kinds([KIND])
    with writing() as uow:
        assert make_account(uow, "shen", "沈建国") == 1
    with factory.writing(somebody()) as uow:
        secret = open_case(uow, KIND, CaseDraft("保密事项"))
        plain = open_case(uow, KIND, CaseDraft("普通事项", confidential=False))
    yield secret, plain
    registry.use_kinds(before)


def reads(reading):
    with reading() as uow:
        rows = uow.session.scalars(select(AuditEntry).where(AuditEntry.action == "cases.read").order_by(AuditEntry.seq))
        return [(row.actor, row.record_id) for row in rows]


def test_a_look_at_a_confidential_matter_is_noted_once_an_hour(quiet, factory, reading, clock):
    secret, plain = quiet
    for _look in range(3):
        with factory.reading(somebody()) as uow:
            get_case(uow, secret)
            list_timeline(uow, secret)
            get_case(uow, plain)
    assert reads(reading) == [("沈建国", secret)]
    clock.advance(hours=1)
    with factory.reading(somebody()) as uow:
        get_case(uow, secret)
    assert reads(reading) == [("沈建国", secret)] * 2


def test_lists_and_programs_are_no_looks(quiet, factory, reading):
    secret, _plain = quiet
    with factory.reading(somebody("quiet.all")) as uow:
        assert len(list_cases(uow, PageRequest()).rows) == 2
    with reading() as uow:
        get_case(uow, secret)
    assert reads(reading) == []


def test_who_may_see_all_sees_who_looked(quiet, factory):
    secret, _plain = quiet
    with factory.reading(somebody()) as uow:
        get_case(uow, secret)
    with factory.reading(somebody("quiet.all")) as uow:
        assert [name for name, _at in list_readers(uow, secret)] == ["沈建国"]
    with pytest.raises(NotAllowed), factory.reading(somebody()) as uow:
        list_readers(uow, secret)
