"""What lies in the repository: nothing of the machine it was written on, no addresses in the locks."""

import re
import shutil
import subprocess

import pytest

from tools.house.sources import ROOT

# Put together from pieces, so that this file does not find itself.
MACHINE_PATHS = re.compile("|".join(["/tmp/" + "v/", "/work/" + "(main|shared)", "/root/" + r"\."]))
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b")
# "LL@..." is what gettext itself writes into the head of a catalogue.
INVENTED = re.compile(r"^LL@li\.org$|@(example\.(com|org|net|cn)|[\w.-]+\.(invalid|test|example))$")


def tracked() -> list[str]:
    """Names of the repository's text files."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a clone: there is no list of files")
    listed = subprocess.run(["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"], cwd=ROOT, check=True,
                            capture_output=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    found = []
    for name in tracked():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found.append((name, content.decode("utf-8")))
    return found


def test_no_path_of_a_machine():
    assert [name for name, text in texts() if MACHINE_PATHS.search(text)] == []


def test_no_real_mail_address():
    found = {match.group() for _, text in texts() for match in ADDRESS.finditer(text)}
    assert {address for address in found if not INVENTED.search(address)} == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_name_hashes_and_no_addresses(name):
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text.replace("fonts-index", "")
    packages = re.findall(r"^[a-z][\w.-]*==", text, re.M)
    assert len(packages) > 20
    assert len(re.split(r"\n(?=[a-z])", text)) == len(packages)
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text))


def test_everything_declared_is_locked():
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]]
    locked = set(re.findall(r"^([a-z][\w.-]*)==", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.M))
    names = {re.split(r"[\[<>=; ]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names <= locked
