"""数据导入报告: what became of the rows of a list, and why rows were refused (catalogue 7). No names out of the list."""

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    FORM_MARGINS,
    Align,
    Column,
    DataTable,
    Document,
    FieldTable,
    Heading,
    Note,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.exchange.account import SHOWN, ImportAccount, get_import

PAPER = "desk.import_report"


def load(uow: UnitOfWork, batch_id: int) -> ImportAccount:
    """See `get_import`."""
    return get_import(uow, batch_id)


def build(paper: ImportAccount | None) -> Document:
    """Counts first, refused rows below; the hash tells which file it was."""
    if paper is None:
        return Document(PAPER, "数据导入报告", (Title("数据导入报告"),), page=PageSetup(margins=FORM_MARGINS), style=FORM)
    line = paper.line
    taken = line.new + line.changed + line.same
    state = f"已撤销({long_date(hall_time(line.undone_at).date())},{line.undone_by})" if line.undone_at else "有效"
    head = FieldTable((
        (label("名单"), value(line.list_name), label("文件"), value(line.file_name)),
        (label("导入人"), value(line.by), label("导入时间"), value(f"{hall_time(line.at):%Y-%m-%d %H:%M}")),
        (label("新增"), value(f"{line.new}行"), label("变更"), value(f"{line.changed}行")),
        (label("未变"), value(f"{line.same}行"), label("未导入"), value(f"{line.rejected}行")),
        (label("合计"), value(f"{taken + line.rejected}行,导入{taken}行"), label("状态"), value(state)),
        (label("文件校验"), value(paper.file_hash, span=3))), (1.1, 2.8, 1.1, 2.8), size=11)
    more = f"另有{line.rejected - len(paper.refused)}行未逐行列出。" if line.rejected > len(paper.refused) else ""
    return Document(PAPER, "数据导入报告", (
        Title("数据导入报告"), head, Heading("未导入的行", 3),
        DataTable((Column("表格行号", 1), Column("原因", 6, Align.LEFT)),
                  tuple((str(number), reasons) for number, reasons in paper.refused), min_rows=1, size=10.5),
        Note(f"行号为原表格中的行号;最多逐行列出{SHOWN}行。{more}"),
        SignatureBlock((SignatureLine("导入人"),), date=None)), page=PageSetup(margins=FORM_MARGINS), style=FORM)
