"""Every core table in one place, for migrations, the drift check and the tests that walk all tables."""

from importlib import import_module

from sqlalchemy import MetaData

from desk.core.db.base import Base

MODEL_MODULES = (
    "desk.core.db.community", "desk.core.db.commands", "desk.core.staff.model", "desk.core.audit.model",
    "desk.core.settings.model",
    "desk.core.people.model", "desk.core.search.model", "desk.core.documents.archive_model",
    "desk.core.calendar.model", "desk.core.files.model", "desk.core.cases.model", "desk.core.places.model",
    "desk.core.organisations.model", "desk.core.exchange.model", "desk.core.ballots.model", "desk.core.meetings.model",
    "desk.core.ledgers.model", "desk.core.timesheets.model", "desk.core.scores.model", "desk.core.statistics.model",
    "desk.core.visits.model", "desk.core.tables.model",
    "desk.core.plugins.model",
)


def core_metadata() -> MetaData:
    """The metadata with all of core's tables loaded."""
    for name in MODEL_MODULES:
        try:
            import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name != name:
                raise
    return Base.metadata
