"""desk bench [NAME …]: measure this computer against the bare things, on invented residents."""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from desk.commands.call import DONE, Call
from desk.core.errors import UserError
from desk.core.i18n import N_, _

#: name → (module with `measure(hall)`, what it measures)
BENCHMARKS: dict[str, tuple[str, str]] = {
    "start": ("desk.bench.starting", N_("first window, usable list")),
    "search": ("desk.bench.finding", N_("first fifty hits")),
    "list": ("desk.bench.listing", N_("moving about in the list, the box")),
    "import": ("desk.bench.importing", N_("a workbook of residents")),
    "save": ("desk.bench.saving", N_("edit and save one resident")),
    "paper": ("desk.bench.paper", N_("an agreement as PDF")),
    "votes": ("desk.bench.voting", N_("ten thousand ballots counted")),
}
ALL = "all"
ROWS = 100_000


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of the verb."""
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*benchmarks(), ALL)))
    parser.add_argument("--rows", type=int, default=ROWS, metavar="N",
                        help=_("invented residents, 100000 unless said; a million takes minutes to make, once"))
    parser.add_argument("--postgres", default="", metavar="URL",
                        help=_("a PostgreSQL server on which databases may be made; they are named desk_bench_…"))


def benchmarks() -> tuple[str, ...]:
    """Those of the desk, and bundled plugins that measure something, called by their ids."""
    from desk.bench.plugged import names

    return (*BENCHMARKS, *names())


def _figures(name: str, hall: Any) -> Any:
    if name in BENCHMARKS:
        return import_module(BENCHMARKS[name][0]).measure(hall)
    return import_module("desk.bench.plugged").measure(hall, name)


def run(call: Call) -> int:
    """Print a table, or one JSON object a figure. Always exit code 0: a target missed is a figure, not a failure."""
    from desk.bench.hall import ready
    from desk.bench.table import lines

    names = _chosen(call.args.names)
    if call.args.rows < 1:
        raise UserError(_("At least one resident is needed."))
    base = Path(call.args.data).expanduser().absolute() if call.args.data else None
    hall = ready(call.args.rows, base, call.args.postgres, call.clock)
    as_json = getattr(call.args, "json", False)
    if not as_json:
        call.say(_("{engine}, {rows} invented residents, in {path}. ms: CPU milliseconds.").format(
            engine=hall.engine, rows=f"{hall.rows:,}", path=hall.paths.data))
    figures: list[Any] = []
    for name in names:
        for figure in _figures(name, hall):
            figures.append(figure)
            if as_json:
                call.say(figure.what, benchmark=name, engine=hall.engine, rows=hall.rows, **figure.as_data())
    if not as_json:
        call.say("\n".join(lines(figures)))
    return DONE


def _chosen(names: list[str]) -> list[str]:
    unknown = [name for name in names if name not in (*benchmarks(), ALL)]
    if unknown:
        raise UserError(_("There is no benchmark called {name}.").format(name=unknown[0]),
                        todo=_("There are: {names}.").format(names=", ".join((*benchmarks(), ALL))))
    if ALL in names:
        return list(benchmarks())
    return list(dict.fromkeys(names)) or list(BENCHMARKS)
