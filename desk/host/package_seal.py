"""A package's seal: the sha256 of every file, and a signature over that list.

`desk-seal.json` lists the files, `desk-seal.sig` is an Ed25519 signature over its very bytes with the public key beside it. The
key in the package says who claims to have signed; whether she is known, `desk.host.trust` says.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.core.i18n import _
from desk.host.package_zip import refused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SEAL, SIGNATURE = "desk-seal.json", "desk-seal.sig"
FORMAT = 1
_PURPOSE = b"desk plugin package 1\n"
"""Stands before what is signed, so that a signature made for something else never fits."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a package says of its files. files: path → sha256 (hex). key: the signer's public key (base64), "" unsigned."""

    id: str
    version: str
    files: Mapping[str, str]
    key: str = ""


def digest(data: bytes) -> str:
    """sha256, hex."""
    return hashlib.sha256(data).hexdigest()


def make_seal(plugin_id: str, version: str, files: Mapping[str, bytes]) -> bytes:
    """The list of `files` (path → contents), always the same bytes for the same files."""
    told = {"format": FORMAT, "id": plugin_id, "version": version,
            "files": {name: digest(files[name]) for name in sorted(files)}}
    return json.dumps(told, indent=1, sort_keys=True).encode()


def make_signature(seal: bytes, key: "Ed25519PrivateKey") -> bytes:
    """The signature file over `seal`."""
    signed = base64.b64encode(key.sign(_PURPOSE + seal)).decode()
    return json.dumps({"key": public_text(key.public_key()), "signature": signed}, indent=1).encode()


def public_text(key: Any) -> str:
    """A public key as one word (base64 of its 32 bytes)."""
    return base64.b64encode(key.public_bytes_raw()).decode()


def check_seal(contents: Mapping[str, bytes]) -> Seal:
    """The seal of a package whose files are exactly those listed, unchanged, signed by the key named; UserError else."""
    if SEAL not in contents:
        raise refused(_("it has no list of its files; desk plugin pack makes one."))
    files = {name: data for name, data in contents.items() if name not in (SEAL, SIGNATURE)}
    told = _table(contents[SEAL])
    listed = told.get("files")
    if told.get("format") != FORMAT or not isinstance(listed, dict):
        raise refused(_("its list of files is of another form."))
    if listed.keys() != files.keys():
        name = sorted(listed.keys() ^ files.keys())[0]
        raise refused(_("{name} is missing in it, or not in its list.").format(name=str(name)[:60]))
    changed = sorted(name for name, data in files.items() if listed[name] != digest(data))
    if changed:
        raise refused(_("{name} was changed after it was packed.").format(name=changed[0][:60]))
    key = _signer(contents[SEAL], contents[SIGNATURE]) if SIGNATURE in contents else ""
    return Seal(str(told.get("id")), str(told.get("version")), listed, key)


def _signer(seal: bytes, signature: bytes) -> str:
    """The public key that signed `seal`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    told = _table(signature)
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(str(told.get("key")), validate=True))
        public.verify(base64.b64decode(str(told.get("signature")), validate=True), _PURPOSE + seal)
    except (InvalidSignature, ValueError, binascii.Error) as problem:
        raise refused(_("its signature does not fit.")) from problem
    return public_text(public)


def _table(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise refused(_("its list of files cannot be read.")) from problem
    if not isinstance(told, dict):
        raise refused(_("its list of files cannot be read."))
    return told
