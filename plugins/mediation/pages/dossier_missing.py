"""What the dossier's checker finds, line by line: each opens the paper to print, the form to fill in, or the scan to add."""

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.pages import Missing, PaperLink
from plugins.mediation.dossier_lists import PARTS, Row
from plugins.mediation.file_papers import list_scans, papers_of
from plugins.mediation.law import source
from plugins.mediation.queries import CaseFile
from plugins.mediation.service.dossier_check import core_parts, lacking_rows, open_papers

_ = translator("mediation")
_ENDED = ("performed", "unperformed", "terminated", "refused", "withdrawn", "closed")
_FORMS = {"application": "dispute_form", "rights": "rights_form", "investigation": "investigation_form",
          "evidence": "evidence_form", "visit": "visit_form"}
"""Parts whose record can still be written when the case is over; what another part holds can only be scanned."""
SCAN = "plugins.mediation.pages.doing:add_scan"


def dossier_missing(uow: UnitOfWork, file: CaseFile) -> list[Missing]:
    """What the dossier lacks, once the case has come to its end; and that it is not made up yet."""
    if file.case.state not in _ENDED:
        return []
    found = [line for row in lacking_rows(uow, file) for line in _lines(uow, file, row)]
    if file.case.state in ("closed", "refused", "withdrawn") and not file.dispute.filed_by:
        found.append(Missing(_("The dossier is not made up yet."), "mediation.binding_form", {"record_id": file.dispute.id},
                             source=source("R10")))
    return found


def _lines(uow: UnitOfWork, file: CaseFile, row: Row) -> list[Missing]:
    """One line for each paper that is to be printed; without any, where the row's first part is written or scanned."""
    parts, scans = core_parts(row), list_scans(uow, file.dispute.id)
    for part in parts:
        offered = {one.key for one in papers_of(uow, file, part)}
        papers = [one for one in open_papers(uow, file, part, scans) if one.key in offered]
        if papers:
            return [Missing(_("The dossier lacks “{row}”: print {paper}, or add its scan.").format(
                row=row.title, paper=one.title), paper=PaperLink(one.paper, one.record_id), source=source("R10"))
                for one in papers]
    part = next((one for one in parts if one in _FORMS), parts[0])
    title = dict(PARTS)[part]
    if part in _FORMS:
        return [Missing(_("The dossier lacks “{row}”: enter {part}.").format(row=row.title, part=title),
                        f"mediation.{_FORMS[part]}", {"record_id": file.dispute.id}, source=source("R10"))]
    return [Missing(_("The dossier lacks “{row}”: add the scan of {part}.").format(row=row.title, part=title), run=SCAN,
                    args={"part": part}, source=source("R10"))]
