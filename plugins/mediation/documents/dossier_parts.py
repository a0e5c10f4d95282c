"""What lies in a dossier under each part: papers as the record says them now, scans as they were added."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.documents import Document, Image, Margins, PageSetup
from desk.api.files import get_attachment, get_bytes
from plugins.mediation.documents import loading, loading_file
from plugins.mediation.models import (
    Confirmation,
    Escalation,
    Extension,
    Investigation,
    Letter,
    Performance,
    Plan,
    ReturnVisit,
    Scan,
)
from plugins.mediation.queries import CaseFile
from plugins.mediation.settings import setting

PDF = b"%PDF-"
_SCAN_PAGE = PageSetup(margins=Margins(top=15, bottom=20, left=20, right=15))


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper to be set, or the pages of a scanned PDF."""

    document: Document | None = None
    pdf: bytes = b""


def pieces_of(uow: UnitOfWork, file: CaseFile, part: str) -> list[Piece]:
    """The papers of a part, then its scans; signed scans stand instead of the papers once there is one for each of them.

    Fewer scans than papers leave all papers in: which of them is the signed one nobody said, and a sheet bound twice is better
    than a sitting's record left out.
    """
    scans = uow.session.scalars(select(Scan).where(Scan.dispute_id == file.dispute.id, Scan.part == part).order_by(Scan.id)).all()
    drawn = _PARTS.get(part, _nothing)(uow, file)
    if sum(scan.signed for scan in scans) >= len(drawn):
        drawn = []
    return [*(Piece(document) for document in drawn), *(_scan(uow, scan) for scan in scans)]


def _scan(uow: UnitOfWork, scan: Scan) -> Piece:
    content, row = get_bytes(uow, scan.attachment_id), get_attachment(uow, scan.attachment_id)
    if content.startswith(PDF):
        return Piece(pdf=content)
    return Piece(Document("mediation.scan", row.title, (Image(content, width=175, max_height=255),), page=_SCAN_PAGE))


def _build(path: str) -> Callable[[object], Document]:
    module, _colon, name = path.partition(":")
    return getattr(import_module(f"plugins.mediation.documents.{module}"), name)


def _nothing(_uow: UnitOfWork, _file: CaseFile) -> list[Document]:
    return []


def _offered(uow: UnitOfWork, local: str) -> bool:
    """A local paper is bound only where its setting offers it; "" is one of the national set."""
    return not local or bool(setting(uow, f"paper_{local}"))


def _case(path: str, wanted: Callable[[CaseFile], bool], local: str = "") -> Callable[[UnitOfWork, CaseFile], list[Document]]:
    """A paper of the case itself, when it makes sense."""
    return lambda uow, file: ([_build(path)(loading.load_case(uow, file.dispute.id))]
                              if wanted(file) and _offered(uow, local) else [])


def _each(model: type, path: str, load: Callable[[UnitOfWork, int], object],
          local: str = "") -> Callable[[UnitOfWork, CaseFile], list[Document]]:
    """One paper for each record of a kind."""
    def all_of(uow: UnitOfWork, file: CaseFile) -> list[Document]:
        if not _offered(uow, local):
            return []
        found = uow.session.scalars(select(model.id).where(model.dispute_id == file.dispute.id).order_by(model.id))  # type: ignore[attr-defined]
        return [_build(path)(load(uow, record_id)) for record_id in found]
    return all_of


def _evidence(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    paper = loading_file.load_evidence(uow, file.dispute.id)
    return [_build("evidence:build")(paper)] if paper.rows else []


def _sessions(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    return [_build("session_record:build")(loading.load_session(uow, one.id)) for one in file.sessions]


def _agreements(form: str) -> Callable[[UnitOfWork, CaseFile], list[Document]]:
    """Every version that was ever in force; later ones follow."""
    def all_of(uow: UnitOfWork, file: CaseFile) -> list[Document]:
        build = {"mediation.oral_agreement": "oral:build", "mediation.agreement": "agreement:build",
                 "mediation.agreement_next": "agreement:build_next"}
        return [_build(build[one.paper])(loading.load_agreement(uow, one.id)) for one in file.agreements
                if one.form == form and one.state != "draft"]
    return all_of


def _ending(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    code = {"refused": "not_accepted", "terminated": "termination"}.get(_end_state(file), "")
    found = [_build(f"letters:{code}")(loading.load_ending(uow, file.dispute.id))] if code and _offered(uow, code) else []
    if file.dispute.undisputed and _offered(uow, "undisputed"):
        found.append(_build("consents:undisputed")(loading.load_ending(uow, file.dispute.id)))
    found += _each(Extension, "consents:extension", loading_file.load_extension, "extension")(uow, file)
    found += _each(Escalation, "reports:escalation", loading_file.load_escalation, "escalation_report")(uow, file)
    return found


def _correspondence(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    """Letters to offices and answers to them, the account of what was delivered, reports upwards."""
    found = []
    for letter in uow.session.scalars(select(Letter).where(Letter.dispute_id == file.dispute.id).order_by(Letter.id)):
        paper = "reply" if letter.kind == "reply" else "entrust"
        if _offered(uow, paper):
            found.append(_build(f"letters:{paper}")(loading_file.load_letter(uow, letter.id)))
    delivered = loading_file.load_deliveries(uow, file.dispute.id)
    if delivered.rows and _offered(uow, "delivery"):
        found.append(_build("receipts:delivery")(delivered))
    hard = file.dispute.difficulty in ("difficult", "major")
    for wanted, paper, build in ((hard, "difficult_report", "difficult"), (file.dispute.closed_on, "closing_report", "closing")):
        if wanted and _offered(uow, paper):
            found.append(_build(f"reports:{build}")(loading.load_ending(uow, file.dispute.id)))
    return found


def _end_state(file: CaseFile) -> str:
    if file.case.state in ("refused", "terminated"):
        return file.case.state
    return "terminated" if file.dispute.ended_ground and not file.in_force and file.dispute.accepted_on else ""


def _court(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    unit = any(party.kind == "organisation" for party in file.parties)
    path = "confirmation:build_unit" if unit else "confirmation:build"
    return _each(Confirmation, path, loading_file.load_confirmation)(uow, file)


def _file_note(uow: UnitOfWork, file: CaseFile) -> list[Document]:
    from plugins.mediation.documents.loading_note import load_file_note  # it looks at the parts here

    return [_build("binding:file_note")(load_file_note(uow, file.dispute.id))]


_PARTS: dict[str, Callable[[UnitOfWork, CaseFile], list[Document]]] = {
    "application": _case("application:build", lambda file: file.dispute.source == "application"),
    "acceptance": _case("acceptance:build", lambda file: file.dispute.accepted_on is not None),
    "rights": _case("rights:build", lambda file: file.dispute.rights_told_on is not None),
    "attorney": _case("consents:attorney", lambda file: any(party.agent for party in file.parties), "attorney"),
    "notice": _each(Plan, "letters:notice", loading_file.load_plan, "notice"),
    "investigation": _each(Investigation, "investigation:build", loading_file.load_investigation), "evidence": _evidence,
    "session": _sessions, "agreement": _agreements("written"), "oral": _agreements("oral"), "ending": _ending,
    "receipt": _each(Performance, "receipts:receipt", loading_file.load_receipt, "receipt"),
    "visit": _each(ReturnVisit, "return_visit:build", loading_file.load_visit), "court": _court, "other": _correspondence,
    "file_note": _file_note,
}
