"""The hall's phrase library: kept as one list, in the order it is offered."""

from collections.abc import Sequence

from sqlalchemy import select

from desk.api import clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts.later import PhraseDraft
from plugins.mediation.kinds import ALL
from plugins.mediation.models import Phrase
from plugins.mediation.phrase_uses import USES

_ = translator("mediation")


def list_phrases(uow: UnitOfWork) -> list[Phrase]:
    """Every phrase, by the field it belongs to, then as entered."""
    order = [use for use, _title in USES]
    rows = uow.session.scalars(select(Phrase).order_by(Phrase.id)).all()
    return sorted(rows, key=lambda row: (order.index(row.use) if row.use in order else len(order), row.id))


@verb("mediation.set_phrases", permission=ALL)
def set_phrases(uow: UnitOfWork, drafts: Sequence[PhraseDraft]) -> int:
    """The library as it stands now; those no longer named go. Answers how many there are."""
    marks, seen = {}, set[tuple[str, str]]()
    for place, one in enumerate(drafts):
        text = clean_note(one.text)
        if one.use not in dict(USES):
            marks[f"phrases.{place}.use"] = _("Choose the field it is offered beside.")
        if not text:
            marks[f"phrases.{place}.text"] = _("Write the phrase.")
        elif (one.use, text) in seen:
            marks[f"phrases.{place}.text"] = _("This phrase stands here twice.")
        seen.add((one.use, text))
    refuse_marked(marks)
    have = {row.id: row for row in list_phrases(uow)}
    for one in drafts:
        row = have.pop(one.id, None) or Phrase()
        row.use, row.text = one.use, clean_note(one.text)
        uow.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()
    uow.trace("mediation.set_phrases", "mediation.phrase", None, phrases=len(drafts), gone=len(have))
    return len(drafts)
