"""What the mediator reads aloud at the beginning of a sitting, and at its end, with where it is written (rules 1.4.7)."""

from dataclasses import dataclass

from plugins.mediation.law import source


@dataclass(frozen=True, slots=True)
class ReadOut:
    """A sentence to read. needed: mediation must not begin without it; first: only in the first sitting."""

    code: str
    text: str
    source: str = ""
    needed: bool = False


READ_OUTS = (
    ReadOut("identity", "核对当事人和代理人的身份、代理权限。", source("R21")),
    ReadOut("people", "介绍人民调解员和记录人，询问当事人是否接受、是否要求更换。", source("R4")),
    ReadOut("rights", "告知权利：选择或者接受人民调解员；接受、拒绝调解或者要求终止调解；要求公开或者不公开进行；自主表达意愿、"
                      "自愿达成协议。", source("R7"), needed=True),
    ReadOut("duties", "告知义务：如实陈述纠纷事实；遵守现场秩序，尊重人民调解员；尊重对方行使权利。", source("R7"),
            needed=True),
    ReadOut("public", "询问各方是否同意公开调解；涉及个人隐私、商业秘密的不公开。", source("R6")),
    ReadOut("effect", "告知调解协议的法律约束力，以及可以共同申请司法确认。", source("R18")),
    ReadOut("free", "告知人民调解不收取任何费用。", "人民调解法 第四条"),
    ReadOut("record", "宣读记录，当事人核对无误后签名。", source("R10")),
)
