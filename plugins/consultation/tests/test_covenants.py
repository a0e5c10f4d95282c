"""The register of covenants: adopted with a check, signed, reviewed each year, replaced by a new edition."""


import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from plugins.consultation.drafts_bodies import CovenantDraft, CovenantReviewDraft
from plugins.consultation.home import due_items
from plugins.consultation.pages.covenants import COVENANT_FORM, COVENANTS, NEXT_COVENANT_FORM, load
from plugins.consultation.queries_covenants import get_covenant
from plugins.consultation.service.covenants import review_covenant, save_covenant

GOOD = CovenantDraft("养犬公约", "牵绳\n清理粪便", adopted_by="居民会议", checked_by="孙明(律师)", households=120, signed=80)


def adopted(uow):
    return save_covenant(uow, GOOD)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"checked_by": ""}, "checked_by"),
        ({"adopted_by": ""}, "adopted_by"),
        ({"signed": 121}, "signed"),
        ({"text": " "}, "text"),
    ],
)
def test_a_covenant_that_cannot_stand_is_refused(change, field, writing):
    from dataclasses import replace

    with pytest.raises(UserError) as refused, writing() as uow:
        save_covenant(uow, replace(GOOD, **change))
    assert field in refused.value.fields


def test_its_text_never_changes_but_signatures_do(writing, reading):
    with writing() as uow:
        one = adopted(uow)
    with reading() as uow:
        values = COVENANT_FORM.load(uow, one)
    with pytest.raises(UserError), writing() as uow:
        save_covenant(uow, COVENANT_FORM.make_draft(values | {"text": "随便"}))
    with writing() as uow:
        save_covenant(uow, COVENANT_FORM.make_draft(values | {"signed": 100}))
    with reading() as uow:
        assert get_covenant(uow, one).signed == 100


def test_a_yearly_review_that_wants_changes_leads_to_a_new_edition(writing, reading, clock):
    with writing() as uow:
        one = adopted(uow)
    clock.advance(days=365)
    with reading() as uow:
        assert [item.entry for item in due_items(uow)] == ["consultation.covenant"]
        assert load(uow, one).missing[0].entry == "consultation.covenant_review_form"
    with pytest.raises(UserError), writing() as uow:
        review_covenant(uow, CovenantReviewDraft(one))
    with writing() as uow:
        review_covenant(uow, CovenantReviewDraft(one, "需增加噪声条款", "amend"))
    with reading() as uow:
        assert get_covenant(uow, one).review_on == clock.today().replace(year=2028)
        assert load(uow, one).missing[0].entry == "consultation.next_covenant_form"
        values = NEXT_COVENANT_FORM.load(uow, one) | {"text": "牵绳\n清理粪便\n不扰民"}
    with writing() as uow:
        new = save_covenant(uow, NEXT_COVENANT_FORM.make_draft(values))
    with reading() as uow:
        assert (get_covenant(uow, new).edition, get_covenant(uow, one).state) == (2, "replaced")
        assert [row.id for row in COVENANTS.fetch(uow, PageRequest(filters={"in_force": True})).rows] == [new]
    with pytest.raises(UserError), writing() as uow:
        review_covenant(uow, CovenantReviewDraft(one, "x"))
