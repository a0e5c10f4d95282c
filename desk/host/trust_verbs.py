"""Verbs that change whose plugins are known here: the right is asked for, the trail is written, the list is written last."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.secret import Secret
from desk.host.keys import fingerprint, public_key
from desk.host.trust import Trust

MANAGE = "desk.plugins.manage"


class TrustAct(StrEnum):
    """What is done to the list."""

    DISTRUST = "distrust"
    BLOCK = "block"
    UNBLOCK = "unblock"


@dataclass(frozen=True, slots=True)
class KeyWish:
    """A publisher's key to be trusted. folder: the data folder's place for keys; compared: with the publisher, by telephone."""

    folder: Path
    name: str
    key: str
    centre: bool
    compared: bool
    password: Secret


@dataclass(frozen=True, slots=True)
class ListWish:
    """Something else that is to happen to the list. what: a public key, a plugin's id, "id version" or a package's sha256."""

    folder: Path
    act: TrustAct
    what: str
    password: Secret


@verb("plugins.trust_key", permission=MANAGE)
def trust_key(uow: UnitOfWork, wish: KeyWish) -> None:
    """Trust a publisher's key, once its fingerprint was compared; UserError when it was not, or the key is blocked."""
    if not wish.compared:
        raise UserError(_("Call the publisher and compare the fingerprint first."), field="compared")
    try:
        key = public_key(wish.name.strip(), wish.key, centre=wish.centre)
    except ValueError as problem:
        raise UserError(_("Say whose key this is, in up to 60 signs."), field="name") from problem
    trust = Trust(wish.folder)
    if key.key in trust.read().blocked:
        raise UserError(_("This key is blocked here."), todo=_("Take it off the block list first, if that is right."))
    uow.trace("plugins.trust_key", "plugin", None, name=key.name, key=key.key, fingerprint=key.fingerprint, centre=key.centre)
    uow.touch("plugin", 0)
    trust.add(key, wish.password)


@verb("plugins.change_trust", permission=MANAGE)
def change_trust(uow: UnitOfWork, wish: ListWish) -> None:
    """Block something, take it off the block list, or trust a key no longer."""
    trust = Trust(wish.folder)
    known = {one.key: one.name for one in trust.read().keys}
    told = {"fingerprint": fingerprint(wish.what), "name": known[wish.what]} if wish.what in known else {}
    uow.trace(f"plugins.{wish.act}", "plugin", None, listed=wish.what, **told)
    uow.touch("plugin", 0)
    {TrustAct.DISTRUST: trust.distrust, TrustAct.BLOCK: trust.block,
     TrustAct.UNBLOCK: trust.unblock}[wish.act](wish.what, wish.password)
