"""Colleagues: who has an account, for choosing who handles or may see a matter. No rights, no passwords."""

from desk.core.staff.queries import get_account_name, list_colleagues

__all__ = ["get_account_name", "list_colleagues"]
