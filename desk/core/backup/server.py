"""Backups of a PostgreSQL server: pg_dump where it is installed, else the age of the last dump is what we can tell."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from desk.core.clock import Clock, hall_time
from desk.core.errors import EnvironmentFault
from desk.core.i18n import _

SUFFIX = ".pgdump"


def dump_server(url: str, folder: Path, clock: Clock) -> Path:
    """Write a custom-format dump; EnvironmentFault when pg_dump is not here or says no."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise EnvironmentFault(_("pg_dump is not installed on this computer."),
                               advice=_("Let whoever looks after the server make its backup, or install the PostgreSQL "
                                        "client."))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"desk-{hall_time(clock.now()):%Y%m%d-%H%M%S}{SUFFIX}"
    working = target.with_suffix(".part")
    done = subprocess.run([tool, "--format=custom", f"--file={working}", f"--dbname={url}"], capture_output=True, check=False)
    if done.returncode:
        working.unlink(missing_ok=True)
        raise EnvironmentFault(_("The server's backup could not be made."), retry=True,
                               advice=_("Check the address in desk.toml and that pg_dump fits the server's version."))
    working.replace(target)
    return target


def last_dump(folder: Path) -> datetime | None:
    """When the newest dump here was made, None when there is none."""
    from datetime import UTC

    newest = max((path.stat().st_mtime for path in folder.glob(f"*{SUFFIX}")), default=None)
    return None if newest is None else datetime.fromtimestamp(newest, UTC)
