"""A court's list comes in as a file: dry run, one transaction, undone whole. The same number of a court stands once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, select, tuple_

from desk.api import N_, UserError, clean, clean_note, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import (
    NEW,
    ImportBatch,
    ImportField,
    ImportReport,
    KeyedImporter,
    KeyedRow,
    ListImport,
    Preview,
    SourceRow,
    ids_of,
    silent,
)
from plugins.mediation.court_limits import BEFORE, STAGES
from plugins.mediation.exchange.cells import read_category, read_choice, read_day
from plugins.mediation.joint_kinds import COURT_MATTER
from plugins.mediation.kinds import WRITE
from plugins.mediation.models import CourtMatter
from plugins.mediation.service.court_list import HEADINGS
from plugins.mediation.service.joint import save_court_matter

_ = translator("mediation")
LIST_NAME = "法院委派委托调解清单"
_TITLES = {"number": N_("Court's number"), "cause": N_("Cause"), "plaintiff": N_("Plaintiff"), "defendant": N_("Defendant"),
           "judge": N_("Judge"), "until": N_("Limit"), "received_on": N_("Received on"), "text": N_("What happened")}
_DAYS = ("until", "received_on")
FIELDS = (
    ImportField("court", N_("Court"), ("法院", "委派法院", "受诉法院", "移送法院", "法院名称"), required=True),
    *(ImportField(name, _TITLES[name], words, required=name == "number", kind="date" if name in _DAYS else "text")
      for name, words in HEADINGS.items()),
    ImportField("stage", N_("Sent by the court"), ("移送方式", "委派委托", "程序")),
)
_TEXTS = ("court", "number", "cause", "plaintiff", "defendant", "judge")
_STAGE_WORDS = ((BEFORE, "委派"), ("ordinary", "普通程序"), ("summary", "简易程序"), ("ordinary", "委托"))


class CourtList(KeyedImporter):
    """The importer; a matter that stands already, by court and number, is left as it is."""

    kind = "mediation.court_list"
    record_kind = COURT_MATTER
    fields = FIELDS

    def row(self, source: SourceRow, today: date) -> KeyedRow:
        """Each for itself."""
        return _read(source, today)

    def known(self, uow: UnitOfWork, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """By court and number."""
        rows = uow.session.execute(select(CourtMatter.court, CourtMatter.number, CourtMatter.id).where(
            tuple_(CourtMatter.court, CourtMatter.number).in_(keys)))
        return {(court, number): row_id for court, number, row_id in rows}

    def add(self, uow: UnitOfWork, draft: dict[str, Any]) -> int:
        """Through the verb every matter goes through."""
        return save_court_matter(uow, draft)

    def labels(self, uow: UnitOfWork, record_ids: Sequence[int]) -> dict[int, str]:
        """Numbers of those that are still there."""
        return {row_id: number for row_id, number in uow.session.execute(
            select(CourtMatter.id, CourtMatter.number).where(CourtMatter.id.in_(record_ids)))}

    def undo(self, uow: UnitOfWork, batch: ImportBatch, progress: Any) -> None:
        """Take the matters back, unless one became a case or was answered since."""
        ids = [row_id for row_id in uow.session.scalars(ids_of(batch, NEW)) if row_id is not None]
        mine = list(uow.session.scalars(select(CourtMatter).where(CourtMatter.id.in_(ids))))
        touched = [one.number for one in mine if one.dispute_id or one.returned_on or one.version > 1]
        if touched:
            raise UserError(_("These matters were worked on since: {names}.").format(names="、".join(touched[:5])),
                            todo=_("Tell the court the result, or correct them one by one."))
        uow.session.execute(delete(CourtMatter).where(CourtMatter.id.in_(ids)))
        uow.session.expire_all()
        uow.touch(COURT_MATTER, *ids)


COURT_LIST = CourtList()
LIST = ListImport(COURT_LIST, LIST_NAME, WRITE)
preview_court_list = LIST.preview


@verb("mediation.import_court_list", permission=WRITE)
def import_court_list(uow: UnitOfWork, seen: Preview, progress: Any = silent) -> ImportReport:
    """Take the list over as the preview showed, in one transaction."""
    return LIST.take(uow, seen, progress)


@verb("mediation.undo_court_list", permission=WRITE)
def undo_court_list(uow: UnitOfWork, batch_id: int, progress: Any = silent) -> ImportReport:
    """Take a whole list back; refused once one of its matters was worked on."""
    return LIST.undo(uow, batch_id, progress)


def _read(source: SourceRow, today: date) -> KeyedRow:
    cells, problems = source.values, list[str]()
    values: dict[str, Any] = {name: clean(cells.get(name, "")) for name in _TEXTS}
    values["text"] = clean_note(cells.get("text", ""))
    values["category"] = read_category(values["cause"])
    values["stage"] = read_choice(cells.get("stage", ""), _STAGE_WORDS, STAGES[0].code)
    values["received_on"] = read_day(cells.get("received_on", ""), today, problems) or today
    values["until"] = read_day(cells.get("until", ""), today, problems, future=True)
    for name, sentence in (("court", _("No court is named.")), ("number", _("It has no number."))):
        if not values[name]:
            problems.append(sentence)
    if values["until"] and values["until"] < values["received_on"]:
        problems.append(_("Its limit lies before the day it was received."))
    label = " ".join(filter(None, (values["number"], values["plaintiff"], values["defendant"])))
    return KeyedRow(source.number, (values["court"], values["number"]), label, values, tuple(problems))
