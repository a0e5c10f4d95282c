"""The rules of law that stop or warn somebody, as data: code, source as cited to her, in force from and to.

Source of the table: domain rules R1–R23 (人民调解法 2010, 民事诉讼法 2023, 民法典). `sure` False: could not be
confirmed, a setting with a cautious default.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. valid_to None: in force until told otherwise."""

    code: str
    source: str
    valid_from: date
    valid_to: date | None = None
    sure: bool = True


_ACT = date(2011, 1, 1)
_CODE = date(2021, 1, 1)
_PROCEDURE = date(2024, 1, 1)
_REGULATION = date(2002, 11, 1)
_NINGBO = date(2015, 1, 1)

RULES: dict[str, Rule] = {rule.code: rule for rule in (
    Rule("R1", "人民调解法 第十七条", _ACT),
    Rule("R2", "人民调解法 第十七条", _ACT),
    Rule("R3", "人民调解法 第十八条", _ACT),
    Rule("R4", "人民调解法 第十九条、第二十三条", _ACT),
    Rule("R5", "人民调解法 第二十条", _ACT),
    Rule("R6", "人民调解法 第二十三条第三项", _ACT),
    Rule("R7", "人民调解法 第二十三条、第二十四条", _ACT),
    Rule("told_before", "《人民调解工作若干规定》第三十条", _REGULATION, sure=False),
    Rule("R8", "人民调解法 第二十五条", _ACT),
    Rule("R9", "人民调解法 第二十六条", _ACT),
    Rule("R10", "人民调解法 第二十七条", _ACT),
    Rule("R11", "人民调解法 第二十八条", _ACT),
    Rule("written", "《人民调解工作若干规定》第三十四条，参照《宁波市人民调解条例》第二十四条", _NINGBO, sure=False),
    Rule("R12", "人民调解法 第二十九条", _ACT),
    Rule("R13", "人民调解法 第二十九条", _ACT),
    Rule("R14", "人民调解法 第二十九条", _ACT),
    Rule("R15", "人民调解法 第三十条", _ACT),
    Rule("R16", "人民调解法 第三十一条", _ACT),
    Rule("R17", "人民调解法 第三十二条", _ACT),
    Rule("R18", "人民调解法 第三十三条、民事诉讼法 第二百零五条", _PROCEDURE),
    Rule("forum", "民事诉讼法 第二百零五条", _PROCEDURE),
    Rule("R19", "人民调解法 第三十三条、民事诉讼法 第二百零六条", _PROCEDURE),
    Rule("R20", "民法典 第十七条至第二十二条", _CODE),
    Rule("R21", "参照民事诉讼法 第六十一条、第六十二条", _PROCEDURE, sure=False),
    Rule("R22", "参照《宁波市人民调解条例》第二十条", _NINGBO, sure=False),
    Rule("R23", "人民调解文书使用说明", _ACT, sure=False),
    Rule("excluded", "最高人民法院关于适用民事诉讼法的解释 第三百五十五条", date(2022, 4, 10)),
    Rule("court", "参照《医疗纠纷预防和处理条例》第三十一条", date(2018, 10, 1), sure=False),
    Rule("month", "《人民调解工作若干规定》第三十三条", _REGULATION, sure=False),
    Rule("by_law", "四诊工作法 出诊", _ACT, sure=False),
)}


def source(code: str) -> str:
    """The citation of a rule, as shown to whoever it stops."""
    return RULES[code].source
