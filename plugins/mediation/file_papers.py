"""Which papers lie in a case's file under each part of the dossier, and which of them a scan stands for.

A scan may name the papers it shows, several at once: then it is bound instead of exactly those. Signed scans that name none
take the place of all papers of their part once there is one for each of them; fewer leave all papers in, for which of them is
the signed one nobody said, and a sheet bound twice is better than a sitting's record left out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.mediation.models import (
    Confirmation,
    Delivery,
    Escalation,
    Evidence,
    Extension,
    Investigation,
    Letter,
    Performance,
    Plan,
    ReturnVisit,
    Scan,
)
from plugins.mediation.paper_table import PAPERS
from plugins.mediation.queries import AgreementRow, CaseFile
from plugins.mediation.settings import setting

_BY_CODE = {paper.code: paper for paper in PAPERS}


@dataclass(frozen=True, slots=True)
class FilePaper:
    """A paper of the file. part: of the dossier; code: in the table of papers; record_id: whose it is; note: what tells it
    from another of its name.
    """

    part: str
    code: str
    record_id: int
    note: str = ""

    @property
    def key(self) -> str:
        """As a scan names it."""
        return f"{self.code}:{self.record_id}"

    @property
    def paper(self) -> str:
        """As the desk knows it."""
        return _BY_CODE[self.code].id

    @property
    def title(self) -> str:
        """The paper's own title and what tells it apart."""
        return " · ".join(filter(None, (_BY_CODE[self.code].title, self.note)))


def papers_of(uow: UnitOfWork, file: CaseFile, part: str, *, every: bool = False) -> tuple[FilePaper, ...]:
    """The papers of a part in the order they are bound; local ones only where the hall's setting offers them, unless `every`
    is asked for.
    """
    listed = _PARTS.get(part)
    found = (FilePaper(part, code, record_id, note) for code, record_id, note in (listed(uow, file) if listed else ()))
    return tuple(one for one in found if every or not _BY_CODE[one.code].local or setting(uow, f"paper_{one.code}"))


def all_papers(uow: UnitOfWork, file: CaseFile) -> tuple[FilePaper, ...]:
    """Every paper of the file, part by part."""
    return tuple(one for part in _PARTS for one in papers_of(uow, file, part))


def list_scans(uow: UnitOfWork, dispute_id: int) -> Sequence[Scan]:
    """The file's scans in the order they came."""
    return uow.session.scalars(select(Scan).where(Scan.dispute_id == dispute_id).order_by(Scan.id)).all()


def named_by(scans: Iterable[Scan]) -> dict[str, Scan]:
    """Key of a paper → the first scan that names it."""
    found: dict[str, Scan] = {}
    for scan in scans:
        for key in scan.stands_for:
            found.setdefault(key, scan)
    return found


def drafts_of(uow: UnitOfWork, file: CaseFile, part: str, scans: Sequence[Scan]) -> tuple[FilePaper, ...]:
    """Papers of the part that no scan takes the place of: they are bound as the record says them."""
    named = named_by(scans)
    rest = tuple(one for one in papers_of(uow, file, part) if one.key not in named)
    loose = sum(scan.signed and not scan.stands_for for scan in scans if scan.part == part)
    return () if loose >= len(rest) else rest


Found = list[tuple[str, int, str]]


def _case(code: str, wanted: Callable[[CaseFile], object]) -> Callable[[UnitOfWork, CaseFile], Found]:
    """A paper of the case itself, when it makes sense."""
    return lambda _uow, file: [(code, file.dispute.id, "")] if wanted(file) else []


def _each(model: type, code: str) -> Callable[[UnitOfWork, CaseFile], Found]:
    """One paper for each record of a kind; numbered when there are several."""
    def all_of(uow: UnitOfWork, file: CaseFile) -> Found:
        ids = uow.session.scalars(select(model.id).where(model.dispute_id == file.dispute.id).order_by(model.id)).all()  # type: ignore[attr-defined]
        return [(code, one, f"第{place}份" if len(ids) > 1 else "") for place, one in enumerate(ids, 1)]
    return all_of


def _kept(model: type, code: str) -> Callable[[UnitOfWork, CaseFile], Found]:
    """A list of records on one paper, when there are any."""
    return lambda uow, file: [(code, file.dispute.id, "")] if uow.session.scalars(
        select(model.id).where(model.dispute_id == file.dispute.id).limit(1)).first() is not None else []  # type: ignore[attr-defined]


def _sessions(_uow: UnitOfWork, file: CaseFile) -> Found:
    return [("session_record", one.id, f"第{one.number}次") for one in file.sessions]


def _agreements(form: str) -> Callable[[UnitOfWork, CaseFile], Found]:
    """Every version that was ever in force; later ones follow."""
    def versions(_uow: UnitOfWork, file: CaseFile) -> Found:
        made = [one for one in file.agreements if one.form == form and one.state != "draft"]
        return [(one.paper.removeprefix("mediation."), one.id, _which(one, len(made))) for one in made]
    return versions


def _which(one: AgreementRow, made: int) -> str:
    return "" if made < 2 else one.number or f"第{one.version}份"


def _ending(uow: UnitOfWork, file: CaseFile) -> Found:
    """The letter that ends it, facts nobody disputes, consents to more time, reports of danger."""
    here = file.dispute.id
    code = {"refused": "not_accepted", "terminated": "termination"}.get(_end_state(file), "")
    return [*([(code, here, "")] if code else []), *([("undisputed", here, "")] if file.dispute.undisputed else []),
            *_each(Extension, "extension")(uow, file), *_each(Escalation, "escalation_report")(uow, file)]


def _end_state(file: CaseFile) -> str:
    if file.case.state in ("refused", "terminated"):
        return file.case.state
    return "terminated" if file.dispute.ended_ground and not file.in_force and file.dispute.accepted_on else ""


def _correspondence(uow: UnitOfWork, file: CaseFile) -> Found:
    """Letters to offices and answers to them, the account of what was delivered, reports upwards."""
    here = file.dispute.id
    letters = uow.session.scalars(select(Letter).where(Letter.dispute_id == here).order_by(Letter.id))
    found = [("reply" if one.kind == "reply" else "entrust", one.id, one.office[:20]) for one in letters]
    found += _kept(Delivery, "delivery")(uow, file)
    hard = file.dispute.difficulty in ("difficult", "major")
    return found + [(code, here, "") for wanted, code in ((hard, "difficult_report"),
                                                          (file.dispute.closed_on, "closing_report")) if wanted]


def _court(uow: UnitOfWork, file: CaseFile) -> Found:
    unit = any(party.kind == "organisation" for party in file.parties)
    return _each(Confirmation, "confirmation_unit" if unit else "confirmation")(uow, file)


_PARTS: dict[str, Callable[[UnitOfWork, CaseFile], Found]] = {
    "application": _case("application", lambda file: file.dispute.source == "application"),
    "acceptance": _case("acceptance", lambda file: file.dispute.accepted_on),
    "rights": _case("rights", lambda file: file.dispute.rights_told_on),
    "attorney": _case("attorney", lambda file: any(party.agent for party in file.parties)),
    "notice": _each(Plan, "notice"), "investigation": _each(Investigation, "investigation"),
    "evidence": _kept(Evidence, "evidence"), "session": _sessions, "agreement": _agreements("written"),
    "oral": _agreements("oral"), "ending": _ending, "receipt": _each(Performance, "receipt"),
    "visit": _each(ReturnVisit, "return_visit"), "court": _court, "other": _correspondence,
    "file_note": _case("file_note", lambda _file: True),
}
