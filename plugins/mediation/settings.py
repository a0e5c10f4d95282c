"""What a hall sets about mediation: declared once, read by the same names. What law leaves open says so (`unsure`)."""

from typing import Any

from desk.api import N_, SettingSpec
from plugins.mediation.house_rules import SETTINGS as HOUSE
from plugins.mediation.paper_table import LOCAL_PAPERS
from plugins.mediation.settings_early import EARLY

NINGBO = "参照《宁波市人民调解条例》"
_OPEN = "各地规定不一（未能核实）"

SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec("mediation.days_to_accept", N_("Days to decide on acceptance"), "number", 3, unit=N_("working days"),
                source=_OPEN, unsure=True, minimum=1, maximum=30),
    SettingSpec("mediation.days_to_settle", N_("Days to settle a dispute"), "number", 30, unit=N_("days"),
                source="《人民调解工作若干规定》第三十三条", unsure=True, minimum=1, maximum=365),
    SettingSpec("mediation.days_to_sign", N_("Days to sign an agreement that was reached"), "number", 3,
                unit=N_("working days"), source=_OPEN, unsure=True, minimum=1, maximum=90,
                help=N_("No law sets them: the day is a reminder on the home page and on the case.")),
    SettingSpec("mediation.max_representatives", N_("Representatives of one side at most"), "number", 5,
                source=f"{NINGBO}第二十条", unsure=True, minimum=1, maximum=50),
    SettingSpec("mediation.unit_code_required", N_("A unit needs its unified social credit code"), "bool", True,
                source="人民调解文书使用说明", unsure=True),
    SettingSpec("mediation.written_compulsory", N_("Some agreements must be written"), "bool", True,
                help=N_("When a party asks, when it is not performed on the spot, when the dispute is difficult."),
                source=f"{NINGBO}第二十四条", unsure=True),
    SettingSpec("mediation.oral_signatures", N_("Parties sign the register of oral agreements"), "bool", True,
                source=_OPEN, unsure=True),
    SettingSpec("mediation.version_number", N_("Number of a changed agreement"), "choice", "suffix",
                choices=(("suffix", N_("The first number with a suffix (之二)")), ("new", N_("A number of its own"))),
                source=_OPEN, unsure=True),
    SettingSpec("mediation.again_number", N_("Number of a quarrel that comes back"), "choice", "suffix",
                choices=(("suffix", N_("The first number with a suffix (之二)")), ("new", N_("A number of its own"))),
                source="四诊工作法 “结案”台账", unsure=True),
    SettingSpec("mediation.days_to_visit", N_("Return visit after the agreement within"), "number", 30, unit=N_("days"),
                source=_OPEN, unsure=True, minimum=1, maximum=365),
    SettingSpec("mediation.dossier_list", N_("Contents of the dossier"), "choice", "national",
                choices=(("national", N_("National list, nine papers")), ("provincial",
                                                                          N_("Provincial list, thirteen papers"))),
                help=N_("A list of the hall's own is kept under Dossier contents."), source="司发通〔2010〕239号", unsure=True),
    SettingSpec("mediation.years_short", N_("Years kept: short"), "number", 10, unit=N_("years"), source=_OPEN, unsure=True,
                minimum=1, maximum=100),
    SettingSpec("mediation.years_long", N_("Years kept: long"), "number", 30, unit=N_("years"), source=_OPEN, unsure=True,
                minimum=1, maximum=100),
    SettingSpec("mediation.rate_base", N_("The success rate divides by"), "choice", "ended",
                choices=(("ended", N_("Settled and failed cases")), ("accepted", N_("Accepted cases"))),
                help=N_("What is chosen is printed under every table; months that are frozen keep theirs."),
                source="各地口径不一（简报多以受理数为分母）", unsure=True),
    SettingSpec("mediation.way_codes", N_("Codes of ways of settling for GB/T 31000"), "text", "",
                help=N_("As consultation=01;law=02;virtue=03; empty until the platform names its codes."),
                source="GB/T 31000-2015(代码未能核实)", unsure=True),
    SettingSpec("mediation.conflict_check", N_("Look for conflicts of interest of a mediator"), "bool", True,
                help=N_("Against the parties, their households and every earlier case; the parties may agree all the same."),
                source="人民调解法 第十五条、第二十三条(回避未能核实)", unsure=True),
    SettingSpec("mediation.training_minutes", N_("Minutes of training a mediator needs in a year"), "number", 0,
                help=N_("0 asks for none."), source=_OPEN, unsure=True, minimum=0, maximum=20000),
    SettingSpec("mediation.star_years", N_("Years a star is held"), "number", 1, unit=N_("years"), source=_OPEN, unsure=True,
                minimum=1, maximum=5),
    SettingSpec("mediation.days_to_renew", N_("Days to mediate a case anew that was found poor"), "number", 30, unit=N_("days"),
                source="四诊工作法 复诊", unsure=True, minimum=1, maximum=365),
    SettingSpec("mediation.more_classes", N_("Classes of disputes besides the five"), "text", "",
                help=N_("Names with 、 between them; the five stay, and a kind of dispute is put into one under Classes and "
                        "codes."), source="四诊工作法 会诊"),
    SettingSpec("mediation.stable_visits", N_("Return visits that must find a case quiet"), "number", 1,
                help=N_("So many in a row, then no more are due."), source="四诊工作法 复诊", unsure=True, minimum=1,
                maximum=12),
    SettingSpec("mediation.quarter_sample", N_("Cases drawn for the quarterly evaluation"), "number", 0,
                help=N_("0 judges all that were settled; those mediated anew are always judged."), unit=N_("cases"),
                source="四诊工作法 复诊", unsure=True, minimum=0, maximum=1000),
    *(SettingSpec(f"mediation.paper_{paper.code}", paper.title, "bool", False, source=_OPEN,
                  help=N_("A local paper: offer it on the page of a case.")) for paper in LOCAL_PAPERS),
    *EARLY,
    *HOUSE,
)

_DEFAULTS = {spec.key: spec.default for spec in SETTINGS}


def setting(uow: Any, name: str) -> Any:
    """The setting "mediation.<name>" as it stands, else its declared default."""
    from desk.api.settings import get_setting

    key = f"mediation.{name}"
    return get_setting(uow, key, _DEFAULTS[key])
