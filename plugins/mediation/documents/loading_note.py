"""The file note (卷宗情况说明) as the file itself tells it, until somebody words it (rules 1.4.11).

Nobody signs that a file is complete unless it is: what is lacking, replaced or added stands there by itself.
"""

from dataclasses import replace

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.mediation.documents.data_file import BindingPaper
from plugins.mediation.documents.loading_file import load_binding
from plugins.mediation.file_papers import list_scans, papers_of
from plugins.mediation.models import MediatorChange
from plugins.mediation.queries import CaseFile, get_file
from plugins.mediation.service.dossier_check import core_parts, needed_rows

WHOLE = "本卷材料齐全,无缺损、修改、补充、移出、销毁等情况。"


def load_file_note(uow: UnitOfWork, dispute_id: int) -> BindingPaper:
    """For the paper: as it was worded, else as the file tells it."""
    paper = load_binding(uow, dispute_id)
    return paper if paper.note else replace(paper, note=note_of(uow, get_file(uow, dispute_id)))


def note_of(uow: UnitOfWork, file: CaseFile) -> str:
    """One line a fact; WHOLE when nothing lacks and nothing was changed."""
    scanned = {scan.part for scan in list_scans(uow, file.dispute.id)}
    lacking = [row.title for row in needed_rows(uow, file) if row.parts != ("back_cover",)
               and not any(part in scanned or papers_of(uow, file, part) for part in core_parts(row))]
    changed = [*_agreements(file), *_mediators(uow, file)]
    if not lacking and not changed:
        return WHOLE
    state = f"本卷缺少:{'、'.join(lacking)}。" if lacking else "本卷材料齐全,无缺损、移出、销毁等情况。"
    return "\n".join([state, *changed])


def _agreements(file: CaseFile) -> list[str]:
    old = [one.number or f"第{one.version}份" for one in file.agreements if one.state == "replaced"]
    added = sum(one.supplement and one.state == "sealed" for one in file.agreements)
    return [*(f"原调解协议(编号:{number})已变更,仍存本卷。" for number in old), *([f"另订补充协议{added}份。"] if added else [])]


def _mediators(uow: UnitOfWork, file: CaseFile) -> list[str]:
    changes = uow.session.scalars(select(MediatorChange).where(MediatorChange.dispute_id == file.dispute.id).order_by(
        MediatorChange.on_date, MediatorChange.id))
    return [f"人民调解员由{one.before}更换为{one.after}。" for one in changes]
