"""人民调解记录 (239号 set; rules 1.4.7). Private notes of the mediator are not part of its data at all."""

from desk.api.documents import (
    OFFICIAL,
    Block,
    Document,
    LabelledText,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    moment_span,
    moment_text,
)
from plugins.mediation.documents.data import SessionPaper
from plugins.mediation.documents.parts import signature_lines

KIND = "mediation.session_record"
TOLD = "人民调解委员会已将人民调解的相关规定告知各方当事人。"
RESULTS = {"agreed": "各方当事人达成调解协议。", "failed": "各方当事人未达成调解协议,已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。",
           "refused": "当事人一方明确拒绝调解,调解终止,已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。",
           "continued": "本次未达成协议,另行安排时间继续调解。"}


def build(session: SessionPaper | None) -> Document:
    """Head, what was said, result, signatures of everybody present."""
    many = session is not None and session.number > 1
    return Document(KIND, "人民调解记录", (
        Title(f"人民调解记录(第{session.number}次)" if many and session else "人民调解记录"),
        *_head(session),
        Paragraph(TOLD),
        LabelledText("调解记录:", session.record if session else None, lines=26, below=True),
        LabelledText("调解结果:", _result(session), lines=3),
        SignatureBlock((*signature_lines(session.case if session else None), SignatureLine("人民调解员(签名)"),
                        SignatureLine("记录人(签名)")), date=None),
    ), style=OFFICIAL, author=session.case.committee if session else "", joint_seal="")


def _head(session: SessionPaper | None) -> tuple[Block, ...]:
    if session is None:
        return tuple(LabelledText(text, None, lines=1) for text in ("时间:", "地点:", "事由:", "当事人:", "参加人:"))
    when = moment_span(session.started_at, session.ended_at) if session.ended_at else moment_text(session.started_at)
    return (LabelledText("时间:", when), LabelledText("地点:", session.place or None, lines=1),
            LabelledText("事由:", session.matter or None, lines=1),
            LabelledText("当事人:", "、".join(session.present) or None, lines=1),
            LabelledText("参加人:", "、".join(session.invited) or "无"))


def _result(session: SessionPaper | None) -> str | None:
    if session is None:
        return None
    return RESULTS[session.outcome] + (f"{session.outcome_note}" if session.outcome_note else "")
