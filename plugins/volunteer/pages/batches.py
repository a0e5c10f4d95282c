"""Certificates for many: the list of batches and the form that starts one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Column, Field, ListSpec, Page, PageRequest, StateCell, keyset_page
from plugins.volunteer.kinds import CERTIFY
from plugins.volunteer.models import CertificateBatch, CertificateItem
from plugins.volunteer.pages.forms import teams
from plugins.volunteer.pages.more_forms import simple
from plugins.volunteer.service.batching import BatchDraft, start_batch

_ = translator("volunteer")
STATES = {"running": (N_("On its way"), Tone.WAITING), "issued": (N_("Issued"), Tone.DONE),
          "cancelled": (N_("Cancelled"), Tone.MUTED)}


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch with how many have a certificate of how many."""

    id: int
    title: str
    last: date
    issued: str
    by: str
    state: StateCell


def batches(uow: UnitOfWork, request: PageRequest) -> Page[BatchRow]:
    """Newest first."""
    rows, after = keyset_page(uow.session, select(CertificateBatch), [CertificateBatch.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    counts = {batch: (all_, done) for batch, all_, done in uow.session.execute(select(
        CertificateItem.batch_id, func.count(CertificateItem.id), func.count(CertificateItem.certificate_id)).where(
        CertificateItem.batch_id.in_([one.id for one in rows])).group_by(CertificateItem.batch_id))}
    return Page([BatchRow(one.id, one.title, one.last, "{1} / {0}".format(*counts.get(one.id, (0, 0))), one.handler,
                          StateCell(_(STATES[one.state][0]), STATES[one.state][1])) for one in rows], after)


def start(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """This year till today."""
    today = uow.clock.today()
    return {"first": today.replace(month=1, day=1), "last": today, "handler": uow.actor.name, "least_hours": 0,
            "title": f"{today.year}年志愿服务记录证明"}


BATCHES = ListSpec(
    id="volunteer.batches", title=N_("Certificates for many"), record="volunteer.certificate_batch", domain="volunteer",
    columns=(Column("title", N_("Certificates"), 0), Column("last", N_("Until"), 110, "date"),
             Column("issued", N_("Issued / chosen"), 120, "number"), Column("by", N_("Handled by"), 110),
             Column("state", N_("State"), 120, "state")),
    fetch=batches, opens="volunteer.batch", new="volunteer.batch_form", new_title=N_("Certificates for many"),
    new_permission=CERTIFY, empty=N_("No batches yet. Start one: everybody with hours in a period gets a certificate."))
BATCH_FORM = simple("batch_form", N_("Certificates for many"), start_batch, BatchDraft,
                    Field("title", N_("Name of the batch"), required=True), Field("first", N_("From"), "date"),
                    Field("last", N_("To"), "date", True), Field("team_id", N_("Team"), "choice", choices=teams),
                    Field("least_hours", N_("At least so many hours"), "number", default=0), Field("purpose", N_("For what")),
                    Field("responsible", N_("Person in charge (signs)"), required=True),
                    Field("handler", N_("Handled by (signs)"), required=True), Field("contact", N_("Phone")),
                    load=start, after="volunteer.batch",
                    help=N_("Chosen now, issued on the next page, where it can be stopped and taken up again."))
