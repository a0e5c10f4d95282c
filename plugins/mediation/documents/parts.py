"""What several papers share: party blocks, signature lines, the committee's name, texts in paragraphs."""

from collections.abc import Sequence
from datetime import date

from desk.api.documents import Block, FieldTable, FontRole, Paragraph, SignatureLine, label, value
from plugins.mediation.documents.data import CasePaper, PartyLine

SEAL = "(人民调解委员会印章)"
_WIDTHS = (2.6, 3.2, 1.2, 1.2, 1.2, 1.6, 1.2, 1.2)


def party_tables(parties: Sequence[PartyLine], name_label: str) -> tuple[Block, ...]:
    """One ruled block a party; a blank one when there is none."""
    return tuple(party_table(party, name_label) for party in parties) or (party_table(None, name_label),)


def party_table(party: PartyLine | None, name_label: str) -> Block:
    """姓名/性别/民族/年龄, 职业或职务/联系方式, 单位或住址; a unit's with code and representative."""
    if party is not None and party.unit:
        return _unit_table(party, name_label)
    rows = [
        (label(name_label), value(party and party.name), label("性别"), value(party and party.sex), label("民族"),
         value(party and party.ethnic), label("年龄"), value(party and party.age)),
        (label("职业或职务"), value(party and party.occupation, span=3), label("联系方式", span=2),
         value(party and party.contact, span=2)),
        (label("单位或住址"), value(party and party.address, span=7)),
    ]
    if party is not None and party.guardian:
        rows.append((label("法定代理人"), value(party.guardian, span=3), label("与当事人关系", span=2),
                     value(party.guardian_relation, span=2)))
    if party is not None and party.agent:
        rows.append((label("委托代理人"), value(party.agent, span=7)))
    return FieldTable(tuple(rows), _WIDTHS)


def _unit_table(party: PartyLine, name_label: str) -> Block:
    rows = [
        (label(name_label.replace("姓名", "名称")), value(party.name, span=7)),
        (label("统一社会信用代码"), value(party.credit_code, span=3), label("联系方式", span=2), value(party.contact, span=2)),
        (label("法定代表人"), value(party.representative, span=3), label("职务", span=2), value(party.post, span=2)),
        (label("住所"), value(party.address, span=7)),
    ]
    if party.agent:
        rows.append((label("委托代理人"), value(party.agent, span=7)))
    return FieldTable(tuple(rows), _WIDTHS)


def side(case: CasePaper | None, which: str) -> tuple[PartyLine, ...]:
    """The parties of one side."""
    return tuple(party for party in case.parties if party.side == which) if case else ()


def signature_lines(case: CasePaper | None, text: str = "当事人(签名盖章或按指印)", empty: int = 2) -> tuple[SignatureLine, ...]:
    """A line for each party and each guardian; `empty` lines on a blank form."""
    if case is None:
        return tuple(SignatureLine(text) for _line in range(empty))
    lines = []
    for party in case.parties:
        lines.append(SignatureLine(text))
        if party.guardian:
            lines.append(SignatureLine("法定代理人(签名或按指印)"))
    return tuple(lines)


def names(case: CasePaper | None) -> str:
    """张三、李四."""
    return "、".join(party.name for party in case.parties) if case else ""


def short_date(day: date | None) -> str:
    """2026.11.5, for narrow columns."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


def lead(text: str) -> Block:
    """A label on a line of its own, what belongs to it follows."""
    return Paragraph(text, role=FontRole.HEI, indent=0, keep_with_next=True)


def paragraphs(text: str) -> tuple[Block, ...]:
    """A text as typed, one block a line, first lines indented."""
    return tuple(Paragraph(line) for line in text.splitlines() if line.strip())
