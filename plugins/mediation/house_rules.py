"""House rules for the wall of the mediation room. The hall words them; what is shipped is a proposal out of the law cited."""

from dataclasses import dataclass

from desk.api import N_, SettingSpec


@dataclass(frozen=True, slots=True)
class HouseRules:
    """One sheet. text: a rule a line, as shipped; source: what it rests on."""

    code: str
    title: str
    text: str
    source: str

    @property
    def key(self) -> str:
        """Name of the setting that holds the hall's own wording, without the plugin's."""
        return f"house_{self.code}"


SHEETS: tuple[HouseRules, ...] = (
    HouseRules("room", "人民调解室工作制度", """当事人可以口头或者书面申请调解,人民调解委员会也可以主动调解。
一方当事人明确拒绝调解的,不得调解。
调解在当事人自愿、平等的基础上进行,不违背法律、法规和国家政策。
尊重当事人的权利,不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利。
矛盾纠纷逐件登记、对账销号、跑表计时;调解过程如实记录,立卷归档。
对达成的调解协议定期回访,督促履行。
调解民间纠纷不收取任何费用。""", "人民调解法 第三条、第四条、第十七条、第二十七条、第三十一条"),
    HouseRules("mediator", "人民调解员守则", """坚持原则,明法析理,主持公道,热心为民。
不偏袒一方当事人。
不侮辱当事人。
不索取、收受财物或者牟取其他不正当利益。
不泄露当事人的个人隐私、商业秘密。
与当事人有利害关系的,主动说明;当事人要求更换的,予以更换。
调解前告知当事人的权利和义务。""", "人民调解法 第十五条、第二十一条、第二十三条"),
    HouseRules("parties", "当事人权利义务", """有权选择或者接受人民调解员。
有权接受调解、拒绝调解或者要求终止调解。
有权要求调解公开进行或者不公开进行。
有权自主表达意愿、自愿达成调解协议。
应当如实陈述纠纷事实。
应当遵守调解现场秩序,尊重人民调解员。
应当尊重对方当事人行使权利。""", "人民调解法 第二十三条、第二十四条"),
)

SETTINGS: tuple[SettingSpec, ...] = tuple(
    SettingSpec(f"mediation.{one.key}", one.title, "lines", one.text, source=one.source,
                help=N_("One rule a line; printed for the wall on the page of a body that takes part in mediation."))
    for one in SHEETS)
