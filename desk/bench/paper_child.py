"""A paper made by the desk and the same text by Qt, in turn. Run as `python -m desk.bench.paper_child FOLDER PAPER`."""

import json
import sys
from pathlib import Path
from typing import Any

from desk.bench.clocks import CpuClock
from desk.core.actor import system_actor
from desk.core.paths import DeskPaths

ROUNDS = 15


def main() -> None:
    """Warm both up, then time them in turn."""
    from PySide6.QtGui import QGuiApplication

    from desk.running import open_desk

    app = QGuiApplication(sys.argv)
    desk = open_desk(DeskPaths(Path(sys.argv[1])), lock=False)
    try:
        told = _measured(desk, sys.argv[2])
    finally:
        desk.close()
        del app
    sys.stdout.write(json.dumps(told, ensure_ascii=True) + "\n")


def _measured(desk: Any, paper: str) -> dict[str, Any]:
    from desk.bench.qt_paper import QtPaper
    from desk.core.documents.archive import preview

    order, document = _longest(desk, paper)
    qt, clock = QtPaper(document), CpuClock()

    def ours() -> Any:
        with desk.factory.reading(system_actor()) as uow:
            return preview(uow, order)

    pages = ours().pages
    qt.fill_pages(pages)
    bare_pages = qt.write()
    pairs = [(clock.time(ours)[0], clock.time(qt.write)[0]) for _round in range(ROUNDS)]
    return {"title": document.title, "pages": pages, "bare_pages": bare_pages,
            "samples": [one for one, _other in pairs], "bare": [other for _one, other in pairs]}


def _longest(desk: Any, paper: str) -> tuple[Any, Any]:
    """The order of the longest final paper of this kind that can be printed, and its document."""
    from desk.core.documents.archive import PrintOrder, preview
    from desk.core.documents.papers import paper_kind
    from desk.core.errors import UserError

    kind, found = paper_kind(paper), []
    with desk.factory.reading(system_actor()) as uow:
        highest = uow.session.connection().exec_driver_sql("SELECT max(id) FROM core_case").scalar() or 0
        for record_id in range(1, highest + 1):
            order = PrintOrder(paper, record_id)
            try:
                pages = preview(uow, order).pages
                data = kind.load(uow, record_id) if kind.load else None
            except UserError:
                continue
            found.append((pages, record_id, order, kind.build(data)))
    if not found:
        raise UserError("the practice data hold no such paper")
    return max(found, key=lambda one: one[:2])[2:]


if __name__ == "__main__":
    main()
