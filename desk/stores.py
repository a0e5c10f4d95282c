"""The data before they are opened for work, a file or a server: what a start asks of them, and bringing them up to date."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk.core.clock import Clock
from desk.core.db import headcheck
from desk.core.db.lineage import Lineage
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _
from desk.core.paths import DeskPaths


class FileStore:
    """The data file before it is opened for work."""

    def __init__(self, paths: DeskPaths, clock: Clock) -> None:
        self._paths, self._clock = paths, clock
        self.location: str | Path = paths.database
        self._kept = False
        self._applied: dict[str, str] | None = None

    @contextmanager
    def asking(self) -> Iterator[headcheck.Answers]:
        """Put questions to the data, over one connection."""
        with headcheck.asking(self._paths.database) as answers:
            self._applied = answers.applied()  # `migrate` asks first of all, and nobody else changes it
            yield answers

    def migrate(self, lineages: Sequence[Lineage]) -> list[str]:
        applied, self._applied = self._applied, None
        states = headcheck.compare(headcheck.applied(self._paths.database) if applied is None else applied, lineages)
        if all(states[one.label] is headcheck.Head.CURRENT or not one.head() for one in lineages):
            return []
        from desk.core.db.migrate import migrate_file

        return migrate_file(self._paths.database, lineages, keep=self._keep)

    def _keep(self, path: Path) -> None:
        """One backup before the first migration of a start."""
        if not self._kept:
            from desk.core.backup.archive import make_backup

            make_backup(path, self._paths.backups, "before-update", self._clock)
            self._kept = True


class ServerStore:
    """The PostgreSQL database before it is opened for work."""

    def __init__(self, url: str) -> None:
        self.location: str | Path = url

    @contextmanager
    def asking(self) -> Iterator[Any]:
        """As FileStore's (ServerAnswers); EnvironmentFault where nobody answers."""
        from sqlalchemy.exc import OperationalError

        from desk.core.db.engine import open_database
        from desk.core.db.server_answers import ServerAnswers

        database = open_database(self.location)
        try:
            with database.engine.connect() as connection:
                yield ServerAnswers(connection)
        except OperationalError as error:
            raise EnvironmentFault(_("The database server does not answer."),
                                   advice=_("Check the network and the address in desk.toml."), retry=True) from error
        finally:
            database.close()

    def migrate(self, lineages: Sequence[Lineage]) -> list[str]:
        from desk.core.db.migrate import migrate_server

        return migrate_server(str(self.location), lineages)
