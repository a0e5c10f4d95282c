"""desk plugin key new FILE | trust FILE | distrust KEY | block WHAT | unblock WHAT | list."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.commands.call import DONE, Call
from desk.commands.plugin.given import password, places_of
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.trust import Trust


def key(call: Call) -> int:
    """Make a key, trust one or no longer, block something or no longer, or show what is trusted."""
    act = _ACTS.get(call.args.id)
    if act is None or (act is not show and not call.args.more):
        raise UserError(_("Say what to do: key new FILE, key trust FILE, key distrust KEY, key block WHAT, key unblock WHAT, "
                          "key list."))
    act(call)
    return DONE


def make(call: Call) -> None:
    """The private key into FILE, the public one beside it, to be handed on."""
    from desk.host.keys import new_key

    made = new_key(Path(call.args.more), call.args.name, password(call))
    call.say(_("The key {fingerprint} is made. Keep the private file to yourself; hand on the .deskkey file.").format(
        fingerprint=made.fingerprint), key=made.key)


def trust(call: Call) -> None:
    """Trust the publisher whose public key FILE holds."""
    from desk.host.keys import load_public

    trusted = replace(load_public(Path(call.args.more)), centre=call.args.centre)
    told = {"name": trusted.name, "key": trusted.key, "fingerprint": trusted.fingerprint, "centre": trusted.centre}
    with _noting(call, "trust_key", **told) as list_of_keys:
        now = list_of_keys.add(trusted, password(call))
    call.say(_("{name} is trusted now (key {fingerprint}).").format(name=trusted.name, fingerprint=trusted.fingerprint),
             key=trusted.key)
    call.say(now.sentence, place=str(now.place))


def block(call: Call) -> None:
    """Never install WHAT again: a plugin's id, "id version", a package's sha256 or a public key."""
    with _noting(call, "block", listed=call.args.more) as trust:
        trust.block(call.args.more, password(call))
    call.say(_("{name} is on the block list.").format(name=call.args.more), blocked=call.args.more)


def unblock(call: Call) -> None:
    """Take WHAT off the block list, as the list writes it."""
    if call.args.more not in places_of(call).trust.read().blocked:
        raise UserError(_("{name} is not on the list.").format(name=call.args.more), todo=_("desk plugin key list shows it."))
    with _noting(call, "unblock", listed=call.args.more) as trust:
        trust.unblock(call.args.more, password(call))
    call.say(_("{name} is off the block list.").format(name=call.args.more), unblocked=call.args.more)


def distrust(call: Call) -> None:
    """Trust a key no longer, named by its fingerprint or its publisher."""
    wanted = call.args.more.replace(" ", "").casefold()
    fitting = [known for known in places_of(call).trust.read().keys
               if wanted in (known.fingerprint.replace(" ", ""), known.name.replace(" ", "").casefold(), known.key.casefold())]
    if len(fitting) != 1:
        raise UserError(_("{name} is not on the list.").format(name=call.args.more), todo=_("desk plugin key list shows it."))
    known = fitting[0]
    with _noting(call, "distrust", listed=known.key, name=known.name, fingerprint=known.fingerprint) as trust:
        trust.distrust(known.key, password(call))
    call.say(_("{name} is no longer trusted.").format(name=known.name), key=known.key)


def show(call: Call) -> None:
    """Where the list is kept, whom it trusts and what it blocks."""
    now = places_of(call).trust.read()
    call.say(now.sentence, place=str(now.place))
    for known in now.keys:
        call.say(f"{known.fingerprint}  {known.name}", key=known.key, name=known.name, centre=known.centre)
    for what in now.blocked:
        call.say(_("{name} is on the block list.").format(name=what), blocked=what)


@contextmanager
def _noting(call: Call, act: str, **detail: Any) -> Iterator[Trust]:
    """The list to be changed, with a line for the audit trail that waits until the data open next."""
    from desk.host.trust_trail import noting

    trust = places_of(call).trust
    with noting(trust, call.actor, call.clock, f"plugins.{act}", **detail):
        yield trust


_ACTS: dict[str, Callable[[Call], None]] = {"new": make, "trust": trust, "distrust": distrust, "block": block,
                                           "unblock": unblock, "list": show}
ACTS = {"key": key}
