"""A folder or stick with an `index.json` is a repository: what it offers here, verified and judged, nothing unpacked.

`index.sig` beside it signs the index; the packages are verified by their own seals when they are looked at, whoever made the
index. A folder without an index offers nothing, so that a stick full of other things is not searched.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import N_, _
from desk.host.install_checks import Places, release
from desk.host.judge import fits
from desk.host.keys import write_file
from desk.host.manifest import Words
from desk.host.manifest_parts import API, ID, RELEASE
from desk.host.package import SUFFIX, read_package
from desk.host.package_seal import digest, public_text
from desk.host.trust import Signer, signer_words

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

INDEX, SIGNATURE, FORMAT = "index.json", "index.sig", 1
MOST, LARGEST = 500, 2_000_000
_PURPOSE = b"desk plugin index 1\n"
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,60}\.deskplugin")


class Standing(StrEnum):
    """What an offer means here."""

    NEW = "new"
    UPDATE = "update"
    INSTALLED = "installed"
    OLDER = "older"
    UNFIT = "unfit"


STANDING_WORDS: dict[Standing, str] = {
    Standing.NEW: N_("can be installed"), Standing.UPDATE: N_("an update"), Standing.INSTALLED: N_("installed already"),
    Standing.OLDER: N_("a newer version is installed"), Standing.UNFIT: N_("made for another desk"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A package of a repository. notes: what is new in it. have: the version in use here, "" for none."""

    id: str
    version: str
    name: str
    summary: str
    notes: str
    file: Path
    sha256: str
    standing: Standing
    have: str = ""


@dataclass(frozen=True, slots=True)
class Repository:
    """What a folder offers, the useful first. signature: whose index it is, as a sentence."""

    folder: Path
    name: str
    signer: Signer
    signature: str
    offers: tuple[Offer, ...]

    def of(self, *standings: Standing) -> tuple[Offer, ...]:
        """Offers of some standings."""
        return tuple(offer for offer in self.offers if offer.standing in standings)


def is_repository(folder: Path) -> bool:
    """Whether there is an index."""
    return (folder / INDEX).is_file()


def read_repository(folder: Path, places: Places) -> Repository:
    """The index judged by what is here; UserError when it is no index, or was changed after it was signed."""
    data = _bytes(folder / INDEX)
    told = _told(data)
    key = _signed_by(data, folder / SIGNATURE)
    signer, signer_name = places.trust.read().signer(key)
    have = {one.id: one.manifest.version for one in places.found() if one.manifest}
    offers = [offer for one in told.get("plugins", [])[:MOST] if (offer := _offer(one, folder, places, have))]
    order = list(Standing)
    return Repository(folder, str(told.get("name", ""))[:80], signer, signer_words(signer, signer_name, key),
                      tuple(sorted(offers, key=lambda offer: (order.index(offer.standing), offer.name))))


def package_of(offer: Offer) -> Path:
    """The package's file, when it is still the one that the index names; UserError otherwise."""
    if digest(_bytes(offer.file, 20_000_001)) != offer.sha256:
        raise UserError(_("{name} is not the package that the index names.").format(name=offer.file.name),
                        todo=_("Ask whoever supplied the folder for a good one."))
    return offer.file


def make_index(folder: Path, name: str = "", notes: Mapping[str, str] | None = None,
               key: "Ed25519PrivateKey | None" = None) -> Path:
    """Write the index of all packages in `folder`, the newest of each plugin; answers its file. notes: id → what is new."""
    newest: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        package = read_package(file)
        manifest = package.manifest
        told = newest.get(manifest.id)
        if told is None or release(manifest.version) > release(told["version"]):
            newest[manifest.id] = {
                "id": manifest.id, "version": manifest.version, "api": ".".join(map(str, manifest.api)), "file": file.name,
                "sha256": package.sha256, "name": dict(manifest.name.by_language),
                "summary": dict(manifest.summary.by_language), "notes": (notes or {}).get(manifest.id, "")}
    if not newest:
        raise UserError(_("There is no package in {name}.").format(name=folder.name), todo=_("desk plugin pack makes one."))
    data = json.dumps({"format": FORMAT, "name": name, "plugins": [newest[one] for one in sorted(newest)]},
                      ensure_ascii=False, indent=1).encode()
    write_file(folder / INDEX, data)
    (folder / SIGNATURE).unlink(missing_ok=True)
    if key is not None:
        signed = base64.b64encode(key.sign(_PURPOSE + data)).decode()
        write_file(folder / SIGNATURE, json.dumps({"key": public_text(key.public_key()), "signature": signed}).encode())
    return folder / INDEX


def _bytes(file: Path, most: int = LARGEST + 1) -> bytes:
    try:
        with file.open("rb") as source:
            data = source.read(most)
    except OSError as problem:
        raise EnvironmentFault(_("The file {name} cannot be read.").format(name=file.name),
                               advice=_("Put the stick in again, or copy the file to this computer."), retry=True) from problem
    if len(data) >= most:
        raise _no_index()
    return data


def _told(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise _no_index() from problem
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("plugins"), list):
        raise _no_index()
    return told


def _no_index() -> UserError:
    return UserError(_("index.json in this folder is no index of plugins."),
                     todo=_("Choose a folder that was made for this, or install from a file."))


def _signed_by(data: bytes, file: Path) -> str:
    """The public key that signed the index, "" for none; UserError when the signature does not fit."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not file.is_file():
        return ""
    try:
        told = json.loads(_bytes(file))
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(told["key"], validate=True))
        public.verify(base64.b64decode(told["signature"], validate=True), _PURPOSE + data)
    except (InvalidSignature, ValueError, KeyError, TypeError, RecursionError, binascii.Error) as problem:
        raise UserError(_("The index of this folder was changed after it was signed."),
                        todo=_("Ask whoever supplied the folder for a good one.")) from problem
    return public_text(public)


def _offer(told: Any, folder: Path, places: Places, have: Mapping[str, str]) -> Offer | None:
    """One line of the index; a misshapen one is passed over."""
    needed = ("id", "version", "api", "file", "sha256")
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in needed):
        return None
    shaped = ID.fullmatch(told["id"]) and RELEASE.fullmatch(told["version"]) and API.fullmatch(told["api"])
    if not shaped or not _FILE.fullmatch(told["file"]):
        return None
    now = have.get(told["id"], "")
    return Offer(told["id"], told["version"], _words(told.get("name")) or told["id"], _words(told.get("summary")),
                 str(told.get("notes", ""))[:500], folder / told["file"], told["sha256"], _standing(told, now, places), now)


def _standing(told: Mapping[str, str], now: str, places: Places) -> Standing:
    major, minor = told["api"].split(".")
    if not fits((int(major), int(minor)), places.api):
        return Standing.UNFIT
    if not now:
        return Standing.NEW
    mine, theirs = release(now), release(told["version"])
    return Standing.INSTALLED if mine == theirs else Standing.UPDATE if theirs > mine else Standing.OLDER


def _words(told: Any) -> str:
    if not isinstance(told, dict):
        return ""
    return str(Words({str(code): str(text)[:300] for code, text in told.items()}))
