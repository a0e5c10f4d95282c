"""Forms of the grid: report, dispatch, hand over, answers, press, settle, revisit, open again, kinds of events."""

from dataclasses import fields
from datetime import timedelta
from typing import Any

from desk.api import N_
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.grid import drafts
from plugins.grid.event_kinds import kind_of, list_kinds, save_kinds
from plugins.grid.kinds import CHANNELS, EVENT, LEVELS, OUTCOMES, RATINGS, VISIT_WAYS
from plugins.grid.models import Press
from plugins.grid.pages.choices import kinds, takers, units
from plugins.grid.presets import CENTRE
from plugins.grid.service.dispatching import answer_press, current, dispatch_event, press_event, put_off, take_reply
from plugins.grid.service.ending import finish_event, reopen_event, revisit_event
from plugins.grid.service.events import last_day, save_event, seen_event, settle_event
from plugins.grid.service.handing import answer_now, hand_by_slip, hand_event
from plugins.grid.settings import setting

Values = dict[str, Any]


def _form(name: str, title: str, save: Any, draft: type, load: Any, *rows: Field, help: str = "",
          sections: tuple[Section, ...] = (), after: str = "") -> FormSpec:
    """A form whose draft takes the values as they are named; None becomes the draft's default."""
    known = {one.name for one in fields(draft)}

    def make(values: Values) -> Any:
        return draft(**{key: value for key, value in values.items() if key in known and value is not None})

    return FormSpec(id=f"grid.{name}", title=title, domain="grid", save=save, load=load, make_draft=make, after=after,
                    sections=sections or (Section("", rows, help),))


def event(uow: UnitOfWork, event_id: int | None) -> Values:
    """A new one found now on the round, or the stored one."""
    if event_id is None:
        return {"found_at": uow.clock.now(), "channel": "round", "level": "", "worker": uow.actor.name,
                "kind": list_kinds(uow)[0].code}
    row = seen_event(uow, event_id)
    names = ("id", "version", "found_at", "kind", "level", "channel", "place", "summary", "parties", "worker", "reporter",
             "phone")
    return {name: getattr(row, name) for name in names} | {"area_id": get_case(uow, row.case_id).area_id}


def for_event(uow: UnitOfWork, event_id: int | None) -> Values:
    """For an act on an event, now."""
    row = seen_event(uow, event_id or 0)
    now = uow.clock.now()
    return {"event_id": row.id, "what": row.summary[:200], "on": uow.clock.today(), "at": now, "outcome": "settled",
            "solved": True, "way": "phone" if row.phone else "spot", "met": row.reporter}


def to_dispatch(uow: UnitOfWork, event_id: int | None) -> Values:
    """To the unit and by the last day that its kind says."""
    row = seen_event(uow, event_id or 0)
    kind = kind_of(uow, row.kind)
    return for_event(uow, event_id) | {"unit": kind.unit, "level": row.level, "until": _not_past(uow, last_day(uow, row))}


def to_slip(uow: UnitOfWork, event_id: int | None) -> Values:
    """To the centre, by the last day of the event."""
    return to_dispatch(uow, event_id) | {"unit": CENTRE}


def to_reply(uow: UnitOfWork, event_id: int | None) -> Values:
    """Settled; of a hand-over that was answered already, what came back, to be sent back from here."""
    answer = answer_now(uow, event_id or 0)
    back = {"outcome": "returned", "reply": answer.text} if answer and answer.done else {}
    return for_event(uow, event_id) | back


def to_press(uow: UnitOfWork, event_id: int | None) -> Values:
    """To whoever has it in hand."""
    sent = current(uow, seen_event(uow, event_id or 0).id)
    return for_event(uow, event_id) | {
        "unit": sent.unit if sent else "", "until": uow.clock.today() + timedelta(days=int(setting(uow, "press_days")))}


def to_finish(uow: UnitOfWork, event_id: int | None) -> Values:
    """With what the other end answered."""
    row, answer = seen_event(uow, event_id or 0), answer_now(uow, event_id or 0)
    values = for_event(uow, event_id)
    return values | {"result": answer.text if answer and answer.done else row.result}


def to_hand(uow: UnitOfWork, event_id: int | None) -> Values:
    """To the first module that takes matters."""
    first = next(iter(takers(uow)), ("", ""))
    return for_event(uow, event_id) | {"taker": first[0]}


def to_answer(uow: UnitOfWork, press_id: int | None) -> Values:
    """Of one press note, today."""
    made = uow.get(Press, press_id or 0)
    return {"press_id": made.id, "what": made.text, "on": uow.clock.today()}


def kinds_now(uow: UnitOfWork, _record_id: int | None) -> Values:
    """Every kind as it stands."""
    return {"kinds": [{name: getattr(one, name) for name in ("code", "title", "unit", "days", "level", "active")}
                      for one in list_kinds(uow, every=True)]}


def kinds_draft(values: Values) -> tuple[drafts.KindDraft, ...]:
    """From the form's values; lines without anything typed are left out."""
    return tuple(drafts.KindDraft(row.get("title") or "", row.get("unit") or "", int(row.get("days") or 0),
                                  row.get("level") or "community", bool(row.get("active", True)), row.get("code") or "")
                 for row in values.get("kinds") or () if row.get("title") or row.get("code"))


def _not_past(uow: UnitOfWork, day: Any) -> Any:
    return day if day and day >= uow.clock.today() else None


def _levels(_uow: UnitOfWork) -> list[tuple[str, str]]:
    return [("", "—"), *LEVELS]


_WHAT = Field("what", N_("Event"), "note")
_DAY = Field("on", N_("Day"), "date", True)
_UNIT = Field("unit", N_("Who handles it"), required=True, max_length=120, choices=units)
_RESULT = Field("result", N_("How it was settled"), "lines", True, rows=3)
_DISPUTE = {"kind": ("dispute",)}
EVENT_FORM = _form("event_form", N_("Grid event"), save_event, drafts.EventDraft, event, after=EVENT, sections=(
    Section(N_("What was found"), (
        Field("kind", N_("Kind"), "choice", True, choices=kinds), Field("summary", N_("What was found"), "lines", True, rows=3),
        Field("parties", N_("Between whom"), max_length=200, visible_when=_DISPUTE,
              help=N_("Names are enough; no numbers of papers.")),
        Field("place", N_("At which place"), max_length=200), Field("area_id", N_("Grid"), "place"),
        Field("found_at", N_("Found at"), "datetime", True),
        Field("level", N_("Level"), "choice", choices=_levels, help=N_("Left empty, it is as the kind says.")))),
    Section(N_("Who found it"), (
        Field("channel", N_("How it came"), "choice", True, choices=CHANNELS),
        Field("worker", N_("Grid worker"), max_length=60),
        Field("reporter", N_("Who reported it"), max_length=60, help=N_("Only if an answer is wanted.")),
        Field("phone", N_("Phone"), "phone"))),
    Section(N_("Settled at once"), (
        Field("spot", N_("It was settled there and then"), "bool", default=False),
        Field("result", N_("How it was settled"), "lines", rows=2, visible_when={"spot": (True,)})))))
SETTLE_FORM = _form(
    "settle_form", N_("Settle it by our own power"), settle_event, drafts.FinishDraft, for_event, _WHAT,
    Field("outcome", N_("How it ended"), "choice", True, choices=OUTCOMES), _RESULT,
    Field("at", N_("Settled at"), "datetime", True))
DISPATCH_FORM = _form(
    "dispatch_form", N_("Dispatch"), dispatch_event, drafts.DispatchDraft, to_dispatch, _WHAT, _UNIT,
    Field("joined", N_("Who helps"), max_length=200), Field("level", N_("Level"), "choice", True, choices=LEVELS),
    Field("task", N_("What is asked for"), "lines", rows=3), Field("until", N_("To be settled by"), "date"), _DAY,
    help=N_("Print the dispatch sheet on the event's page; its answer is entered there."))
HAND_FORM = _form(
    "hand_form", N_("Hand to another module"), hand_event, drafts.HandDraft, to_hand, _WHAT,
    Field("taker", N_("Who takes it on"), "choice", True, choices=takers),
    Field("note", N_("Note for who takes it on"), "lines", rows=2),
    help=N_("It is entered there and stays tied to this event; its result is shown here."))
SLIP_FORM = _form(
    "slip_form", N_("Hand over by a slip"), hand_by_slip, drafts.SlipDraft, to_slip, _WHAT,
    Field("unit", N_("Who takes it on"), required=True, max_length=120, choices=units),
    Field("task", N_("Note for who takes it on"), "lines", rows=2), Field("until", N_("Answer by"), "date"), _DAY,
    help=N_("Print the slip on the event's page. When it comes back, its answer is entered there."))
REPLY_FORM = _form(
    "reply_form", N_("Enter the answer"), take_reply, drafts.ReplyDraft, to_reply, _WHAT,
    Field("outcome", N_("What the answer says"), "choice", True, choices=(
        ("settled", N_("It is settled")), ("progress", N_("They are still at it")), ("returned", N_("It is not theirs")))),
    Field("reply", N_("The answer"), "lines", True, rows=4), _DAY)
PRESS_FORM = _form(
    "press_form", N_("Press for it"), press_event, drafts.PressDraft, to_press, _WHAT,
    Field("unit", N_("Who has it in hand"), "note"), Field("text", N_("What is asked for"), "lines", True, rows=3),
    Field("until", N_("Answer by"), "date"), _DAY)
PRESS_REPLY_FORM = _form(
    "press_reply_form", N_("Answer to the press note"), answer_press, drafts.PressReplyDraft, to_answer,
    Field("what", N_("Press note"), "note"), Field("reply", N_("The answer"), "lines", True, rows=3), _DAY)
PUT_OFF_FORM = _form(
    "put_off_form", N_("Put the limit off"), put_off, drafts.PutOffDraft, for_event, _WHAT,
    Field("until", N_("To be settled by"), "date", True), Field("reason", N_("Why"), "lines", True, rows=2))
FINISH_FORM = _form(
    "finish_form", N_("Close the event"), finish_event, drafts.FinishDraft, to_finish, _WHAT,
    Field("outcome", N_("How it ended"), "choice", True, choices=OUTCOMES), _RESULT,
    Field("at", N_("Settled at"), "datetime", True))
REVISIT_FORM = _form(
    "revisit_form", N_("Revisit"), revisit_event, drafts.RevisitDraft, for_event, _WHAT,
    Field("way", N_("How"), "choice", True, choices=VISIT_WAYS), Field("at", N_("When"), "datetime", True),
    Field("met", N_("Who was asked"), max_length=120), Field("rating", N_("How content they are"), "choice", True,
                                                              choices=RATINGS),
    Field("solved", N_("It is solved"), "bool", default=True, help=N_("Not ticked, the event opens again.")),
    Field("words", N_("In words"), "lines", rows=3))
REOPEN_FORM = _form(
    "reopen_form", N_("Open it again"), reopen_event, drafts.ReasonDraft, for_event, _WHAT,
    Field("reason", N_("Why"), "lines", True, rows=2), _DAY)
KINDS_FORM = FormSpec(
    id="grid.kinds_form", title=N_("Kinds of grid events"), domain="grid", save=save_kinds, load=kinds_now,
    make_draft=kinds_draft, sections=(Section("", (Repeat("kinds", N_("Kind"), (
        Field("title", N_("Kind"), required=True, max_length=60, width=150),
        Field("unit", N_("Who handles it"), max_length=120, width=220, choices=units),
        Field("days", N_("Days"), "number", width=80, default=7),
        Field("level", N_("Level"), "choice", choices=LEVELS, width=130, default="community"),
        Field("active", N_("Offered in forms"), "bool", default=True)), N_("Add a kind"), minimum=1, compact=True),),
        help=N_("Units and days are proposals that nobody confirmed: look them over. Events keep their kind when it goes out "
                "of use, and limits that run stay as they are.")),))
