"""What a ledger refuses."""

from desk.core.errors import UserError
from desk.core.i18n import _


class NotEnough(UserError):
    """An account has too little; whoever called says of what, in words of its own trade. Amounts in the smallest unit."""

    def __init__(self, account_id: int, balance: int, wanted: int) -> None:
        super().__init__(_("There is not enough left."))
        self.account_id, self.balance, self.wanted = account_id, balance, wanted
