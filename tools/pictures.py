"""Draw every page and paper for looking at: python -m tools.pictures [FOLDER] [--only WORD]

Makes practice data in a temporary folder, opens the real window without a screen at 1366×768, goes through every page that the
sidebar or a record can open, and prints every paper of the practice records, blank and filled, as PNG.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, signature
from pathlib import Path
from typing import Any

from desk.host import lifecycle
from tools.picture_ways import find_ways

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1366, 768)
PATIENCE = 15.0
RECORDS, SOME = range(1, 400), range(1, 120)
"""Ids of practice records that are tried for papers, and for pages."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("pictures"))
    parser.add_argument("--only", default="", help="pages and papers whose id holds this word")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    lifecycle.PATIENCE = sys.maxsize  # a plugin that fails on one page is drawn on the others all the same
    with tempfile.TemporaryDirectory() as work:
        shell = opened(Path(work))
        try:
            draw_pages(shell, given.folder, given.only)
            draw_papers(shell.desk.running, given.folder, given.only)
            tell_failures(shell.desk.running.host)
        finally:
            shell.end()


def opened(folder: Path) -> Any:
    """The window on practice data, signed in."""
    from desk.bootstrap import make_opening
    from desk.commands.demo import LOGIN, PASSWORD, make_practice
    from desk.core.clock import SystemClock
    from desk.core.paths import DeskPaths
    from desk.shell.app import Shell
    from desk.shell.environment import make_application
    from desk.shell.faults import FaultHook

    paths = DeskPaths(folder)
    make_practice(paths, SystemClock())
    app = make_application(["desk"])
    shell = Shell(make_opening(paths, practice=True), FaultHook(app))
    shell.begin()
    shell.window.resize(*SIZE)
    shell.window.show()
    settle(lambda: shell.desk is not None)
    shell.window.sign_in.login.setText(LOGIN)
    shell.window.sign_in.password.setText(PASSWORD)
    shell.window.sign_in.password.returnPressed.emit()
    settle(lambda: shell.window.frame is not None)
    return shell


def settle(done: Callable[[], bool] = lambda: True, pause: float = 0.4) -> None:
    """Let the window work until `done`, then a moment longer."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not done():
        QApplication.processEvents()
        time.sleep(0.01)
    end = time.monotonic() + pause
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def draw_pages(shell: Any, folder: Path, only: str) -> None:
    """Every entry of the navigation; those that show a record with one that is there."""
    pages, ways = shell.window.frame.pages, find_ways(shell.desk)
    for one in shell.desk.contributions.nav:
        entry = one.item
        if only not in entry.id:
            continue
        for args in ways_in(shell.desk.running, entry, ways.get(entry.id, {})):
            pages.open(entry.id, **args)
            settle(pause=0.5)
            settle(lambda: shell.jobs.idle)
            name = folder / f"page.{entry.id}{'.1' if args else ''}.png"
            shell.window.grab().save(str(name))
            sys.stdout.write(f"{name}\n")


def tell_failures(host: Any) -> None:
    """What went wrong in plugins while their pages were drawn."""
    for record in host.records:
        for failure in record.failures:
            sys.stdout.write(f"FAILED {failure.report()}\n")


def ways_in(running: Any, entry: Any, way: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a page is opened with: nothing, the practice record it has most to say of, or once each; as a way to it says where
    that says more than a record.

    Never what the window itself would not do: a page that cannot start without a record would be noted as a fault of its
    plugin, and after some faults no page of that plugin is opened any more.
    """
    from desk.core.actor import system_actor
    from desk.core.dotted import resolve

    page = resolve(entry.view)
    if isinstance(page, type):
        wants = signature(page).parameters.get("record_id")
        if wants is None or wants.default is not Parameter.empty:
            yield {}
        if wants is not None:
            yield way or {"record_id": 1}
        return
    load = getattr(page, "load", None)
    with running.factory.reading(system_actor()) as uow:
        known = {record: said(load, uow, record) for record in (None, *SOME, *months(uow))} if load else {None: 0}
    if known.pop(None) >= 0:
        yield {}
    best = max(known, key=lambda record: known[record], default=None)
    if len(way) > 1:
        yield way
    elif best is not None and known[best] >= 0:
        yield {"record_id": best}


def said(load: Callable[..., Any], uow: Any, record: int | None) -> int:
    """How much a page says of a record; -1 when there is none, or when it cannot begin without one."""
    from desk.core.errors import DeskError

    try:
        return len(repr(load(uow, record)))
    except (DeskError, ValueError, TypeError, AttributeError, LookupError):
        return -1


def months(uow: Any) -> tuple[int, int]:
    """This month and last December, as pages and papers of a month name them."""
    today = uow.clock.today()
    return today.year * 100 + today.month, (today.year - 1) * 100 + 12


def draw_papers(running: Any, folder: Path, only: str) -> None:
    """Every paper, blank and for the first record that has one."""
    from desk.core.actor import system_actor

    with running.factory.reading(system_actor()) as uow:
        for one in running.contributions.papers:
            if only in one.item.id:
                for mode, pdf in renderings(uow, one.item):
                    draw_pdf(pdf, folder / f"paper.{one.item.id}.{mode}")


def renderings(uow: Any, spec: Any) -> Iterator[tuple[str, bytes]]:
    """(mode, PDF) of the blank form and of the last practice record that can be printed."""
    from desk.core.documents.archive import PrintOrder, preview
    from desk.core.errors import DeskError

    if "blank" in spec.modes:
        yield "blank", preview(uow, PrintOrder(spec.id, 0, "blank")).pdf
    filled = "final" if "final" in spec.modes else "prefilled"
    for record in (*reversed(RECORDS), *months(uow)):
        try:
            yield filled, preview(uow, PrintOrder(spec.id, record, filled)).pdf
            return
        except (DeskError, ValueError):
            continue


def draw_pdf(pdf: bytes, stem: Path) -> None:
    """Each page as PNG at 72 dpi."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        name = stem.with_name(f"{stem.name}.{number + 1}.png")
        document[number].render(scale=1).to_pil().save(name)
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
