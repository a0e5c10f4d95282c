"""What several papers share: hours and points as written, the table of what was served."""

from collections.abc import Sequence

from desk.api.documents import Column, DataTable, long_date
from plugins.volunteer.documents.data import ServedLine
from plugins.volunteer.service.attendance import hours_text, served_text

SEAL = "(公章)"
UNPAID = "志愿服务为自愿、无偿的公益服务,本记录不作为劳动报酬依据。"
OWN = "本表由社区依据自行组织活动的记录出具,并非全国志愿服务信息系统出具。"


def served_table(lines: Sequence[ServedLine] | None) -> DataTable:
    """序号, 日期, 服务内容, 时长; a total."""
    rows = tuple((str(place), long_date(line.day), line.title, served_text(line.minutes))
                 for place, line in enumerate(lines or (), 1))
    total = ("", "", "合计", hours_text(sum(line.minutes for line in lines))) if lines else ()
    return DataTable((Column("序号", 0.6), Column("服务日期", 1.6), Column("服务内容", 4), Column("时长(小时)", 1.4)),
                     rows, total, min_rows=3, size=10.5)
