"""Import a plugin under the name `plugins.<id>`, wherever its folder lies, and take it away again when it fails."""

import importlib
import importlib.util
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from desk.host.tables.files import has_tables

_PARENT = "plugins"


def load_hooks(plugin_id: str, folder: Path) -> ModuleType:
    """The plugin's hooks module; whatever its code raises is let through after its modules are gone again."""
    name = package_name(plugin_id)
    if not _comes_from(name, folder):
        unload(plugin_id)
    try:
        if name not in sys.modules:
            importlib.invalidate_caches()
            (_make_tables if has_tables(folder) else _make_package)(plugin_id, folder)
        return importlib.import_module(f"{name}.hooks")
    except BaseException:
        unload(plugin_id)
        raise


def package_name(plugin_id: str) -> str:
    """Import name of a plugin: always `plugins.<id>`."""
    return f"{_PARENT}.{plugin_id}"


def is_loaded(plugin_id: str) -> bool:
    """Whether any of it has been imported."""
    return package_name(plugin_id) in sys.modules


def loaded_modules(name: str) -> list[ModuleType]:
    """The module `name` and the loaded ones below it."""
    return [module for key, module in list(sys.modules.items()) if key == name or key.startswith(f"{name}.")]


def unload(plugin_id: str) -> None:
    """Forget a plugin's modules and the tables they declared, so that nothing half-made is left to be found."""
    name = package_name(plugin_id)
    for module in [module for module in sys.modules if module == name or module.startswith(f"{name}.")]:
        del sys.modules[module]
    parent = sys.modules.get(_PARENT)
    if parent is not None and hasattr(parent, plugin_id):
        delattr(parent, plugin_id)
    _forget_tables(plugin_id)


def _make_package(plugin_id: str, folder: Path) -> None:
    parent = _parent_package()
    spec = _package_spec(package_name(plugin_id), folder)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    if spec.loader is not None and (folder / "__init__.py").is_file():
        spec.loader.exec_module(module)
    setattr(parent, plugin_id, module)


def _make_tables(plugin_id: str, folder: Path) -> None:
    """Modules that the desk makes out of the declarations; no file of the folder is imported."""
    from desk.host.tables.modules import declared_in, modules_of

    made = modules_of(package_name(plugin_id), declared_in(folder, plugin_id))
    sys.modules.update(made)
    package = made[package_name(plugin_id)]
    package.FOLDER = folder  # type: ignore[attr-defined]
    setattr(_parent_package(), plugin_id, package)


def _package_spec(name: str, folder: Path) -> ModuleSpec:
    start = folder / "__init__.py"
    spec = importlib.util.spec_from_file_location(name, start, submodule_search_locations=[str(folder)]) \
        if start.is_file() else None
    if spec is None:
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = [str(folder)]
    return spec


def _parent_package() -> ModuleType:
    try:
        return importlib.import_module(_PARENT)
    except ModuleNotFoundError:
        parent = ModuleType(_PARENT)
        parent.__path__ = []
        sys.modules[_PARENT] = parent
        return parent


def _comes_from(name: str, folder: Path) -> bool:
    module = sys.modules.get(name)
    if module is not None and hasattr(module, "FOLDER"):
        return bool(folder == module.FOLDER)
    return module is not None and str(folder) in [str(Path(place)) for place in getattr(module, "__path__", ())]


def _forget_tables(plugin_id: str) -> None:
    """Only when tables were declared at all: the host itself does without SQLAlchemy."""
    base = sys.modules.get("desk.core.db.base")
    if base is None:
        return
    metadata = base.Base.metadata
    for table in [table for table in metadata.tables.values() if table.name.startswith(f"{plugin_id}_")]:
        metadata.remove(table)
