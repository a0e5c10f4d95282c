"""Looking up a number without comparing the number: a keyed hash beside it."""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from desk.core.db.uow import UnitOfWork
from desk.core.people.identity import convert_15
from desk.core.people.model import LookupKey


def lookup_hash(uow: UnitOfWork, number: str) -> str:
    """The hash a cleaned number is found by, "" for none; a 15-digit number is hashed as its 18-character form.

    The first use in a writing unit of work makes the key; without a key nothing can have been stored yet.
    """
    return number_hasher(uow)(number) if number else ""


def number_hasher(uow: UnitOfWork) -> Callable[[str], str]:
    """`lookup_hash` for many numbers: the key is read once."""
    found = _key(uow)
    begun = hmac.new(bytes.fromhex(found), digestmod=hashlib.sha256)

    def hashed(number: str) -> str:
        if not found or not number:
            return ""
        if len(number) == 15 and number.isdecimal():
            number = convert_15(number)
        keyed = begun.copy()  # reading the key in costs as much as hashing a number
        keyed.update(number.encode("utf-8"))
        return keyed.hexdigest()

    return hashed


def _key(uow: UnitOfWork) -> str:
    row = uow.session.get(LookupKey, 1)
    if row is None and uow.writing:
        row = LookupKey(id=1, secret=secrets.token_hex(32))
        uow.session.add(row)
        uow.session.flush()
    return row.secret if row else ""
