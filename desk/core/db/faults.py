"""Database errors as the user's, the world's or ours; no server text with personal data gets through."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import exc
from sqlalchemy.orm.exc import StaleDataError

from desk.core.db.sqlite import file_fault
from desk.core.errors import Conflict, EnvironmentFault
from desk.core.i18n import _


@contextmanager
def translated(database: Any) -> Iterator[None]:
    """Turn driver errors inside the block into the desk's families; programming errors stay what they are."""
    try:
        yield
    except StaleDataError as error:
        raise Conflict(_("Somebody else saved this record while you were editing it.")) from error
    except exc.OperationalError as error:
        raise _operational(database, error) from None
    except exc.DBAPIError as error:
        if error.connection_invalidated:
            raise server_gone() from None
        raise


def _operational(database: Any, error: exc.OperationalError) -> EnvironmentFault:
    if database.dialect == "sqlite":
        return file_fault(error.orig or error, Path(database.location))
    return server_gone()


def server_gone() -> EnvironmentFault:
    """The database server does not answer; whether the last save arrived is asked by its request key."""
    return EnvironmentFault(_("The database server does not answer."),
                            advice=_("Check the network, then save again; nothing is saved twice."), retry=True)
