"""What a dossier holds, as data: parts that can be collected, and the two lists a hall may begin with (rules 1.4).

Sources: national nine rows (司法部 239号 set), provincial thirteen rows (a province's variant). A hall may keep its own list.
"""

from dataclasses import dataclass

from desk.api import N_

REQUIRED, WHEN_AGREED, WANTED = "required", "agreement", "wanted"
NEEDS = ((REQUIRED, N_("required")), (WHEN_AGREED, N_("required when an agreement was reached")), (WANTED, N_("as needed")))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the contents. parts: codes of PARTS; one of them is enough where it is required."""

    title: str
    need: str
    parts: tuple[str, ...]


#: code → title; scans are filed under these
PARTS: tuple[tuple[str, str], ...] = (
    ("application", "人民调解申请书"), ("acceptance", "人民调解受理登记表"), ("rights", "权利义务告知书"), ("identity",
                                                                                                            "当事人身份证明"),
    ("attorney", "授权委托书"), ("notice", "调解通知书"), ("investigation", "人民调解调查记录"), ("evidence",
                                                                                                  "人民调解证据材料"),
    ("session", "人民调解记录"), ("agreement", "人民调解协议书"), ("oral", "人民调解口头协议登记表"), ("ending",
                                                                                                       "终止、不予受理文书"),
    ("receipt", "履行凭证"), ("visit", "人民调解回访记录"), ("court", "司法确认有关材料"), ("other", "其他材料"),
    ("file_note", "卷宗情况说明"), ("back_cover", "封底"),
)

NATIONAL = (
    Row("人民调解申请书或人民调解受理登记表", REQUIRED, ("application", "acceptance")),
    Row("人民调解调查记录", WANTED, ("investigation",)),
    Row("人民调解证据材料", WANTED, ("identity", "attorney", "notice", "evidence")),
    Row("人民调解记录", REQUIRED, ("rights", "session")),
    Row("人民调解协议书或人民调解口头协议登记表", WHEN_AGREED, ("agreement", "oral", "ending", "receipt")),
    Row("人民调解回访记录", WANTED, ("visit",)),
    Row("司法确认有关材料", WANTED, ("court", "other")),
    Row("卷宗情况说明", WANTED, ("file_note",)),
    Row("封底", REQUIRED, ("back_cover",)),
)

PROVINCIAL = (
    Row("人民调解申请书或人民调解受理登记表", REQUIRED, ("application", "acceptance")),
    Row("人民调解当事人权利义务告知书", REQUIRED, ("rights",)),
    Row("当事人身份证明", REQUIRED, ("identity",)),
    Row("授权委托书", WANTED, ("attorney",)),
    Row("人民调解调查记录", WANTED, ("investigation",)),
    Row("人民调解证据材料", WANTED, ("notice", "evidence")),
    Row("人民调解记录", REQUIRED, ("session",)),
    Row("人民调解协议书", WHEN_AGREED, ("agreement", "oral", "ending")),
    Row("收条或汇款单等履行凭证", WANTED, ("receipt",)),
    Row("人民调解回访记录", WANTED, ("visit",)),
    Row("司法确认有关材料", WANTED, ("court", "other")),
    Row("卷宗情况说明", WANTED, ("file_note",)),
    Row("封底", REQUIRED, ("back_cover",)),
)

def complete(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with every part somewhere: what no row names goes where 其他材料 goes, else before the last row's.

    A hall's own list may forget a part; what was filed under it is bound all the same.
    """
    named = {part for row in rows for part in row.parts}
    left = tuple(code for code, _title in PARTS if code not in named and code not in ("file_note", "back_cover"))
    if not left or not rows:
        return rows
    plain = [place for place, row in enumerate(rows) if "back_cover" not in row.parts]
    home = next((place for place, row in enumerate(rows) if "other" in row.parts), plain[-1] if plain else 0)
    return tuple(Row(row.title, row.need, (*row.parts, *left)) if place == home else row for place, row in enumerate(rows))


LISTS = {"national": NATIONAL, "provincial": PROVINCIAL}
