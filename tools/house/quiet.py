"""Import modules and tell what they did meanwhile; run as a program of its own: python -m tools.house.quiet [NAME ...].

Prints one JSON object: `acts` (files opened for writing, connections, threads, a Qt application), `loaded` (the top-level
packages that came along). An audit hook sees what Python does; the caller looks into the working folder for the rest.
"""

import importlib
import json
import os
import sys
import threading
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = ("sqlite3.connect", "socket.connect", "socket.bind", "subprocess.Popen", "os.mkdir", "os.remove", "os.rename",
             "os.system", "shutil.rmtree", "shutil.move", "shutil.copyfile")


def main(names: list[str]) -> None:
    """Import `names` one by one and print the account."""
    acts: list[str] = []
    current = [""]

    def watch(event: str, given: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(given[2], int) and given[2] & WRITING and given[0] != os.devnull
        if writes or event in FORBIDDEN:
            acts.append(f"{current[0]}: {event} {given[0]!r}")

    sys.addaudithook(watch)
    for name in names:
        current[0] = name
        importlib.import_module(name)
        if threading.active_count() > 1:
            acts.append(f"{name}: a thread runs")
    qt = sys.modules.get("PySide6.QtCore")
    if qt and qt.QCoreApplication.instance() is not None:
        acts.append("a Qt application exists")
    print(json.dumps({"acts": acts, "loaded": sorted({name.split(".")[0] for name in sys.modules})}))


if __name__ == "__main__":
    main(sys.argv[1:])
