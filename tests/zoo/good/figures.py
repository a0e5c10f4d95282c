"""What the notes' table counts."""

from typing import Any

from desk.api.statistics import RecordLine, Scope


def notes(uow: Any, scope: Scope) -> list[Any]:
    return []


def lines(uow: Any, ids: Any) -> list[RecordLine]:
    return []
