"""Passwords: argon2id, 64 MiB, three passes; how long one must wait after wrong ones."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk.core.errors import UserError
from desk.core.i18n import _

SHORTEST = 8
LONGEST = 128
RUNS = ("0123456789" * 3, "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
"""What is tried first."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Cost of a hash; tests hand in a weaker one."""

    memory_kib: int = 65_536
    passes: int = 3


#: wrong passwords in a row → how long the account waits; the last one stands for more
DELAYS: dict[int, timedelta] = {3: timedelta(seconds=5), 4: timedelta(seconds=20), 5: timedelta(minutes=15)}


def delay_after(failures: int) -> timedelta:
    """How long nobody may try after `failures` wrong passwords in a row (5 and more: a quarter of an hour each)."""
    return DELAYS.get(min(failures, max(DELAYS)), timedelta())


def check_new(password: str, login: str) -> None:
    """Raise UserError (field "password") for one that is too short, too long, a run of keys or the account's name."""
    if len(password) < SHORTEST:
        raise UserError(_("Use at least {n} characters.").format(n=SHORTEST), field="password")
    if len(password) > LONGEST:
        raise UserError(_("Use at most {n} characters.").format(n=LONGEST), field="password")
    if password.lower() == login.lower() or len(set(password)) < 3 or _is_run(password.lower()):
        raise UserError(_("This password is too easy to guess."), field="password")


def _is_run(password: str) -> bool:
    """Whether it is what a finger running along the keys makes, either way."""
    return any(password in run or password in run[::-1] for run in RUNS)


def hash_password(password: str, strength: Strength) -> str:
    """The hash with its salt and cost, as argon2 writes it."""
    return _hasher(strength).hash(password)


def matches(password: str, stored: str) -> bool:
    """Whether `password` is the one `stored` was made from."""
    from argon2 import exceptions

    try:
        return bool(_hasher(Strength()).verify(stored, password[:LONGEST]))
    except exceptions.VerificationError:
        return False


def _hasher(strength: Strength) -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=strength.passes, memory_cost=strength.memory_kib, parallelism=1)
