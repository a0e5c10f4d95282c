"""Reports on forms: 人民调解结案报告表、疑难纠纷报告单、纠纷激化报告单 (rules 1.4.12, local)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Block,
    Cell,
    Document,
    FieldTable,
    NumberLine,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.mediation.documents.data import CasePaper, EndingPaper
from plugins.mediation.documents.data_file import EscalationPaper
from plugins.mediation.documents.parts import SEAL
from plugins.mediation.words import together

_PAGE = PageSetup(margins=FORM_MARGINS)
_WIDTHS = (2.6, 3.2, 2.2, 3.2)
_SOURCES = {"application": "当事人申请", "initiative": "人民调解委员会主动调解", "transfer": "接受委托移送调解"}


def closing(paper: EndingPaper | None) -> Document:
    """人民调解结案报告表."""
    case = paper.case if paper else None
    rows = (
        _pair("卷号", case and case.number, "填表时间", paper and long_date(paper.today)),
        _pair("承办单位", case and case.committee, "承办人", case and together(case.mediators)),
        _pair("受案时间", _date(case and case.accepted_on), "结案时间", _date(paper and (paper.closed_on or paper.ended_on))),
        *_parties(case),
        _pair("案件来源", case and _SOURCES[case.source], "纠纷类型", case and case.category),
        _wide("纠纷简要事实", case and case.summary, 6), _wide("调解结果", paper and _result(paper), 6),
        _wide("审核意见", None, 3))
    return _form("mediation.closing_report", "人民调解结案报告表", case, rows, "承办人(签名)", numbered=False)


def difficult(paper: EndingPaper | None) -> Document:
    """疑难纠纷报告单."""
    case = paper.case if paper else None
    sat = "、".join(long_date(day) for day in paper.sessions) if paper else None
    rows = (
        _pair("纠纷类型", case and case.category, "难易程度", paper and paper.difficulty),
        _pair("受理时间", _date(case and case.accepted_on), "承办人", case and together(case.mediators)),
        *_parties(case), _wide("纠纷简要情况", case and case.summary, 5), _wide("当事人申请事项", _asked(case), 3),
        _wide("已做工作", f"已于{sat}进行调解。" if sat else None, 3), _wide("疑难之处和建议", None, 4), _wide("领导批示", None, 3))
    return _form("mediation.difficult_report", "疑难纠纷报告单", case, rows, "报告人(签名)")


def escalation(paper: EscalationPaper | None) -> Document:
    """纠纷激化报告单: what was noticed, what was done, to whom it was reported, what came of it."""
    case = paper.case if paper else None
    people = f"{paper.people}人" if paper and paper.people else None
    rows = (
        _pair("纠纷类型", case and case.category, "发现时间", _date(paper and paper.noticed_on)),
        _pair("激化程度", paper and paper.level, "涉及人数", people), *_parties(case),
        _wide("激化情况", paper and paper.what, 5), _wide("采取的预防措施", paper and paper.measures, 5),
        _pair("报告单位", paper and (paper.reported_to or None), "报告时间", _date(paper and paper.reported_on)),
        _wide("处理结果", paper and (paper.result or None), 4))
    return _form("mediation.escalation_report", "纠纷激化报告单", case, rows, "报告人(签名)")


def _form(kind: str, title: str, case: CasePaper | None, rows: tuple[tuple[Cell, ...], ...], signer: str, *,
          numbered: bool = True) -> Document:
    unit = case.committee if case else ""
    blocks: tuple[Block, ...] = (
        Title(title), *((NumberLine((case.number or None) if case else None),) if numbered else ()), FieldTable(rows, _WIDTHS),
        SignatureBlock((SignatureLine(signer),), unit=unit, seal=SEAL, date=None))
    return Document(kind, title, blocks, page=_PAGE, style=FORM, author=unit)


def _pair(first: str, one: str | None, second: str, other: str | None) -> tuple[Cell, ...]:
    return (label(first), value(one or None), label(second), value(other or None))


def _wide(text: str, content: str | None, lines: int) -> tuple[Cell, ...]:
    return (label(text), value(content or None, span=3, lines=lines))


def _parties(case: CasePaper | None) -> tuple[tuple[Cell, ...], ...]:
    if case is None:
        return (_wide("当事人(姓名、地址、电话)", None, 3),)
    text = "\n".join(" ".join(filter(None, (one.name, one.address, one.contact))) for one in case.parties)
    return (_wide("当事人(姓名、地址、电话)", text, 3),)


def _asked(case: CasePaper | None) -> str | None:
    return "\n".join(f"{number}、{text}" for number, text in enumerate(case.requests, 1)) if case else None


def _result(paper: EndingPaper) -> str:
    return "\n".join([f"{paper.result}。", *paper.clauses, *([paper.reason] if paper.reason else [])])


def _date(day: object) -> str | None:
    return long_date(day) if day else None  # type: ignore[arg-type]
