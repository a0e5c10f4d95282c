"""paper: from the record to the finished PDF, against Qt's own PDF writer on the same text, in one process, fonts warm."""

from collections.abc import Iterator

from desk.bench.figures import RATIO, Figure, Target
from desk.bench.hall import BenchHall
from desk.bench.processes import run_child
from desk.core.i18n import _
from desk.core.paths import DeskPaths

PAPER = "mediation.agreement"
MOST = 1.5


def measure(hall: BenchHall) -> Iterator[Figure]:
    """The agreement of a practice case."""
    with hall.practice() as folder:
        told = run_child("desk.bench.paper_child", str(DeskPaths(folder).data), PAPER)
    title = _("{paper}, {pages} pages, from record to PDF").format(paper=told["title"], pages=told["pages"])
    bare = _("Qt's PDF writer, {pages} pages").format(pages=told["bare_pages"])
    yield Figure(title, tuple(told["samples"]), bare, tuple(told["bare"]), Target(RATIO, MOST))
