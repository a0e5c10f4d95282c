"""The list of topics."""

from dataclasses import dataclass
from datetime import date

from desk.api import N_, translator
from desk.api.cases import count_cases, list_cases
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, LampCell, ListSpec, Page, PageRequest, StateCell
from plugins.consultation.classes import class_titles
from plugins.consultation.kinds import CHANNELS, TOPIC, WRITE, title_in

_ = translator("consultation")


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in the list."""

    id: int
    number: str
    title: str
    field: str
    channel: str
    state: StateCell
    lamp: LampCell
    opened_on: date


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[TopicRow]:
    """One page of topics, newest first."""
    page, titles = list_cases(uow, request, kind=TOPIC), class_titles(uow)
    return Page([TopicRow(case.id, case.number or "—", case.title, titles.get(case.class_code, ""),
                          _title(CHANNELS, case.source), StateCell(case.state_title, case.tone),
                          LampCell(case.due_on, case.days_left), case.opened_on) for case in page.rows], page.next, page.total)


def count(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return count_cases(uow, request, kind=TOPIC)


def sentence(uow: UnitOfWork) -> str:
    """12 件在办,3 件待受理."""
    waiting, walking = (count(uow, PageRequest(filters={"state": state})) for state in ("raised", "walking"))
    return _("{walking} in their procedure, {waiting} waiting for an answer").format(walking=walking, waiting=waiting)


def _title(choices: tuple[tuple[str, str], ...], code: str) -> str:
    text = title_in(choices, code)
    return _(text) if text else ""


TOPICS = ListSpec(
    id="consultation.topics", title=N_("Topics"), record=TOPIC, domain="consultation",
    columns=(Column("number", N_("Number"), 170), Column("title", N_("Topic"), 0, sort="title"),
             Column("field", N_("Field"), 120), Column("channel", N_("How it came"), 120),
             Column("state", N_("State"), 120, "state", sort="state"),
             Column("lamp", N_("Deadline"), 190, "lamp", sort="due"),
             Column("opened_on", N_("Raised on"), 110, "date", sort="opened")),
    fetch=fetch, count=count, sentence=sentence,
    chips=(Chip(N_("Open"), {"open": True}), Chip(N_("Waiting for an answer"), {"state": "raised"}),
           Chip(N_("In their procedure"), {"state": "walking"}), Chip(N_("Being carried out"), {"state": "carrying"}),
           Chip(N_("Overdue"), {"overdue": True, "open": True})),
    opens="consultation.topic", new="consultation.topic_form", new_title=N_("Register a topic"), new_permission=WRITE,
    search_hint=N_("Number or words of the topic"), empty=N_("Register the first topic that a resident raises."),
    default_sort="opened", descending=True)
