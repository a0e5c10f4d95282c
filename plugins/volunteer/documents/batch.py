"""The papers of a batch: drawn and stored part by part, handed out as one PDF."""

import hashlib

from sqlalchemy import select

from desk.api import UserError, translator
from desk.api.db import UnitOfWork, verb
from desk.api.papers import (
    PrintOrder,
    PrintRow,
    Stored,
    font_book,
    get_print,
    get_print_bytes,
    list_prints,
    merge,
    page_sizes,
    paper_kind,
    render_batch,
    store_paper,
)
from plugins.volunteer.documents.certificate import KIND, build
from plugins.volunteer.documents.loading import load_certificate
from plugins.volunteer.kinds import CERTIFY
from plugins.volunteer.models import CertificateBatch, CertificateItem
from plugins.volunteer.service.batching import BATCH

_ = translator("volunteer")
SHEETS = 50
"""Certificates in a stored part."""


@verb("volunteer.draw_part", permission=CERTIFY)
def draw_part(uow: UnitOfWork, batch_id: int, size: int = SHEETS) -> int:
    """Draw and store the next issued certificates; answers how many are still to be drawn. Drawn once, whatever happens.

    Characters that no font has are left as ruled spaces, to be written by hand: one name must not stop a thousand.
    """
    uow.session.scalars(select(CertificateBatch).where(CertificateBatch.id == batch_id).with_for_update()).one()
    wanted = select(CertificateItem).where(CertificateItem.batch_id == batch_id, CertificateItem.certificate_id.is_not(None),
                                           CertificateItem.print_id.is_(None)).order_by(CertificateItem.id)
    items = uow.session.scalars(wanted).all()
    part = items[:size]
    if part:
        papers = [build(load_certificate(uow, item.certificate_id or 0)) for item in part]
        drawn = render_batch(papers, font_book(), allow_ruled_blanks=True)
        stored = store_paper(uow, paper_kind(KIND), drawn, owner_kind=BATCH, owner_id=batch_id, digest=drawn.sha256)
        for item in part:
            item.print_id = stored.print_id
        uow.touch(BATCH, batch_id)
    return len(items) - len(part)


def batch_pdf(uow: UnitOfWork, batch_id: int) -> bytes:
    """All drawn certificates in one PDF, in order. Raises UserError when none is drawn yet."""
    uow.require(CERTIFY)
    ids = list(uow.session.scalars(select(CertificateItem.print_id).where(
        CertificateItem.batch_id == batch_id, CertificateItem.print_id.is_not(None)).distinct().order_by(
        CertificateItem.print_id)))
    if not ids:
        raise UserError(_("Nothing of this batch is drawn yet."), todo=_("Go on with the batch first."))
    return merge([get_print_bytes(uow, int(one or 0)) for one in ids])


@verb("volunteer.print_batch", permission=CERTIFY)
def print_batch(uow: UnitOfWork, order: PrintOrder) -> Stored:
    """Note that the batch is printed; its parts are stored already. Answers the first part's print."""
    parts = list_parts(uow, order.record_id)
    if not parts:
        raise UserError(_("Nothing of this batch is drawn yet."), todo=_("Go on with the batch first."))
    pdf = batch_pdf(uow, order.record_id)
    uow.trace("volunteer.print_batch", BATCH, order.record_id, copies=order.copies, parts=len(parts))
    return Stored(parts[-1].id, "", len(page_sizes(pdf)), hashlib.sha256(pdf).hexdigest())


def list_parts(uow: UnitOfWork, batch_id: int) -> list[PrintRow]:
    """The stored parts, newest first."""
    return list_prints(uow, BATCH, batch_id, paper=KIND)


def stored_batch(uow: UnitOfWork, print_id: int) -> bytes:
    """The whole batch that a part belongs to."""
    return batch_pdf(uow, get_print(uow, print_id).owner_id)
