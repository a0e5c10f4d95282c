"""On a case's page: its scans with the papers they stand for, and which papers have no signed scan yet."""

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.pages import Fact, FactSection
from plugins.mediation.dossier_lists import PARTS
from plugins.mediation.file_papers import all_papers, drafts_of, list_scans
from plugins.mediation.queries import CaseFile
from plugins.mediation.queries_file import Line

_ = translator("mediation")
SIGNED_PARTS = ("application", "acceptance", "rights", "attorney", "session", "agreement", "oral", "receipt", "court")
"""Parts whose papers somebody signs by hand; the others are complete as they are printed."""


def scan_sections(uow: UnitOfWork, file: CaseFile, lines: tuple[Line, ...]) -> list[FactSection]:
    """A block for each scan, which opens what it stands for; then what is not covered by any."""
    scans = list_scans(uow, file.dispute.id)
    if not scans:
        return []
    titles = {one.key: one.title for one in all_papers(uow, file)}
    names = {line.id: line.what for line in lines}
    found = []
    for scan in scans:
        stands = "、".join(titles.get(key, _("a paper that is gone")) for key in scan.stands_for)
        found.append(FactSection(_("Scan"), (
            Fact(_("Called"), names.get(scan.id, "")), Fact(_("Belongs to"), dict(PARTS).get(scan.part, scan.part)),
            Fact(_("Stands for"), stands or (_("every paper of its part, once there is a scan for each") if scan.signed
                                             else _("no paper: it is bound besides")))), "mediation.scan_edit",
            {"record_id": scan.id}))
    open_ones = [one.title for part in SIGNED_PARTS for one in drafts_of(uow, file, part, scans)]
    if open_ones and any(scan.signed for scan in scans):
        found.append(FactSection(_("Bound as drafted, no signed scan yet"), (Fact("", "\n".join(open_ones)),)))
    return found
