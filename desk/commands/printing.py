"""desk print PAPER --record NUMBER --out FILE: a paper as PDF; --issue stores it with its number, --blank the empty form."""

import argparse
from pathlib import Path
from typing import Any

from desk.commands.call import DONE, Call
from desk.core.errors import UserError
from desk.core.i18n import _, translator


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("paper", nargs="?", default="", help=_("the paper's id, for example mediation.agreement; left out, "
                                                               "all are listed"))
    parser.add_argument("--record", default="", metavar="NUMBER", help=_("the record's number"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=_("the PDF to write"))
    parser.add_argument("--blank", action="store_true", help=_("the empty form"))
    parser.add_argument("--prefilled", action="store_true", help=_("filled in as far as known, to be completed by hand"))
    parser.add_argument("--issue", action="store_true", help=_("store it in the print archive; a number is given"))


def run(call: Call) -> int:
    """Write the PDF; what is issued is archived before the file is written."""
    from desk.core.db.copying import write_safely

    with call.desk() as desk:
        if not call.args.paper:
            return _list(call, desk)
        spec = _spec(desk, call.args.paper)
        if call.args.out is None:
            raise UserError(_("Say which PDF to write (--out FILE)."))
        title = translator(desk.contributions.papers.owner(spec.id))(spec.title)
        pdf, number, pages = _paper(call, desk, spec)
    write_safely(call.args.out, pdf)
    call.say(_("{title}: {pages} pages, {path}").format(title=title, pages=pages, path=call.args.out),
             path=str(call.args.out), number=number, pages=pages)
    return DONE


def _list(call: Call, desk: Any) -> int:
    for one in desk.contributions.papers:
        title = translator(one.plugin_id)(one.item.title)
        call.say(f"{one.item.id:<34} {title}", id=one.item.id, title=title, modes=one.item.modes)
    return DONE


def _paper(call: Call, desk: Any, spec: Any) -> tuple[bytes, str, int]:
    from desk.core.db.commands import execute
    from desk.core.documents.archive import PrintOrder, issue, preview
    from desk.core.documents.prints import get_print_bytes

    mode = "blank" if call.args.blank else "prefilled" if call.args.prefilled else "final"
    with desk.factory.reading(call.actor) as uow:
        record = 0 if call.args.blank else _record(desk, uow, spec, call.args.record)
        order = PrintOrder(spec.id, record, mode)
        if not call.args.issue:
            rendered = preview(uow, order)
            return rendered.pdf, "", rendered.pages
    stored = execute(desk.factory, call.actor, issue, order).result
    with desk.factory.reading(call.actor) as uow:
        return get_print_bytes(uow, stored.print_id), stored.number, stored.pages


def _spec(desk: Any, paper: str) -> Any:
    found = desk.contributions.papers.find(paper)
    if found is None:
        from difflib import get_close_matches

        every = [one.id for one in desk.contributions.papers.items()]
        near = ", ".join(get_close_matches(paper, every, n=8, cutoff=0.4))
        raise UserError(_("There is no paper called {name}.").format(name=paper),
                        todo=_("Perhaps one of these: {names}.").format(names=near) if near else
                        _("desk print without a name lists them all."))
    return found.item


def _record(desk: Any, uow: Any, spec: Any, number: str) -> int:
    owner = desk.contributions.papers.owner(spec.id)
    found = desk.host.resolve(owner, spec.find)(uow, number) if spec.find and number else None
    if found is None:
        raise UserError(_("There is no record with the number {number} for this paper.").format(number=number or "-"))
    return int(found)
