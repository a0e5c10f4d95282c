"""A print service of the tests' own: a real CUPS on a socket in a folder, with a printer that keeps what it is given."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

SBIN = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
QUEUE = "laser"
_BACKEND = """#!/bin/sh
[ $# = 0 ] && exit 0
cat "${{6:--}}" > {folder}/$1.pdf
printf '%s\\n%s\\n%s\\n' "$3" "$4" "$5" > {folder}/$1.tmp
mv {folder}/$1.tmp {folder}/$1.txt
"""
_ACCESS = """LogLevel warn
Listen {root}/sock
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """ServerBin {root}/bin
ServerRoot {root}/root
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/tmp
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
"""


def is_there():
    """Whether this computer has CUPS."""
    return all(shutil.which(name, path=SBIN) for name in ("cupsd", "lp", "lpadmin", "cupsreject"))


class PrintService:
    """One queue, QUEUE. What it was given lies in `given`: N.pdf and N.txt (title, copies, options)."""

    def __init__(self, root: Path) -> None:
        self.root, self.given = root, root / "given"
        for name in ("root", "cache", "state", "spool", "tmp", "given", "bin/backend"):
            (root / name).mkdir(parents=True)
        for name in ("daemon", "filter"):
            (root / "bin" / name).symlink_to(Path("/usr/lib/cups") / name)
        backend = root / "bin/backend/keep"
        backend.write_text(_BACKEND.format(folder=self.given), "utf-8")
        backend.chmod(0o700)  # not for others: run by the service itself, not by its user without rights
        for name, text in (("cupsd.conf", _ACCESS), ("files.conf", _FILES)):
            (root / name).write_text(text.format(root=root), "utf-8")
        self.environment = {"CUPS_SERVER": str(root / "sock")}
        self.start()
        self.order("lpadmin", "-p", QUEUE, "-E", "-v", "keep:/paper", "-m", "raw")

    def start(self):
        """Run it, and wait until it answers."""
        self.process = subprocess.Popen([shutil.which("cupsd", path=SBIN), "-f", "-c", self.root / "cupsd.conf",
                                         "-s", self.root / "files.conf"], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while "is running" not in self.order("lpstat", "-r", check=False):
            assert time.monotonic() < end, (self.root / "error.log").read_text("utf-8")
            time.sleep(0.05)

    def stop(self):
        """End it."""
        self.process.terminate()
        self.process.wait(20)

    def order(self, program, *words, check=True):
        """Run one of its commands; answers what it says."""
        ended = subprocess.run([shutil.which(program, path=SBIN), *words], env=os.environ | self.environment | {"LC_ALL": "C"},
                               capture_output=True, text=True, timeout=30)
        assert not check or not ended.returncode, ended.stderr
        return ended.stdout

    def paper(self, number):
        """(PDF, title, copies, options) of the `number`-th job, once it has been printed."""
        told = self.given / f"{number}.txt"
        end = time.monotonic() + 20
        while not told.exists():
            assert time.monotonic() < end, (self.root / "error.log").read_text("utf-8")
            time.sleep(0.05)
        title, copies, options = told.read_text("utf-8").splitlines()
        return (self.given / f"{number}.pdf").read_bytes(), title, int(copies), options.split()

    def kept(self):
        """Files of printed papers that lie in its spool."""
        return sorted(path.name for path in (self.root / "spool").glob("d*"))


@pytest.fixture
def service(tmp_path_factory, monkeypatch):
    """The print service, running, as the one this process asks."""
    made = PrintService(tmp_path_factory.mktemp("p"))
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    yield made
    made.stop()
