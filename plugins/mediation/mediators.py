"""Words of the mediators' register as data: kinds, ways of appointment, endings with their legal source, grades."""

from desk.api import N_

TERM_YEARS = 3
TERM_SOURCE = "人民调解法 第九条"
ADULT_SOURCE = "人民调解法 第十四条"
REMOVAL_SOURCE = "人民调解法 第十五条"
AVOID_SOURCE = "人民调解法 第十五条、第二十三条第一项(回避无全国性规定，未能核实)"
KINDS = (("full_time", N_("Full-time mediator"), "专职"), ("part_time", N_("Part-time mediator"), "兼职"),
         ("worthy", N_("Respected resident"), "乡贤"), ("five_olds", N_("Retired cadre, soldier, model worker, teacher"),
                                                        "五老"),
         ("legal", N_("Legal worker"), "法律工作者"))
POSTS = (("head", N_("Head of the committee"), "主任"), ("deputy", N_("Deputy head"), "副主任"), ("member",
                                                                                                  N_("Member of the committee"),
                                                                                        "委员"),
         ("mediator", N_("Mediator"), "人民调解员"))
WAYS = (("elected", N_("Elected"), "推选"), ("appointed", N_("Appointed"), "聘任"))
ENDINGS = (("expired", N_("The term ran out"), "任期届满"), ("resigned", N_("Resigned"), "辞职"),
           ("unable", N_("Cannot do it any longer"), "不能履职"), ("removed", N_("Removed"), "罢免或者解聘"))
GROUNDS = ("偏袒一方当事人", "侮辱当事人", "索取、收受财物或者牟取其他不正当利益", "泄露当事人的个人隐私、商业秘密",
           "其他失职行为")
"""人民调解法 第十五条: what somebody is removed for after criticism did not help."""
GRADES = (("excellent", N_("Excellent"), "优秀"), ("fit", N_("Fit"), "合格"), ("nearly", N_("Just fit"), "基本合格"),
          ("unfit", N_("Unfit"), "不合格"))
EDUCATION = (("primary", N_("Primary school"), "小学"), ("junior", N_("Junior school"), "初中"),
             ("senior", N_("Senior school"), "高中、中专"), ("college", N_("College"), "大专"), ("bachelor", N_("Bachelor"),
                                                                                                 "本科"),
             ("master", N_("Master or above"), "研究生"))


def choices(table: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str], ...]:
    """For a form."""
    return tuple((code, title) for code, title, _paper in table)


def on_paper(table: tuple[tuple[str, str, str], ...], code: str) -> str:
    """As papers say it; "" for an unknown code."""
    return next((paper for known, _title, paper in table if known == code), "")
