"""Where an installed plugin came from: `origin.json` beside its versions. What runs is decided by `current` alone."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desk.host.keys import write_file

FILE = "origin.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """version: installed last. previous: the one to go back to, "" for none. key: who signed, sha256: the package's."""

    version: str = ""
    previous: str = ""
    key: str = ""
    sha256: str = ""


def read_origin(folder: Path) -> Origin:
    """The origin in a plugin's folder; an empty one when it cannot be read."""
    try:
        told = json.loads((folder / FILE).read_bytes())
        return Origin(**{name: str(told.get(name, "")) for name in Origin.__dataclass_fields__})
    except (OSError, ValueError, AttributeError, RecursionError):
        return Origin()


def write_origin(folder: Path, origin: Origin) -> None:
    """Write it, whole or not at all; EnvironmentFault when the place refuses."""
    write_file(folder / FILE, json.dumps(asdict(origin), indent=1).encode())
