"""Marks on ballots: read by a wedge reader or by eye, mistyping noticed, another vote's ballot recognised. Pure."""

import secrets

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import fold_width

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O, which are mistaken for each other."""
RANDOM, CODE = 8, 4
_MODULUS = 31


def vote_code(vote_id: int) -> str:
    """Four characters that begin every mark of a vote."""
    found = ""
    number = vote_id * 7919 % 32 ** CODE
    for _place in range(CODE):
        number, rest = divmod(number, 32)
        found = LETTERS[rest] + found
    return found


def new_token(code: str) -> str:
    """A mark that tells nothing: vote, 40 random bits, check letter."""
    body = code + "".join(secrets.choice(LETTERS) for _place in range(RANDOM))
    return body + check_letter(body)


def serial_mark(code: str, serial: int) -> str:
    """The mark of a named vote's numbered ballot."""
    digits = ""
    for _place in range(RANDOM):
        serial, rest = divmod(serial, 32)
        digits = LETTERS[rest] + digits
    body = code + digits
    return body + check_letter(body)


def check_letter(body: str) -> str:
    """Notices a wrong character and two swapped ones."""
    return LETTERS[sum(LETTERS.index(letter) * (place + 2) for place, letter in enumerate(body)) % _MODULUS]


def read_mark(code: str, typed: str) -> str:
    """The mark as printed, whatever the width, case and spaces. UserError for a mistyped one and another vote's ballot."""
    mark = "".join(fold_width(typed).upper().replace("-", "").split())
    well_formed = len(mark) == CODE + RANDOM + 1 and set(mark) <= set(LETTERS) and check_letter(mark[:-1]) == mark[-1]
    if not well_formed:
        raise UserError(_("This is not the mark of a ballot."), field="mark", todo=_("Read it again; nothing was counted."))
    if not mark.startswith(code):
        raise UserError(_("This ballot belongs to another vote."), field="mark", todo=_("Put it aside; nothing was counted."))
    return mark


def spaced(mark: str) -> str:
    """As printed: ABCD-EFGH-JKLM-N."""
    return "-".join(mark[at:at + 4] for at in range(0, len(mark), 4))
