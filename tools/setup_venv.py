"""The project's own Python environment in .venv, filled from the lock files and renewed only when something changed.

A stamp (lock files, pyproject.toml, Python, place of the clone) tells what .venv holds, so that a second start takes
about a second. A folder `wheelhouse/` beside the project, where there is one, replaces the network.
"""

import hashlib
import importlib.util
import os
import shutil
import stat
import sys
from pathlib import Path

from tools.saying import Stop, call, quietly, say

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}
LAUNCHER = """#!/bin/sh
# Desk from anywhere: the same as ./run in the project folder, without its set-up.
exec "$(dirname "$(readlink -f "$0")")/python" -P -c 'import sys; from desk.__main__ import main; sys.exit(main())' "$@"
"""


def ensure(root: Path, for_tests: bool) -> Path:
    """Make or renew .venv and answer its Python. Raises Stop when that cannot be done here."""
    python = python_of(root)
    stamps = [stamp(root, "test")] if for_tests else [stamp(root, "run"), stamp(root, "test")]
    file = root / ".venv" / "desk-stamp"
    if python.exists() and file.exists() and file.read_text("utf-8") in stamps:
        if texts_are_stale(root):
            compile_texts(root, python)
        return python
    if not usable(root):
        make(root)
    fill(root, python, "test" if for_tests else "run")
    join(root, python)
    file.write_text(stamps[0], "utf-8")
    return python


def python_of(root: Path) -> Path:
    """The interpreter of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(root: Path, kind: str) -> str:
    """What .venv has to hold for `kind` ("run" or "test"), as a hash."""
    told = hashlib.sha256(f"{kind}\n{sys.version}\n{sys.base_prefix}\n{root}\n".encode())
    for name in (LOCKS[kind], "pyproject.toml", "tools/setup_venv.py"):
        told.update((root / name).read_bytes())
    return told.hexdigest()


def usable(root: Path) -> bool:
    """Whether .venv runs, has pip and is of our Python version."""
    version = f"{sys.version_info.major}, {sys.version_info.minor}"
    asked = f"import sys, pip; sys.exit(sys.version_info[:2] != ({version}))"
    return python_of(root).exists() and quietly([str(python_of(root)), "-c", asked])


def other_ways() -> list[list[str]]:
    """Commands that make an environment with pip where Debian left ensurepip out; the folder comes last."""
    ways = []
    if uv := shutil.which("uv"):
        ways.append([uv, "venv", "--quiet", "--seed", "--python", sys.executable])
    if importlib.util.find_spec("virtualenv"):
        ways.append([sys.executable, "-m", "virtualenv", "--quiet"])
    if importlib.util.find_spec("pip"):
        ways.append([sys.executable, "-m", "venv", "--without-pip"])
    return ways


def make(root: Path) -> None:
    """A fresh .venv with pip, by the first way that works. Raises Stop."""
    folder = root / ".venv"
    for way in ([sys.executable, "-m", "venv"], *other_ways()):
        if folder.exists():
            shutil.rmtree(folder)  # a failed try leaves half an environment behind
        if quietly([*way, str(folder)]) and (usable(root) or lend_pip(root)):
            return
    raise Stop("no virtual environment could be made. On Debian and Ubuntu this helps:\n"
               "  sudo apt-get install python3-venv")


def lend_pip(root: Path) -> bool:
    """Let the system's pip put a pip into the environment."""
    install = [sys.executable, "-m", "pip", "--python", str(python_of(root)), "install", *source(root), "pip"]
    return quietly(install) and usable(root)


def source(root: Path) -> list[str]:
    """Where pip takes packages from: the wheelhouse beside the project, else whatever the machine is set to."""
    wheelhouse = root / "wheelhouse"
    return ["--no-index", "--find-links", str(wheelhouse)] if wheelhouse.is_dir() else []


def fill(root: Path, python: Path, kind: str) -> None:
    """Install exactly what the lock file names, wheels only, each checked by its hash. Raises Stop."""
    say(f"installing the Python packages of {LOCKS[kind]} (the first time takes a minute or two)")
    told = call([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:",
                 *source(root), "-r", str(root / LOCKS[kind])])
    if not told:
        raise Stop("the Python packages could not be installed (see above). Without a network, put the wheels into "
                   "wheelhouse/; README.md says how.")


def join(root: Path, python: Path) -> None:
    """Make `desk` importable and startable from .venv, and compile the texts. Raises Stop."""
    write_path_file(root, python)
    if os.name != "nt":
        launcher = python.parent / "desk"
        launcher.write_text(LAUNCHER, "utf-8")
        launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    compile_texts(root, python)


def texts_are_stale(root: Path) -> bool:
    """Whether a catalogue changed after it was compiled, by a pull for instance."""
    catalogues = [*root.glob("resources/locale/*/*/*.po"), *root.glob("plugins/*/locale/*/*/*.po")]
    compiled = [(po, po.with_suffix(".mo")) for po in catalogues]
    return any(not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime for po, mo in compiled)


def compile_texts(root: Path, python: Path) -> None:
    """Write the .mo files the program reads. Raises Stop."""
    if not call([str(python), "-m", "tools.texts", "compile"], cwd=root):
        raise Stop("the texts could not be compiled (see above)")


def write_path_file(root: Path, python: Path) -> None:
    """A .pth file instead of an installed package: no build, no network, and edits take effect at once."""
    places = python.parent.parent.glob("Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages")
    for place in places:
        (place / "desk.pth").write_text(path_line(root), "ascii")


def path_line(root: Path) -> str:
    """Plain ASCII whatever the folder is called: .pth files are read in the machine's own encoding."""
    return f"import sys; sys.path.append({ascii(str(root))})\n"
