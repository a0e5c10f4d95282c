"""What a quarrel that comes back and the phrase library hand to the verbs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AgainDraft:
    """A settled quarrel came back and becomes a case of its own, with the same parties. requests: what is asked for now."""

    earlier_id: int
    summary: str
    applied_on: date | None = None
    requests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseDraft:
    """A phrase of the hall's library. use: the field it is offered beside, see phrase_uses.USES; id 0: a new one."""

    use: str
    text: str
    id: int = 0
