"""What a hall sets about the hazard ledger and who answers for matters. Limits are nowhere fixed: cautious defaults."""

from desk.api import N_, SettingSpec

_UNSURE = "四诊工作法 对账销号(期限由各地确定)"

EARLY: tuple[SettingSpec, ...] = (
    *(SettingSpec(f"mediation.hazard_days_{code}", title, "number", days, unit=N_("days"), source=_UNSURE, unsure=True,
                  minimum=1, maximum=365)
      for code, title, days in (("general", N_("Days to strike an ordinary hazard off"), 30),
                                ("greater", N_("Days to strike a greater hazard off"), 15),
                                ("major", N_("Days to strike a major hazard off"), 7))),
    SettingSpec("mediation.strike_by_another", N_("Somebody else grants the strike-off"), "bool", True,
                help=N_("Who asked for it does not grant it."), source=_UNSURE, unsure=True),
    SettingSpec("mediation.responsibility_needs_both", N_("Somebody answers for it with a unit and a person"), "bool", False,
                help=N_("Each matter then names one responsible unit and one person of the community."),
                source="四诊工作法 包案", unsure=True),
    SettingSpec("mediation.responsibility_warning", N_("Warn before the limit of who answers for a matter"), "number", 5,
                unit=N_("days"), source=_UNSURE, unsure=True, minimum=0, maximum=60),
)
