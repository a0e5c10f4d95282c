"""The file itself: setup.json and the packages of plugins that do not come with the desk, in one zip, read with suspicion."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk import __version__
from desk.core.errors import EnvironmentFault, UserError
from desk.core.i18n import _

SUFFIX, INNER, FORMAT = ".desksetup", "setup.json", 1
LARGEST, MOST_PACKAGES, LARGEST_PACKAGE = 60_000_000, 40, 20_000_000


@dataclass(frozen=True, slots=True)
class SetupFile:
    """parts: part → key → plain value. packages: plugin → its package. hall: where it comes from."""

    hall: str
    desk: str
    made_at: str
    parts: Mapping[str, Mapping[str, Any]]
    packages: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def write_setup(file: Path, hall: str, made_at: str, parts: Mapping[str, Mapping[str, Any]],
                packages: Mapping[str, bytes]) -> Path:
    """Write it, whole or not at all; answers the file with its ending."""
    file = file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        told = {"format": FORMAT, "hall": hall, "desk": __version__, "made_at": made_at, "parts": parts}
        package.writestr(INNER, json.dumps(told, ensure_ascii=False, indent=1, default=str))
        for plugin_id, content in packages.items():
            package.writestr(f"packages/{plugin_id}.deskplugin", content)
    temporary = file.with_name(f".{file.name}.new")
    try:
        temporary.write_bytes(out.getvalue())
        temporary.replace(file)
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise EnvironmentFault(_("The file {name} cannot be written.").format(name=file.name),
                               advice=_("Check the free space, or choose another place."), retry=True) from problem
    return file


def read_setup(file: Path) -> SetupFile:
    """Read and judge its shape; UserError when it is no set-up file."""
    try:
        if file.stat().st_size > LARGEST:
            raise _no_setup(file)
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            names = [entry.filename for entry in entries]
            if len(entries) > MOST_PACKAGES or sum(entry.file_size for entry in entries) > LARGEST or INNER not in names:
                raise _no_setup(file)
            told = json.loads(package.read(INNER))
            packages = {Path(name).stem: package.read(name) for name in names
                        if name.startswith("packages/") and name.endswith(".deskplugin") and name.count("/") == 1}
    except OSError as problem:
        raise EnvironmentFault(_("The file {name} cannot be read.").format(name=file.name),
                               advice=_("Put the stick in again, or copy the file to this computer."), retry=True) from problem
    except (ValueError, KeyError, RuntimeError, NotImplementedError, RecursionError, zipfile.BadZipFile) as problem:
        raise _no_setup(file) from problem
    if not isinstance(told, dict) or told.get("format") != FORMAT or not _shaped(told.get("parts")):
        raise _no_setup(file)
    hall, desk, made_at = (str(told.get(name, ""))[:120] for name in ("hall", "desk", "made_at"))
    return SetupFile(hall, desk, made_at, told["parts"], packages)


def _shaped(parts: Any) -> bool:
    return isinstance(parts, dict) and all(isinstance(part, dict) for part in parts.values())


def _no_setup(file: Path) -> UserError:
    return UserError(_("{name} is no set-up file of a hall.").format(name=file.name))
