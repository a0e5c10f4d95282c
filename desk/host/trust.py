"""Whose plugins are known here: trusted public keys and the block list, and where they are kept.

Where the computer's administrator made a folder for them, only the keys in it count: the desk's users cannot write there.
Otherwise they lie in the data folder, sealed by a password: an edit shows, but whoever may write to that folder can replace
the whole list. The plugin page says which of the two it is.
"""

import base64
import binascii
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import N_, _
from desk.core.secret import Secret
from desk.host.keys import PublicKey, fingerprint, locked, public_key, unlocked, write_file
from desk.host.package import Package
from desk.host.package_seal import public_text

LIST = "trusted-plugins.json"


class Place(StrEnum):
    """Where the list lies."""

    SYSTEM = "system"
    SEALED = "sealed"
    NOWHERE = "nowhere"
    BROKEN = "broken"


PLACE_WORDS: dict[Place, str] = {
    Place.SYSTEM: N_("Trusted keys are kept in a folder of this computer's administrator; nobody at the desk can change them."),
    Place.SEALED: N_("Trusted keys are kept in the data folder, sealed with a password. An edit would show; whoever may write "
                     "to the folder could replace the whole list."),
    Place.NOWHERE: N_("No publisher is trusted yet, so an administrator confirms each plugin."),
    Place.BROKEN: N_("The list of trusted keys was changed without its password; it does not count until it is put right."),
}


class Signer(StrEnum):
    """What a package's signature says here."""

    CENTRE = "centre"
    KNOWN = "known"
    FOREIGN = "foreign"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class TrustList:
    """The list as it stands. blocked: plugin ids, "id version", sha256 of packages, public keys."""

    place: Place
    keys: tuple[PublicKey, ...] = ()
    blocked: tuple[str, ...] = ()

    def signer(self, key: str) -> tuple[Signer, str]:
        """What a signature by `key` ("" for none) says here, and the signer's name as the list knows it."""
        if not key:
            return Signer.UNSIGNED, ""
        for known in self.keys:
            if known.key == key:
                return (Signer.CENTRE if known.centre else Signer.KNOWN), known.name
        return Signer.FOREIGN, ""

    def is_blocked(self, package: Package) -> bool:
        """Whether the block list names the package, its plugin, its version or its signer."""
        return bool(self.why_blocked(package.manifest.id, package.manifest.version, package.key, package.sha256))

    def why_blocked(self, plugin_id: str, version: str, key: str, sha256: str) -> str:
        """Why the block list keeps a plugin from running, as a sentence; "" when it does not."""
        if key and key in self.blocked:
            return _("The key of its publisher ({fingerprint}) is blocked here.").format(fingerprint=fingerprint(key))
        if {plugin_id, f"{plugin_id} {version}", sha256 or "-"} & set(self.blocked):
            return _("It is on the block list of this computer.")
        return ""

    @property
    def sentence(self) -> str:
        """Where it lies, for the plugin page."""
        return _(PLACE_WORDS[self.place])

    @property
    def advice(self) -> str:
        """How to go on where the list cannot be changed in the window."""
        if self.place is Place.BROKEN:
            return _("Take the file {name} away and trust the keys anew.").format(name=LIST)
        return _("The computer's administrator changes them at the command line: desk plugin key trust FILE, desk plugin key "
                 "block WHAT.")


def signer_words(signer: Signer, name: str, key: str) -> str:
    """The signature's state as a sentence."""
    if signer is Signer.CENTRE:
        return _("Signed by this centre.")
    if signer is Signer.KNOWN:
        return _("Signed by {name}, a known publisher.").format(name=name)
    if signer is Signer.FOREIGN:
        return _("Signed by somebody this desk does not know (key {fingerprint}).").format(fingerprint=fingerprint(key))
    return _("Not signed: nobody can say who made it.")


def system_folder() -> Path:
    """Where a computer's administrator keeps trusted keys; need not exist."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Desk"
    return Path("/etc/desk")


@dataclass(frozen=True, slots=True)
class Trust:
    """The list on this computer. keys: the data folder's place for keys. system: the administrator's folder."""

    keys: Path
    system: Path = field(default_factory=lambda: system_folder())

    @property
    def _system(self) -> Path:
        return self.system / LIST

    @property
    def _sealed(self) -> Path:
        return self.keys / LIST

    @property
    def trail_folder(self) -> Path:
        """Where lines for the audit trail wait (trust_trail): beside the list that counts."""
        return (self.system if self.system.is_dir() else self.keys) / "trust-trail"

    def read(self) -> TrustList:
        """The list that counts now; one that cannot be read or was changed counts for nothing."""
        try:
            if self._system.parent.is_dir():
                kept = self._system.read_bytes() if self._system.exists() else b"{}"
                return _listed(json.loads(kept), Place.SYSTEM)
            if not self._sealed.exists():
                return TrustList(Place.NOWHERE)
            told = json.loads(self._sealed.read_bytes())
            _verify(told)
            return _listed(json.loads(told["list"]), Place.SEALED)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return TrustList(Place.BROKEN)

    def add(self, key: PublicKey, password: Secret) -> TrustList:
        """Trust `key`, under the name and as what it says; a key already there is replaced."""
        others = tuple(known for known in self._changeable().keys if known.key != key.key)
        return self._write(replace(self.read(), keys=(*others, key)), password)

    def block(self, what: str, password: Secret) -> TrustList:
        """Never again install `what`: a plugin's id, "id version", a package's sha256 or a public key."""
        now = self._changeable()
        return self._write(replace(now, blocked=tuple(sorted({*now.blocked, what}))), password)

    def distrust(self, key: str, password: Secret) -> TrustList:
        """Take a key off the list: what it signed is confirmed by an administrator again, as of somebody unknown."""
        now = self._changeable()
        return self._write(replace(now, keys=tuple(known for known in now.keys if known.key != key)), password)

    def unblock(self, what: str, password: Secret) -> TrustList:
        """Take `what` off the block list."""
        now = self._changeable()
        return self._write(replace(now, blocked=tuple(one for one in now.blocked if one != what)), password)

    @property
    def changeable(self) -> bool:
        """Whether whoever runs the desk may write the list; on a computer with a folder for it that is its administrator."""
        return self.read().place is not Place.BROKEN and self._writable

    @property
    def _writable(self) -> bool:
        return not self.system.is_dir() or os.access(self._system if self._system.exists() else self.system, os.W_OK)

    def _changeable(self) -> TrustList:
        now = self.read()
        if now.place is Place.BROKEN:
            raise EnvironmentFault(now.sentence, advice=now.advice)
        return now

    def _write(self, wanted: TrustList, password: Secret) -> TrustList:
        told = {"keys": [{"name": key.name, "key": key.key, "centre": key.centre} for key in wanted.keys],
                "blocked": list(wanted.blocked)}
        text = json.dumps(told, ensure_ascii=False, indent=1)
        if self._system.parent.is_dir():
            write_file(self._system, text.encode())
        else:
            write_file(self._sealed, json.dumps(self._seal(text, password), indent=1).encode())
        return self.read()

    def _seal(self, text: str, password: Secret) -> dict[str, str]:
        """Signed with a key that only the password opens; the first writing makes it."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if self._sealed.exists():
            pem = json.loads(self._sealed.read_bytes())["private"]
            key = unlocked(pem.encode(), password)
        else:
            key = Ed25519PrivateKey.generate()
            pem = locked(key, password).decode()
        return {"list": text, "public": public_text(key.public_key()), "private": pem,
                "seal": base64.b64encode(key.sign(text.encode())).decode()}


def _verify(told: Mapping[str, Any]) -> None:
    """ValueError unless the list bears its own seal."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(told["public"], validate=True))
        public.verify(base64.b64decode(told["seal"], validate=True), told["list"].encode())
    except (InvalidSignature, binascii.Error) as problem:
        raise ValueError("seal") from problem


def _listed(told: Any, place: Place) -> TrustList:
    keys = tuple(public_key(one["name"], one["key"], centre=one.get("centre") is True) for one in told.get("keys", ()))
    blocked = told.get("blocked", [])
    if not isinstance(blocked, list) or any(not isinstance(what, str) for what in blocked):
        raise ValueError("blocked")
    return TrustList(place, keys, tuple(blocked))


def blocked_error(package: Package) -> UserError:
    """For a package that the block list names."""
    return UserError(_("“{name}” {version} is on the block list.").format(name=package.manifest.name,
                                                                         version=package.manifest.version),
                     todo=_("Nothing was installed. Ask whoever supplied it for a good one."))
