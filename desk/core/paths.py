"""Where things lie: one data folder holds everything a hall must not lose.

DATA/desk.db, desk.toml (settings before the database opens), backups/, drafts/, files/, plugins/, logs/, cache/, keys/.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
BACKUP_SUFFIX = ".deskbackup"
BUNDLED_PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def default_data_folder() -> Path:
    """DESK_DATA, else the system's place for a program's data."""
    named = os.environ.get("DESK_DATA")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Desk"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "desk"


@dataclass(frozen=True, slots=True)
class DeskPaths:
    """The data folder's inner places; nothing is created by asking."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "desk.db"

    @property
    def config(self) -> Path:
        return self.data / "desk.toml"

    @property
    def lock(self) -> Path:
        return self.data / "desk.lock"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def has_backups(self) -> bool:
        """Whether files called backups lie there; none is opened."""
        return any(self.backups.glob(f"*{BACKUP_SUFFIX}"))

    @property
    def drafts(self) -> Path:
        return self.data / "drafts"

    @property
    def files(self) -> Path:
        return self.data / "files"

    @property
    def plugins(self) -> Path:
        return self.data / "plugins"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def running(self) -> Path:
        """Stands while the window is open."""
        return self.data / "running"

    @property
    def archives(self) -> Path:
        """Data of plugins that are gone, written before they are deleted."""
        return self.data / "archives"

    @property
    def keys(self) -> Path:
        return self.data / "keys"

    @property
    def trial(self) -> Path:
        """A copy of the practice data in which a plugin is tried."""
        return self.data / "trial"

    @property
    def practice(self) -> Path:
        """The practice data's own folder, beside nothing real."""
        return self.data / "practice"
