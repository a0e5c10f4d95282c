"""The two files of a hand-over, written where somebody says."""

from pathlib import Path
from typing import Any

from desk.api import translator
from desk.api.exchange import write_table
from desk.api.qt import JobContext, new_key
from plugins.volunteer.exchange.handing import read_hand_over

_ = translator("volunteer")


def write_files(ctx: Any, record_id: int) -> None:
    """Ask where, write "…志愿服务记录" there and "…志愿者" beside it."""
    path: Path | None = ctx.asker.save_file(_("Save the hours"), f"志愿服务记录-{record_id}.xlsx", "*.xlsx *.csv")
    if path is not None:
        ctx.jobs.work(write, record_id, path).labelled(_("Writing the files")).start()


def write(job: JobContext, record_id: int, path: Path) -> list[Path]:
    """Both tables; whole identity numbers are read for it and the trail says so."""
    files = job.execute(read_hand_over, record_id, key=new_key())
    beside = path.with_name(f"{path.stem}-志愿者{path.suffix}")
    write_table(path, files.hours)
    write_table(beside, files.volunteers)
    return [path, beside]
