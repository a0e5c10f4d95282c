"""Purposes of visits that the mediation room brings to the desk, and what may be found on them."""

from desk.api import N_
from desk.api.purposes import Finding, Purpose

PURPOSES = (
    Purpose("mediation.patrol", N_("Patrol for quarrels"), "矛盾纠纷巡诊排查", (
        Finding("fine", N_("No sign of a quarrel"), "未发现苗头"),
        Finding("mediation.dispute", N_("Signs of a quarrel"), "发现矛盾纠纷苗头", worry=True)), domain="mediation"),
    Purpose("mediation.doorstep", N_("Mediation at the door or shop"), "门前店面调解", (
        Finding("mediation.calm", N_("Tempers cooled"), "情绪已平复"),
        Finding("mediation.agreed", N_("Agreed on the spot"), "当场达成一致"),
        Finding("mediation.goes_on", N_("To be mediated further"), "需继续调解", worry=True)), domain="mediation"),
    Purpose("mediation.hazard_return", N_("Return visit to a struck line"), "隐患销号回访", (
        Finding("mediation.stable", N_("Quiet"), "稳定"),
        Finding("mediation.grumbling", N_("Somebody is not content"), "有意见", worry=True),
        Finding("mediation.relapsed", N_("It flared up again"), "出现反复", worry=True)), domain="mediation"),
)
