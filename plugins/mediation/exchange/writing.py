"""A record as a file: CSV for spreadsheets and platforms, JSON for programs."""

import json
import uuid
from pathlib import Path
from typing import Any

from desk.api.exchange import ExportColumn, ExportTable, write_csv, write_whole
from plugins.mediation.exchange.gbt31000 import export_case


def write_record(job: Any, dispute_id: int, path: Path) -> Path:
    """A long job: read the case, trace it, write the file whole or not at all; answers where."""
    record = job.execute(export_case, dispute_id, key=str(uuid.uuid4()))
    return save_record(record, path)


def save_record(record: dict[str, str], path: Path) -> Path:
    """By the file's ending: .json, else CSV with the element names as its heading."""
    if path.suffix.lower() == ".json":
        return write_whole(path, json.dumps(record, ensure_ascii=False, indent=2).encode())
    path = path if path.suffix else path.with_suffix(".csv")
    write_csv(path, ExportTable("GB/T 31000", tuple(ExportColumn(name, 18) for name in record), [tuple(record.values())]))
    return path
