"""Purposes of visits and what may be found on them, as data. Titles are shown everywhere, `paper` is printed.

A plugin hands its own in with `use_purposes` when it starts; visits of a plugin that is off keep their words by code.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.core.i18n import N_, translator


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may be found. paper: official Chinese word; worry: it asks for something to be done."""

    code: str
    title: str
    paper: str
    worry: bool = False


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why one goes there. findings: what may be ticked, () for those common to all. domain: whose catalogue has the titles."""

    code: str
    title: str
    paper: str
    findings: tuple[Finding, ...] = ()
    domain: str = "desk"


COMMON = (
    Finding("fine", N_("Nothing to report"), "情况正常"),
    Finding("nobody", N_("Nobody at home"), "无人在家"),
    Finding("need", N_("Needs help"), "有困难需要帮助", worry=True),
    Finding("request", N_("Has a request or a complaint"), "有诉求或意见", worry=True),
    Finding("dispute", N_("A quarrel is showing"), "有矛盾纠纷苗头", worry=True),
    Finding("danger", N_("A danger was seen"), "发现安全隐患", worry=True),
    Finding("changed", N_("Register data have changed"), "信息有变化", worry=True),
)
PURPOSES = (
    Purpose("daily", N_("Daily round"), "日常走访"), Purpose("care", N_("Care and condolence"), "关爱慰问"),
    Purpose("policy", N_("Explaining policies"), "政策宣传"), Purpose("safety", N_("Safety check"), "安全检查"),
    Purpose("collect", N_("Taking data up"), "信息采集"), Purpose("follow", N_("Follow-up"), "回访"),
    Purpose("other", N_("Other"), "其他"),
)
_given: dict[str, tuple[Purpose, ...]] = {}


def use_purposes(owner: str, purposes: Sequence[Purpose]) -> Callable[[], None]:
    """Make a plugin's purposes known under its id; answers what takes them away again (for ctx.on_stop)."""
    _given[owner] = tuple(purposes)

    def take_away() -> None:
        _given.pop(owner, None)

    return take_away


def purposes() -> tuple[Purpose, ...]:
    """All that are known, the desk's own first."""
    return PURPOSES + tuple(one for given in _given.values() for one in given)


def find_purpose(code: str) -> Purpose:
    """The purpose named `code`; one made of the code when its plugin is off."""
    return next((one for one in purposes() if one.code == code), Purpose(code, code, code))


def findings_of(code: str) -> tuple[Finding, ...]:
    """What may be found on a visit with this purpose."""
    return find_purpose(code).findings or COMMON


def find_finding(purpose: str, code: str) -> Finding:
    """A finding by its code, one made of the code when nobody declares it."""
    return next((one for one in (*findings_of(purpose), *COMMON) if one.code == code), Finding(code, code, code))


def purpose_title(code: str) -> str:
    """As screens call it."""
    one = find_purpose(code)
    return translator(one.domain)(one.title)


def finding_title(purpose: str, code: str) -> str:
    """As screens call a finding."""
    domain = find_purpose(purpose).domain if find_purpose(purpose).findings else "desk"
    return translator(domain)(find_finding(purpose, code).title)
