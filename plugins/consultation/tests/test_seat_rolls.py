"""A body's members as the roll of a vote: who sits votes, who does not is named with the reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.api.organisations import AppointmentDraft, OrganisationDraft, appoint, register_organisation
from desk.api.people import PersonDraft, register_person
from desk.api.qt import FormPage
from desk.api.votes import list_roll, list_votes_of
from desk.testing.shell import make_context
from plugins.consultation.drafts import AcceptDraft, TopicDraft
from plugins.consultation.drafts_bodies import BodyDraft, SeatDraft
from plugins.consultation.estates.model import Committee, Estate
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Topic
from plugins.consultation.pages.acts import SEATS
from plugins.consultation.pages.record import RECORD
from plugins.consultation.pages.seat_rolls import open_with_seats
from plugins.consultation.pages.vote_forms import SEATS_VOTE_FORM
from plugins.consultation.queries_matters import get_body
from plugins.consultation.seat_rolls import list_sources, roll_of
from plugins.consultation.service.bodies import save_body
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.tests.test_counting import RealBackend


def council(uow):
    """A council of four seats, one of which was left."""
    today = uow.clock.today()
    start = today - timedelta(days=90)
    seats = tuple(SeatDraft(name, post, unit=unit, from_on=start) for name, post, unit in (
        ("沈建国", "head", ""), ("何苗", "member", "3号楼"), ("何苗", "member", "5号楼"), ("孙明", "member", "6号楼")))
    until = today + timedelta(days=900)
    made = save_body(uow, BodyDraft("residents", "居民议事会", term_from=start, term_to=until, seats=seats))
    one = get_body(uow, made)
    kept = tuple(SeatDraft(seat.name, seat.post, seat.id, seat.kind, seat.unit, seat.phone, seat.from_on,
                           today - timedelta(days=3) if seat.name == "孙明" else None) for seat in one.seats)
    save_body(uow, BodyDraft("residents", "居民议事会", id=made, version=one.version, term_from=start,
                             term_to=until, seats=kept))
    return made


def test_who_sits_in_the_body_is_on_the_roll_and_who_left_is_named(writing, reading):
    with writing() as uow:
        made = council(uow)
    with reading() as uow:
        assert list_sources(uow) == [(f"body:{made}", "居民议事会(3人)")]
        found = roll_of(uow, f"body:{made}")
    assert found.lines == ("沈建国", "何苗,3号楼", "何苗,5号楼")  # two people of one name, told apart by their buildings
    assert [name for name, _why in found.left_out] == ["孙明"]
    assert "离任" in found.told


def test_a_committees_substitutes_have_no_vote(writing, reading, clock):
    with writing() as uow:
        estate = uow.add(Estate(name="翠湖花园"))
        made = uow.add(Committee(estate_id=estate.id, state="filed", prepared_on=clock.today(), term_end=clock.today(), seats=[
            {"name": "沈建国", "post": "director", "home": "1-1-201"}, {"name": "何苗", "post": "member", "home": "1,2"},
            {"name": "孙明", "post": "substitute", "home": ""},
            {"name": "罗小梅", "post": "member", "home": "", "left_on": "2026-10-01", "why": "搬离"}])).id
        uow.add(Committee(estate_id=estate.id, number=2, state="preparing", prepared_on=clock.today(), seats=[]))
    with reading() as uow:
        assert [key for key, _title in list_sources(uow)] == [f"committee:{made}"]
        found = roll_of(uow, f"committee:{made}")
    assert found.lines == ("沈建国,1-1-201", "何苗,1 2")
    assert [name for name, _why in found.left_out] == ["孙明", "罗小梅"]
    assert "候补委员" in found.left_out[0][1]
    clock.advance(days=2)
    with reading() as uow:
        assert "届满" in roll_of(uow, f"committee:{made}").caution


def test_representatives_by_appointment(writing, reading, clock):
    today = clock.today()
    with writing() as uow:
        committee = register_organisation(uow, OrganisationDraft("和平社区居民委员会"))
        people = [register_person(uow, PersonDraft(name=name, reason="试")) for name in ("龚桂兰", "欧阳䶮", "沈建国", "何苗")]
        for person, first, last in zip(people, (400, 300, 700, -5), (None, 1, -20, None), strict=True):
            appoint(uow, AppointmentDraft("居民代表", person, committee, starts_on=today - timedelta(days=first),
                                          ends_on=None if last is None else today + timedelta(days=last)))
    with reading() as uow:
        assert list_sources(uow) == [("post:", "居民代表(2人)")]
        found = roll_of(uow, "post:")
    assert sorted(found.lines) == sorted(("龚桂兰,和平社区居民委员会", "欧阳䶮,和平社区居民委员会"))
    assert {name for name, _why in found.left_out} == {"沈建国", "何苗"}


@pytest.mark.gui
def test_by_the_window_a_body_votes_in_one_act(sqlite_database, clock, actor, tmp_path, qtbot):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    with factory.writing(actor) as uow:
        made = council(uow)
        topic = save_topic(uow, TopicDraft("议事会推选召集人"))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        uow.get(Topic, topic).step = "vote"
    with factory.reading(actor) as uow:
        assert SEATS in [act.run for act in RECORD.load(uow, topic).acts]
    ctx = make_context(tmp_path, plugin_id="consultation", backend=RealBackend(factory, actor), answers=(f"body:{made}",))
    open_with_seats(ctx, topic)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "consultation.vote_seats_form"
    form = FormPage(ctx, SEATS_VOTE_FORM, **args)
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitActive(form):
        form.activateWindow()
    assert "孙明" in form.body.group.row("left_out").control.words.text()
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with factory.reading(actor) as uow:
        vote = list_votes_of(uow, TOPIC, topic)[0]
        roll = [(line.name, line.label) for line in list_roll(uow, vote.id)]
    assert roll == [("沈建国", ""), ("何苗", "3号楼"), ("何苗", "5号楼")]


@pytest.mark.gui
def test_without_any_body_the_clerk_is_told_what_to_do(sqlite_database, clock, actor, tmp_path, qtbot):
    from desk.testing.database import make_factory

    factory = make_factory(sqlite_database, clock)
    ctx = make_context(tmp_path, plugin_id="consultation", backend=RealBackend(factory, actor), answers=(None,))
    open_with_seats(ctx, 1)
    assert ctx.navigator.opened == []
    assert "还没有登记" in str(ctx.asker.asked)
