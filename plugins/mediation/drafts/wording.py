"""What templates of agreements and a Word file that was read back hand to the verbs."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A hall's own wording; fields as in models.AgreementTemplate, id 0 for a new one."""

    title: str
    category: str = ""
    heads: dict[str, str] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
    closing: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class WordedDraft:
    """The words of a draft out of a Word file. version: of the draft they were compared with. closing: before the copies."""

    dispute_id: int
    agreement_id: int
    version: int
    facts: str
    clauses: tuple[str, ...]
    performance: str
    closing: str = ""
    file_name: str = ""
