"""System libraries that the Qt wheels expect from a Linux machine and do not bring along.

The library is what is looked for, not the package: newer Debian and Ubuntu renamed some packages (libglib2.0-0t64), and
apt still understands the old names. Elsewhere (Windows, macOS) there is nothing to do.
"""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.saying import Stop, call, say

# Needed by every Qt program, also one that draws into memory only (tests).
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# Needed once a window is to be seen. Qt's own message names libxcb-cursor0 whatever is missing, so we look ourselves.
SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# The program starts without these, but has no printers and no Wayland window.
WANTED = {"libcups.so.2": "libcups2", "libwayland-cursor.so.0": "libwayland-cursor0"}

# The tests print into a queue of their own, and leave that out where there is no print service.
PRINT_SERVICE = {"cupsd": "cups-daemon", "lpadmin": "cups-client"}

APT_OPTIONS = ["-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
FONT_PACKAGE = "fonts-wqy-microhei"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONTS = ("wqy", "cjk", "sourcehan", "notosanssc", "notoserifsc", "lxgw", "droidsansfallback", "uming", "ukai",
                 "simsun")


def ensure(need_screen: bool, *, for_tests: bool = False) -> None:
    """Install what is missing when we may (root, apt), else say the one line that does. Raises Stop."""
    if not sys.platform.startswith("linux"):
        return
    needed = packages(QT) + (packages(SCREEN) if need_screen else []) + venv_package()
    wanted = packages(SCREEN | WANTED) + font_package() + (print_service() if for_tests else [])
    every = needed + [name for name in wanted if name not in needed]
    if every and may_install() and install(every):
        return
    if needed:
        raise Stop(f"some system packages are missing. This line installs them all:\n  {apt_line(every)}")
    if every and need_screen:
        say(f"it works, but better with: {apt_line(every)}")


def packages(libraries: dict[str, str]) -> list[str]:
    """The packages of those libraries that cannot be loaded here."""
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    """Whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def venv_package() -> list[str]:
    """Debian keeps ensurepip in a package of its own; needed unless another tool can fill a virtual environment."""
    from tools import setup_venv

    if importlib.util.find_spec("ensurepip") or setup_venv.usable(setup_venv.ROOT) or setup_venv.other_ways():
        return []
    return ["python3-venv"]


def font_package(folders: Iterable[str] = FONT_FOLDERS) -> list[str]:
    """A font with Chinese characters for the screen, unless one is there."""
    for folder in folders:
        for _place, _folders, files in os.walk(Path(folder).expanduser()):
            if any(known in name.lower().replace("-", "") for name in files for known in CHINESE_FONTS):
                return []
    return [FONT_PACKAGE]


def print_service() -> list[str]:
    """The packages of a print service of which a program is missing; its daemon lies beside the administrator's programs."""
    where = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
    return [package for program, package in PRINT_SERVICE.items() if not shutil.which(program, path=where)]


def may_install() -> bool:
    """Whether we are root on a machine with apt."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(names: list[str]) -> bool:
    """apt-get the packages; False when that did not work."""
    say("installing system packages: " + " ".join(names))
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], env=environment)
    return call(["apt-get", "install", *APT_OPTIONS, *names], env=environment, show=False)


def apt_line(names: list[str]) -> str:
    """The line to copy."""
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(names)
