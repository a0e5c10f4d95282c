"""What the collected papers and the dossier hand to the verbs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """One piece of evidence; id 0 for a new one. pages: sheets."""

    name: str
    id: int = 0
    kind: str = "document"
    given_by: str = ""
    pages: int | None = None
    original: bool = False
    proves: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceListDraft:
    """The whole list of evidence, in order."""

    dispute_id: int
    items: tuple[EvidenceDraft, ...]


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A return visit; id 0 for a new one; see models.ReturnVisit."""

    dispute_id: int
    visited_on: date
    party: str
    id: int = 0
    version: int = 0
    way: str = "door"
    state: str = "stable"
    performed: str = ""
    satisfied: str = ""
    findings: str = ""
    measures: str = ""
    visitor: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """A paper handed over; id 0 for a new one; see models.Delivery."""

    paper: str
    recipient: str
    id: int = 0
    way: str = "hand"
    on_date: date | None = None
    address: str = ""
    taken_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DeliveriesDraft:
    """All deliveries of a case, in order."""

    dispute_id: int
    items: tuple[DeliveryDraft, ...]


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter by which a case is passed on, or the answer to one; id 0 for a new one."""

    dispute_id: int
    kind: str
    office: str
    on_date: date
    text: str
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class FileDraft:
    """How the dossier is made up: grade, who bound and who checked it, what it lacks (卷宗情况说明), the cover's remark."""

    dispute_id: int
    grade: str = "short"
    filed_on: date | None = None
    filed_by: str = ""
    checked_by: str = ""
    file_note: str = ""
    file_remark: str = ""
    undisputed: str = ""


@dataclass(frozen=True, slots=True)
class DossierRowDraft:
    """A row of the contents list. need: "required", "agreement" (required when one was reached), "wanted". parts: codes."""

    title: str
    need: str = "wanted"
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScanDraft:
    """A scanned file. part: code of the dossier part it belongs to; signed: instead of the papers as drafted.

    stands_for: keys of the papers it shows (`file_papers.FilePaper.key`); naming any makes it a signed one.
    """

    dispute_id: int
    part: str
    file_name: str
    content: bytes
    title: str = ""
    signed: bool = False
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScanChangeDraft:
    """Where a scan belongs and which papers it shows, said anew; see ScanDraft."""

    id: int
    version: int
    part: str
    stands_for: tuple[str, ...] = ()
