"""What a button on a case's page does at once, without a form: asked first where it cannot be taken back.

A refusal is shown by the desk; the page hears of the change and refreshes itself.
"""

import uuid
from typing import Any

from desk.api import translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.kinds import WRITE
from plugins.mediation.service.agreements import current_agreement
from plugins.mediation.service.intake import seen
from plugins.mediation.service.signing import agree_orally as agree
from plugins.mediation.service.versions import drop_draft as drop
from plugins.mediation.service.versions import write_down as write

_ = translator("mediation")


@verb("mediation.agree_newest", permission=WRITE)
def agree_newest(uow: UnitOfWork, dispute_id: int) -> int:
    """The newest draft, an oral one, takes effect."""
    return agree(uow, _newest(uow, dispute_id))


@verb("mediation.write_newest_down", permission=WRITE)
def write_newest_down(uow: UnitOfWork, dispute_id: int) -> int:
    """The newest agreement, an oral one, becomes a written draft."""
    return write(uow, _newest(uow, dispute_id))


@verb("mediation.drop_newest", permission=WRITE)
def drop_newest(uow: UnitOfWork, dispute_id: int) -> int:
    """The newest draft goes."""
    return drop(uow, _newest(uow, dispute_id))


def agree_orally(ctx: Any, dispute_id: int) -> None:
    """Button: the parties have agreed."""
    if ctx.asker.confirm(_("All parties agree to it? From then on it stays as it was agreed."), yes=_("They agree")):
        carry(ctx, agree_newest, dispute_id)


def write_down(ctx: Any, dispute_id: int) -> None:
    """Button: an oral agreement is to be written."""
    carry(ctx, write_newest_down, dispute_id)


def drop_draft(ctx: Any, dispute_id: int) -> None:
    """Button: the draft is not wanted."""
    if ctx.asker.confirm(_("Drop the draft? The agreement in force stays."), yes=_("Drop it"), danger=True):
        carry(ctx, drop_newest, dispute_id)


def add_scan(ctx: Any, dispute_id: int, part: str = "") -> None:
    """Button: which file; then the form asks where it belongs and which papers it stands for. part: what it is about."""
    path = ctx.asker.open_file(_("Choose a scan"), _("Scans (*.pdf *.jpg *.jpeg *.png)"))
    if path is not None:
        given = {"part": part} if part else {}
        ctx.open("mediation.scan_form", record_id=dispute_id, path=str(path), file_name=path.name, **given)


def export_record(ctx: Any, dispute_id: int) -> None:
    """Button: the case as a record for the grid platform, in a file of her choice."""
    from plugins.mediation.exchange.writing import write_record

    path = ctx.asker.save_file(_("Export for the grid platform"), "GBT31000.csv", "CSV (*.csv);;JSON (*.json)")
    if path is not None:
        ctx.jobs.work(write_record, dispute_id, path).labelled(_("Exporting")).then(lambda done: ctx.notify(
            _("Saved as {path}. The export stands in the audit trail.").format(path=done))).start()


def export_word(ctx: Any, dispute_id: int) -> None:
    """Button: the draft in a Word file, to be worded by hand."""
    from plugins.mediation.exchange.word import write_word

    path = ctx.asker.save_file(_("Save the draft for Word"), "人民调解协议书.docx", "Word (*.docx)")
    if path is not None:
        ctx.jobs.work(write_word, dispute_id, path).labelled(_("Exporting")).then(lambda done: ctx.notify(
            _("Saved as {path}. Once it is signed, add its scan as the signed paper: only that goes into the dossier.").format(
                path=done))).start()


def carry(ctx: Any, chosen: Any, *args: Any) -> None:
    """Run a verb; the page hears of the change."""
    ctx.jobs.write(chosen, *args, key=str(uuid.uuid4())).labelled(_("Saving")).start()


def _newest(uow: UnitOfWork, dispute_id: int) -> int:
    seen(uow, dispute_id)
    found = current_agreement(uow, dispute_id)
    return int(found.id) if found else 0
