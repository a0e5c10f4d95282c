"""A lineage: the migrations of core or of one plugin, with a version table of its own.

Heads are read from file names, so that asking whether a data file is up to date imports neither Alembic nor SQLAlchemy.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_REVISION = re.compile(r"^(?P<id>[a-z][a-z0-9]*_\d{4})_\w+\.py$")
CORE_VERSIONS = Path(__file__).parent / "migrations" / "versions"


@dataclass(frozen=True, slots=True)
class Lineage:
    """`label` is "core" or the plugin's id; `versions` the folder of its revision files; tables start with `<label>_`."""

    label: str
    versions: Path
    needs_core: str = ""

    @property
    def version_table(self) -> str:
        return "alembic_version" if self.label == "core" else f"alembic_version_{self.label}"

    def revisions(self) -> list[str]:
        """Revision ids in order, oldest first."""
        if not self.versions.is_dir():
            return []
        return self.revisions_among(path.name for path in self.versions.iterdir())

    @staticmethod
    def revisions_among(names: Iterable[str]) -> list[str]:
        """The revision ids that file names bear, oldest first."""
        matches = (_REVISION.match(name) for name in names)
        return sorted(match["id"] for match in matches if match)

    def head(self) -> str:
        """The newest revision, "" for a plugin without tables."""
        revisions = self.revisions()
        return revisions[-1] if revisions else ""


def core_lineage() -> Lineage:
    """Core's own lineage."""
    return Lineage("core", CORE_VERSIONS)
