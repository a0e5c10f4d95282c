"""Codes the register keeps, with the words shown for them (translate) and the words papers print. Data only."""

from dataclasses import dataclass

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class Code:
    """value: kept. title: on screens (translate). official: on papers, always Chinese."""

    value: str
    title: str
    official: str


def _codes(*entries: tuple[str, str, str]) -> dict[str, Code]:
    return {entry[0]: Code(*entry) for entry in entries}


SEXES = _codes(  # GB/T 2261.1
    ("0", N_("Unknown"), "未知"),
    ("1", N_("Male"), "男"),
    ("2", N_("Female"), "女"),
    ("9", N_("Not stated"), "未说明"),
)

RELATIONS = _codes(  # the groups of GB/T 4761, to the head of the household
    ("0", N_("Head of household"), "户主"),
    ("1", N_("Spouse"), "配偶"),
    ("2", N_("Son"), "子"),
    ("3", N_("Daughter"), "女"),
    ("4", N_("Grandchild"), "孙辈"),
    ("5", N_("Parent"), "父母"),
    ("6", N_("Grandparent"), "祖辈"),
    ("7", N_("Brother or sister"), "兄弟姐妹"),
    ("8", N_("Other"), "其他"),
)

RESIDENT_KINDS = _codes(
    ("permanent", N_("Permanent resident"), "常住"),
    ("floating", N_("Floating resident"), "流动"),
    ("outside", N_("Lives elsewhere"), "非本社区"),
)

STATES = _codes(
    ("present", N_("Present"), "在册"),
    ("moved_out", N_("Moved out"), "已迁出"),
    ("deceased", N_("Deceased"), "已故"),
    ("merged", N_("Merged"), "已合并"),
    ("erased", N_("Erased"), "已删除"),
)

GONE = ("merged", "erased")
"""States of records that stand in no list and are not found; they stay because others refer to them."""

TENURES = _codes(
    ("", N_("Unknown"), "不详"),
    ("own", N_("Owned"), "自有"),
    ("rented", N_("Rented"), "租住"),
    ("public", N_("Public housing"), "公房"),
    ("vacant", N_("Vacant"), "空置"),
    ("other", N_("Other"), "其他"),
)
