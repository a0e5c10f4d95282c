"""Cells of old ledgers and courts' lists as values: days, kinds of dispute."""

from datetime import date

from desk.api import UserError, clean, translator
from desk.api.people import read_date
from plugins.mediation.categories import CATEGORIES, FIVE_CLASSES

_ = translator("mediation")


def read_day(typed: str, today: date, problems: list[str], *, future: bool = False) -> date | None:
    """A day however it was typed; None for nothing. What is wrong is added to `problems`, a day to come unless `future`."""
    if not typed.strip():
        return None
    try:
        found = date.fromisoformat(str(read_date(typed, on=max(today, date(today.year + 5, 1, 1)) if future else today,
                                                 field="on")))
    except (UserError, ValueError) as error:
        problems.append(str(error) if isinstance(error, UserError) else _("{typed} is no whole date.").format(typed=typed))
        return None
    if found > today and not future:
        problems.append(_("{typed} lies in the future.").format(typed=typed))
        return None
    return found


def read_category(typed: str) -> str:
    """By the Ministry's name or the short list's, whole, its beginning, or what a longer cause begins with (物业服务合同纠纷);
    "other" for what is not known.
    """
    typed = clean(typed).removesuffix("纠纷")
    named = next((one.code for one in CATEGORIES if typed and one.title.removesuffix("纠纷") == typed), "")
    five = next((code for code, title in FIVE_CLASSES if typed and title.removesuffix("纠纷") == typed), "")
    by_class = next((one.code for one in CATEGORIES if five and one.five == five), "")
    part = next((one.code for one in CATEGORIES if typed and typed in one.title), "")
    within = [(typed.index(stem), one.code) for one in CATEGORIES if (stem := one.title.removesuffix("纠纷")) in typed]
    return named or by_class or part or min(within, default=(0, "other"))[1]


def read_choice(typed: str, choices: tuple[tuple[str, str], ...], default: str) -> str:
    """The code whose word is typed, whole or as a part of either; `default` for what is not known."""
    typed = clean(typed)
    whole = next((code for code, title in choices if typed == title), "")
    part = next((code for code, title in choices if typed and (typed in title or title in typed)), "")
    return whole or part or default
