"""Signing keys: a private key in a file locked by a password, a public key as a small file to hand on."""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import _
from desk.core.secret import Secret
from desk.host.package_seal import public_text

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SHORTEST_PASSWORD = 8
PUBLIC_SUFFIX = ".deskkey"
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,60}")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A publisher's key. key: base64 of its 32 bytes. centre: it is this centre's own."""

    name: str
    key: str
    centre: bool = False

    @property
    def fingerprint(self) -> str:
        """What two people compare on the telephone: sixteen hex digits in fours."""
        return fingerprint(self.key)


def fingerprint(key: str) -> str:
    """The first sixteen hex digits of a public key's sha256, in fours."""
    from desk.host.package_seal import digest

    told = digest(key.encode())[:16]
    return " ".join(told[place:place + 4] for place in range(0, 16, 4))


def new_key(file: Path, name: str, password: Secret) -> PublicKey:
    """Make a key: the private one in `file`, the public one beside it as `.deskkey`; nothing is overwritten."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not _NAME.fullmatch(name):
        raise UserError(_("Say whose key this is, in up to 60 signs."), field="name")
    public_file = file.with_suffix(PUBLIC_SUFFIX)
    for place in (file, public_file):
        if place.exists():
            raise UserError(_("{name} is already there; a key is never overwritten.").format(name=place.name))
    key = Ed25519PrivateKey.generate()
    public = PublicKey(name, public_text(key.public_key()))
    write_file(file, locked(key, password), mode=0o600)
    write_file(public_file, json.dumps({"name": name, "key": public.key}, ensure_ascii=False).encode())
    return public


def load_private(file: Path, password: Secret) -> "Ed25519PrivateKey":
    """The private key in `file`; UserError for a wrong password."""
    try:
        return unlocked(file.read_bytes(), password)
    except OSError as problem:
        raise EnvironmentFault(_("The file {name} cannot be read.").format(name=file.name),
                               advice=_("Check the path and the right to read it.")) from problem


def load_public(file: Path) -> PublicKey:
    """A publisher's public key as she handed it on."""
    try:
        told = json.loads(file.read_bytes())
        return public_key(told["name"], told["key"])
    except OSError as problem:
        raise EnvironmentFault(_("The file {name} cannot be read.").format(name=file.name),
                               advice=_("Check the path and the right to read it.")) from problem
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise UserError(_("{name} is no public key.").format(name=file.name)) from problem


def public_key(name: object, key: object, *, centre: bool = False) -> PublicKey:
    """A checked public key; ValueError when it is none."""
    if not isinstance(name, str) or not isinstance(key, str) or not _NAME.fullmatch(name):
        raise ValueError("no name or no key")
    try:
        raw = base64.b64decode(key, validate=True)
    except binascii.Error as problem:
        raise ValueError("no base64") from problem
    if len(raw) != 32:
        raise ValueError("not 32 bytes")
    return PublicKey(name, base64.b64encode(raw).decode(), centre)


def locked(key: "Ed25519PrivateKey", password: Secret) -> bytes:
    """A private key as PEM, locked by `password`."""
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    if len(password.reveal()) < SHORTEST_PASSWORD:
        raise UserError(_("The password must have at least {count} signs.").format(count=SHORTEST_PASSWORD),
                        field="password")
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.reveal().encode()))


def unlocked(pem: bytes, password: Secret) -> "Ed25519PrivateKey":
    """The private key in `pem`; UserError for a wrong password or another kind of key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem, password.reveal().encode() or None)
    except (ValueError, TypeError) as problem:
        raise UserError(_("The password does not open this key."), field="password") from problem
    if not isinstance(key, Ed25519PrivateKey):
        raise UserError(_("This key is not of the kind the desk signs with."))
    return key


def write_file(file: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a whole file or none; EnvironmentFault when the place refuses."""
    import os

    temporary = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(file)
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise EnvironmentFault(_("{name} cannot be written.").format(name=file.name),
                               advice=_("Check the right to write there, or ask the computer's administrator.")) from problem
