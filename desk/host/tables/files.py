"""The files of a tables-only plugin, by name alone: what reads them is loaded for a hall that has such a plugin."""

from pathlib import Path

FILES = ("tables.toml", "tables.json")


def has_tables(folder: Path) -> bool:
    """Whether the plugin in `folder` is one of tables only."""
    return any((folder / name).is_file() for name in FILES)
