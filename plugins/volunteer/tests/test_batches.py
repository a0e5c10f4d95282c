"""Certificates for many: chosen, issued part by part, taken up again after a stop, one PDF, nothing twice."""

import pytest
from sqlalchemy import func, select

from desk.api import UserError
from desk.api.db import Actor
from desk.api.papers import PrintOrder, page_count
from desk.testing.papers import squeezed
from plugins.volunteer.documents.batch import batch_pdf, draw_part, print_batch, stored_batch
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.models import Certificate
from plugins.volunteer.service.batching import (
    BatchDraft,
    batch_state,
    cancel_batch,
    issue_part,
    leave_out,
    start_batch,
    take_in,
)
from plugins.volunteer.tests.conftest import at

NAMES = ("龚桂兰", "欧阳明", "单广志", "沈芳", "方敏", "何苗")


@pytest.fixture
def hall(station):
    people = [station.volunteer(name) for name in NAMES]
    for place, who in enumerate(people[:5]):
        station.serve(who, at(11, 4, 8), at(11, 4, 9 + place), enter=place == 4)
    return people


def draft(**more):
    return BatchDraft(**{"title": "年度证明", "responsible": "沈建国", **more})


def issued(do):
    return do(lambda uow: uow.session.scalar(select(func.count(Certificate.id))))


def test_who_has_hours_is_chosen(do, hall):
    for wrong in (draft(title=""), draft(responsible=""), draft(least_hours=100)):
        with pytest.raises(UserError):
            do(start_batch, wrong)
    assert do(batch_state, do(start_batch, draft())).total == 5
    assert do(batch_state, do(start_batch, draft(least_hours=3))).total == 3


def test_it_goes_on_after_a_stop_and_gives_nobody_two(do, hall, factory):
    batch = do(start_batch, draft())
    assert do(issue_part, batch, 2) == 3
    with pytest.raises(RuntimeError), factory.writing(Actor("何苗", 1, all_rights=True)) as uow:
        issue_part(uow, batch, 2)
        raise RuntimeError("power cut")
    assert (issued(do), do(batch_state, batch).issued) == (2, 2)
    assert do(issue_part, batch, 2) == 1
    assert do(draw_part, batch, 3) == 1
    assert do(issue_part, batch, 2) == 0
    assert do(issue_part, batch, 2) == 0
    assert do(draw_part, batch, 3) == 0
    assert do(draw_part, batch, 3) == 0
    state = do(batch_state, batch)
    assert (state.state, state.issued, state.printed, state.waiting, issued(do)) == ("issued", 5, 5, 0, 5)
    numbers = do(lambda uow: uow.session.scalars(select(Certificate.number)).all())
    assert len(set(numbers)) == 5
    pdf = do(batch_pdf, batch)
    assert page_count(pdf) == 5


def test_all_names_are_in_the_one_pdf_in_order(do, hall):
    batch = do(start_batch, draft())
    do(issue_part, batch)
    do(draw_part, batch, 2)
    do(draw_part, batch, 9)
    text = squeezed(do(batch_pdf, batch))
    places = [text.index(name) for name in NAMES[:5]]
    assert places == sorted(places)
    stored = do(print_batch, PrintOrder("volunteer.certificate", batch))
    assert squeezed(do(stored_batch, stored.print_id)) == text
    assert stored.pages == 5


def test_a_cancelled_batch_keeps_what_is_issued(do, hall):
    batch = do(start_batch, draft())
    do(issue_part, batch, 2)
    with pytest.raises(UserError):
        do(cancel_batch, EndingDraft(batch))
    do(cancel_batch, EndingDraft(batch, "名单有误"))
    assert do(issue_part, batch) == 0
    assert issued(do) == 2
    with pytest.raises(UserError):
        do(cancel_batch, EndingDraft(batch, "再取消"))


def test_who_gets_none_is_told_why(do, hall, station):
    from plugins.volunteer.drafts import CorrectionDraft
    from plugins.volunteer.service.hours import correct_hours

    batch = do(start_batch, draft())
    do(correct_hours, CorrectionDraft(1, 0, "并未到场"))
    do(issue_part, batch)
    state = do(batch_state, batch)
    assert state.issued == 4
    assert [(name, bool(why)) for _id, name, why in state.problems] == [("龚桂兰", True)]


def numbered(do, volunteer):
    """Give a volunteer an identity paper with an invented number."""
    from desk.api.people import PaperDraft, add_paper
    from plugins.volunteer.models import Volunteer
    from plugins.volunteer.tests.test_volunteer_list import number

    person = do(lambda uow: uow.get(Volunteer, volunteer).person_id)
    do(add_paper, person, PaperDraft("id_card", number("32990119640307002")))


def test_who_has_no_identity_number_is_named_before_and_may_be_left_out(do, hall):
    numbered(do, hall[0])
    batch = do(start_batch, draft())
    state = do(batch_state, batch)
    assert [name for _id, name in state.numberless] == list(NAMES[1:5])
    assert do(leave_out, batch) == 4
    state = do(batch_state, batch)
    assert (state.waiting, state.left_out, state.numberless) == (1, 4, ())
    assert all("身份证" in why for _id, _name, why in state.problems)
    assert do(issue_part, batch) == 0
    assert issued(do) == 1
    assert do(take_in, batch) == 4  # their numbers came in meanwhile, or they go without
    state = do(batch_state, batch)
    assert (state.state, state.waiting, len(state.numberless)) == ("running", 4, 4)
    do(issue_part, batch)
    assert issued(do) == 5
    with pytest.raises(UserError):
        do(leave_out, batch)


def test_a_cancelled_batch_takes_nobody_in_again(do, hall):
    batch = do(start_batch, draft())
    do(leave_out, batch)
    do(cancel_batch, EndingDraft(batch, "名单有误"))
    with pytest.raises(UserError):
        do(take_in, batch)
