"""What a hall sets about volunteering: declared once, read by the same names. What law leaves open says so (`unsure`)."""

from typing import Any

from desk.api import N_, SettingSpec
from plugins.volunteer.law import AGE_SOURCE, LEAST_AGE

_BANK = "北京、南京、成都郫都试行办法各不相同"
_OPEN = "各地规定不一(未能核实)"

SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec("volunteer.least_age", N_("Youngest age of registration"), "number", LEAST_AGE, unit=N_("years"),
                source=AGE_SOURCE, minimum=6, maximum=18),
    SettingSpec("volunteer.family_record", N_("Keep a family record of younger children, without certificate"), "bool", False,
                source=_OPEN, unsure=True),
    SettingSpec("volunteer.posting_days", N_("Publish hours before entry"), "number", 3, unit=N_("working days"),
                source="福建省志愿服务记录实施细则", unsure=True, minimum=0, maximum=30),
    SettingSpec("volunteer.late_days", N_("Later than this a written-down time needs a witness"), "number", 7, unit=N_("days"),
                source=_OPEN, unsure=True, minimum=0, maximum=365),
    SettingSpec("volunteer.posted_days", N_("Post a certificate for"), "number", 7, unit=N_("days"),
                source="《关于规范志愿服务记录证明工作的指导意见》", unsure=True, minimum=0, maximum=60),
    SettingSpec("volunteer.final_redemption", N_("Goods handed out are not taken back"), "bool", False, source=_OPEN,
                unsure=True),
    SettingSpec("volunteer.hand_outs_a_quarter", N_("Visits to the market in a quarter (0: any)"), "number", 0, source=_OPEN,
                unsure=True, minimum=0, maximum=90),
    SettingSpec("volunteer.warn_days", N_("Warn of points that end within"), "number", 60, unit=N_("days"), minimum=1,
                maximum=366),
    SettingSpec("volunteer.time_bank", N_("Keep a time bank"), "bool", False, source=_BANK, unsure=True,
                help=N_("Minutes for services received; a ledger of its own beside the points.")),
    SettingSpec("volunteer.time_bank_cap", N_("Most hours in a time bank account (0: any number)"), "number", 1500,
                unit=N_("hours"), source=_BANK, unsure=True, minimum=0, maximum=100_000),
    SettingSpec("volunteer.time_bank_age", N_("Minutes of the time bank may be drawn from"), "number", 60, unit=N_("years"),
                source=_BANK, unsure=True, minimum=0, maximum=100),
    SettingSpec("volunteer.time_bank_family", N_("Minutes may be drawn for parents, grandparents and spouse"), "bool", False,
                source=_BANK, unsure=True),
    SettingSpec("volunteer.time_bank_gifts", N_("Minutes may be given to"), "choice", "none", source=_BANK, unsure=True,
                choices=(("none", N_("Nobody")), ("family", N_("Parents, grandparents, spouse")),
                         ("anybody", N_("Any volunteer")))),
    SettingSpec("volunteer.time_bank_fund", N_("A fund may grant minutes to people who are no volunteers"), "bool", False,
                source="南京市养老服务时间银行试行办法", unsure=True),
    SettingSpec("volunteer.call_back_days", N_("Call applicants back within"), "number", 3, unit=N_("working days"),
                source=_OPEN, unsure=True, minimum=1, maximum=30),
    SettingSpec("volunteer.applicant_months", N_("Erase applicants who never registered after"), "number", 6,
                unit=N_("months"), source=_OPEN, unsure=True, minimum=1, maximum=36),
    SettingSpec("volunteer.household_points", N_("Volunteers of one household may keep one account of points"), "bool", False,
                source=_OPEN, unsure=True),
    SettingSpec("volunteer.leaving_household", N_("Who leaves a household's account of points"), "choice", "stays",
                source=_OPEN, unsure=True,
                choices=(("stays", N_("leaves what is on it to the others")),
                         ("own", N_("takes what she earned or brought and nobody has used yet")))),
    SettingSpec("volunteer.transfers", N_("Points may be given to other volunteers"), "bool", False, source=_OPEN, unsure=True),
)

_DEFAULTS = {spec.key: spec.default for spec in SETTINGS}


def setting(uow: Any, name: str) -> Any:
    """The setting "volunteer.<name>" as it stands, else its declared default."""
    from desk.api.settings import get_setting

    key = f"volunteer.{name}"
    return get_setting(uow, key, _DEFAULTS[key])
