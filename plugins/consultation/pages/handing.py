"""The forms that hand a topic or matter to another module, and the list of classes of topics."""

from typing import Any

from desk.api import N_, translator
from desk.api.cases import list_takers
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.consultation.classes import list_classes
from plugins.consultation.drafts import ClassesDraft, ClassRow, HandDraft
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Matter
from plugins.consultation.pages.common import form_of, picked
from plugins.consultation.service.classes import save_classes
from plugins.consultation.service.handing import hand_matter, hand_topic

_ = translator("consultation")


def takers(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Modules that take matters and that one may write to, after none."""
    return [("", "—"), *((one.id, one.paper) for one in list_takers(uow))]


def _others(uow: UnitOfWork) -> list[tuple[str, str]]:
    return [(one.id, one.paper) for one in list_takers(uow, but=TOPIC)]


def _load_topic(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    first = next(iter(_others(uow)), ("", ""))
    return {"record_id": record_id, "taker": first[0], "on": uow.clock.today(), "reason": ""}


def _load_matter(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    row, first = uow.get(Matter, record_id or 0), next(iter(_others(uow)), ("", ""))
    return {"record_id": row.id, "text": row.text, "taker": first[0], "reason": ""}


def _load_classes(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    return {"rows": [{"code": code, "title": title, "active": active}
                     for code, title, active in list_classes(uow, every=True)]}


def _classes(values: dict[str, Any]) -> ClassesDraft:
    return ClassesDraft(tuple(picked(ClassRow, row) for row in values.get("rows") or () if row.get("title")))


HAND_TOPIC_FORM = form_of(
    "hand_topic_form", N_("Hand the topic to another module"), hand_topic, HandDraft,
    Field("taker", N_("Who takes it on"), "choice", True, choices=_others),
    Field("reason", N_("Why, told to who raised it"), "lines", True, rows=3), Field("on", N_("Day"), "date", True),
    load=_load_topic,
    help=N_("It is entered there with the words and the name of who raised it, and stays tied to this topic."))
HAND_MATTER_FORM = form_of(
    "hand_matter_form", N_("Hand the matter to another module"), hand_matter, HandDraft,
    Field("text", N_("What it is about"), "lines", read_only=True),
    Field("taker", N_("Who takes it on"), "choice", True, choices=takers),
    Field("reason", N_("Note for who takes it on"), "lines", rows=2), load=_load_matter,
    help=N_("It is entered there; the answer is written here when it comes back."))
CLASSES_FORM = FormSpec(
    id="consultation.classes_form", title=N_("Classes of topics"), domain="consultation", save=save_classes, load=_load_classes,
    make_draft=_classes, sections=(Section("", (
        Repeat("rows", N_("Class"), (Field("title", N_("Name of the class")),
                                     Field("active", N_("Offered in forms"), "bool", default=True)), N_("Add a class"),
               minimum=1, compact=True),),
        N_("Topics keep their class when it goes out of use; tables of figures follow this list.")),))
