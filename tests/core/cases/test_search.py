"""Matters and organisations are found by the box, confidential ones never."""

import pytest

from desk.core.actor import Actor
from desk.core.cases.drafts import CaseDraft, PartyDraft
from desk.core.cases.registry import case_kinds
from desk.core.cases.service import change_case, open_case, set_number
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.queries import get_organisation
from desk.core.organisations.service import change_organisation
from desk.core.search.index import participant_of
from desk.core.search.kinds import case_indexers
from desk.core.search.queries import find_records


@pytest.fixture
def found(factory):
    """What a colleague with these rights finds: (kind, title)."""
    participant_of(factory).add(case_indexers(case_kinds()))

    def find(typed, *rights):
        with factory.reading(Actor("x", 1, 1, permissions=frozenset(rights))) as uow:
            return [(hit.kind, hit.title) for hit in find_records(uow, typed).hits]

    return find


def test_a_matter_is_found_by_number_title_and_people(found, writing, people):
    with writing() as uow:
        matter = open_case(uow, "trial.matter", CaseDraft("楼上漏水纠纷", parties=(
            PartyDraft("申请人", people["resident"]), PartyDraft("被申请人", organisation_id=people["company"]))))
        set_number(uow, matter, "（2026）和平人调字第12号")
    for typed in ("漏水", "孙小芳", "sxf", "和平物业", "202612"):
        assert ("trial.matter", "楼上漏水纠纷") in found(typed, "trial.read"), typed
        assert ("trial.matter", "楼上漏水纠纷") not in found(typed), typed


def test_a_matter_leaves_the_index_when_it_becomes_confidential(found, writing):
    with writing() as uow:
        matter = open_case(uow, "trial.matter", CaseDraft("家庭纠纷"))
    assert found("家庭", "trial.read") == [("trial.matter", "家庭纠纷")]
    with writing() as uow:
        change_case(uow, matter, CaseDraft("家庭纠纷", confidential=True))
    assert found("家庭", "trial.read") == []


def test_a_new_name_of_an_organisation_finds_its_matters(found, writing, people):
    with writing() as uow:
        open_case(uow, "trial.matter", CaseDraft("收费纠纷", parties=(PartyDraft("甲方", organisation_id=people["company"]),)))
    with writing() as uow:
        seen = get_organisation(uow, people["company"])
        change_organisation(uow, seen.id, OrganisationDraft("长安物业服务有限公司", "property"), seen.version)
    assert set(found("长安", "trial.read")) == {("trial.matter", "收费纠纷"), ("organisation", "长安物业服务有限公司")}
    assert found("和平", "trial.read") == []
