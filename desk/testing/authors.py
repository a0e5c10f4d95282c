"""For a plugin that lies outside the desk: load it as `plugins.<id>`, and give its tests the desk's fixtures.

`desk plugin test FOLDER` switches it on; by hand: `pytest -p desk.testing.authors --desk-plugin FOLDER FOLDER`. Tests then
import `plugins.<id>.…` and take `writing`, `reading`, `clock`, `qtbot` and the other fixtures of `desk.testing`; its tables
are in every test's database, its kinds of matters, numbers and papers are declared.
"""

from pathlib import Path

import pytest

pytest_plugins = ["desk.testing.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--desk-plugin FOLDER`: the plugin under test."""
    parser.getgroup("desk").addoption("--desk-plugin", type=Path, required=True, help="folder of the plugin under test")


def pytest_configure(config: pytest.Config) -> None:
    """Load the plugin before its tests are collected."""
    from desk.host.loader import load_hooks
    from desk.testing.database import MORE_PLUGINS

    folder = config.getoption("--desk-plugin").absolute()
    load_hooks(folder.name, folder)
    compile_texts(folder)
    MORE_PLUGINS.append(folder)


def compile_texts(folder: Path) -> None:
    """Catalogues are read compiled; an author keeps the .po."""
    from desk.host.package_texts import compiled

    for path in folder.glob("locale/*/LC_MESSAGES/*.po"):
        path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))


@pytest.fixture(autouse=True)
def declared_plugin(request: pytest.FixtureRequest) -> None:
    """Kinds, numbers, papers and texts as a running desk knows them."""
    from desk.testing.declared import declare_plugin

    folder = request.config.getoption("--desk-plugin").absolute()
    declare_plugin(folder.name, folder)
