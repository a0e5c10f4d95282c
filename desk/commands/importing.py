"""desk import people FILE [--dry-run]: a residents' list, matched person by person; undo with --undo NUMBER."""

import argparse
from pathlib import Path
from typing import Any

from desk.commands.call import DONE, REFUSED, Call
from desk.core.collecting import collected_rarely
from desk.core.db.commands import execute
from desk.core.i18n import _

SHOWN = 20
"""Rejected rows told on the screen; a file or --json tells all."""


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("what", choices=["people"])
    parser.add_argument("file", nargs="?", type=Path, help=_("the spreadsheet: xlsx, xls, ods, csv or txt"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    parser.add_argument("--rejected", type=Path, metavar="FILE", help=_("write the rejected rows with their reasons as xlsx"))
    parser.add_argument("--undo", type=int, metavar="NUMBER", help=_("take a whole import back"))


def run(call: Call) -> int:
    """Exit code 1 when rows were rejected (the others are taken over all the same)."""
    from desk.core.errors import UserError
    from desk.core.exchange.people_import import undo_people_import

    with call.desk() as desk, collected_rarely():
        if call.args.undo is not None:
            report = execute(desk.factory, call.actor, undo_people_import, call.args.undo).result
            call.say(_("Import {n} was taken back.").format(n=report.batch_id), batch=report.batch_id)
            return DONE
        if call.args.file is None:
            raise UserError(_("Name the spreadsheet to bring in."))
        return _import(call, desk)


def _import(call: Call, desk: Any) -> int:
    from desk.core.exchange.batch import field_index
    from desk.core.exchange.heading import best_sheet
    from desk.core.exchange.people_import import PEOPLE_LIST, import_people, people_list, preview_people
    from desk.core.exchange.reading import read_tables

    tables = read_tables(call.args.file)
    with desk.factory.reading(call.actor) as uow:
        draft = people_list(uow, best_sheet(tables, field_index(uow, PEOPLE_LIST).knows), call.args.file)
        preview = preview_people(uow, draft)
    rejected = _tell_rejected(call, preview)
    batch = None
    if not call.args.dry_run:
        from desk.core.backup.archive import make_backup

        if desk.database.path:
            make_backup(desk.database.path, call.paths.backups, "before-import", call.clock, skip_unchanged=True)
        batch = execute(desk.factory, call.actor, import_people, preview).result.batch_id
    _tell(call, preview, batch)
    return REFUSED if rejected else DONE


def _tell_rejected(call: Call, preview: Any) -> int:
    """The rejected rows with their reasons, also as a file; told before anything is taken over. Answers how many."""
    from desk.core.exchange.export import write_xlsx
    from desk.core.exchange.verdicts import REJECTED, rejected_table

    rejected = preview.of(REJECTED)
    for row in rejected if getattr(call.args, "json", False) else rejected[:SHOWN]:
        call.say(_("Row {n}: {reasons}").format(n=row.number, reasons=" ".join(row.reasons)), row=row.number,
                 reasons=list(row.reasons))
    if call.args.rejected and rejected:
        write_xlsx(call.args.rejected, rejected_table(preview))
    return len(rejected)


def _tell(call: Call, preview: Any, batch: int | None) -> None:
    from desk.core.exchange.verdicts import TITLES

    counted = _(", ").join(f"{_(TITLES[verdict])} {count}" for verdict, count in preview.counts.items())
    done = _("Only tried: {counted}.") if batch is None else _("Import {n} done: {counted}.")
    call.say(done.format(n=batch, counted=counted), batch=batch, counts=dict(preview.counts))
