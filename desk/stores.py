"""The data before they are opened for work, a file or a server: what a start asks of them, and bringing them up to date."""

from collections.abc import Callable, Sequence
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

    def applied(self) -> dict[str, str]:
        return headcheck.applied(self._paths.database)

    def enabled(self) -> set[str]:
        return headcheck.enabled_plugins(self._paths.database)

    def declarations(self) -> dict[str, dict[str, Any]]:
        return headcheck.declarations(self._paths.database)

    def names(self) -> dict[str, dict[str, str]]:
        return headcheck.plugin_names(self._paths.database)

    def told(self) -> dict[str, dict[str, Any]]:
        return headcheck.told_plugins(self._paths.database)

    def kinds(self) -> set[str]:
        return headcheck.kinds_of_matters(self._paths.database)

    def migrate(self, lineages: Sequence[Lineage]) -> list[str]:
        states = headcheck.compare(self.applied(), lineages)
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

    def applied(self) -> dict[str, str]:
        from desk.core.db.migrate import applied_on_server

        return self.ask(applied_on_server)

    def enabled(self) -> set[str]:
        from desk.core.db.migrate import enabled_on_server

        return self.ask(enabled_on_server)

    def declarations(self) -> dict[str, dict[str, Any]]:
        from desk.core.db.migrate import declarations_on_server

        return self.ask(declarations_on_server)

    def names(self) -> dict[str, dict[str, str]]:
        from desk.core.db.migrate import names_on_server

        return self.ask(names_on_server)

    def told(self) -> dict[str, dict[str, Any]]:
        from desk.core.db.migrate import told_on_server

        return self.ask(told_on_server)

    def kinds(self) -> set[str]:
        from desk.core.db.migrate import kinds_on_server

        return self.ask(kinds_on_server)

    def migrate(self, lineages: Sequence[Lineage]) -> list[str]:
        from desk.core.db.migrate import migrate_server

        return migrate_server(str(self.location), lineages)

    def ask(self, question: Callable[[Any], Any]) -> Any:
        """Put a question to an open connection."""
        from sqlalchemy.exc import OperationalError

        from desk.core.db.engine import open_database

        database = open_database(self.location)
        try:
            with database.engine.connect() as connection:
                return question(connection)
        except OperationalError as error:
            raise EnvironmentFault(_("The database server does not answer."),
                                   advice=_("Check the network and the address in desk.toml."), retry=True) from error
        finally:
            database.close()
