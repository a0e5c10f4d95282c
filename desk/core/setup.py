"""Making a data folder: everything asked first, then made beside and put in place in one step.

A crash half-way leaves a working file that the next start removes, never a half-made hall.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk.core.actor import system_actor
from desk.core.clock import Clock, SystemClock
from desk.core.db import copying
from desk.core.db.engine import open_database
from desk.core.db.lineage import Lineage
from desk.core.db.migrate import migrate_file, migrate_server
from desk.core.db.place import check_place
from desk.core.db.uow import UnitOfWork, UnitOfWorkFactory
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.participants import core_participants
from desk.core.paths import DeskPaths
from desk.core.staff.passwords import Strength, check_new


@dataclass(frozen=True, slots=True)
class HallDraft:
    """Answers of the first-run wizard. plugins: ids to switch on; words: series code → (number word, first number).

    grants: built-in role's code → rights that the chosen plugins propose for it.
    """

    community: str
    street: str = ""
    committee: str = ""
    hall: str = ""
    org_short: str = ""
    login: str = "admin"
    name: str = ""
    password: str = ""
    plugins: tuple[str, ...] = ()
    words: dict[str, tuple[str, int]] = field(default_factory=dict)
    grants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    practice: bool = False
    strength: Strength = Strength()


def check_draft(draft: HallDraft) -> None:
    """Raise UserError with a sentence for each field that is missing or too weak."""
    fields = {name: sentence for name, sentence in (
        ("community", _("Give the community's name.")), ("login", _("Give an account name.")),
        ("name", _("Give the administrator's name."))) if not str(getattr(draft, name)).strip()}
    try:
        check_new(draft.password, draft.login)
    except UserError as error:
        fields["password"] = error.what
    if fields:
        raise UserError(_("Some answers are missing."), fields=fields)


def make_hall(paths: DeskPaths, draft: HallDraft, lineages: Sequence[Lineage], clock: Clock,
              fill: Callable[[UnitOfWork], Any] | None = None) -> None:
    """Make the data file of `paths` from `draft`; `fill(uow)` may add practice data in the same step.

    Raises UserError for missing answers or a folder that already holds a hall, EnvironmentFault for a bad place.
    """
    check_draft(draft)
    check_place(paths.data)
    if paths.database.exists():
        raise UserError(_("This data folder already holds a hall."), todo=_("Choose another folder."))
    paths.data.mkdir(parents=True, exist_ok=True)
    work = paths.database.with_suffix(".making")
    copying.remove(work)
    try:
        migrate_file(work, lineages)
        _fill(work, draft, clock, fill)
        copying.replace_database(work, paths.database)
    finally:
        copying.remove(work)
    if os.name == "posix":
        paths.data.chmod(0o700)


def make_hall_on_server(url: str, draft: HallDraft, lineages: Sequence[Lineage], clock: Clock,
                        fill: Callable[[UnitOfWork], Any] | None = None) -> None:
    """As make_hall on PostgreSQL."""
    check_draft(draft)
    migrate_server(url, lineages)
    _fill(url, draft, clock, fill)


def name_of_hall(path: Path) -> str:
    """What the hall of a data file is called on the sign-in page."""
    from desk.core.db.community import Community

    database = open_database(path)
    try:
        with UnitOfWorkFactory(database, SystemClock(), ()).reading(system_actor()) as uow:
            community = uow.session.scalars(select(Community).order_by(Community.id)).first()
            return (community.hall or community.name) if community else ""
    finally:
        database.close()


def _fill(location: Path | str, draft: HallDraft, clock: Clock, fill: Callable[[UnitOfWork], Any] | None) -> None:
    database = open_database(location)
    try:
        factory = UnitOfWorkFactory(database, clock, core_participants())
        with factory.writing(system_actor()) as uow:
            _found(uow, draft)
            if fill:
                fill(uow)
        if database.dialect == "sqlite":
            with database.engine.connect() as connection:
                connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    finally:
        database.close()


def _found(uow: UnitOfWork, draft: HallDraft) -> None:
    """Community, roles, administrator, settings."""
    from desk.core.db.community import Community
    from desk.core.settings.service import ENABLED_PLUGINS, change_settings
    from desk.core.staff.service import AccountDraft, create_account, grant_declared, make_built_in_roles

    uow.add(Community(name=draft.community.strip(), street=draft.street.strip(), committee=draft.committee.strip(),
                      hall=draft.hall.strip(), org_short=draft.org_short.strip(), practice=draft.practice))
    roles = make_built_in_roles(uow)
    create_account(uow, AccountDraft(draft.login, draft.name, draft.password, roles=(roles["administrator"],),
                                     must_change=False), draft.strength)
    grant_declared(uow, dict(draft.grants))
    change_settings(uow, {ENABLED_PLUGINS: sorted(draft.plugins)})
    uow.trace("desk.set_up", "community", uow.actor.community_id, plugins=list(draft.plugins))
