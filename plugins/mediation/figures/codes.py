"""Lists the tables are broken down by: who hands cases over, the classes of the grid platform, ways of mediating.

Sources: rules 1.7 (columns of the bulletins), 1.6 (two-level classification of the grid platform, LIKELY).
"""

from plugins.mediation.grounds import NOT_ACCEPTED, TERMINATED

TRANSFERRERS = (
    ("police", "公安机关", ("公安", "派出所", "警")), ("court", "人民法院", ("法院", "法庭")),
    ("procuratorate", "检察机关", ("检察",)), ("petition", "信访部门", ("信访",)),
    ("department", "行政机关、其他部门", ()))
"""(code, title, words it is known by in what was typed), the last one takes the rest."""

GRID_CODES = (
    ("01", "婚恋家庭纠纷"), ("02", "邻里纠纷"), ("03", "人格权纠纷"), ("04", "物权相关纠纷"), ("05", "侵权相关纠纷"),
    ("06", "合同及相关纠纷"), ("07", "劳动人事争议"), ("08", "金融借贷纠纷"), ("09", "土地及资源权属纠纷"),
    ("10", "其他民商事纠纷"), ("11", "城乡建设发展纠纷"), ("12", "涉民政纠纷"), ("99", "其他"))
"""First level of the platform's codes; a mapped code may have four digits, its first two decide."""

MODES = (("consultation", "协商调解"), ("law", "依法调解"), ("virtue", "以德调解"))
GROUNDS = (*((f"no_{one.code}", f"不予受理:{one.title}") for one in NOT_ACCEPTED),
           *((f"end_{one.code}", f"调解不成功:{one.title}") for one in TERMINATED))
"""Why cases are not accepted or fail, as one list for a table's lines."""
PARTY_SIZE = 3
"""From so many parties on a case is one of several parties (3人以上当事人)."""


def transferrer(text: str) -> str:
    """Whose letter it was, by the office's name."""
    return next((code for code, _title, words in TRANSFERRERS if any(word in text for word in words)), "department")
