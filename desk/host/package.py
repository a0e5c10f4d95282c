"""`.deskplugin`: a plugin's folder in one file; packed, signed, and verified as a whole before anything is unpacked."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host import package_seal
from desk.host.manifest import FILE, Manifest, parse_manifest, read_manifest
from desk.host.package_names import why_not
from desk.host.package_seal import SEAL, SIGNATURE, Seal
from desk.host.package_texts import with_compiled
from desk.host.package_zip import read_bytes as read_file
from desk.host.package_zip import read_zip, refused
from desk.host.tables.files import FILES as TABLES
from desk.host.tables.files import has_tables
from desk.host.tables.reading import is_tables, read_bytes
from desk.host.toml_file import read_file as read_toml

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SUFFIX = ".deskplugin"
_LEFT_OUT = {"__pycache__", "dist", "build"}
_MOMENT = (2020, 1, 1, 0, 0, 0)
"""Of every file, so that the same folder makes the same package."""


@dataclass(frozen=True, slots=True)
class Package:
    """A verified package. files: path → contents. sha256: of the whole file, what the block list and the audit trail name."""

    manifest: Manifest
    seal: Seal
    sha256: str
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def key(self) -> str:
        """The public key that signed it, "" for an unsigned one."""
        return self.seal.key


def read_package(file: Path) -> Package:
    """The package in `file`; UserError with the reason when a single thing about it is wrong."""
    data = read_file(file)
    contents = read_zip(data)
    seal = package_seal.check_seal(contents)
    files = {name: inside for name, inside in contents.items() if name not in (SEAL, SIGNATURE)}
    manifest = _manifest(files)
    if (seal.id, seal.version) != (manifest.id, manifest.version):
        raise refused(_("its list of files belongs to another plugin."))
    _check_sources(files)
    return Package(manifest, seal, package_seal.digest(data), files)


def pack(folder: Path, target: Path) -> Path:
    """Write the plugin in `folder` as an unsigned package; answers the file.

    target: the file, or a folder it is put into as `<id>-<version>.deskplugin`. UserError for a folder that would be refused
    when installed. Caches and hidden files are left out.
    """
    manifest, errors = read_manifest(folder)
    if manifest is None:
        raise UserError(" ".join(errors), todo=_("desk plugin check names everything that is wrong."))
    files = with_compiled(_collect(folder))
    for name in files:
        why = why_not(name)
        if why:
            raise UserError(why, todo=_("Rename it or take it away, then pack again."))
    file = target / f"{manifest.id}-{manifest.version}{SUFFIX}" if target.is_dir() else target
    _write(file, {**files, SEAL: package_seal.make_seal(manifest.id, manifest.version, files)})
    read_package(file)
    return file


def sign(file: Path, key: "Ed25519PrivateKey") -> Package:
    """Sign a package in place, also one that bore another signature; answers it as read again."""
    read_package(file)
    contents = read_zip(read_file(file))
    _write(file, {**contents, SIGNATURE: package_seal.make_signature(contents[SEAL], key)})
    return read_package(file)


def _collect(folder: Path) -> dict[str, bytes]:
    found = {}
    left_out = _LEFT_OUT | ({"tests"} if has_tables(folder) else set())
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") or part in left_out for part in inside.parts) or path.suffix in (".pyc", SUFFIX):
            continue
        if path.is_symlink():
            raise UserError(_("{name} is a link or a device, not a file.").format(name=inside.as_posix()))
        if path.is_file() and inside.as_posix() not in (SEAL, SIGNATURE):
            found[inside.as_posix()] = path.read_bytes()
    return found


def _write(file: Path, contents: Mapping[str, bytes]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o100644 << 16
            out.writestr(entry, data)
    temporary = file.with_name(f".{file.name}.new")
    temporary.write_bytes(packed.getvalue())
    temporary.replace(file)


def _manifest(files: Mapping[str, bytes]) -> Manifest:
    if FILE not in files or not ("hooks.py" in files or is_tables(list(files))):
        raise refused(_("plugin.toml or hooks.py is missing in it."))
    data, problem = read_toml(FILE, files[FILE])
    if problem:
        raise refused(problem)
    told_id = data.get("id")
    manifest, errors = parse_manifest(data, Path(), told_id if isinstance(told_id, str) else "-")
    if manifest is None:
        raise refused(" ".join(errors))
    if is_tables(list(files)):
        _check_tables(files, manifest)
    return manifest


def _check_tables(files: Mapping[str, bytes], manifest: Manifest) -> None:
    """Declarations only: one file of them, whole, and no program beside it."""
    programs = sorted(name for name in files if name.endswith(".py") or name.startswith("migrations/"))
    if programs:
        raise refused(_("it is a plugin of tables only, yet it brings a program ({name}).").format(name=programs[0][:60]))
    told = [name for name in TABLES if name in files]
    if len(told) > 1:
        raise refused(_("it has two files of declarations."))
    _declared, errors = read_bytes(told[0], files[told[0]], manifest.id, [one.id for one in manifest.permissions])
    if errors:
        raise refused(" ".join(errors[:8]))


def _check_sources(files: Mapping[str, bytes]) -> None:
    """Every source can be parsed; nothing is run."""
    import ast
    import warnings

    for name, data in files.items():
        if name.endswith(".py"):
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    ast.parse(data)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
                raise refused(_("{name} is not a Python source this desk can read.").format(name=name)) from problem
