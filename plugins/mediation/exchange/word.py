"""The draft of an agreement as a Word file, for wording it by hand with the parties.

The file is nobody's archived print: once the parties have signed it, its scan is added as the signed paper. What was changed in
it can be read back into the draft (word_back.py).
"""

import hashlib
import uuid
from pathlib import Path
from typing import Any

from desk.api.db import UnitOfWork, verb
from desk.api.exchange import write_whole
from desk.api.papers import to_word
from plugins.mediation.documents import agreement as written
from plugins.mediation.documents import oral
from plugins.mediation.documents.loading import load_agreement
from plugins.mediation.kinds import AGREEMENT, WRITE
from plugins.mediation.models import Agreement
from plugins.mediation.service.intake import seen
from plugins.mediation.service.numbering import paper_of
from plugins.mediation.service.worded import draft_of

MARK = "desk.mediation.agreement"
_BUILD = {"mediation.agreement": written.build, "mediation.agreement_next": written.build_next,
          "mediation.oral_agreement": oral.build}


@verb("mediation.export_word", permission=WRITE)
def export_word(uow: UnitOfWork, dispute_id: int) -> int:
    """The newest draft goes out to be worded by hand; answers its id. Raises UserError when there is none: what is signed
    stays as it was signed (R13)."""
    seen(uow, dispute_id)
    draft = draft_of(uow, dispute_id)
    uow.trace("mediation.export_word", AGREEMENT, draft.id)
    return int(draft.id)


def word_of(uow: UnitOfWork, agreement_id: int) -> bytes:
    """The .docx of an agreement as it would be printed now."""
    found = uow.get(Agreement, agreement_id)
    return to_word(_BUILD[paper_of(uow, found)](load_agreement(uow, agreement_id)), mark_of(uow, found))


def mark_of(uow: UnitOfWork, draft: Agreement) -> str:
    """What the file bears, so that it is known when it comes back: which draft, in which version, of which hall's data."""
    kind = f"{uow.community.name}|{draft.dispute_id}|{draft.id}|{draft.created_at.isoformat()}"
    return f"{MARK}:{draft.id}:{draft.version}:{hashlib.sha256(kind.encode()).hexdigest()[:16]}"


def write_word(job: Any, dispute_id: int, path: Path) -> Path:
    """A long job: trace it, write the file whole or not at all; answers where."""
    agreement = job.execute(export_word, dispute_id, key=str(uuid.uuid4()))
    with job.reading() as uow:
        content = word_of(uow, agreement)
    path = path if path.suffix.lower() == ".docx" else path.with_name(path.name + ".docx")
    return write_whole(path, content)
