"""desk.toml in the data folder: what must be known before the data opens. Unknown keys are refused, a typo is no default."""

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from desk.core.errors import EnvironmentFault
from desk.core.i18n import DEFAULT_LANGUAGE, _


@dataclass(frozen=True, slots=True)
class Config:
    """server: PostgreSQL address, "" for the data file. language: "zh_CN" or "en". appearance: "system", "light", "dark".

    scale: type size, 1.0, 1.25 or 1.5. last_account and hall are shown on the sign-in page before the data opens.
    practice: the folder holds invented people only, and the window says so.
    """

    server: str = ""
    language: str = DEFAULT_LANGUAGE
    appearance: str = "system"
    scale: float = 1.0
    last_account: str = ""
    hall: str = ""
    practice: bool = False


def read_config(path: Path) -> Config:
    """The settings in `path`, the defaults when there is no file. Raises EnvironmentFault naming what cannot be read."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        raise EnvironmentFault(_("{name} cannot be read.").format(name=path.name),
                               advice=_("Correct or remove the file {path}.").format(path=path)) from error
    known = {one.name: type(one.default) for one in fields(Config)}
    wrong = [key for key, value in found.items() if key not in known or not isinstance(value, known[key])]
    if wrong:
        raise EnvironmentFault(_("{name} has settings that mean nothing: {keys}.").format(
            name=path.name, keys=", ".join(sorted(wrong))), advice=_("Correct or remove the file {path}.").format(path=path))
    return Config(**found)


def write_config(path: Path, **changes: Any) -> Config:
    """Change some settings and keep the others; the file is replaced whole or not at all."""
    from desk.core.db.copying import write_safely

    config = replace(read_config(path), **changes)
    lines = [f"{one.name} = {_toml(getattr(config, one.name))}" for one in fields(Config)]
    write_safely(path, ("\n".join(lines) + "\n").encode("utf-8"))
    return config


_ESCAPED = {'"': '\\"', "\\": "\\\\"}


def _toml(value: Any) -> str:
    if isinstance(value, str):
        escaped = "".join(f"\\u{ord(sign):04x}" if ord(sign) < 32 else _ESCAPED.get(sign, sign) for sign in value)
        return f'"{escaped}"'
    return str(value).lower()
