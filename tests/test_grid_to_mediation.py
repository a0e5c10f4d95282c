"""An event of the grid with one click in the mediation room's ledger, and its result back on the event; both plugins on."""

import pytest

from desk.api import UserError
from desk.api.cases import find_taker, get_case, list_links
from desk.api.db import Actor
from desk.api.purposes import use_purposes
from desk.api.settings import change_settings
from desk.testing.declared import declare_items, declare_plugin
from plugins.grid.drafts import EventDraft, FinishDraft, HandDraft, PressDraft, ReplyDraft
from plugins.grid.home import due_items
from plugins.grid.models import Event
from plugins.grid.pages.forms import REPLY_FORM
from plugins.grid.pages.record import load
from plugins.grid.purposes import PURPOSES
from plugins.grid.queries import list_dispatches
from plugins.grid.service.dispatching import current, press_event, take_reply
from plugins.grid.service.ending import finish_event
from plugins.grid.service.events import save_event
from plugins.grid.service.handing import answer_now, hand_at_once, hand_event, own_taker
from plugins.mediation import hooks as mediation
from plugins.mediation.drafts.hazard import ReasonDraft, StrikeDraft, VerdictDraft
from plugins.mediation.models import GridHandover, Hazard
from plugins.mediation.service.hazards import decide_strike, propose_strike, relapse_hazard
from plugins.mediation.service.joint import reply_handover


@pytest.fixture(autouse=True)
def both(source_texts):
    """Both plugins as a running desk knows them; the texts as in the sources."""
    declare_plugin("grid")
    stop = use_purposes("grid", PURPOSES)
    with declare_items(kinds=mediation.desk_case_kinds(), takers=mediation.desk_takers(),
                       series=mediation.desk_number_series()):
        yield
    stop()


@pytest.fixture
def event(writing, clock):
    with writing() as uow:
        change_settings(uow, {"mediation.strike_by_another": False})
        return save_event(uow, EventDraft("dispute", "两户争车位", clock.now(), place="3幢楼下", parties="吴姓、郑姓两户",
                                          worker="小吕"))


def strike(uow, hazard):
    propose_strike(uow, StrikeDraft(hazard, "settled", "划线轮流停放", way="consultation", evidence="双方签字"))
    decide_strike(uow, VerdictDraft(hazard))


def section(uow, event):
    """The hand-over as the event's page shows it: (label → value, where the way to the other record leads)."""
    card = load(uow, event)
    found = next(one for one in card.sections if one.title.startswith("Handed over to"))
    leads = [(one.entry, dict(one.args)) for one in card.acts if one.title == "Open the record there"]
    return {fact.label: fact.value for fact in found.facts}, leads


def test_one_click_there_and_the_result_back(writing, reading, clock, event):
    with reading() as uow:
        first = load(uow, event).acts[0]
        assert (first.title, first.main, first.run) == ("Hand to the mediation room", True, "plugins.grid.pages.doing:hand")
    with writing() as uow:
        hand_at_once(uow, event)
    with reading() as uow:
        sent = current(uow, event)
        hazard, slip = uow.get(Hazard, sent.taker_id), uow.session.query(GridHandover).one()
        number, case = get_case(uow, hazard.id).number, get_case(uow, event)
        assert (hazard.summary, hazard.parties, hazard.source, hazard.place) == (
            "两户争车位", "吴姓、郑姓两户", "grid", "3幢楼下")
        assert (slip.event, slip.worker, slip.hazard_id, slip.until) == (case.number, "小吕", hazard.id, case.due_on)
        assert {(one.kind, one.record_id, one.meaning, one.outward) for one in list_links(uow, "grid.event", event)} == {
            ("mediation.hazard", hazard.id, "移交", True), ("mediation.hazard", hazard.id, "from", False)}
        facts, leads = section(uow, event)
        assert (case.state, facts["Number there"], facts["Stands there"], facts["Result"]) == ("handed", number, "Entered", "")
        assert leads == [("mediation.hazard", {"record_id": hazard.id})]
        closing = next(one for one in load(uow, event).acts if one.title == "Close the event")
        assert (closing.enabled, closing.why_not) == (False, f"The answer of {sent.unit} is not back yet.")
        made = int(hazard.id)
    with pytest.raises(UserError), writing() as uow:
        finish_event(uow, FinishDraft(event, "settled", "好了"))
    with writing() as uow:
        strike(uow, made)
    with reading() as uow:
        facts, _leads = section(uow, event)
        assert (facts["Stands there"], facts["Result"]) == ("Struck off", "已化解。划线轮流停放")
        assert "The answer is back: close the event" in [item.detail for item in due_items(uow)]
        assert uow.session.query(GridHandover).one().reply == "已化解。划线轮流停放"
    with writing() as uow:
        finish_event(uow, FinishDraft(event, "settled", answer_now(uow, event).text))
    with reading() as uow:
        assert (get_case(uow, event).state, uow.get(Event, event).result) == ("done", "已化解。划线轮流停放")
        [sent] = list_dispatches(uow, event)
        assert (sent.outcome, sent.reply, sent.replied_on) == ("done", "已化解。划线轮流停放", clock.today())


def test_whoever_may_not_see_mediation_sees_the_answer_and_nothing_else(writing, factory, event):
    with writing() as uow:
        hand_at_once(uow, event)
        strike(uow, current(uow, event).taker_id)
    worker = Actor("小吕", community_id=1, permissions=frozenset({"grid.event.read", "grid.event.write"}))
    with factory.reading(worker) as uow:
        facts, leads = section(uow, event)
    assert (facts["Result"], leads) == ("已化解。划线轮流停放", [])


def test_without_the_right_to_write_there_the_click_is_a_slip(factory, event):
    sender = Actor("何苗", community_id=1, permissions=frozenset(f"grid.event.{one}" for one in ("read", "write", "dispatch")))
    with factory.reading(sender) as uow:
        assert own_taker(uow, "dispute") == ""
        assert [one.title for one in load(uow, event).acts if one.main] == ["Hand over by a slip"]
    with pytest.raises(UserError), factory.writing(sender) as uow:
        hand_at_once(uow, event)


def test_another_kind_goes_there_by_choice_and_may_be_pressed(writing, reading, clock):
    with writing() as uow:
        made = save_event(uow, EventDraft("shopfront", "占道引起争吵", clock.now(), place="东口"))
        hand_event(uow, HandDraft(made, "mediation.hazard", "请先劝开"))
        press_event(uow, PressDraft(made, "请尽快"))
    with reading() as uow:
        assert get_case(uow, made).state == "handed"
        assert uow.get(Hazard, current(uow, made).taker_id).summary == "占道引起争吵\n请先劝开"


def test_it_flares_up_there_before_it_is_closed_here(writing, reading, event):
    with writing() as uow:
        hand_at_once(uow, event)
        hazard = current(uow, event).taker_id
        strike(uow, hazard)
        relapse_hazard(uow, ReasonDraft(hazard, "又争吵"))
    with reading() as uow:
        assert not answer_now(uow, event).done
        assert uow.session.query(GridHandover).one().replied_on is None


def test_a_reply_before_the_strike_off_is_an_answer_and_may_send_the_event_back(writing, reading, event):
    with writing() as uow:
        hand_at_once(uow, event)
        slip = uow.session.query(GridHandover).one()
        reply_handover(uow, {"id": slip.id, "reply": "属劳动争议，请走仲裁"})
    with reading() as uow:
        assert (answer_now(uow, event).done, answer_now(uow, event).text) == (True, "属劳动争议，请走仲裁")
        values = REPLY_FORM.load(uow, event)
        assert (values["outcome"], values["reply"]) == ("returned", "属劳动争议，请走仲裁")
        assert {"Close the event", "Came back unsettled"} < {one.title for one in load(uow, event).acts}
    with writing() as uow:
        take_reply(uow, REPLY_FORM.make_draft(values))
    with reading() as uow:
        assert get_case(uow, event).state == "reported"
        assert [one.outcome for one in list_dispatches(uow, event)] == ["returned"]
    with writing() as uow:
        strike(uow, slip_line(uow))
        assert uow.session.query(GridHandover).one().reply == "属劳动争议，请走仲裁"


def slip_line(uow):
    """The line of the only slip."""
    return uow.session.query(GridHandover).one().hazard_id


def test_when_mediation_is_off_later_the_answer_comes_on_paper(writing, reading, event):
    with writing() as uow:
        hand_at_once(uow, event)
    declare_plugin("grid")
    with reading() as uow:
        assert find_taker("mediation.hazard") is None
        assert [one.title for one in load(uow, event).acts if one.main] == ["Enter the answer"]
    with writing() as uow:
        take_reply(uow, ReplyDraft(event, "settled", "已调解成功"))
        finish_event(uow, FinishDraft(event, "settled", answer_now(uow, event).text))
    with reading() as uow:
        assert uow.get(Event, event).result == "已调解成功"
