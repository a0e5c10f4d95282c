"""Catalogues: add, check and compile translations (gettext through Babel).

python -m tools.texts add FILE.tsv [--domain D]   English<TAB>中文, one a line; \\n stands for a line break
python -m tools.texts missing                     what the sources say and the catalogues do not, and stale entries
python -m tools.texts punctuate                   full-width marks in every Chinese entry
python -m tools.texts compile                     .po → .mo (set-up and packing call this)
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "plural": (1, 2)}


def domains() -> dict[str, tuple[Path, Path]]:
    """Domain → (folder its sources lie in, its zh_CN .po)."""
    found = {"desk": (ROOT / "desk", ROOT / "resources/locale/zh_CN/LC_MESSAGES/desk.po")}
    for manifest in sorted(ROOT.glob("plugins/*/plugin.toml")):
        plugin = manifest.parent
        found[plugin.name] = (plugin, plugin / f"locale/zh_CN/LC_MESSAGES/{plugin.name}.po")
    return found


def plugin_domain(domain: str) -> tuple[Path, Path]:
    """As domains()[domain], also for a plugin whose manifest is not written yet."""
    plugin = ROOT / "plugins" / domain
    return domains().get(domain) or (plugin, plugin / f"locale/zh_CN/LC_MESSAGES/{domain}.po")


def extracted(folder: Path) -> set[str | tuple[str, str]]:
    """Every literal marked for translation under `folder`, tests left out."""
    from babel.messages.extract import extract_from_file

    found: set[str | tuple[str, str]] = set()
    for path in sorted(folder.rglob("*.py")):
        if "tests" in path.relative_to(folder).parts:
            continue
        for _line, message, _comments, _context in extract_from_file("python", str(path), keywords=KEYWORDS):
            found.add((message[0], message[1]) if isinstance(message, tuple) else message)
    return {item for item in found if item}


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """A lock file beside the catalogue, so that two people adding texts do not lose each other's."""
    lock = path.with_suffix(".lock")
    lock.parent.mkdir(parents=True, exist_ok=True)
    for _try in range(300):
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL)
            break
        except FileExistsError:
            time.sleep(0.1)
    else:
        sys.exit(f"{lock} is held; remove it if nobody is adding texts")
    try:
        yield
    finally:
        os.close(handle)
        lock.unlink()


def read(po: Path) -> Any:
    """The catalogue in `po`, or a new empty one."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    if po.exists():
        with po.open("rb") as file:
            return read_po(file, locale="zh_CN")
    return Catalog(locale="zh_CN", project="desk", version="", charset="utf-8")


def write(po: Path, catalogue: Any) -> None:
    """Write sorted and unwrapped, so that two people's additions merge well."""
    from babel.messages.pofile import write_po

    po.parent.mkdir(parents=True, exist_ok=True)
    temporary = po.with_suffix(".tmp")
    with temporary.open("wb") as out:
        write_po(out, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)
    temporary.replace(po)


def punctuated(chinese: str) -> str:
    """Full-width marks between Chinese characters, as papers set them; keyboards and editors often leave ASCII ones."""
    from desk.core.documents.text import chinese_marks

    if not any("\u4e00" <= sign <= "\u9fff" for sign in chinese):
        return chinese
    return re.sub("\uff08(&[A-Z0-9])\uff09", r"(\1)", chinese_marks(chinese))  # mnemonics stay as Qt wants them


def punctuate_all() -> None:
    """Mend the marks of every entry."""
    for _folder, po in domains().values():
        with locked(po):
            catalogue = read(po)
            for message in catalogue:
                if message.id:
                    said = message.string
                    message.string = punctuated(said) if isinstance(said, str) else tuple(map(punctuated, said))
            write(po, catalogue)
    compile_all()


def add(tsv: Path, domain: str) -> None:
    po = plugin_domain(domain)[1]
    with locked(po):
        catalogue = read(po)
        for line in tsv.read_text("utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            *english, chinese = [part.replace("\\n", "\n") for part in line.split("\t")]
            if not english:
                sys.exit(f"no tab in: {line}")
            chinese = punctuated(chinese)
            key = english[0] if len(english) == 1 else tuple(english[:2])
            catalogue.add(key, chinese if isinstance(key, str) else (chinese,))
        write(po, catalogue)
    compile_all()


def problems() -> list[str]:
    """One line a missing, empty or stale entry; empty when all is well."""
    lines: list[str] = []
    desk_known: set[object] = set()
    for domain, (folder, po) in domains().items():
        wanted = extracted(folder)
        have = {message.id: message.string for message in read(po) if message.id}
        have = {(tuple(key) if isinstance(key, (list, tuple)) else key): value for key, value in have.items()}
        filled = {key for key, value in have.items() if value and (isinstance(value, str) or all(value))}
        lines += [f"{domain}: missing {item!r}" for item in sorted(wanted - filled - desk_known, key=str)]
        lines += [f"{domain}: stale {item!r}" for item in sorted(set(have) - wanted, key=str)]
        if domain == "desk":
            desk_known = filled
    return lines


def compile_all() -> None:
    """Write every .mo beside its .po, atomically."""
    from babel.messages.mofile import write_mo

    for _folder, po in domains().values():
        if not po.exists():
            continue
        temporary = po.with_suffix(f".mo{os.getpid()}")
        with temporary.open("wb") as out:
            write_mo(out, read(po))
        temporary.replace(po.with_suffix(".mo"))


def prune() -> None:
    """Drop stale entries."""
    for folder, po in domains().values():
        wanted = extracted(folder)
        with locked(po):
            catalogue = read(po)
            for message in list(catalogue):
                key = tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id
                if message.id and key not in wanted:
                    catalogue.delete(message.id)
            catalogue.obsolete.clear()
            write(po, catalogue)
    compile_all()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["add", "missing", "compile", "prune", "punctuate"])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--domain", default="desk")
    given = parser.parse_args()
    if given.verb == "add":
        add(given.file, given.domain)
    elif given.verb == "compile":
        compile_all()
    elif given.verb == "prune":
        prune()
    elif given.verb == "punctuate":
        punctuate_all()
    else:
        found = problems()
        print("\n".join(found) or "complete")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
