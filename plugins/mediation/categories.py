"""Kinds of dispute: the Ministry's columns, the five classes of practice, what courts do not confirm.

Sources: rules 1.6 (Ministry list SURE as a city bureau's report; five classes SURE from practice, their mapping a proposal),
1.3 (what a court does not accept for confirmation).
"""

from dataclasses import dataclass

from desk.api import N_


@dataclass(frozen=True, slots=True)
class Category:
    """code: stable; title: as printed on papers (Chinese, official); five: class of the short list.

    confirmable False: a court does not accept confirmation of what such disputes are about (民诉解释 355).
    """

    code: str
    title: str
    five: str
    confirmable: bool = True


FIVE_CLASSES = (("neighbour", "邻里纠纷"), ("property_right", "产权纠纷"), ("labour", "劳动纠纷"), ("estate", "物管纠纷"),
                ("family", "家庭纠纷"))

CATEGORIES = (
    Category("marriage_family", "婚姻家庭纠纷", "family"),
    Category("neighbour", "邻里纠纷", "neighbour"),
    Category("homestead", "房屋宅基地纠纷", "property_right"),
    Category("contract", "合同纠纷", ""),
    Category("business", "生产经营纠纷", ""),
    Category("damages", "损害赔偿纠纷", ""),
    Category("forest_land", "山林土地纠纷", "property_right"),
    Category("relocation", "征地拆迁纠纷", "property_right"),
    Category("environment", "环境污染纠纷", ""),
    Category("migrant_wages", "拖欠农民工工资纠纷", "labour"),
    Category("labour", "其他劳动争议纠纷", "labour"),
    Category("tourism", "旅游纠纷", ""),
    Category("e_commerce", "电子商务纠纷", ""),
    Category("consumer", "其他消费纠纷", ""),
    Category("medical", "医疗纠纷", ""),
    Category("traffic", "道路交通事故纠纷", ""),
    Category("estate_service", "物业纠纷", "estate"),
    Category("other", "其他纠纷", ""),
)

#: what the dispute is about when a court would not accept confirmation; asked for apart from the category
EXCLUDED_SUBJECTS = (
    ("", N_("None of these")),
    ("marriage", N_("Validity or dissolution of a marriage")),
    ("parentage", N_("Parent and child")),
    ("adoption", N_("Adoption")),
    ("ownership", N_("Confirmation of a right in property")),
    ("intellectual", N_("Confirmation of intellectual property")),
)

SOURCES = (("application", "当事人申请"), ("initiative", "人民调解委员会主动调解"), ("transfer", "接受委托移送调解"))

_BY_CODE = {category.code: category for category in CATEGORIES}


def category_title(code: str) -> str:
    """The official name of a category, the code itself when it is unknown (an imported old list)."""
    return _BY_CODE[code].title if code in _BY_CODE else code


def source_title(code: str) -> str:
    """The official name of a case's source."""
    return dict(SOURCES).get(code, code)
