"""Two hundred packages that must not be installed: generated, so that each is readable here and none lies about as a file.

`python -m tests.zoo.archives FOLDER` writes them all, for trying an installer by hand. `archives()` gives name → bytes. Every
one is refused by `look_at` on a desk where `good` 2.0 of a known publisher is installed and `mediation` is bundled.
"""

import io
import json
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from desk.host.package_seal import SEAL, SIGNATURE, digest, make_seal, make_signature

MANIFEST = '''manifest = 1
id = "{id}"
version = "{version}"
api = "{api}"
name = {{ en = "{name}", zh_CN = "{name}" }}
{more}
'''
HOOKS = b'"""A plugin of the zoo."""\n'
LINK, FIFO, DEVICE, SOCKET, FOLDER = 0o120777, 0o010644, 0o060644, 0o140644, 0o040755

TRAVERSALS = (
    "../evil.py", "../../evil.py", "a/../../evil.py", "a/../b.py", "./a.py", "a/./b.py", "a//b.py", "..\\evil.py",
    "a\\..\\..\\evil.py", "..\\..\\windows\\evil.dll", "/etc/evil", "//server/share/evil", "\\\\server\\share\\evil",
    "\\evil.py", "C:\\evil.py", "C:evil.py", "c:/evil.py", "Z:/evil.py", "~/evil.py", "~root/evil.py", "..", ".", "a/..",
    "a/.", "...", "a/...", "..;/evil.py", ".. /evil.py", " ../evil.py", "%2e%2e/evil.py", "..%2fevil.py",
    "%2e%2e%5cevil.py", "..%c0%af/evil.py", "\uff0e\uff0e/evil.py", "\u2025/evil.py", "..\u2215evil.py", "..\u2044evil.py",
    "..\uff0fevil.py", "a/\u202e../evil.py", "a\0/../evil.py", "evil.py\0.txt", "\0", "file:///etc/evil",
    "\\\\?\\C:\\evil.py", "\\\\.\\PhysicalDrive0", "a/b/../../../evil.py", "a/" * 9 + "evil.py", "x" * 181,
    ("y" * 60 + "/") * 3 + "evil.py", "a/\r\n../evil.py", "a/\t/evil.py", "a\x7f.py", "a\x1b[2J.py")
NAMES = (
    "con", "CON", "con.py", "prn.txt", "AUX.toml", "nul", "NUL.py", "com1.py", "COM9", "lpt1", "LPT9.txt", "a/con/b.py",
    "clock$", "conin$", "trailing.", "trailing.py.", "trailing ", "a./b.py", "a /b.py", ".hidden", ".git/config", "a/.env",
    "-flag.py", "a:b.py", "hooks.py:stream", "hooks.py::$DATA", "a*b.py", "a?b.py", 'a"b.py', "a<b.py", "a>b.py", "a|b.py",
    "a;b.py", "a&b.py", "a$b.py", "a`b.py", "a'b.py", "名.py", "h\u043e\u043eks.py", "hooks\u200b.py", "e\u0301.py",
    "\u00e9.py", "a\u00a0b.py", "")
PROGRAMS = (
    "a.pyc", "__pycache__/hooks.cpython-311.pyc", "__pycache__/a.py", "a.pyd", "a.so", "A.SO", "a.dll", "a.dylib", "a.exe",
    "a.bat", "a.cmd", "a.com", "a.ps1", "a.vbs", "a.lnk", "a.scr", "a.pth", "a.zip", "a.egg", "a.whl", "a.deskplugin",
    "a.pyo")
CLASHES = (
    ("a.py", "a.py"), ("a.py", "A.py"), ("data/a.txt", "Data/b.txt"), ("hooks.py", "HOOKS.py"), ("plugin.toml", "Plugin.toml"),
    ("a", "a/b.py"), ("a/b.py", "a"), ("A", "a/b.py"), ("a/B/c.py", "a/b/d.py"), ("hooks.py", "hooks.py"),
    ("plugin.toml", "plugin.toml"), (SEAL, SEAL), ("Desk-Seal.json", "b.py"))


@cache
def keys() -> tuple[object, object]:
    """The publisher's key and a stranger's, made anew in each run."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()


def manifest(plugin_id: str = "harmless", version: str = "1.0", *, api: str = "1.0", name: str = "", more: str = "") -> bytes:
    return MANIFEST.format(id=plugin_id, version=version, api=api, name=name or f"The {plugin_id}", more=more).encode()


def files(plugin_id: str = "harmless", version: str = "1.0", **given: str) -> dict[str, bytes]:
    """A plugin that could be installed."""
    return {"plugin.toml": manifest(plugin_id, version, **given), "hooks.py": HOOKS}


def sealed(inside: dict[str, bytes], plugin_id: str = "harmless", version: str = "1.0", key: object = None) -> dict[str, bytes]:
    """With a right seal and, where there is a key, a right signature."""
    seal = make_seal(plugin_id, version, inside)
    return {**inside, SEAL: seal, **({SIGNATURE: make_signature(seal, key)} if key else {})}


def zipped(entries: list[tuple[str, bytes]], *, mode: int = 0o100644, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"",
           change: Callable[[str, zipfile.ZipInfo], None] = lambda name, entry: None) -> bytes:
    """A zip of the entries as named, also by names that zipfile itself would not write."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as package:
        warnings.simplefilter("ignore")  # zipfile warns of the names that are written twice on purpose
        package.comment = comment
        for name, data in entries:
            entry = zipfile.ZipInfo("placeholder")
            entry.filename, entry.compress_type, entry.external_attr = name, method, 0o100644 << 16
            if name not in ("plugin.toml", "hooks.py", SEAL, SIGNATURE):
                entry.external_attr = mode << 16
            change(name, entry)
            package.writestr(entry, data)
    return out.getvalue()


def good(**given: object) -> bytes:
    return zipped(list(sealed(files()).items()), **given)


def with_file(name: str, data: bytes = b"x = 1\n", **given: object) -> bytes:
    """A plugin with one file more, rightly sealed."""
    return zipped(list(sealed({**files(), name: data}).items()), **given)


def _names() -> Iterator[tuple[str, bytes]]:
    for kind, names in (("traversal", TRAVERSALS), ("name", NAMES), ("program", PROGRAMS)):
        for number, name in enumerate(names):
            yield f"{kind} {number} {name[:20]!r}", with_file(name)
    for number, (one, other) in enumerate(CLASHES):
        entries = list(sealed({**files(), one: b"x = 1\n", other: b"x = 2\n"}).items())
        yield f"clash {number} {one} {other}", zipped([*entries, (other, b"x = 3\n")] if one == other else entries)


def _kinds() -> Iterator[tuple[str, bytes]]:
    for name, mode in (("link", LINK), ("pipe", FIFO), ("device", DEVICE), ("socket", SOCKET), ("folder", FOLDER)):
        yield f"kind {name}", with_file("a.txt", b"../../../etc/passwd", mode=mode)
    yield "link as hooks.py", good(change=lambda name, entry: setattr(entry, "external_attr", LINK << 16)
                                   if name == "hooks.py" else None)
    yield "folder entry", with_file("a/", b"")
    yield "method bzip2", good(method=zipfile.ZIP_BZIP2)
    yield "method lzma", good(method=zipfile.ZIP_LZMA)
    yield "comment", good(comment=b"#!/bin/sh\nevil\n")
    yield "encrypted flag", _patched(good(), b"PK\x01\x02", 8, b"\x01\x00")
    yield "strong encryption flag", _patched(good(), b"PK\x01\x02", 8, b"\x41\x00")
    yield "unknown method", _patched(good(), b"PK\x01\x02", 10, b"\x63\x00")


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "bomb zeros", with_file("a.txt", bytes(9_000_000))
    yield "bomb one large file", with_file("a.txt", bytes(10_000_001))
    yield "bomb many large files", zipped(list(sealed(
        {**files(), **{f"a{n}.txt": bytes(9_999_999) for n in range(6)}}).items()))
    yield "bomb many files", zipped([*sealed(files()).items(), *((f"f{n}.txt", b"") for n in range(2_001))])
    yield "bomb announced size", _patched(good(), b"PK\x01\x02", 24, struct.pack("<I", 0xFFFFFFF0))
    small = with_file("a.txt", b"y" * 50_000)
    yield "bomb announced too small", _patched(small, b"PK\x01\x02", 24, struct.pack("<I", 3), nth=2)
    yield "bomb announced too large", _patched(good(), b"PK\x01\x02", 24, struct.pack("<I", 90_000))
    yield "bomb overlapping", _patched(good(), b"PK\x01\x02", 20, struct.pack("<I", 500_000))
    yield "bomb file too large", b"PK\x03\x04" + bytes(20_000_001)
    yield "bomb nested toml", zipped(list(sealed({**files(), "plugin.toml": b"a = " + b"[" * 90_000}).items()))
    yield "bomb nested json", zipped([*files().items(), (SEAL, b"[" * 90_000)])
    yield "bomb nested source", with_file("deep.py", b"(" * 90_000)
    yield "bomb nested expression", with_file("deep.py", b"x = " + b"-" * 200_000 + b"1\n")


def _broken() -> Iterator[tuple[str, bytes]]:
    whole = good()
    for share in range(1, 10):
        yield f"truncated at {share} tenths", whole[:len(whole) * share // 10]
    yield "empty", b""
    yield "text", b"this is no archive"
    yield "only the end", b"PK\x05\x06" + bytes(18)
    yield "empty zip", zipped([])
    yield "something before it", b"MZ\x90\x00" + whole
    yield "something after it", whole + b"MZ\x90\x00" * 20_000
    yield "wrong sum", _patched(whole, b"PK\x01\x02", 16, b"\xde\xad\xbe\xef")
    yield "other local name", _patched(whole, b"PK\x03\x04", 30, b"evilin.toml")
    yield "broken stream", _patched(whole, b"PK\x03\x04", 41, b"\xff" * 20)
    yield "offset beyond", _patched(whole, b"PK\x01\x02", 42, struct.pack("<I", 0x7FFFFFFF))
    yield "zip in a zip", zipped([("inner.zip", whole)])
    yield "in a folder of its own", zipped([(f"harmless/{name}", data) for name, data in sealed(files()).items()])


def _seals() -> Iterator[tuple[str, bytes]]:
    right = sealed(files())
    yield "seal missing", zipped(list(files().items()))
    yield "seal without a file", zipped([*right.items(), ("more.py", b"x = 1\n")])
    yield "seal with a file too many", zipped([(name, data) for name, data in sealed({**files(), "gone.py": b""}).items()
                                               if name != "gone.py"])
    yield "seal wrong hash", zipped(list({**right, "hooks.py": b"import os\n"}.items()))
    yield "seal wrong manifest hash", zipped(list({**right, "plugin.toml": manifest(version="1.1")}.items()))
    yield "seal of another plugin", zipped(list(sealed(files(), "another").items()))
    yield "seal of another version", zipped(list(sealed(files(), "harmless", "9.9").items()))
    for number, text in enumerate((b"", b"[]", b"null", b"{", b"\xff\xfe", b'{"format": 2, "files": {}}',
                                   b'{"format": 1, "files": []}',
                                   b'{"format": 1}', b'{"format": 1, "files": {"plugin.toml": 1, "hooks.py": 2}}')):
        yield f"seal misshapen {number}", zipped(list({**right, SEAL: text}.items()))
    upper = json.dumps({"format": 1, "id": "harmless", "version": "1.0",
                        "files": {name: digest(data).upper() for name, data in files().items()}}).encode()
    yield "seal in capitals", zipped(list({**right, SEAL: upper}.items()))


def _signatures() -> Iterator[tuple[str, bytes]]:
    publisher, stranger = keys()
    new = files("good", "3.0")
    signed = sealed(new, "good", "3.0", publisher)
    yield "signature stripped", zipped(list(sealed(new, "good", "3.0").items()))
    yield "signature foreign", zipped(list(sealed(new, "good", "3.0", stranger).items()))
    yield "signature of another seal", zipped(list({**signed, SIGNATURE: make_signature(b"{}", publisher)}.items()))
    told = json.loads(signed[SIGNATURE])
    theirs = json.loads(make_signature(signed[SEAL], stranger))
    for name, change in (("key swapped", {"key": theirs["key"]}), ("signature swapped", {"signature": theirs["signature"]}),
                         ("no base64", {"signature": "!!!"}), ("too short", {"key": "AAAA"}), ("empty", {"signature": ""}),
                         ("number", {"key": 7})):
        yield f"signature {name}", zipped(list({**signed, SIGNATURE: json.dumps({**told, **change}).encode()}.items()))
    for number, text in enumerate((b"", b"[]", b"\xff", b"{}")):
        yield f"signature misshapen {number}", zipped(list({**signed, SIGNATURE: text}.items()))


def _descriptions() -> Iterator[tuple[str, bytes]]:
    for plugin_id in ("mediation", "core", "desk", "plugins", "alembic", "con", "aux", "com1", "tests"):
        yield f"squatting {plugin_id}", zipped(list(sealed(files(plugin_id), plugin_id).items()))
    yield "squatting a name", zipped(list(sealed(files(name="人民调解室")).items()))
    for plugin_id in ("Good", "a", "1abc", "a-b", "a_b", "../x", "a" * 17, "", "go\u043ed"):
        yield f"id {plugin_id!r}", zipped(list(sealed(files(plugin_id), plugin_id).items()))
    for version in ("", "1", "1.x", "../1.0", "1.0/..", "99999.0", "1.0 ", "v1.0"):
        yield f"version {version!r}", zipped(list(sealed(files(version=version), "harmless", version).items()))
    for api in ("2.0", "1.99", "0.9", "1", "x.y", ""):
        yield f"api {api!r}", zipped(list(sealed(files(api=api)).items()))
    for name, more in (("a plugin that is nowhere", '[requires]\nplugins = ["nobodyhasit"]'),
                       ("itself", '[requires]\nplugins = ["harmless"]'),
                       ("in a circle", '[requires]\nplugins = ["needsharmless"]'),
                       ("a newer core", '[database]\nneeds_core = "core_9999"'), ("a key unknown", "network = true"),
                       ("a right of another", '[permissions]\n"desk.plugins.manage" = { en = "x", zh_CN = "x" }'),
                       ("a role's right unknown", '[roles]\nclerk = ["harmless.read"]')):
        yield f"requires or declares {name}", zipped(list(sealed(files(more=more)).items()))
    yield "no hooks", zipped(list(sealed({"plugin.toml": manifest()}).items()))
    yield "no manifest", zipped(list(sealed({"hooks.py": HOOKS}).items()))
    yield "manifest no toml", zipped(list(sealed({"plugin.toml": b"\xff\xfe", "hooks.py": HOOKS}).items()))
    yield "manifest empty", zipped(list(sealed({"plugin.toml": b"", "hooks.py": HOOKS}).items()))
    yield "source broken", zipped(list(sealed({**files(), "hooks.py": b"def (:\n"}).items()))
    yield "source with a zero", zipped(list(sealed({**files(), "hooks.py": b"x = 1\0\n"}).items()))
    for version in ("1.0", "1.9.9", "2.0", "2.0.0"):
        signed = sealed(files("good", version), "good", version, keys()[0])
        yield f"older or same version {version}", zipped(list(signed.items()))


def _patched(data: bytes, mark: bytes, offset: int, new: bytes, nth: int = 0) -> bytes:
    """`new` written `offset` bytes after the nth `mark`."""
    place = -1
    for _round in range(nth + 1):
        place = data.index(mark, place + 1)
    return data[:place + offset] + new + data[place + offset + len(new):]


@cache
def archives() -> dict[str, bytes]:
    """All of them, by a name that says what is wrong."""
    sources = (_names, _kinds, _bombs, _broken, _seals, _signatures, _descriptions)
    return {name: data for source in sources for name, data in source()}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(archives().values()):
        (folder / f"{number:03}.deskplugin").write_bytes(data)
